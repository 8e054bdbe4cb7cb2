import Foundation
import Testing
import Verbatim

/// Every place that is reported lies in the original text, on character boundaries, and means the
/// same in all three kinds of offsets.
@Suite struct SpanTests {
  @Test(arguments: 0..<150)
  func anyText(_ seed: Int) throws { try check(SampleTexts.random(seed)) }

  @Test func samples() throws {
    for article in SampleTexts.articles {
      try check(String(decoding: article.bytes, as: UTF8.self))
    }
  }

  private func check(_ text: String) throws {
    let article = Article(id: "a", text: text)
    let attributed = QuotationAnalyzer(
      options: .init(marks: .init(maximumDiagnostics: .max), speakers: .init())
    ).analyze(article)
    expectSound(attributed)
    try expectEqualSlices(attributed)
  }

  private func expectSound(_ attributed: AttributedArticle) {
    let bytes = attributed.article.bytes
    func isSound(_ span: TextSpan) -> Bool {
      span.end <= bytes.count
        && [span.start, span.end].allSatisfy { $0 == bytes.count || bytes[$0] & 0xC0 != 0x80 }
    }
    for (quotation, attribution) in zip(attributed.quotations, attributed.attributions) {
      var last = 0
      for piece in quotation.pieces {
        #expect(isSound(piece.span) && isSound(piece.content) && !piece.span.isEmpty)
        #expect(piece.span.start >= last)
        last = piece.span.end
        for mark in [piece.opening, piece.closing].compactMap(\.self) {
          #expect(isSound(mark) && piece.span.contains(mark))
        }
      }
      if let mention = attribution.mention { #expect(isSound(mention.span)) }
      if let cue = attribution.cue { #expect(isSound(cue.span)) }
      #expect((0...1).contains(attribution.confidence))
      if let speaker = attribution.speaker { #expect(attributed.speakers.indices ~= speaker) }
    }
    for diagnostic in attributed.diagnostics {
      if let span = diagnostic.span { #expect(isSound(span)) }
    }
  }

  /// Cuts what JSON Lines say out of the text, once by each kind of offset.
  private func expectEqualSlices(_ attributed: AttributedArticle) throws {
    let text = String(decoding: attributed.article.bytes, as: UTF8.self)
    let utf8 = Array(text.utf8)
    let scalars = Array(text.unicodeScalars)
    let utf16 = Array(text.utf16)
    func check(_ place: [String: Any]) throws {
      let expected = try #require(place["text"] as? String)
      func range(_ unit: String) throws -> Range<Int> {
        let ends = try #require(place[unit] as? [Int])
        return ends[0]..<ends[1]
      }
      // Foundation's reader of JSON loses byte order marks that follow an escape.
      let cuts = [
        String(decoding: utf8[try range("utf8")], as: UTF8.self),
        String(String.UnicodeScalarView(scalars[try range("scalar")])),
        String(decoding: utf16[try range("utf16")], as: UTF16.self),
      ]
      for cut in cuts {
        #expect(
          cut.unicodeScalars.filter { $0 != "\u{FEFF}" }
            .elementsEqual(expected.unicodeScalars.filter { $0 != "\u{FEFF}" }))
      }
    }
    for line in jsonLines(of: [attributed]).split(separator: "\n") {
      let object = try #require(
        try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
      for piece in try #require(object["pieces"] as? [[String: Any]]) { try check(piece) }
      for key in ["mention", "cue"] {
        if let place = object[key] as? [String: Any] { try check(place) }
      }
    }
  }
}
