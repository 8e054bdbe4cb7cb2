internal import Foundation
internal import GRDB
internal import Prose
internal import Speakers

/// Goes through all articles of a snapshot, in the order in which folders are walked through and
/// files are read; independent of when they were indexed.
public struct StoredArticles {
  private let connection: StoreConnection
  private var rows = ArticleRows()
  private var waiting: [StoredArticle] = []
  /// The file whose articles are being read, and where.
  private var source: (rank: DatabaseValue, number: Int64)?
  private var last: (position: Int, article: Int64) = (-1, 0)
  private var isAtEnd = false

  init(_ connection: StoreConnection) { self.connection = connection }

  /// So many articles, or bytes of text, are read at a time.
  private static let batchCount = 64
  private static let batchBytes = 4 << 20

  /// The next article; nil at the end.
  public mutating func next() throws(StoreFailure) -> StoredArticle? {
    if waiting.isEmpty, !isAtEnd { try fill() }
    return waiting.popLast()
  }

  private mutating func fill() throws(StoreFailure) {
    let connection = connection
    let articles = try connection.access { db in try read(db) }
    waiting = articles.reversed()
  }

  private mutating func read(_ db: Database) throws -> [StoredArticle] {
    var articles: [StoredArticle] = []
    var byteCount = 0
    while articles.count < Self.batchCount, byteCount < Self.batchBytes {
      guard let article = try readNext(db) else {
        guard try enterNextSource(db) else { break }
        continue
      }
      byteCount += article.attributed.article.bytes.count
      articles.append(article)
    }
    isAtEnd = articles.isEmpty
    return articles
  }

  /// The next article of the source; nil when there is none left.
  private mutating func readNext(_ db: Database) throws -> StoredArticle? {
    guard let source else { return nil }
    let statement = try db.cachedStatement(
      sql: """
        SELECT \(ArticleRows.columns), article.position FROM \(ArticleRows.tables)
        WHERE article.source = ? AND (article.position, article.id) > (?, ?)
        ORDER BY article.position, article.id LIMIT 1
        """)
    guard
      let row = try Row.fetchOne(
        statement, arguments: [source.number, last.position, last.article])
    else { return nil }
    let article = try rows.article(row, db)
    last = (try row.value(19), article.number)
    return article
  }

  private mutating func enterNextSource(_ db: Database) throws -> Bool {
    let statement = try db.cachedStatement(
      sql: """
        SELECT rank, id FROM source WHERE (rank, id) > (?, ?) ORDER BY rank, id LIMIT 1
        """)
    let current = source ?? (Data().databaseValue, -1)
    guard let row = try Row.fetchOne(statement, arguments: [current.rank, current.number]) else {
      return false
    }
    source = (row[0], try row.value(1))
    last = (-1, 0)
    return true
  }
}
