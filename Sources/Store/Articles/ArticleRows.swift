internal import GRDB
internal import Prose
internal import Quotations
internal import Speakers

/// Reads articles from their tables.
struct ArticleRows {
  private var terms: [Int: String] = [:]

  static let columns = """
    article.id, location, path, name, occurrence, hash, fingerprint, title, outlet, author, date,
    language, url, day, word_count, body_start, bytes, extra, captions
    """
  static let tables = """
    source JOIN article ON article.source = source.id
    JOIN article_text ON article_text.article = article.id
    JOIN analysis ON analysis.id = article.analysis
    """

  /// The article of a number; nil if there is none.
  static func article(_ number: Int64, _ db: Database) throws -> StoredArticle? {
    let statement = try db.cachedStatement(
      sql: "SELECT \(columns) FROM \(tables) WHERE article.id = ?")
    guard let row = try Row.fetchOne(statement, arguments: [number]) else { return nil }
    var rows = ArticleRows()
    return try rows.article(row, db)
  }

  /// The article of a row with ``columns``.
  mutating func article(_ row: Row, _ db: Database) throws -> StoredArticle {
    let number: Int64 = try row.value(0)
    let metadata = try Article.Metadata(
      title: row.value(7), outlet: row.value(8), author: row.value(9), date: row.value(10),
      language: row.value(11),
      url: row.value(12),
      extra: row.hasNull(atIndex: 17) ? [] : try ArticleCoding.fields(row.bytes(17)))
    let article = try Article(
      id: row.value(3), path: row.value(2), metadata: metadata, bytes: row.bytes(16),
      bodyStart: row.value(15),
      captions: row.hasNull(atIndex: 18) ? nil : try ArticleCoding.captions(row.bytes(18)))
    let soundness = try ArticleSoundness(article, number: number)
    let speakers = try speakers(of: number, db)
    var quotations: [Quotation] = []
    var attributions: [Attribution] = []
    let statement = try db.cachedStatement(
      sql: """
        SELECT start, kind, not_speech, parent, speaker, confidence, details, stop FROM quotation
        WHERE article = ? ORDER BY number
        """)
    let rows = try Row.fetchCursor(statement, arguments: [number])
    while let row = try rows.next() {
      let (quotation, attribution) = try self.quotation(row, db)
      try soundness.check(
        quotation, attribution, speakers: speakers.count, earlier: quotations)
      quotations.append(quotation)
      attributions.append(attribution)
    }
    return try StoredArticle(
      number: number,
      attributed: AttributedArticle(
        article: article, quotations: quotations, attributions: attributions, speakers: speakers,
        diagnostics: []),
      key: ArticleKey(location: row.value(1), name: row.value(3), occurrence: row.value(4)),
      version: ArticleVersion(hash: row.bytes(5), analysis: row.bytes(6)), day: row.value(13),
      wordCount: row.value(14))
  }

  private func speakers(of number: Int64, _ db: Database) throws -> [Speaker] {
    let statement = try db.cachedStatement(
      sql: """
        SELECT name, kind, gender, identifier, names FROM speaker WHERE article = ? ORDER BY number
        """)
    var speakers: [Speaker] = []
    let rows = try Row.fetchCursor(statement, arguments: [number])
    while let row = try rows.next() { speakers.append(try Self.speaker(row)) }
    return speakers
  }

  /// The speaker of a row with name, kind, gender, identifier and names.
  static func speaker(_ row: Row) throws(DamagedRow) -> Speaker {
    let names = try ArticleCoding.names(row.bytes(4))
    return try Speaker(
      name: row.value(0), aliases: names.aliases, kind: value(row.value(1)),
      gender: value(row.value(2)),
      identifier: row.value(3), roles: names.roles)
  }

  private mutating func quotation(
    _ row: Row, _ db: Database
  ) throws -> (Quotation, Attribution) {
    let details = try QuotationCoding.decode(row.bytes(6), origin: row.value(0)) {
      (number) throws(DamagedRow) in try term(number, db)
    }
    let reason: String? = try row.value(2)
    let quotation = try Quotation(
      pieces: details.pieces, kind: Self.value(row.value(1)), style: details.style,
      parent: row.value(3),
      speech: try reason.map { .notSpeech(try Self.value($0)) } ?? .speech)
    let attribution = try Attribution(
      speaker: row.value(4), mention: details.mention, cue: details.cue, confidence: row.value(5),
      evidence: details.evidence)
    return (quotation, attribution)
  }

  private mutating func term(_ number: Int, _ db: Database) throws(DamagedRow) -> String {
    if let text = terms[number] { return text }
    let found = try? String.fetchOne(
      db.cachedStatement(sql: "SELECT text FROM term WHERE id = ?"), arguments: [number])
    guard let text = found ?? nil else { throw DamagedRow(what: "a term is missing") }
    terms[number] = text
    return text
  }

  private static func value<Value: RawRepresentable<String>>(
    _ text: String
  ) throws(DamagedRow) -> Value {
    guard let value = Value(rawValue: text) else {
      throw DamagedRow(what: "a row has the unknown property “\(text)”")
    }
    return value
  }
}
