import Foundation
import TestSupport

/// A program of the system that a test asks for a second opinion.
struct SystemProgram {
  static let chromium = SystemProgram("chromium", "chromium-browser", "google-chrome")
  static let xmllint = SystemProgram("xmllint")

  let executable: URL

  /// - Parameter names: What it may be called; the first that is installed is taken, nil if none is.
  init?(_ names: String...) {
    let folders = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
    let candidates = names.flatMap { name in folders.map { "\($0)/\(name)" } }
    guard let path = candidates.first(where: FileManager.default.isExecutableFile) else {
      return nil
    }
    executable = URL(fileURLWithPath: path)
  }

  /// Runs it, and gives its exit status and what it printed.
  func run(_ arguments: [String], in folder: TemporaryFolder) throws -> (
    status: Int32, output: String
  ) {
    let process = Process()
    process.executableURL = executable
    process.arguments = arguments
    process.currentDirectoryURL = URL(fileURLWithPath: folder.path)
    // A file instead of a pipe: nothing can block, however much is written.
    let output = URL(fileURLWithPath: try folder.write(UUID().uuidString, ""))
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = try FileHandle(forWritingTo: output)
    process.standardError = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    return (
      process.terminationStatus, String(decoding: try Data(contentsOf: output), as: UTF8.self)
    )
  }
}
