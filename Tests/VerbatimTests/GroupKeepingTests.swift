import Foundation
import TestSupport
import Testing

@testable import Corpus
@testable import Reports
@testable import Store
@testable import Verbatim

/// Groups that grow bit by bit, against those that are made at once.
@Suite struct GroupKeepingTests {
  /// Articles that print each other's utterances, edited, cut and misattributed.
  private struct Newsroom {
    var generator: SeededGenerator
    /// Invented, and as many as a newspaper's, so that words tell utterances apart.
    private let nouns: [String]
    private let names = ["Ana Ruiz", "Ben Okafor", "Carla Voss", "Dmitri Hale", "Elsa Brandt"]
    private(set) var utterances: [(speaker: String, words: [String])] = []

    init(seed: UInt64, utterances count: Int) {
      var generator = SeededGenerator(seed: seed)
      let syllables = "ba ke lo mi ru ta vo ne si du fa go pel ran tor wick mar den".split(
        separator: " ")
      var nouns: [String] = []
      for _ in 0..<1500 {
        var noun = ""
        for _ in 0..<3 { noun += syllables.randomElement(using: &generator) ?? "" }
        nouns.append(noun)
      }
      self.nouns = nouns
      self.generator = generator
      for _ in 0..<count { utterances.append((pick(names), sentence())) }
    }

    private mutating func pick(_ words: [String]) -> String {
      words.randomElement(using: &generator) ?? ""
    }

    private mutating func sentence() -> [String] {
      var words: [String] = []
      for part in 0..<Int.random(in: 2...4, using: &generator) {
        if part > 0 { words.append(["and", "but", "because", "unless"][part % 4]) }
        words += ["we", "will", pick(nouns), "the", pick(nouns), "before", "the", pick(nouns)]
        words += ["near", "the", pick(nouns)]
      }
      return words
    }

    private mutating func printed(_ utterance: Int) -> String {
      var words = utterances[utterance].words
      if Int.random(in: 0..<3, using: &generator) == 0 {
        words[Int.random(in: words.indices, using: &generator)] = pick(nouns)
      }
      if Int.random(in: 0..<4, using: &generator) == 0 {
        words = Array(words.dropFirst(Int.random(in: 0...6, using: &generator)))
      }
      let name =
        Int.random(in: 0..<12, using: &generator) == 0 ? pick(names) : utterances[utterance].speaker
      return "“\(words.joined(separator: " ").capitalizedFirst),” said \(name)."
    }

    mutating func article(_ number: Int) -> Article {
      let count = Int.random(in: 1...6, using: &generator)
      let texts = (0..<count).map { _ in
        printed(Int.random(in: utterances.indices, using: &generator))
      }
      var article = Article(
        id: "n\(number)", path: "n\(number).txt", text: texts.joined(separator: "\n\n"))
      article.metadata.outlet = "Outlet \(number % 7)"
      article.metadata.date = "2024-03-\(10 + number % 18)"
      return article
    }
  }

  /// The renderings of a group, each as article and place.
  private typealias Group = Set<String>

  private static func groups(_ groups: [UtteranceGroup]) -> Set<Group> {
    Set(
      groups.map { group in
        Set(
          group.renderings.flatMap { rendering in
            rendering.pieces.map { "\(rendering.article.id) \($0.utf8.lowerBound)" }
          })
      })
  }

  private static func pairs(_ groups: Set<Group>) -> Set<[String]> {
    var pairs: Set<[String]> = []
    for group in groups.map({ $0.sorted() }) {
      for (index, a) in group.enumerated() {
        for b in group[(index + 1)...] { pairs.insert([a, b]) }
      }
    }
    return pairs
  }

