import Prose
import Quotations
import Speakers
import Testing

@testable import Store

/// Who is who across articles, guessed and corrected.
@Suite struct PeopleTests {
  private let folder: Folder

  init() throws { folder = try Folder() }

  /// Stores articles of one outlet each, in which the speakers say one sentence each.
  private func store(_ articles: [[String]]) throws -> StoreWriter {
    let writer = try StoreWriter(path: folder.file("a.db"))
    _ = try writer.commit(
      articles.enumerated().map { number, names in
        let text = "“So it is.”"
        var article = Article(id: "n\(number)", path: nil, text: text)
        article.metadata.outlet = "Outlet \(number)"
        article.metadata.date = "2024-03-1\(number)"
        let whole = TextSpan(0, text.utf8.count)
        return .put(
          PreparedArticle(
            key: ArticleKey(location: "-", name: "n\(number)"),
            version: ArticleVersion(hash: [UInt8(number)], analysis: []), position: number,
            attributed: AttributedArticle(
              article: article,
              quotations: names.map { _ in
                Quotation(
                  pieces: [.init(span: whole, opening: nil, closing: nil)], style: .curly)
              },
              attributions: names.indices.map { Attribution(speaker: $0, confidence: 1) },
              speakers: names.map { Speaker(name: $0, aliases: [$0], kind: .person) },
              diagnostics: []),
            day: number, wordCount: 3))
      })
    return writer
  }

  /// The people as `name: other names | quotations`.
  private func people() throws -> [String] {
    let reader = try StoreReader(path: folder.file("a.db"))
    return try reader.people(try reader.corrections()).map { person in
      let others = person.names.filter { $0 != person.speaker.name }.sorted()
      return "\(person.speaker.name): \(others.joined(separator: ", ")) | \(person.quotationCount)"
    }.sorted()
  }

  @Test func countsOutletsAndDates() throws {
    _ = try store([["Ana Ruiz", "Ben Cole"], ["Ana Ruiz"]])
    let reader = try StoreReader(path: folder.file("a.db"))
    let ana = try #require(
      try reader.people(PeopleCorrections()).first { $0.speaker.name == "Ana Ruiz" })
    #expect(ana.articleCount == 2)
    #expect(ana.quotationCount == 2)
    #expect(ana.outlets.map(\.name) == ["Outlet 0", "Outlet 1"])
    #expect(ana.firstDate == "2024-03-10")
    #expect(ana.lastDate == "2024-03-11")
  }

  @Test func merge() throws {
    let writer = try store([["Ana Ruiz"], ["Clara Vega"]])
    #expect(try people() == ["Ana Ruiz:  | 1", "Clara Vega:  | 1"])
    try writer.add(.merge("Clara Vega", into: "Ana Ruiz"))
    #expect(try people() == ["Ana Ruiz: Clara Vega | 2"])
    #expect(try writer.removeLastCorrection())
    #expect(try people() == ["Ana Ruiz:  | 1", "Clara Vega:  | 1"])
    #expect(try !writer.removeLastCorrection())
  }

  @Test func split() throws {
    let writer = try store([["Robert Cole"], ["Robert J. Cole"]])
    #expect(try people() == ["Robert J. Cole: Robert Cole | 2"])
    try writer.add(.split("Robert J. Cole", from: "Robert Cole"))
    #expect(try people() == ["Robert Cole:  | 1", "Robert J. Cole:  | 1"])
  }

  @Test func rename() throws {
    let writer = try store([["Ana Ruiz"], ["Ana Ruiz"]])
    try writer.add(.rename("Ana Ruiz", to: "Ana Ruiz Vega"))
    #expect(try people() == ["Ana Ruiz Vega: Ana Ruiz | 2"])
    // A later correction of the same person.
    try writer.add(.rename("Ana Ruiz Vega", to: "Mayor A. R. Vega"))
    #expect(try people() == ["Mayor A. R. Vega: Ana Ruiz | 2"])
  }

  /// A split after a merge, and a merge after that: the last word counts.
  @Test func laterCorrectionsWin() throws {
    let writer = try store([["Ana Ruiz"], ["Clara Vega"], ["Ben Cole"]])
    try writer.add(.merge("Clara Vega", into: "Ana Ruiz"))
    try writer.add(.split("Clara Vega", from: "Ana Ruiz"))
    #expect(try people() == ["Ana Ruiz:  | 1", "Ben Cole:  | 1", "Clara Vega:  | 1"])
    try writer.add(.merge("Clara Vega", into: "Ben Cole"))
    #expect(try people() == ["Ana Ruiz:  | 1", "Ben Cole: Clara Vega | 2"])
  }

  @Test func correctionsSurviveNewArticles() throws {
    let writer = try store([["Ana Ruiz"], ["Clara Vega"]])
    try writer.add(.merge("Clara Vega", into: "Ana Ruiz"))
    var maker = ArticleMaker(seed: 1)
    var late = maker.prepared("late")
    late.attributed.quotations = []
    late.attributed.attributions = []
    late.attributed.speakers = [Speaker(name: "clara VEGA", aliases: [], kind: .person)]
    _ = try writer.commit([.put(late)])
    #expect(try people().first?.hasPrefix("Ana Ruiz: Clara Vega, clara VEGA") == true)
  }
}
