import Foundation
import MetamorphicSupport
import TestSupport
import Testing
import Verbatim

/// How a text is stored says nothing of who says what in it: line ends, a byte order mark, composed or
/// decomposed accents. Places aside, the result is the same.
@Suite struct EncodingTests {
  @Test(arguments: ["\r\n", "\r", "\u{2028}", "\u{85}"])
  func lineEndsAreAlike(_ lineEnd: String) {
    for article in Self.articles {
      let original = MarkedArticle(article)
      let breaks = article.bytes.indices.filter { article.bytes[$0] == 0x0A }
      let edit = EditedText(
        article.bytes,
        replacing: breaks.map { EditedText.Replacement(TextSpan($0, $0 + 1), lineEnd) })
      let other = MarkedArticle(Article(id: article.id, bytes: edit.bytes))
      #expect(other.records(edit) == original.records(original.unedited), "\(article.id)")
    }
  }

  @Test func aByteOrderMarkIsNoText() throws {
    let folder = try TemporaryFolder()
    for (index, article) in Self.articles.enumerated() {
      let plain = try folder.write("\(index).txt", article.bytes)
      let marked = try folder.write("\(index)b.txt", [0xEF, 0xBB, 0xBF] + article.bytes)
      let texts = try [plain, marked].map { path in
        var source = ArticleSource(paths: [path])
        guard case .article(let article, _) = source.next() else {
          throw CancellationError()
        }
        return answers(QuotationAnalyzer().analyze(article))
      }
      #expect(texts[0] == texts[1], "\(article.id)")
    }
  }

  @Test func accentsAreAlikeComposedAndDecomposed() {
    for article in Self.articles {
      // The samples have few accents: every name gets some.
      let text = String(decoding: article.bytes, as: UTF8.self)
        .replacing("an", with: "àn").replacing("o", with: "ö").replacing("Ru", with: "Řu")
      let composed = text.precomposedStringWithCanonicalMapping
      let decomposed = text.decomposedStringWithCanonicalMapping
      #expect(!composed.utf8.elementsEqual(decomposed.utf8))
      let results = [composed, decomposed].map { text in
        answers(QuotationAnalyzer().analyze(Article(id: article.id, text: text)))
      }
      #expect(results[0] == results[1], "\(article.id)")
    }
  }

  private static let articles = SampleTexts.articles.filter { $0.id.hasSuffix(".txt") }

  /// What was found, without places; strings are equal where they look alike.
  private func answers(_ attributed: AttributedArticle) -> [String] {
    zip(attributed.quotations, attributed.attributions).map { quotation, attribution in
      let pieces = quotation.pieces.map { attributed.article.text(of: $0.span) }
      let name = attribution.speaker.map { attributed.speakers[$0].name } ?? "unknown"
      return "\(name): \(pieces.joined(separator: " … ")) \(quotation.speech) \(quotation.kind)"
    }
  }
}
