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

extension Article.Metadata {
  /// Sets the value of a key.
  ///
  /// - Returns: whether the key had a value before.
  mutating func set(_ key: KnownKey, to value: String?) -> Bool {
    let isRepeated = self[keyPath: key.path] != nil
    self[keyPath: key.path] = value
    return isRepeated
  }

  /// Takes the user's defaults for what the article does not say itself.
  mutating func fill(from options: ArticleSource.Options) {
    outlet = outlet ?? options.outlet
    date = date ?? options.date
    language = language ?? options.language
  }
}
