public import Speakers

/// An article as a store has it.
public struct StoredArticle: Sendable {
  /// The article's number in the store.
  public var number: Int64
  /// The article with its quotations, as they were when it was indexed; without diagnostics, which
  /// were reported then, and without candidates.
  public var attributed: AttributedArticle
  public var key: ArticleKey
  public var version: ArticleVersion
  public var day: Int?
  public var wordCount: Int
}
