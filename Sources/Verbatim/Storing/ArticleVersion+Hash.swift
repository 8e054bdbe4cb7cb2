internal import Golden
internal import LanguageData
internal import Prose
internal import Quotations
internal import Reports
internal import Speakers
internal import Store

extension ArticleVersion {
  /// Changes whenever an analysis may come out otherwise for reasons that are neither options nor
  /// data: with the code.
  private static let codeVersion = "1"

  /// The hash of what analysing depends on besides the article.
  static func fingerprint(of options: QuotationAnalyzer.Options) -> [UInt8] {
    var hash = FieldHash()
    hash.add(codeVersion)
    hash.add(String(EmbeddedFile.digest))
    let marks = options.marks
    hash.add("\(marks.singleQuotes) \(marks.dashDialogue) \(marks.maximumDepth)")
    hash.add(marks.marksLocale)
    let speakers = options.speakers
    hash.add(
      "\(speakers.minimumConfidence) \(speakers.minimumSpeechProbability) "
        + "\(speakers.minimumHeadlineProbability)")
    for person in speakers.knownPeople {
      hash.add(person.name)
      for alias in person.aliases { hash.add(alias) }
      hash.add(person.identifier)
      hash.add(person.gender.rawValue)
    }
    return hash.finish()
  }

  /// The hash of an article's text and of what is known of it.
  static func hash(of article: Article) -> [UInt8] {
    var hash = FieldHash()
    let metadata = article.metadata
    hash.add(metadata.title)
    hash.add(metadata.outlet)
    hash.add(metadata.author)
    hash.add(metadata.date)
    hash.add(metadata.language)
    hash.add(metadata.url)
    for field in metadata.extra {
      hash.add(field.key)
      hash.add(field.json)
    }
    // The form decides what is read of the same bytes.
    hash.add(article.captions == nil ? "text" : "captions")
    hash.add(article.bytes)
    return hash.finish()
  }
}

extension StoredGrouping {
  /// Changes whenever quotations may be cut into passages, or these grouped, otherwise: with the code.
  private static let codeVersion = "2"

  /// The hash of what grouping depends on besides the articles and who is who.
  static let currentRules: [UInt8] = {
    var hash = FieldHash()
    hash.add(codeVersion)
    hash.add(String(EmbeddedFile.digest))
    return hash.finish()
  }()

  /// Whether the groups can still be used.
  var isCurrent: Bool { rules == Self.currentRules }
}

extension StoreReader {
  /// The hash of all articles in their order, and of what is known of who is who: the same for all
  /// stores that say the same, however they came about.
  func contentDigest() throws(StoreFailure) -> InputDigest {
    var hash = FieldHash()
    var count = 0
    try forEachArticleVersion { path, key, version in
      count += 1
      hash.add(path)
      hash.add(key.name)
      hash.add(version.hash)
    }
    for correction in try corrections().corrections {
      let (action, name, other) =
        switch correction {
        case .merge(let name, let other): ("merge", name, other)
        case .split(let name, let other): ("split", name, other)
        case .rename(let name, let other): ("rename", name, other)
        }
      hash.add(action)
      hash.add(name)
      hash.add(other)
    }
    return InputDigest(digest: SHA256.hexadecimal(hash.finish()), isBlank: count == 0)
  }
}

/// A hash of fields, each apart from the next.
private struct FieldHash {
  private var hash = SHA256()

  mutating func add(_ text: String?) {
    guard let text else { return hash.update(CollectionOfOne(0)) }
    add(Array(text.utf8))
  }

  mutating func add(_ bytes: [UInt8]) {
    hash.update(CollectionOfOne(1))
    var count = bytes.count
    for _ in 0..<8 {
      hash.update(CollectionOfOne(UInt8(truncatingIfNeeded: count)))
      count >>= 8
    }
    hash.update(bytes)
  }

  mutating func finish() -> [UInt8] { hash.finish() }
}
