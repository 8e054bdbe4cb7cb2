internal import GRDB
internal import Passages
internal import Speakers

/// One snapshot of a store: whatever is committed meanwhile, all answers are of the moment when it
/// was opened.
///
/// It may be asked from any thread; questions are answered one after the other.
public final class StoreReader: Sendable {
  let connection: StoreConnection

  /// Opens a store to read it.
  public init(path: String) throws(StoreFailure) {
    connection = try .reading(path)
  }

  /// The path as it was given.
  public var path: String { connection.path }

  /// What the store knows of an article; nil if it does not have it.
  public func known(_ key: ArticleKey) throws(StoreFailure) -> KnownArticle? {
    try connection.access { try ArticleTables.known(key, $0) }
  }

  /// Calls `body` with the number of each article that was read from a location or from below it, and
  /// where it was read from.
  public func forEachArticle(
    below location: String, _ body: (Int64, String) -> Void
  ) throws(StoreFailure) {
    try connection.access { try ArticleTables.forEachArticle(below: location, $0, body) }
  }

  /// Calls `body` with each article's path, key and version, in the order of ``articles()``.
  public func forEachArticleVersion(
    _ body: (String?, ArticleKey, ArticleVersion) -> Void
  ) throws(StoreFailure) {
    try connection.access { try ArticleTables.forEachVersion($0, body) }
  }

  /// The article of a number; nil if there is none.
  public func article(_ number: Int64) throws(StoreFailure) -> StoredArticle? {
    try connection.access { try ArticleRows.article(number, $0) }
  }

  /// All articles, by the path they were read from and their place there.
  public func articles() -> StoredArticles { StoredArticles(connection) }
}
