import Prose
import Testing

@testable import Corpus

@Suite struct TextDecodingTests {
  /// The text, and of each diagnostic `code@place`.
  private func check(
    _ bytes: [UInt8], _ text: String, _ diagnostics: [String],
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let decoded = try TextDecoding.decode(bytes)
    #expect(decoded.bytes == Array(text.utf8), sourceLocation: sourceLocation)
    let found = decoded.diagnostics.map { $0.code + ($0.span.map { "@\($0)" } ?? "") }
    #expect(found == diagnostics, sourceLocation: sourceLocation)
  }

  @Test func validTextIsTakenAsItIs() throws {
    try check(Array("\u{FEFF}é “x” 😀".utf8), "\u{FEFF}é “x” 😀", [])
    try check([], "", [])
  }

  @Test func invalidSequencesAreReplaced() throws {
    try check([0x61, 0xFF, 0x62], "a\u{FFFD}b", ["invalid-utf8@1..<4"])
    try check([0x93, 0x61, 0x94], "\u{FFFD}a\u{FFFD}", ["invalid-utf8@0..<3"])
    let decoded = try TextDecoding.decode([0x61, 0x93, 0x61, 0x94, 0xE2, 0x80])
    #expect(
      decoded.diagnostics.first?.message
        == "3 invalid UTF-8 sequences replaced by U+FFFD, the first at byte 1 of the file; "
        + "save the file as UTF-8")
  }

  @Test func utf16IsConverted() throws {
    let text = "“é😀”\r\n"
    let little = text.utf16.flatMap { [UInt8(truncatingIfNeeded: $0), UInt8($0 >> 8)] }
    let big = text.utf16.flatMap { [UInt8($0 >> 8), UInt8(truncatingIfNeeded: $0)] }
    try check([0xFF, 0xFE] + little, text, ["utf-16"])
    try check([0xFE, 0xFF] + big, text, ["utf-16"])
    try check([0xFF, 0xFE], "", ["utf-16"])
  }

  @Test func brokenUTF16IsReplaced() throws {
    try check(
      [0xFE, 0xFF, 0, 0x61, 0xD8, 0x3D, 0, 0x62], "a\u{FFFD}b", ["utf-16", "invalid-utf16@1..<4"])
    try check(
      [0xFF, 0xFE, 0x61, 0, 0x3D, 0xD8], "a\u{FFFD}", ["utf-16", "invalid-utf16@1..<4"])
    try check([0xFF, 0xFE, 0x61, 0, 0x62], "a\u{FFFD}", ["utf-16", "invalid-utf16@1..<4"])
    try check([0xFE, 0xFF, 0xDE, 0x00], "\u{FFFD}", ["utf-16", "invalid-utf16@0..<3"])
  }

  @Test func nulIsKeptWithAWarning() throws {
    try check(Array("a\0b\0".utf8), "a\0b\0", ["nul-bytes@1..<2"])
  }

  @Test func utf32IsRefused() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write("a.txt", [0xFF, 0xFE, 0, 0, 0x61, 0, 0, 0])
    #expect(items([path], in: folder) == ["! a.txt: is UTF-32; save it as UTF-8"])
  }

  /// On random bytes the result is what the standard library's repair gives.
  @Test func repairAgreesWithTheStandardLibrary() throws {
    var random = SeededGenerator(seed: 5)
    let interesting: [UInt8] = [
      0x00, 0x41, 0x7F, 0x80, 0x8F, 0x90, 0x9F, 0xA0, 0xBF, 0xC0, 0xC1, 0xC2, 0xDF, 0xE0, 0xE1,
      0xEC,
      0xED, 0xEE, 0xEF, 0xF0, 0xF1, 0xF3, 0xF4, 0xF5, 0xFF,
    ]
    for _ in 0..<3000 {
      // An ASCII start, so that no byte order mark is read out of chance.
      let bytes =
        [0x20]
        + (0..<Int.random(in: 0..<40, using: &random)).map { _ in
          Bool.random(using: &random)
            ? 0x61 : interesting.randomElement(using: &random) ?? 0
        }
      let decoded = try TextDecoding.decode(bytes)
      #expect(decoded.bytes == Array(String(decoding: bytes, as: UTF8.self).utf8))
      #expect((firstInvalidUTF8(in: bytes.span) == nil) == (decoded.bytes == bytes))
      #expect(firstInvalidUTF8(in: decoded.bytes.span) == nil)
    }
  }
}
