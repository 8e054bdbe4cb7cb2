/// One document: its text and what is known of it.
public struct Article: Sendable {
  /// What names the article in every output: the `id` of a JSON line, or a file's name.
  public var id: String
  /// Where the article was read from; nil for text that has no file.
  public var path: String?
  /// What is known of the article besides its text.
  public var metadata: Metadata
  /// The original text, valid UTF-8. Every span points into these bytes.
  public var bytes: [UInt8]
  /// The offset at which the body begins: after a byte order mark and a front matter block, which
  /// stay in `bytes` so that every span is exact in the original.
  public var bodyStart: Int
  /// The time codes and turns of captions; nil for text that is no captions.
  public var captions: CaptionTrack?

  /// Creates an article from bytes that are valid UTF-8.
  public init(
    id: String, path: String? = nil, metadata: Metadata = Metadata(), bytes: [UInt8],
    bodyStart: Int = 0, captions: CaptionTrack? = nil
  ) {
    self.id = id
    self.path = path
    self.metadata = metadata
    self.bytes = bytes
    self.bodyStart = bodyStart
    self.captions = captions
  }

  /// Creates an article from a string.
  public init(id: String, path: String? = nil, metadata: Metadata = Metadata(), text: String) {
    self.init(id: id, path: path, metadata: metadata, bytes: Array(text.utf8))
  }

  /// The text as it is read: the original, or of captions the words alone, at their places.
  public var reading: [UInt8] { captions?.reading ?? bytes }

  /// The text of a span; of captions the words, with one space between them.
  public func text(of span: TextSpan) -> String {
    guard let captions else { return String(decoding: bytes[span.range], as: UTF8.self) }
    return captions.text(of: span, in: bytes)
  }
}

extension Article {
  /// What is known of an article: all of it optional, none of it interpreted.
  public struct Metadata: Hashable, Sendable {
    public var title: String?
    public var outlet: String?
    public var author: String?
    /// The date as it was given, ISO 8601 where the source had it.
    public var date: String?
    /// A BCP 47 language tag.
    public var language: String?
    public var url: String?
    /// Keys that Verbatim does not know, each with its value as JSON text; handed through.
    public var extra: [ExtraField]

    public init(
      title: String? = nil, outlet: String? = nil, author: String? = nil, date: String? = nil,
      language: String? = nil, url: String? = nil, extra: [ExtraField] = []
    ) {
      self.title = title
      self.outlet = outlet
      self.author = author
      self.date = date
      self.language = language
      self.url = url
      self.extra = extra
    }
  }

  /// A field of the input that Verbatim hands through unread.
  public struct ExtraField: Hashable, Sendable {
    public var key: String
    /// The value, as valid JSON text.
    public var json: String

    public init(key: String, json: String) {
      self.key = key
      self.json = json
    }
  }
}
