import Foundation
import Testing
import Verbatim

/// Real annotated texts beside the checkout, where there are any.
private let shared: URL? = {
  let environment = ProcessInfo.processInfo.environment["VERBATIM_SHARED"]
  let beside = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "../../../shared").standardizedFileURL
  let folder = environment.map { URL(filePath: $0) } ?? beside
  return FileManager.default.fileExists(atPath: folder.path) ? folder : nil
}()

@Suite(.enabled(if: shared != nil, "there is no folder of shared texts beside the checkout"))
struct SharedTextsTests {
  private struct Gold: Decodable {
    struct Quote: Decodable {
      var content: [[Int]]
      var speaker: String
    }
    struct Entity: Decodable {
      var name: String
      var aliases: [String]
    }
    var id: String
    var text: String
    var quotes: [Quote]
    var entities: [Entity]
  }

  /// Every quotation of the first articles is found exactly, nothing else is taken for speech, and
  /// at most one speaker in fifteen is wrong.
  @Test func seeds() throws {
    let folder = try #require(shared).appending(path: "seeds")
    let lines = try String(contentsOf: folder.appending(path: "gold.jsonl"), encoding: .utf8)
    var spans = 0
    var right = 0
    for line in lines.split(separator: "\n") {
      let gold = try JSONDecoder().decode(Gold.self, from: Data(line.utf8))
      let article = Article(id: gold.id, text: gold.text)
      let offsets = OffsetMap(article)
      let result = QuotationAnalyzer().analyze(article)
      var found: [TextSpan: String?] = [:]
      for (quotation, attribution) in zip(result.quotations, result.attributions)
      where quotation.speech == .speech && quotation.parent == nil {
        let name = attribution.speaker.map { result.speakers[$0].name }
        for piece in quotation.pieces { found.updateValue(name, forKey: piece.span) }
      }
      for quote in gold.quotes {
        let aliases = Set(gold.entities.first { $0.name == quote.speaker }?.aliases ?? [])
        for span in quote.content {
          let start = offsets.utf8Offset(ofScalar: span[0])
          let end = offsets.utf8Offset(ofScalar: span[1])
          let name = found.removeValue(forKey: TextSpan(start, end))
          #expect(name != nil, "\(gold.id): \(article.text(of: TextSpan(start, end))) is not found")
          spans += 1
          if let name = name ?? nil, name == quote.speaker || aliases.contains(name) { right += 1 }
        }
      }
      for span in found.keys {
        Issue.record("\(gold.id): \(article.text(of: span)) is taken for speech")
      }
    }
    #expect(right * 15 >= spans * 14, "\(right) of \(spans) speakers are right")
  }

  /// Spans point into the original text, whatever the text: in bounds, on character boundaries,
  /// nested or apart.
  @Test(arguments: ["litbank-open.jsonl", "polnear-dev.jsonl"])
  func spansAreSound(_ file: String) throws {
    let path = try #require(shared).appending(path: "corpora/\(file)").path
    try #require(FileManager.default.fileExists(atPath: path))
    var source = ArticleSource(paths: [path])
    let analyzer = QuotationAnalyzer()
    var count = 0
    while let item = source.next() {
      guard case .article(let article, _) = item else { continue }
      let result = analyzer.analyze(article)
      for quotation in result.quotations {
        var last = 0
        for piece in quotation.pieces {
          count += 1
          #expect(piece.span.start >= last && piece.span.end <= article.bytes.count)
          #expect(String(validating: article.bytes[piece.span.range], as: UTF8.self) != nil)
          #expect(piece.span.contains(piece.content))
          last = piece.span.end
        }
        if let parent = quotation.parent {
          #expect(result.quotations[parent].span.contains(quotation.span))
        }
      }
    }
    #expect(count > 500)
  }
}
