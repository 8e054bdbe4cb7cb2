public import Prose

/// What a report says of the article that a quotation stands in.
public struct ArticleReference: Hashable, Sendable {
  public var id: String
  /// Where the article was read from.
  public var path: String?
  public var title: String?
  public var outlet: String?
  public var date: String?
  /// The fields of the input that are handed through: those of at most 1 KiB. Larger ones stay
  /// behind, since an article's fields are written again with each of its quotations.
  public var extra: [Article.ExtraField]

  public init(
    id: String, path: String? = nil, title: String? = nil, outlet: String? = nil,
    date: String? = nil, extra: [Article.ExtraField] = []
  ) {
    self.id = id
    self.path = path
    self.title = title
    self.outlet = outlet
    self.date = date
    self.extra = extra
  }

  public init(_ article: Article) {
    self.init(
      id: article.id, path: article.path, title: article.metadata.title,
      outlet: article.metadata.outlet, date: article.metadata.date,
      extra: article.metadata.extra.filter { $0.json.utf8.count <= Self.maximumExtraBytes })
  }

  /// The size in bytes up to which a field's value is handed through.
  private static let maximumExtraBytes = 1024

  /// What to print before a line number: the path where the article is a file of its own, so that
  /// editors can jump there, otherwise the identifier.
  var placeName: String {
    if let path, path == id || path.hasSuffix("/" + id) { return path }
    return id
  }
}
