internal import Foundation
internal import GRDB
internal import Prose
internal import Quotations
internal import Speakers

/// Writes articles into their tables.
struct ArticleTables {
  private var sources: [String: Int64] = [:]
  private var analyses: [[UInt8]: Int64] = [:]
  private var terms: [String: Int] = [:]

  /// Forgets what a transaction that was rolled back had added.
  mutating func reset() { self = ArticleTables() }

  static func known(_ key: ArticleKey, _ db: Database) throws -> KnownArticle? {
    let statement = try db.cachedStatement(
      sql: """
        SELECT article.id, hash, fingerprint, position, path FROM source
        JOIN article ON article.source = source.id
        JOIN analysis ON analysis.id = article.analysis
        WHERE location = ? AND name = ? AND occurrence = ?
        """)
    guard
      let row = try Row.fetchOne(statement, arguments: [key.location, key.name, key.occurrence])
    else { return nil }
    return try KnownArticle(
      number: row.value(0), version: ArticleVersion(hash: row.bytes(1), analysis: row.bytes(2)),
      position: row.value(3), path: row.value(4))
  }

  static func forEachVersion(
    _ db: Database, _ body: (String?, ArticleKey, ArticleVersion) -> Void
  ) throws {
    let rows = try Row.fetchCursor(
      db,
      sql: """
        SELECT path, location, name, occurrence, hash, fingerprint
        FROM source JOIN article ON article.source = source.id
        JOIN analysis ON analysis.id = article.analysis
        ORDER BY rank, source.id, position, article.id
        """)
    while let row = try rows.next() {
      try body(
        row.value(0),
        ArticleKey(location: row.value(1), name: row.value(2), occurrence: row.value(3)),
        ArticleVersion(hash: row.bytes(4), analysis: row.bytes(5)))
    }
  }

  static func forEachArticle(
    below location: String, _ db: Database, _ body: (Int64, String) -> Void
  ) throws {
    // What is below a folder lies between “folder/” and “folder0”, the next character.
    let folder = location.hasSuffix("/") ? String(location.dropLast()) : location
    let rows = try Row.fetchCursor(
      db,
      sql: """
        SELECT article.id, location FROM source JOIN article ON article.source = source.id
        WHERE location = ? OR location >= ? AND location < ?
        """,
      arguments: [location, folder + "/", folder + "0"])
    while let row = try rows.next() { try body(row.value(0), row.value(1)) }
  }

  /// Stores an article under a new number.
  mutating func insert(_ prepared: PreparedArticle, _ db: Database) throws -> Int64 {
    let attributed = prepared.attributed
    let article = attributed.article
    let metadata = article.metadata
    try db.cachedStatement(
      sql: """
        INSERT INTO article (source, name, occurrence, position, hash, analysis, title, outlet,
          author, date, language, url, day, byte_count, word_count)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """
    ).execute(arguments: [
      try source(prepared.key.location, path: article.path, db), prepared.key.name,
      prepared.key.occurrence, prepared.position, Data(prepared.version.hash),
      try analysis(prepared.version.analysis, db), metadata.title, metadata.outlet,
      metadata.author, metadata.date, metadata.language, metadata.url, prepared.day,
      article.bytes.count, prepared.wordCount,
    ])
    let number = db.lastInsertedRowID
    try db.cachedStatement(
      sql: """
        INSERT INTO article_text (article, body_start, bytes, extra, captions)
        VALUES (?, ?, ?, ?, ?)
        """
    ).execute(arguments: [
      number, article.bodyStart, Data(article.bytes),
      ArticleCoding.encode(metadata.extra).map { Data($0) },
      article.captions.map { Data(ArticleCoding.encode($0)) },
    ])
    try insertSpeakers(of: attributed, number, db)
    try insertQuotations(of: attributed, number, db)
    return number
  }

  private func insertSpeakers(
    of attributed: AttributedArticle, _ number: Int64, _ db: Database
  ) throws {
    var counts = [Int](repeating: 0, count: attributed.speakers.count)
    for (quotation, attribution) in zip(attributed.quotations, attributed.attributions)
    where quotation.isListed {
      if let speaker = attribution.speaker { counts[speaker] += 1 }
    }
    let statement = try db.cachedStatement(
      sql: """
        INSERT INTO speaker (article, number, name, kind, gender, identifier, names, quotation_count)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?)
        """)
    for (index, speaker) in attributed.speakers.enumerated() {
      try statement.execute(arguments: [
        number, index, speaker.name, speaker.kind.rawValue, speaker.gender.rawValue,
        speaker.identifier, Data(ArticleCoding.encodeNames(of: speaker)), counts[index],
      ])
    }
  }

