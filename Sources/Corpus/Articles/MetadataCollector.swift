internal import Prose

/// The keys, in a JSON line and in front matter, that say what is known of an article.
enum KnownKey: String, Hashable, CaseIterable {
  case title, outlet, author, date, language, url

  var path: WritableKeyPath<Article.Metadata, String?> {
    switch self {
    case .title: \.title
    case .outlet: \.outlet
    case .author: \.author
    case .date: \.date
    case .language: \.language
    case .url: \.url
    }
  }
}

/// Collects what an input says of an article, key by key.
///
/// Of a key that comes more than once the last value is used, as most readers of JSON do, with one
/// warning.
struct MetadataCollector {
  private(set) var metadata = Article.Metadata()
  private(set) var diagnostics: [Diagnostic] = []

  private struct Seen {
    /// The place among the unknown keys.
    var index = 0
    var isRepeated = false
  }
  private var seen: [String: Seen] = [:]

  /// Notes that a key was there, wherever its value goes.
  ///
  /// - Parameter place: where the key stands in the article's text, if it does.
  mutating func note(_ key: String, at place: TextSpan? = nil) {
    _ = isNew(key, at: place)
  }

  /// Adds the value of a known key. An empty value says nothing, so that a default may fill it.
  mutating func add(_ key: KnownKey, _ value: String?, at place: TextSpan? = nil) {
    note(key.rawValue, at: place)
    metadata[keyPath: key.path] = value?.isEmpty == true ? nil : value
  }

  /// Adds an unknown key with its value as JSON text.
  mutating func add(_ key: String, json: String, at place: TextSpan? = nil) {
    let field = Article.ExtraField(key: key, json: json)
    if isNew(key, at: place) {
      seen[key]?.index = metadata.extra.count
      metadata.extra.append(field)
    } else if let index = seen[key]?.index {
      metadata.extra[index] = field
    }
  }

  /// What was collected, with the user's defaults for what the article does not say itself.
  func result(options: ArticleSource.Options) -> Article.Metadata {
    var result = metadata
    result.outlet = result.outlet ?? options.outlet
    result.date = result.date ?? options.date
    result.language = result.language ?? options.language
    return result
  }

  private mutating func isNew(_ key: String, at place: TextSpan?) -> Bool {
    guard let before = seen[key] else {
      seen[key] = Seen()
      return true
    }
    if !before.isRepeated {
      seen[key]?.isRepeated = true
      diagnostics.append(
        Diagnostic(
          code: "repeated-key", severity: .warning,
          message: """
            the key “\(escapingControls(key))” stands there more than once; the last value is used
            """,
          span: place))
    }
    return false
  }
}
