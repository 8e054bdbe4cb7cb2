public import Speakers

/// An analysed article, ready to be stored.
public struct PreparedArticle: Sendable {
  public var key: ArticleKey
  public var version: ArticleVersion
  /// Its place among the articles of its file.
  public var position: Int
  public var attributed: AttributedArticle
  /// The day of its date, as `search` compares it; nil when it is not known.
  public var day: Int?
  /// The number of its words.
  public var wordCount: Int

  public init(
    key: ArticleKey, version: ArticleVersion, position: Int, attributed: AttributedArticle,
    day: Int?, wordCount: Int
  ) {
    self.key = key
    self.version = version
    self.position = position
    self.attributed = attributed
    self.day = day
    self.wordCount = wordCount
  }
}
