import Foundation
import Testing

@testable import Corpus

@Suite struct MemoryTests {
  /// The memory that is resident now, in bytes; nil where the system does not tell.
  private func residentBytes() -> Int? {
    guard let text = try? String(contentsOfFile: "/proc/self/statm", encoding: .utf8) else {
      return nil
    }
    let fields = text.split(separator: " ")
    return fields.count > 1 ? Int(fields[1]).map { $0 * Int(sysconf(Int32(_SC_PAGESIZE))) } : nil
  }

  @Test(.enabled(if: FileManager.default.fileExists(atPath: "/proc/self/statm")))
  func aLargeFileIsReadInBoundedMemory() throws {
    let folder = try TemporaryFolder()
    let path = folder.path("large.jsonl")
    let text = String(repeating: "“No,” he said.\\n", count: 800)
    let block = String(
      repeating: #"{"title":"T","quotes":[["\#(text)"]],"text":"\#(text)"}"# + "\n", count: 32)
    try folder.write("large.jsonl", "")
    let file = try FileHandle(forWritingTo: URL(fileURLWithPath: path))
    var size = 0
    while size < 30 << 20 {
      try file.write(contentsOf: Data(block.utf8))
      size += block.utf8.count
    }
    try file.close()

    let before = try #require(residentBytes())
    var peak = before
    var articles = 0
    var source = ArticleSource(paths: [path])
    while let item = source.next() {
      guard case .article = item else {
        Issue.record("a line was not read")
        return
      }
      articles += 1
      if articles % 64 == 0 { peak = max(peak, residentBytes() ?? 0) }
    }
    #expect(articles * block.utf8.count == size * 32)
    #expect(peak - before < 64 << 20)
  }
}
