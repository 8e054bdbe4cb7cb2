internal import Foundation
internal import GRDB
internal import Prose
internal import Wording

/// Keeps groups of renderings in their tables.
enum GroupTables {
  private static let columns = "article, passage, quotation, start, stop, grp"

  static func grouping(_ db: Database) throws -> StoredGrouping? {
    guard
      let row = try Row.fetchOne(
        db, sql: "SELECT rules, wording_count, corpus, rendering_count FROM grouping")
    else { return nil }
    return try StoredGrouping(
      rules: row.bytes(0),
      corpus: WordingCorpus(wordingCount: row.value(1), counts: try counts(row.bytes(2))),
      renderingCount: row.value(3))
  }

  static func set(_ grouping: StoredGrouping, _ db: Database) throws {
    try db.execute(
      sql: """
        INSERT OR REPLACE INTO grouping (id, rules, wording_count, corpus, rendering_count)
        VALUES (1, ?, ?, ?, ?)
        """,
      arguments: [
        Data(grouping.rules), grouping.corpus.wordingCount, Data(encode(grouping.corpus.counts)),
        grouping.renderingCount,
      ])
  }

  static func clear(_ db: Database) throws {
    try db.execute(sql: "DELETE FROM rendering")
    try db.execute(sql: "DELETE FROM grouping")
  }

  // MARK: Renderings

  static func renderings(of article: Int64, _ db: Database) throws -> [StoredRendering] {
    let statement = try db.cachedStatement(
      sql: "SELECT \(columns) FROM rendering WHERE article = ? ORDER BY passage")
    return try fetch(statement, [article])
  }

  static func renderings(inGroup group: Int64, _ db: Database) throws -> [StoredRendering] {
    let statement = try db.cachedStatement(
      sql: "SELECT \(columns) FROM rendering WHERE grp = ? ORDER BY article, passage")
    return try fetch(statement, [group])
  }

  /// The renderings of groups that so many articles print, group by group.
  static func groups(
    leastArticles: Int, _ db: Database
  ) throws -> [[StoredRendering]] {
    let statement = try db.cachedStatement(
      sql: """
        SELECT \(columns) FROM rendering WHERE grp IN (
          SELECT grp FROM rendering GROUP BY grp
          HAVING count(*) > 1 AND count(DISTINCT article) >= ?)
        ORDER BY grp, article, passage
        """)
    var groups: [[StoredRendering]] = []
    for rendering in try fetch(statement, [leastArticles]) {
      if groups.last?.first?.group == rendering.group {
        groups[groups.count - 1].append(rendering)
      } else {
        groups.append([rendering])
      }
    }
    return groups
  }

  /// How many groups at least so many articles print.
  static func groupCount(leastArticles: Int, _ db: Database) throws -> Int {
    try Int.fetchOne(
      db,
      sql: """
        SELECT count(*) FROM (
          SELECT grp FROM rendering GROUP BY grp HAVING count(DISTINCT article) >= ?)
        """, arguments: [leastArticles]) ?? 0
  }

  /// How many quotations are compared.
  static func quotationCount(_ db: Database) throws -> Int {
    try Int.fetchOne(
      db, sql: "SELECT count(*) FROM (SELECT DISTINCT article, quotation FROM rendering)") ?? 0
  }

  static func renderingCount(_ db: Database) throws -> Int {
    try Int.fetchOne(db, sql: "SELECT count(*) FROM rendering") ?? 0
  }

  static func put(_ renderings: [StoredRendering], _ db: Database) throws {
    let statement = try db.cachedStatement(
      sql: """
        INSERT INTO rendering (\(columns)) VALUES (?, ?, ?, ?, ?, ?)
        ON CONFLICT (article, passage) DO UPDATE SET grp = excluded.grp WHERE grp <> excluded.grp
        """)
    for rendering in renderings {
      try statement.execute(arguments: [
        rendering.article, rendering.passage, rendering.quotation, rendering.span.start,
        rendering.span.end, rendering.group,
      ])
    }
  }

  /// A number that no group has.
  static func nextGroup(_ db: Database) throws -> Int64 {
    1 + (try Int64.fetchOne(db.cachedStatement(sql: "SELECT max(grp) FROM rendering")) ?? 0)
  }

  private static func fetch(
    _ statement: Statement, _ arguments: StatementArguments
  ) throws -> [StoredRendering] {
    try Row.fetchAll(statement, arguments: arguments).map { row in
      let (start, end): (Int, Int) = (try row.value(3), try row.value(4))
      guard start <= end else { throw DamagedRow(what: "a rendering ends before it begins") }
      return try StoredRendering(
        article: row.value(0), passage: row.value(1), quotation: row.value(2),
        span: TextSpan(start, end),
        group: row.value(5))
    }
  }

  // MARK: Words

  private static func encode(_ counts: [UInt32: UInt32]) -> [UInt8] {
    var writer = CompactWriter()
    var last = 0
    writer.write(counts.sorted { $0.key < $1.key }) { writer, word in
      writer.write(Int(word.key) - last)
      writer.write(Int(word.value))
      last = Int(word.key)
    }
    return writer.bytes
  }

  private static func counts(_ bytes: [UInt8]) throws(DamagedRow) -> [UInt32: UInt32] {
    var reader = CompactReader(bytes)
    var last = 0
    let words = try reader.array { (reader) throws(DamagedRow) in
      let (step, value) = (try reader.int(), try reader.int())
      let (key, overflows) = last.addingReportingOverflow(step)
      guard !overflows, let key = UInt32(exactly: key), let value = UInt32(exactly: value) else {
        throw DamagedRow(what: "the words of the groups cannot be read")
      }
      last = Int(key)
      return (key, value)
    }
    return Dictionary(words, uniquingKeysWith: { $1 })
  }
}
