import Prose
import TestSupport
import Testing

@testable import Corpus

/// What is added to `DecodedText`, whose own tests stand beside it.
@Suite struct FileTextTests {
  /// The text, and of each diagnostic `code@place`.
  private func check(
    _ bytes: [UInt8], _ text: String, _ diagnostics: [String],
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let decoded = try FileText(bytes)
    #expect(decoded.bytes == Array(text.utf8), sourceLocation: sourceLocation)
    let found = decoded.diagnostics.map { $0.code + ($0.span.map { "@\($0)" } ?? "") }
    #expect(found == diagnostics, sourceLocation: sourceLocation)
  }

  @Test func aByteOrderMarkOfUTF8Stays() throws {
    try check(Array("é “x” 😀".utf8), "é “x” 😀", [])
    try check(Array("\u{FEFF}é “x” 😀".utf8), "\u{FEFF}é “x” 😀", [])
    try check(Array("\u{FEFF}".utf8), "\u{FEFF}", [])
    try check(Array("\u{FEFF}\u{FEFF}a".utf8), "\u{FEFF}\u{FEFF}a", [])
    try check([], "", [])
  }

  @Test func placesCountTheByteOrderMark() throws {
    try check([0x61, 0xFF, 0x62], "a\u{FFFD}b", ["invalid-utf8@1..<4"])
    try check(
      [0xEF, 0xBB, 0xBF, 0x61, 0xFF, 0, 0x62], "\u{FEFF}a\u{FFFD}\0b",
      ["invalid-utf8@4..<7", "nul-character@7..<8"])
    // Replacements make the text longer than the mark makes it shorter.
    try check(
      [0xEF, 0xBB, 0xBF, 0xFF, 0xFF, 0xFF, 0xFF], "\u{FEFF}\u{FFFD}\u{FFFD}\u{FFFD}\u{FFFD}",
      ["invalid-utf8@3..<15"])
  }

  @Test func utf16IsToldOf() throws {
    let units = Array("“é😀”\r\n".utf16)
    let little = units.flatMap { [UInt8(truncatingIfNeeded: $0), UInt8($0 >> 8)] }
    let big = units.flatMap { [UInt8($0 >> 8), UInt8(truncatingIfNeeded: $0)] }
    try check([0xFF, 0xFE] + little, "“é😀”\r\n", ["utf-16"])
    try check([0xFE, 0xFF] + big, "“é😀”\r\n", ["utf-16"])
    try check([0xFF, 0xFE, 0x61, 0, 0x3D, 0xD8], "a\u{FFFD}", ["utf-16", "invalid-utf16@1..<4"])
  }

  @Test func utf32IsRefused() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write("a.txt", [0xFF, 0xFE, 0, 0, 0x61, 0, 0, 0])
    #expect(items([path], in: folder) == ["! a.txt: is UTF-32; save it as UTF-8"])
  }

  @Test func aFileIsReadWithItsRepairs() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write("a.txt", [0xEF, 0xBB, 0xBF, 0x93, 0x61, 0x94])
    #expect(items([path], in: folder) == ["a.txt = \u{FFFD}a\u{FFFD} [invalid-utf8 invalid-utf8]"])
  }
}
