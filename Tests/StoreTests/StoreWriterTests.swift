import GRDB
import Passages
import Prose
import Speakers
import Testing
import Wording

@testable import Store

@Suite struct StoreWriterTests {
  private let folder: Folder

  init() throws { folder = try Folder() }

  @Test func articlesComeBackAsTheyWere() throws {
    var maker = ArticleMaker(seed: 1)
    let prepared = (0..<150).map { maker.prepared("n\($0)") }
    let writer = try StoreWriter(path: folder.file("a.db"))
    #expect(try writer.commit(prepared.map { .put($0) }).added == 150)
    let images = try StoreReader(path: folder.file("a.db")).images()
    let wanted = prepared.enumerated().sorted {
      ($0.element.position, $0.offset) < ($1.element.position, $1.offset)
    }
    #expect(images == wanted.map { ArticleImage($0.element.attributed) })
  }

  /// What is in the store follows from the articles that are left, not from the way there.
  @Test(arguments: 0..<8) func anyWayLeadsToTheSameStore(seed: UInt64) throws {
    var maker = ArticleMaker(seed: seed)
    let names = (0..<30).map { "n\($0)" }
    var current: [String: PreparedArticle] = [:]
    let policy = MergePolicy(fanOut: 2, smallestTier: 256)
    let writer = try StoreWriter(path: folder.file("way.db"), policy: policy)
    for _ in 0..<40 {
      var changes: [StoreWriter.Change] = []
      for _ in 0..<Int.random(in: 1...6, using: &maker.generator) {
        let name = names.randomElement(using: &maker.generator) ?? ""
        let file = "f\(name.utf8.count).jsonl"
        // Only what is committed can be removed.
        if changes.isEmpty, let known = current[name], Bool.random(using: &maker.generator) {
          changes.append(.remove(try #require(try writer.known(known.key)).number))
          current[name] = nil
        } else {
          current[name] = maker.prepared(name, in: file)
          changes.append(.put(try #require(current[name])))
        }
      }
      _ = try writer.commit(changes)
    }
    let fresh = try StoreWriter(path: folder.file("fresh.db"), policy: policy)
    _ = try fresh.commit(current.keys.sorted().compactMap { current[$0] }.map { .put($0) })

    let (way, direct) = (
      try StoreReader(path: folder.file("way.db")), try StoreReader(path: folder.file("fresh.db"))
    )
    #expect(try Set(way.images()) == Set(direct.images()))
    #expect(try way.images().count == current.count)
    #expect(try way.problems { _, _ in nil } == [])
    try writer.vacuum()
    try fresh.vacuum()
    let vacuumed = try StoreReader(path: folder.file("way.db"))
    #expect(try vacuumed.problems { _, _ in nil } == [])
    #expect(try vacuumed.statistics().deletedDocuments == 0)
    #expect(try vacuumed.statistics().segments == (current.isEmpty ? 0 : 1))
    #expect(try Set(vacuumed.images()) == Set(direct.images()))
    let small = try StoreReader(path: folder.file("fresh.db"))
    for phrase in ["water river", "council bridge tax", "never always"] {
      #expect(try places(of: phrase, in: vacuumed) == places(of: phrase, in: small))
    }
  }

  /// The articles' names with the places in them.
  private func places(of phrase: String, in reader: StoreReader) throws -> Set<String> {
    let words = WordingComparer().read(Rendering(pieces: [phrase]))
    let found = try reader.passages().search(words, options: .init(limit: 1000))
    return Set(
      try found.places.map { place in
        let article = try #require(try reader.article(place.document))
        return "\(article.key.name) \(place.words) \(place.bytes)"
      })
  }

  @Test func unchangedArticlesKeepTheirNumber() throws {
    var maker = ArticleMaker(seed: 5)
    let prepared = maker.prepared("n")
    let writer = try StoreWriter(path: folder.file("a.db"))
    let first = try writer.commit([.put(prepared)]).numbers
    let again = try writer.commit([.put(prepared)])
    #expect(again.numbers == first)
    #expect(again.added == 0 && again.updated == 0)
    var changed = prepared
    changed.version.hash = [0]
    let updated = try writer.commit([.put(changed)])
    #expect(updated.updated == 1)
    #expect(updated.numbers[0] > first[0])
  }

  @Test func readersKeepTheirSnapshot() throws {
    var maker = ArticleMaker(seed: 6)
    let path = folder.file("a.db")
    let writer = try StoreWriter(path: path)
    _ = try writer.commit([.put(maker.prepared("a"))])
    let reader = try StoreReader(path: path)
    _ = try writer.commit([.put(maker.prepared("b"))])
    #expect(try reader.extent().articles == 1)
    #expect(try reader.images().count == 1)
    #expect(try StoreReader(path: path).extent().articles == 2)
  }

  @Test func aFullDiskLosesNothing() throws {
    var maker = ArticleMaker(seed: 7)
    let path = folder.file("a.db")
    let writer = try StoreWriter(path: path)
    _ = try writer.commit((0..<20).map { .put(maker.prepared("n\($0)")) })
    try writer.connection.access { db in
      try db.execute(sql: "PRAGMA max_page_count = 30")
    }
    let more = (20..<2000).map { StoreWriter.Change.put(maker.prepared("n\($0)")) }
    let failure = #expect(throws: StoreFailure.self) { _ = try writer.commit(more) }
    #expect(failure?.reason == .diskFull)
    #expect(try StoreReader(path: path).extent().articles == 20)
    try writer.connection.access { db in
      try db.execute(sql: "PRAGMA max_page_count = 1000000")
    }
    #expect(try writer.commit(more).added == 1980)
    #expect(try StoreReader(path: path).problems { _, _ in nil } == [])
  }

  @Test func aSecondWriterIsTurnedAway() throws {
    let path = folder.file("a.db")
    do {
      let writer = try StoreWriter(path: path)
      let failure = #expect(throws: StoreFailure.self) { _ = try StoreWriter(path: path) }
      #expect(failure?.reason == .busy)
      #expect(failure?.path == path)
      _ = try writer.commit([])
    }
    _ = try StoreWriter(path: path)
  }
}
