import Foundation
import Locking

/// A folder for the files that the subjects read: one for each process, in the temporary folder.
enum ScratchFolder {
  static let path: String = {
    let path = NSTemporaryDirectory() + "verbatim-invariants-\(getpid())"
    try? FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    return path
  }()

  private static let count = Guarded(0)

  /// Writes a file under a name of its own, hands out its path, and removes it.
  static func with<Result>(
    _ bytes: [UInt8], suffix: String, _ body: (String) throws -> Result
  ) throws -> Result {
    let number = count.withLock { count in
      count += 1
      return count
    }
    let file = "\(path)/\(number)\(suffix)"
    try Data(bytes).write(to: URL(fileURLWithPath: file))
    defer { try? FileManager.default.removeItem(atPath: file) }
    return try body(file)
  }
}
