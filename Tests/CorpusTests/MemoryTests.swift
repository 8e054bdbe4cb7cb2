import Foundation
import TestSupport
import Testing

@testable import Corpus

@Suite struct MemoryTests {
  /// In a process of its own, so that other tests' memory is not counted.
  @Test(.enabled(if: FileManager.default.fileExists(atPath: "/proc/self/statm")))
  func aLargeFileIsReadInBoundedMemory() async {
    await #expect(processExitsWith: .success) {
      let folder = try TemporaryFolder()
      let (path, count) = try writeLargeFile(in: folder, bytes: 30 << 20)
      let before = try #require(residentBytes())
      var peak = before
      var articles = 0
      var source = ArticleSource(paths: [path])
      while let item = source.next() {
        guard case .article = item else { break }
        articles += 1
        if articles % 64 == 0 { peak = max(peak, residentBytes() ?? .max) }
      }
      try #require(articles == count)
      try #require(peak - before < 16 << 20)
    }
  }
}

/// Writes a JSON Lines file of at least so many bytes, without holding it in memory.
private func writeLargeFile(
  in folder: TemporaryFolder, bytes: Int
) throws -> (path: String, articles: Int) {
  let text = String(repeating: "“No,” he said.\\n", count: 800)
  let line = #"{"title":"T","quotes":[["\#(text)"]],"text":"\#(text)"}"# + "\n"
  let path = try folder.write("large.jsonl", "")
  let file = try FileHandle(forWritingTo: URL(fileURLWithPath: path))
  let count = bytes / line.utf8.count + 1
  for _ in 0..<count { try file.write(contentsOf: Data(line.utf8)) }
  try file.close()
  return (path, count)
}

/// The memory that is resident now, in bytes; nil where the system does not tell.
private func residentBytes() -> Int? {
  guard let text = try? String(contentsOfFile: "/proc/self/statm", encoding: .utf8) else {
    return nil
  }
  let fields = text.split(separator: " ")
  return fields.count > 1 ? Int(fields[1]).map { $0 * Int(sysconf(Int32(_SC_PAGESIZE))) } : nil
}
