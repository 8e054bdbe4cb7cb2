internal import GRDB
internal import Passages

/// How much a store holds.
public struct StoreStatistics: Hashable, Sendable {
  public var articles = 0
  public var words = 0
  /// The bytes of all texts.
  public var textBytes = 0
  /// All quotations, with those inside others and what is not speech.
  public var quotations = 0
  /// The outlets that articles name.
  public var outlets = 0
  /// The first date of publication that is known, as the article gives it.
  public var firstDate: String?
  /// The last one.
  public var lastDate: String?
  /// The utterances that several articles print; nil if no groups are kept.
  public var groups: Int?
  /// The passages that were grouped with what was there, since all were grouped last; nil if no groups
  /// are kept.
  public var groupedSince: Int?
  /// The segments of the passage index.
  public var segments = 0
  /// Their bytes.
  public var segmentBytes = 0
  /// The articles that are gone but still take space in segments.
  public var deletedDocuments = 0
  /// The bytes of the file.
  public var fileBytes = 0
  /// Those of them that nothing uses.
  public var freeBytes = 0
}

extension StoreReader {
  /// How much the store holds.
  ///
  /// - Complexity: O(*n*) in articles and quotations.
  public func statistics() throws(StoreFailure) -> StoreStatistics {
    try connection.access { db in
      var result = StoreStatistics()
      if let row = try Row.fetchOne(
        db,
        sql: """
          SELECT count(*), total(word_count), total(byte_count), count(DISTINCT outlet)
          FROM article
          """)
      {
        result.articles = try row.value(0)
        result.words = try Int(exactly: row.value(1, as: Double.self).rounded()) ?? .max
        result.textBytes = try Int(exactly: row.value(2, as: Double.self).rounded()) ?? .max
        result.outlets = try row.value(3)
      }
      // SQLite takes the other columns from the row that has the least or the greatest.
      result.firstDate = try Row.fetchOne(db, sql: "SELECT date, min(day) FROM article").flatMap {
        try $0.value(0)
      }
      result.lastDate = try Row.fetchOne(db, sql: "SELECT date, max(day) FROM article").flatMap {
        try $0.value(0)
      }
      result.quotations =
        try Int.fetchOne(db, sql: "SELECT count(*) FROM quotation") ?? 0
      if let grouping = try GroupTables.grouping(db) {
        result.groups = try GroupTables.groupCount(leastArticles: 2, db)
        result.groupedSince = max(
          0, try GroupTables.renderingCount(db) - grouping.renderingCount)
      }
      let entries = try PassageTables.entries(db)
      result.segments = entries.count
      result.segmentBytes = entries.reduce(0) { $0 + $1.byteCount }
      result.deletedDocuments =
        try Int.fetchOne(db, sql: "SELECT count(*) FROM passage_deleted") ?? 0
      let pageSize = try Int.fetchOne(db, sql: "PRAGMA page_size") ?? 0
      result.fileBytes = (try Int.fetchOne(db, sql: "PRAGMA page_count") ?? 0) * pageSize
      result.freeBytes = (try Int.fetchOne(db, sql: "PRAGMA freelist_count") ?? 0) * pageSize
      return result
    }
  }

  /// The number of articles, and of the words in them.
  public func extent() throws(StoreFailure) -> (articles: Int, words: Int) {
    try connection.access { db in
      let row = try Row.fetchOne(db, sql: "SELECT count(*), total(word_count) FROM article")
      guard let row else { return (0, 0) }
      return try (row.value(0), Int(exactly: row.value(1, as: Double.self).rounded()) ?? .max)
    }
  }
}
