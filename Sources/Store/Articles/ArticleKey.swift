/// What makes an article of one run that of another: where it was read from, and its name there.
public struct ArticleKey: Hashable, Sendable {
  /// The file's absolute path; `-` for standard input.
  public var location: String
  /// The article's `id`.
  public var name: String
  /// How many articles of the same file have had the name before this one.
  public var occurrence: Int

  public init(location: String, name: String, occurrence: Int = 0) {
    self.location = location
    self.name = name
    self.occurrence = occurrence
  }
}

/// What tells whether an article is as it was.
public struct ArticleVersion: Hashable, Sendable {
  /// The hash of the text and of all that is known of the article.
  public var hash: [UInt8]
  /// The hash of what an analysis depends on besides: options, lists, weights.
  public var analysis: [UInt8]

  public init(hash: [UInt8], analysis: [UInt8]) {
    self.hash = hash
    self.analysis = analysis
  }
}

/// What a store knows of an article without reading it.
public struct KnownArticle: Hashable, Sendable {
  /// The article's number, greater than those of all that came before, and never used again.
  public var number: Int64
  public var version: ArticleVersion
  /// Its place among the articles of its file.
  public var position: Int
  /// The path as the user gave it last.
  public var path: String?
}
