import Prose
import TestSupport
import Testing

@Suite struct DecodedTextTests {
  @Test func validTextIsUnchanged() {
    check(Array("“a” é 😀\0".utf8), "“a” é 😀\0", ["nul-character 15..<16"])
    check([], "", [])
  }

  @Test func byteOrderMarksTellTheEncoding() {
    check([0xEF, 0xBB, 0xBF, 0x61], "a", [])
    check([0xFF, 0xFE, 0x61, 0, 0x1C, 0x20, 0x3D, 0xD8, 0x00, 0xDE], "a“😀", [])
    check([0xFE, 0xFF, 0, 0x61, 0x20, 0x1C, 0xD8, 0x3D, 0xDE, 0x00], "a“😀", [])
    check(
      [0xFF, 0xFE, 0x00, 0xDC, 0x61, 0, 0x3D], "\u{FFFD}a\u{FFFD}",
      ["invalid-utf16 0..<3", "invalid-utf16 4..<7"])
  }

  @Test func eachMaximalSubpartIsOneReplacement() {
    // The example of The Unicode Standard, table 3-8 and those that follow it.
    check(
      [0x61, 0xF1, 0x80, 0x80, 0xE1, 0x80, 0xC2, 0x62, 0x80, 0x63, 0x80, 0xBF, 0x64],
      "a\u{FFFD}\u{FFFD}\u{FFFD}b\u{FFFD}c\u{FFFD}\u{FFFD}d",
      ["invalid-utf8 1..<10", "invalid-utf8 11..<14", "invalid-utf8 15..<21"])
    check(
      [0xC0, 0xAF, 0xE0, 0x80, 0xBF, 0x41], "\u{FFFD}\u{FFFD}\u{FFFD}\u{FFFD}\u{FFFD}A",
      ["invalid-utf8 0..<15"])
    check([0xED, 0xA0, 0x80], "\u{FFFD}\u{FFFD}\u{FFFD}", ["invalid-utf8 0..<9"])
    check([0x61, 0xE2, 0x80], "a\u{FFFD}", ["invalid-utf8 1..<4"])
  }

  @Test func agreesWithStringOnBrokenBytes() {
    var generator = SeededGenerator(seed: 2)
    for _ in 0..<4000 {
      let bytes = RandomText.brokenBytes(upTo: 60, using: &generator)
      if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) { continue }
      let isMarked = bytes.starts(with: [0xEF, 0xBB, 0xBF])
      let expected = String(decoding: isMarked ? bytes[3...] : bytes[...], as: UTF8.self)
      #expect(DecodedText(bytes).bytes == Array(expected.utf8))
    }
  }

  @Test func manyPlacesAreCounted() {
    let bytes = [UInt8]((0..<1000).flatMap { _ in [0x61, 0xFF] as [UInt8] })
    let diagnostics = DecodedText(bytes).diagnostics
    #expect(diagnostics.count == 101)
    #expect(diagnostics.last?.message.contains("900") == true)
  }

  private func check(
    _ input: [UInt8], _ expected: String, _ diagnostics: [String],
    sourceLocation: SourceLocation = #_sourceLocation
  ) {
    let text = DecodedText(input)
    #expect(text.bytes == Array(expected.utf8), sourceLocation: sourceLocation)
    let found = text.diagnostics.map { "\($0.code) \($0.span.map(\.description) ?? "")" }
    #expect(found == diagnostics, sourceLocation: sourceLocation)
  }
}
