import TestSupport
import Testing

@testable import Corpus

@Suite struct LineReaderTests {
  /// The lines of a file; nil for one that is too long.
  private func lines(
    _ path: String, chunkSize: Int, maximum: Int = 1 << 20
  ) throws -> [(number: Int, line: [UInt8]?)] {
    let reader = ByteReader(file: try OpenFile(path: path), chunkSize: chunkSize)
    var lines = LineReader(reader: reader, maximumLineBytes: maximum)
    var result: [(number: Int, line: [UInt8]?)] = []
    while let line = try lines.next() {
      switch line {
      case .line(let range): result.append((lines.number, Array(lines.bytes[range])))
      case .tooLong: result.append((lines.number, nil))
      }
    }
    #expect(try lines.next() == nil)
    return result
  }

  /// The plain definition: split at line feeds; one at the end opens no further line.
  private func expected(_ bytes: [UInt8], maximum: Int) -> [[UInt8]?] {
    var parts = bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
    if parts.last?.isEmpty == true { parts.removeLast() }
    return parts.map { $0.count > maximum ? nil : Array($0) }
  }

  @Test(arguments: [
    "", "\n", "a", "a\n", "a\nb", "a\n\n\nb\n", "\n\n", "a\r\nb\r\n", "é\u{2028}x\n",
  ])
  func linesAreSplitAtLineFeeds(_ text: String) throws {
    let folder = try TemporaryFolder()
    let path = try folder.write("f", text)
    for chunkSize in 1...9 {
      let found = try lines(path, chunkSize: chunkSize)
      #expect(found.map(\.line) == expected(Array(text.utf8), maximum: 1 << 20))
      #expect(found.map(\.number) == Array(0..<found.count).map { $0 + 1 })
    }
  }

  @Test func randomFilesComeApartWhateverTheChunks() throws {
    let folder = try TemporaryFolder()
    var random = SeededGenerator(seed: 3)
    for round in 0..<150 {
      let bytes = (0..<Int.random(in: 0..<400, using: &random)).map { _ -> UInt8 in
        Int.random(in: 0..<(1 + round % 30), using: &random) == 0
          ? 0x0A : UInt8.random(in: 0x61...0x7A, using: &random)
      }
      let path = try folder.write("f", bytes)
      let chunkSize = Int.random(in: 1...64, using: &random)
      let maximum = Int.random(in: 1...80, using: &random)
      let found = try lines(path, chunkSize: chunkSize, maximum: maximum)
      #expect(
        found.map(\.line) == expected(bytes, maximum: maximum),
        "chunks of \(chunkSize), lines up to \(maximum)")
    }
  }

  @Test func aLongLineCostsOneBufferAndGivesItBack() throws {
    let folder = try TemporaryFolder()
    let long = [UInt8](repeating: 0x61, count: 300_000)
    let path = try folder.write("f", long + [0x0A] + Array("b\n".utf8) + long.prefix(9000) + [0x0A])
    let reader = ByteReader(file: try OpenFile(path: path), chunkSize: 1024)
    var lines = LineReader(reader: reader, maximumLineBytes: 1 << 20)
    #expect(try lines.next() == .line(0..<300_000))
    #expect(lines.bytes.count < 1_000_000)
    _ = try lines.next()
    _ = try lines.next()
    #expect(lines.bytes.count < 50_000)
  }

  @Test func aLineBeyondTheLimitIsNotKept() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write("f", [UInt8](repeating: 0x61, count: 500_000) + Array("\nb\n".utf8))
    let reader = ByteReader(file: try OpenFile(path: path), chunkSize: 1024)
    var lines = LineReader(reader: reader, maximumLineBytes: 4096)
    #expect(try lines.next() == .tooLong)
    #expect(lines.bytes.count < 20_000)
    guard case .line(let range) = try lines.next() else {
      Issue.record("the line after it is lost")
      return
    }
    #expect(Array(lines.bytes[range]) == Array("b".utf8))
  }
}
