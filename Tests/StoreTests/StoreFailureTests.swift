import Foundation
import GRDB
import Prose
import Quotations
import Speakers
import Testing

@testable import Store

/// Files that are no stores, or are no longer.
@Suite struct StoreFailureTests {
  private let folder: Folder

  init() throws { folder = try Folder() }

  private func check(_ name: String, _ reason: StoreFailure.Reason) {
    let path = folder.file(name)
    let failure = #expect(throws: StoreFailure.self) { _ = try StoreReader(path: path).images() }
    #expect(failure?.reason == reason)
    #expect(failure?.path == path)
    #expect(failure?.what.isEmpty == false && failure?.remedy.isEmpty == false)
  }

  private func makeStore(_ name: String) throws {
    var maker = ArticleMaker(seed: 3)
    let writer = try StoreWriter(path: folder.file(name))
    _ = try writer.commit((0..<200).map { .put(maker.prepared("n\($0)")) })
  }

  @Test func missing() { check("none.db", .missing) }

  @Test func otherFiles() throws {
    try Data("It is a letter, not a store, and long enough.".utf8).write(
      to: URL(fileURLWithPath: folder.file("letter.db")))
    check("letter.db", .notAStore)
    let failure = #expect(throws: StoreFailure.self) {
      _ = try StoreWriter(path: folder.file("letter.db"))
    }
    #expect(failure?.reason == .notAStore)
    #expect(!StoreFile.isDatabase(path: folder.file("letter.db")))
  }

  @Test func specialFiles() throws {
    try FileManager.default.createDirectory(
      atPath: folder.file("folder.db"), withIntermediateDirectories: false)
    check("folder.db", .notAStore)
    for path in [folder.file("folder.db"), "/dev/null"] {
      let reading = #expect(throws: StoreFailure.self) { _ = try StoreReader(path: path) }
      #expect(reading?.reason == .notAStore)
      let writing = #expect(throws: StoreFailure.self) { _ = try StoreWriter(path: path) }
      #expect(writing?.reason == .notAStore)
    }
  }

  @Test func newerVersion() throws {
    try makeStore("a.db")
    do {
      let writer = try StoreWriter(path: folder.file("a.db"))
      try writer.connection.access { db in
        try db.execute(sql: "INSERT INTO grdb_migrations VALUES ('9 something unheard of')")
      }
    }
    check("a.db", .newerVersion)
    let failure = #expect(throws: StoreFailure.self) {
      _ = try StoreWriter(path: folder.file("a.db"))
    }
    #expect(failure?.reason == .newerVersion)
  }

  @Test func damagedPages() throws {
    try makeStore("a.db")
    let url = URL(fileURLWithPath: folder.file("a.db"))
    var bytes = try Data(contentsOf: url)
    let pages = bytes.count / StoreSchema.pageSize
    #expect(pages > 10)
    // All pages but the first, which tells what the file is.
    for page in 1..<pages {
      let start = page * StoreSchema.pageSize
      bytes.replaceSubrange(start..<start + 64, with: [UInt8](repeating: 0xA5, count: 64))
    }
    try bytes.write(to: url)
    check("a.db", .damaged)
  }

  /// One page of a segment, so that everything but the passage index can be read.
  @Test func damagedSegment() throws {
    try makeStore("a.db")
    do {
      let writer = try StoreWriter(path: folder.file("a.db"))
      try writer.connection.access { db in
        try db.execute(
          sql: """
            UPDATE passage_chunk SET bytes = zeroblob(length(bytes))
            WHERE id = (SELECT max(id) FROM passage_chunk)
            """)
      }
    }
    let reader = try StoreReader(path: folder.file("a.db"))
    #expect(try reader.images().count == 200)
    let problems = try reader.problems { _, _ in nil }
    #expect(problems.contains { $0.hasPrefix("passage index:") })
  }

  @Test func changedText() throws {
    try makeStore("a.db")
    let reader = try StoreReader(path: folder.file("a.db"))
    let problems = try reader.problems { article, _ in
      article.key.name == "n7" ? "the text of n7 has changed" : nil
    }
    #expect(problems == ["articles: the text of n7 has changed"])
  }

  /// Every byte of a row's details at another value: an error or another value, never a crash.
  @Test func damagedRows() throws {
    var maker = ArticleMaker(seed: 8)
    var refused = 0
    for number in 0..<20 {
      let article = maker.article("n\(number)", path: nil)
      for (quotation, attribution) in zip(article.quotations, article.attributions) {
        var terms: [String] = []
        let bytes = QuotationCoding.encode(quotation, attribution) { term in
          terms.append(term)
          return terms.count - 1
        }
        for index in bytes.indices {
          var changed = bytes
          changed[index] ^= UInt8.random(in: 1...255, using: &maker.generator)
          do throws(DamagedRow) {
            _ = try QuotationCoding.decode(changed, origin: quotation.span.start) {
              (number) throws(DamagedRow) in
              guard terms.indices.contains(number) else { throw DamagedRow(what: "no term") }
              return terms[number]
            }
          } catch { refused += 1 }
        }
      }
    }
    #expect(refused > 100)
  }
}