  private mutating func insertQuotations(
    of attributed: AttributedArticle, _ number: Int64, _ db: Database
  ) throws {
    let statement = try db.cachedStatement(
      sql: """
        INSERT INTO quotation (article, number, start, stop, kind, not_speech, parent, speaker,
          confidence, details)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """)
    for (index, quotation) in attributed.quotations.enumerated() {
      let attribution = attributed.attributions[index]
      var reason: String?
      if case .notSpeech(let why) = quotation.speech { reason = why.rawValue }
      let details = try QuotationCoding.encode(quotation, attribution) { try term($0, db) }
      try statement.execute(arguments: [
        number, index, quotation.span.start, quotation.span.end, quotation.kind.rawValue, reason,
        quotation.parent, attribution.speaker, attribution.confidence, Data(details),
      ])
    }
  }

  static func delete(_ number: Int64, _ db: Database) throws {
    try db.cachedStatement(sql: "DELETE FROM article WHERE id = ?").execute(arguments: [number])
  }

  /// Notes where an unchanged article stands now.
  mutating func move(
    _ number: Int64, to position: Int, path: String?, of location: String, _ db: Database
  ) throws {
    _ = try source(location, path: path, db)
    try db.cachedStatement(sql: "UPDATE article SET position = ? WHERE id = ? AND position <> ?")
      .execute(arguments: [position, number, position])
  }

  // MARK: What articles have in common

  private mutating func source(_ location: String, path: String?, _ db: Database) throws -> Int64 {
    let key = location + "\0" + (path ?? "")
    if let id = sources[key] { return id }
    // Only the sources of late articles come again.
    if sources.count > 4096 { sources = [:] }
    let rank = Data(location.utf8.map { $0 == UInt8(ascii: "/") ? 0 : $0 })
    try db.cachedStatement(
      sql: """
        INSERT INTO source (location, rank, path) VALUES (?, ?, ?)
        ON CONFLICT (location) DO UPDATE SET path = excluded.path WHERE path IS NOT excluded.path
        """
    ).execute(arguments: [location, rank, path])
    let id = try Int64.fetchOne(
      db.cachedStatement(sql: "SELECT id FROM source WHERE location = ?"), arguments: [location])
    sources[key] = id
    return id ?? 0
  }

  private mutating func analysis(_ fingerprint: [UInt8], _ db: Database) throws -> Int64 {
    if let id = analyses[fingerprint] { return id }
    try db.execute(
      sql: "INSERT OR IGNORE INTO analysis (fingerprint) VALUES (?)",
      arguments: [Data(fingerprint)])
    let id = try Int64.fetchOne(
      db, sql: "SELECT id FROM analysis WHERE fingerprint = ?", arguments: [Data(fingerprint)])
    analyses[fingerprint] = id
    return id ?? 0
  }

  private mutating func term(_ text: String, _ db: Database) throws -> Int {
    if let id = terms[text] { return id }
    try db.execute(sql: "INSERT OR IGNORE INTO term (text) VALUES (?)", arguments: [text])
    let id = try Int.fetchOne(db, sql: "SELECT id FROM term WHERE text = ?", arguments: [text])
    terms[text] = id
    return id ?? 0
  }
}

extension Quotation {
  /// Whether a list of who said what shows the quotation unless it is asked for more.
  var isListed: Bool { parent == nil && speech == .speech && kind != .turn }
}

extension Row {
  /// A value of the row, which in a damaged file may be another than the table allows.
  func value<Value: DatabaseValueConvertible & StatementColumnConvertible>(
    _ index: Int, as type: Value.Type = Value.self
  ) throws(DamagedRow) -> Value {
    do {
      return try decode(type, atIndex: index)
    } catch {
      throw DamagedRow(what: "a row holds what its table does not allow")
    }
  }

  /// The bytes of a BLOB; empty for NULL.
  func bytes(_ index: Int) -> [UInt8] {
    (try? withUnsafeData(atIndex: index) { data in data.map { [UInt8]($0) } ?? [] }) ?? []
  }
}
