import Reports
import Speakers
import Testing

@Suite struct OrderTests {
  private let quotations = [
    listed("“1”", by: "Bo", in: .init(id: "a", outlet: "Zeit", date: "2024-02"), words: 3),
    listed("“2”", by: nil, in: .init(id: "b"), confidence: 0.1, words: 9),
    listed("“3”", by: "Ana", in: .init(id: "c", outlet: "Abend", date: "2024-01"), words: 3),
    listed("“4”", by: "Bo", in: .init(id: "a", outlet: "Zeit", date: "2024-02"), words: 5),
  ]

  @Test(arguments: [
    (ListOptions.Order.position, "1234"), (.person, "3142"), (.outlet, "3142"), (.date, "3142"),
    (.length, "2413"), (.confidence, "2134"), (.count, "1234"),
  ])
  func orders(_ order: ListOptions.Order, _ expected: String) {
    #expect(digits(ListOptions(format: .csv, order: order)) == expected)
  }

  @Test(arguments: [
    (ListOptions.Grouping.person, ListOptions.Order.position, "3142"),
    (.person, .count, "1432"), (.person, .length, "3412"), (.outlet, .position, "3142"),
    (.article, .count, "1423"),
  ])
  func groups(_ grouping: ListOptions.Grouping, _ order: ListOptions.Order, _ expected: String) {
    #expect(digits(ListOptions(format: .csv, grouping: grouping, order: order)) == expected)
  }

  @Test func ordersInsideAnArticleThatStreams() {
    let listing = ArticleListing(
      article: quotations[0].article, quotations: [quotations[0], quotations[3]])
    let options = ListOptions(format: .csv, grouping: .article, order: .length)
    #expect(digits(report([listing], options)) == "41")
  }

  @Test func namesSortByCollation() {
    let names = ["Zoe", "Émile", "emil", "Özil", "Adam", "Ozzy"]
    let text = report(names.map { listed(by: $0) }, ListOptions(format: .markdown))
    let headings = text.split(separator: "\n").filter { $0.hasPrefix("## ") }
    #expect(headings.map { $0.dropFirst(3).prefix { $0 != " " } } == [
      "Adam", "emil", "Émile", "Özil", "Ozzy", "Zoe",
    ])
  }

  @Test func unnamedSpeakersOfTwoArticlesStayApart() {
    let quotations = ["a", "b"].map { id in
      var quotation = listed(in: ArticleReference(id: id))
      quotation.speaker = Speaker(name: "a senior official", kind: .unnamed)
      return quotation
    }
    let text = report(quotations, ListOptions())
    #expect(text.split(separator: "\n").count { $0.hasPrefix("a senior official · 1") } == 2)
  }

  @Test func streamsArticleByArticle() {
    var stream = ListReport(options: ListOptions(format: .jsonl))
    let first = stream.add(
      ArticleListing(article: quotations[0].article, quotations: [quotations[0]]))
    #expect(first.last == 0x0A)
    #expect(stream.finish().isEmpty)
  }

  /// The digits inside the quotation marks, in the order of the rows.
  private func digits(_ options: ListOptions) -> String { digits(report(quotations, options)) }

  private func digits(_ text: String) -> String {
    String(text.split(separator: "“").dropFirst().compactMap(\.first))
  }
}
