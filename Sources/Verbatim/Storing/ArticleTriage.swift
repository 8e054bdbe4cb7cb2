internal import Corpus
internal import Prose
internal import Store

/// Tells, article by article, what indexing has to do, from what the store knows.
struct ArticleTriage {
  enum Decision {
    case unchanged
    /// Unchanged, but at another place of its file, or under another path.
    case moved(KnownArticle, key: ArticleKey, position: Int)
    case changed(ArticleKey, ArticleVersion, position: Int, isNew: Bool)
  }

  private let fingerprint: [UInt8]
  private var location = FileLocation()
  /// The file whose articles are being read.
  private var file = (path: nil as String?, location: "-")
  private var position = 0
  /// How often each identifier came in the file.
  private var occurrences: [String: Int] = [:]
  /// The articles that are still there.
  private(set) var seen = NumberSet()
  /// What could not be read: whatever it held stays.
  private var unread: [String] = []

  init(options: QuotationAnalyzer.Options) {
    fingerprint = ArticleVersion.fingerprint(of: options)
  }

  mutating func decide(
    _ article: Article, known: (ArticleKey) throws(StoreFailure) -> KnownArticle?
  ) throws(StoreFailure) -> Decision {
    let key = key(of: article)
    defer { position += 1 }
    let version = ArticleVersion(
      hash: ArticleVersion.hash(of: article), analysis: fingerprint)
    guard let known = try known(key) else {
      return .changed(key, version, position: position, isNew: true)
    }
    guard known.version == version else {
      return .changed(key, version, position: position, isNew: false)
    }
    seen.insert(known.number)
    return known.position == position && known.path == article.path
      ? .unchanged : .moved(known, key: key, position: position)
  }

  private mutating func key(of article: Article) -> ArticleKey {
    if article.path != file.path || position == 0 {
      file = (article.path, article.path.map { location.absolute($0) } ?? "-")
      position = 0
      occurrences = [:]
    }
    let occurrence = occurrences[article.id, default: 0]
    occurrences[article.id] = occurrence + 1
    return ArticleKey(location: file.location, name: article.id, occurrence: occurrence)
  }

  /// Notes an article that is stored now.
  mutating func note(_ number: Int64) { seen.insert(number) }

  mutating func note(_ failure: InputFailure) { unread.append(location.absolute(failure.path)) }

  /// The locations of what was to be read; articles from there that were not seen are gone.
  mutating func roots(_ paths: [String]) -> [String] {
    Array(Set(paths.filter { $0 != "-" }.map { location.absolute($0) })).sorted()
  }

  func isUnread(_ location: String) -> Bool {
    unread.contains { location == $0 || location.hasPrefix($0 + "/") }
  }
}

/// A set of numbers most of which follow each other: a bit for each.
struct NumberSet {
  private var words: [UInt64] = []

  mutating func insert(_ number: Int64) {
    let word = Int(number >> 6)
    if word >= words.count {
      words += [UInt64](repeating: 0, count: word + 1 - words.count)
    }
    words[word] |= 1 << UInt64(number & 63)
  }

  func contains(_ number: Int64) -> Bool {
    let word = Int(number >> 6)
    return word < words.count && words[word] & 1 << UInt64(number & 63) != 0
  }
}
