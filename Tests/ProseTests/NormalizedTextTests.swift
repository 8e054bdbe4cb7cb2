import Prose
import TestSupport
import Testing

@Suite struct NormalizedTextTests {
  @Test func spansMapBack() throws {
    try check("Straße", "strasse", "strass", "Straß")
    try check("Straße", "strasse", "e", "e")
    try check("co\u{AD}op", "coop", "op", "op")
    try check("co\u{AD}op", "coop", "co", "co")
    try check("co\u{AD}op", "coop", "coop", "co\u{AD}op")
    try check("ﬁne ﬀ", "fine ff", "i", "ﬁ")
    try check("e\u{301}tude", "étude", "é", "e\u{301}")
    try check("İ", "i\u{307}", "i", "İ")
  }

  @Test func nfcChangesOnlyComposition() throws {
    let text = try NormalizedText(Array("E\u{301} “ﬁ”".utf8), form: .nfc)
    #expect(String(decoding: text.bytes, as: UTF8.self).utf8.elementsEqual("É “ﬁ”".utf8))
    #expect(try NormalizedText([], form: .nfc).bytes.isEmpty)
  }

  @Test func everySpanMapsIntoTheOriginal() throws {
    var generator = SeededGenerator(seed: 3)
    for _ in 0..<500 {
      let bytes = Array(RandomText.text(upTo: 60, using: &generator).utf8)
      for form in [NormalizedText.Form.nfc, .nfkcCasefold] {
        let text = try NormalizedText(bytes, form: form)
        #expect(text.originalCount == bytes.count)
        var previous = 0
        for offset in 0..<text.bytes.count {
          let span = text.originalSpan(of: TextSpan(offset, offset + 1))
          #expect(span.start >= previous && span.end <= bytes.count)
          previous = span.start
          // What was not changed is the same byte in both.
          if span.count == 1 && bytes[span.start] < 0x80 && form == .nfc {
            #expect(bytes[span.start] == text.bytes[offset])
          }
        }
        // Normalising what the whole stems from yields the whole again.
        let whole = text.originalSpan(of: TextSpan(0, text.bytes.count))
        #expect(try NormalizedText(Array(bytes[whole.range]), form: form).bytes == text.bytes)
      }
    }
  }

  private func check(
    _ input: String, _ folded: String, _ part: String, _ expected: String,
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let bytes = Array(input.utf8)
    let text = try NormalizedText(bytes, form: .nfkcCasefold)
    #expect(text.bytes == Array(folded.utf8), sourceLocation: sourceLocation)
    let needle = Array(part.utf8)
    let start = try #require(
      text.bytes.indices.first { text.bytes[$0...].starts(with: needle) },
      sourceLocation: sourceLocation)
    let span = text.originalSpan(of: TextSpan(start, start + needle.count))
    #expect(Array(bytes[span.range]) == Array(expected.utf8), sourceLocation: sourceLocation)
  }
}