  private func index(
    _ articles: [Article], in store: StoreWriter, of folder: TemporaryFolder, batch: Int
  ) throws -> StoreIndexer.Summary {
    var options = StoreIndexer.Options()
    options.batchCount = batch
    let lines = articles.map { article in
      let object: [String: String] = [
        "id": article.id, "text": String(decoding: article.bytes, as: UTF8.self),
        "outlet": article.metadata.outlet ?? "", "date": article.metadata.date ?? "",
      ]
      let data = try? JSONSerialization.data(withJSONObject: object, options: .sortedKeys)
      return String(decoding: data ?? Data(), as: UTF8.self) + "\n"
    }
    let path = folder.path("a.jsonl")
    try lines.joined().write(toFile: path, atomically: true, encoding: .utf8)
    var source = ArticleSource(paths: [path])
    return try StoreIndexer(options: options).index(&source, paths: [path], into: store)
  }

  private func whole(_ path: String) throws -> Set<Group> {
    var comparer = QuotationComparer()
    let reader = try StoreReader(path: path)
    var articles = reader.articles()
    while let article = try articles.next() { comparer.add(comparer.read(article.attributed)) }
    return Self.groups(comparer.groups())
  }

  /// In any order, in batches of any size, with articles that change and go: most pairs of
  /// renderings are together exactly if they are when all is grouped at once; and after that, all are.
  @Test(arguments: 0..<4) func growingAgreesWithGroupingAtOnce(seed: UInt64) throws {
    let folder = try TemporaryFolder()
    var newsroom = Newsroom(seed: seed, utterances: 25)
    var articles = (0..<36).map { newsroom.article($0) }
    let path = folder.path("c.db")
    let store = try StoreWriter(path: path)
    _ = try index(Array(articles.prefix(16)), in: store, of: folder, batch: 64)
    try StoreIndexer().regroup(store)
    func kept() throws -> Set<Group> {
      Self.groups(
        try #require(
          try StoreComparer(try StoreReader(path: path), options: .init()).groups()
        ).groups)
    }
    #expect(try kept() == whole(path))

    articles.shuffle(using: &newsroom.generator)
    _ = try index(
      articles, in: store, of: folder, batch: Int.random(in: 1...9, using: &newsroom.generator))
    for index in articles.indices where index % 5 == 0 {
      var changed = newsroom.article(900 + index)
      changed.id = articles[index].id
      articles[index] = changed
    }
    articles.removeLast(5)
    let summary = try index(articles, in: store, of: folder, batch: 3)
    #expect(summary.updated > 5 && summary.removed == 5)

    let (grown, atOnce) = (try Self.pairs(kept()), try Self.pairs(whole(path)))
    #expect(atOnce.count > 60)
    let common = grown.intersection(atOnce).count
    let agreement = 2 * Double(common) / Double(grown.count + atOnce.count)
    #expect(agreement > 0.99, "\(agreement)")
    #expect(try StoreReader(path: path).problems() == [])
    let counted = try #require(try store.grouping()).corpus

    try StoreIndexer().regroup(store)
    #expect(try kept() == whole(path))
    // What is gone counts no more.
    #expect(try #require(try store.grouping()).corpus == counted)
  }

  /// Groups that another version made are made anew.
  @Test func groupsOfOtherRules() throws {
    let folder = try TemporaryFolder()
    var newsroom = Newsroom(seed: 9, utterances: 10)
    let articles = (0..<20).map { newsroom.article($0) }
    let path = folder.path("c.db")
    let store = try StoreWriter(path: path)
    _ = try index(articles, in: store, of: folder, batch: 64)
    try store.setGroups(
      [], StoredGrouping(rules: [1], corpus: .init(), renderingCount: 0))
    let comparer = try StoreComparer(try StoreReader(path: path), options: .init())
    #expect(try comparer.groups() == nil)
    _ = try index(articles, in: store, of: folder, batch: 64)
    let groups = try StoreComparer(try StoreReader(path: path), options: .init()).groups()
    #expect(Self.groups(try #require(groups).groups) == (try whole(path)))
  }
}

extension String {
  fileprivate var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
}
