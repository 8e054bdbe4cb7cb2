extension ArticleSource {
  /// What is assumed of articles that do not say it themselves, and what is too large to be one.
  public struct Options: Hashable, Sendable {
    /// The outlet of articles that name none.
    public var outlet: String?
    /// The date of articles that have none.
    public var date: String?
    /// The language of articles that name none: a BCP 47 tag.
    public var language: String?
    /// The largest text of one article, in bytes; 64 MiB unless set, which no book reaches.
    ///
    /// More than 512 MiB counts as 512 MiB, because offsets into a text must fit in 32 bits.
    public var maximumArticleBytes: Int
    /// The longest line of a JSON Lines file, in bytes; 128 MiB unless set: a text of the largest
    /// size and as much again for its escapes and annotations. What is longer is skipped unkept.
    public var maximumLineBytes: Int

    /// The limit that applies to one article's text.
    var articleLimit: Int { min(max(maximumArticleBytes, 0), 512 << 20) }

    /// How many bytes are asked of the system at a time.
    var chunkSize = 256 * 1024

    public init(
      outlet: String? = nil, date: String? = nil, language: String? = nil,
      maximumArticleBytes: Int = 64 << 20, maximumLineBytes: Int = 128 << 20
    ) {
      self.outlet = outlet
      self.date = date
      self.language = language
      self.maximumArticleBytes = maximumArticleBytes
      self.maximumLineBytes = maximumLineBytes
    }
  }
}
