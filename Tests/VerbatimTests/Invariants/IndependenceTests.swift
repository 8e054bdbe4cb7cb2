import TestSupport
import Testing
import Verbatim

/// An article's result depends on the article alone: not on how many are worked on at a time, not on
/// what else is read, not on the order.
@Suite struct IndependenceTests {
  /// Articles that could lean on one another: the samples' people, and texts of any kind.
  private static let articles =
    SampleTexts.articles + (0..<40).map { Article(id: "r\($0)", text: SampleTexts.random($0)) }

  @Test(arguments: [1, 7])
  func jobsAndOthersChangeNothing(_ jobs: Int) throws {
    let folder = try TemporaryFolder()
    for (index, article) in Self.articles.enumerated() where !article.bytes.isEmpty {
      let name = String(1000 + index) + ".txt"
      try folder.write(name, article.bytes)
    }
    let analyzer = QuotationAnalyzer()
    var alone: [String] = []
    for name in try folder.names() {
      var source = ArticleSource(paths: [folder.path(name)])
      while let item = source.next() {
        if case .article(let article, _) = item {
          alone.append(jsonLines(of: [analyzer.analyze(article)]))
        }
      }
    }
    var together: [String] = []
    var source = ArticleSource(paths: [folder.path])
    try analyzer.analyze(
      &source, jobs: jobs, transform: { attributed, _ in attributed },
      consume: { result in
        if case .success(let attributed) = result { together.append(jsonLines(of: [attributed])) }
      })
    #expect(together.count > 50)
    #expect(together == alone)
  }

  @Test(arguments: 0..<8)
  func orderChangesNothing(_ seed: Int) {
    var random = SeededGenerator(seed: seed)
    let analyzer = QuotationAnalyzer()
    let chosen = Array(Self.articles.shuffled(using: &random).prefix(6))
    let forth = chosen.map { jsonLines(of: [analyzer.analyze($0)]) }
    let back = chosen.reversed().map { jsonLines(of: [analyzer.analyze($0)]) }
    #expect(forth == back.reversed())
  }
}
