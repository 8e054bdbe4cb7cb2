internal import Corpus
internal import Passages
internal import Prose
internal import Quotations
public import Reports
internal import Speakers
public import Store
public import Wording

/// Looks for the words of a quotation in all articles of a store.
///
///     let searcher = StoreSearcher(try StoreReader(path: "corpus.db"))
///     for hit in try searcher.search("We will sign.").hits { … }
///
/// A searcher keeps what it has read of the store, so that many searches cost little more than their
/// looking up. It serves one thread.
public final class StoreSearcher {
  /// Where to look and how to judge.
  public struct Options: Sendable {
    /// The most places that are returned.
    public var limit = 20
    /// Only in these outlets, whatever their case; everywhere if empty.
    public var outlets: Set<String> = []
    /// Only where this person says it.
    public var speaker: PersonQuery?
    /// Only in articles from this day on; see ``PublicationDay``.
    public var firstDay: Int?
    /// Only in articles up to this day.
    public var lastDay: Int?
    /// The house style that verdicts follow.
    public var profile = Profile.neutral
    /// How the words were given, where the house distinguishes.
    public var medium: Profile.Medium?

    public init() {}
  }

  /// What a search found.
  public struct Result: Sendable {
    /// The places, the best first.
    public var hits: [SearchHit]
    public var summary: SearchReport.Summary
    /// What kept the words from being looked for as they were given, for people.
    public var warnings: [String] = []
  }

  private let reader: StoreReader
  private let options: Options
  private let comparer = WordingComparer()
  private let passages: StoredPassages
  private let read: VerifiedQuotation.Read
  /// The folded names of the people who are meant; nil if nobody is.
  private let speakers: Set<String>?
  /// The articles that were read last: who searches for one quotation searches for its like.
  private var recent: [Int64: StoredArticle] = [:]
  private var recentBytes = 0

  /// So many bytes of text are remembered at most.
  private static let mostRecentBytes = 4 << 20

  /// Opens the passage index of a store, and finds out who is meant.
  public init(
    _ reader: StoreReader, options: Options = Options()
  ) throws(StoreFailure) {
    self.reader = reader
    self.options = options
    passages = try reader.passages()
    let extent = try reader.extent()
    read = .init(sources: extent.articles, words: extent.words)
    speakers = try options.speaker.map { (query) throws(StoreFailure) in
      try Self.names(of: query, in: reader)
    }
  }

  /// The most places that are looked at, however few of them pass the options.
  private var maximumReach: Int { isSelective ? 4096 : max(64, 2 * options.limit) }
  /// However few places are wanted, so many are looked at: which fits best, the words in common do
  /// not tell alone.
  private static let minimumReach = 8

  /// The places at which the words stand, alike or changed.
  public func search(_ text: String) throws(StoreFailure) -> Result { try search([text]) }

  /// The places at which the words of a quotation in pieces stand, alike or changed.
  public func search(_ pieces: [String]) throws(StoreFailure) -> Result {
    let quotation = Rendering(pieces: pieces)
    let words = comparer.read(quotation)
    let found = try search(for: quotation, words, minimumCoverage: 0.3)
    // What was changed so much that little of it stands in a row is looked for once more, by less.
    return found.hits.isEmpty && !isSelective
      ? try search(for: quotation, words, minimumCoverage: 0.1) : found
  }

  /// - Parameter minimumCoverage: The share of the quotation's bits that a place must have as evidence.
  private func search(
    for quotation: Rendering, _ words: WordSequence, minimumCoverage: Double
  ) throws(StoreFailure) -> Result {
    var reach = max(Self.minimumReach, 2 * options.limit)
    while true {
      let result = try passages.search(
        words,
        options: PassageSearcher.Options(
          limit: reach, minimumCoverage: minimumCoverage, minimumShareOfBest: 0.4))
      let places = result.places
      let hits = try hits(of: quotation, words, at: places)
      // Where else to look matters only if the places that fit do not suit, or if none fits.
      let isDone = hits.count > options.limit || !isSelective && !hits.isEmpty
      if isDone || places.count < reach || reach >= maximumReach {
        return Result(
          hits: Array(hits.prefix(options.limit)),
          summary: .init(
            read: read, hasMore: hits.count > options.limit || places.count >= reach),
          warnings: PassageSearcher.warnings(on: result, of: words))
      }
      reach *= 4
    }
  }

  /// The passages at some places that render the quotation, the best first; if none does, those that
  /// come nearest.
  private func hits(
    of quotation: Rendering, _ words: WordSequence, at places: [PassagePlace]
  ) throws(StoreFailure) -> [SearchHit] {
    var articles: [AttributedArticle] = []
    var stretches: [PassageStretches] = []
    var known: [Int64: Int] = [:]
    for place in places {
      if known[place.document] == nil {
        guard let article = try article(place.document), isWanted(article) else { continue }
        known[place.document] = articles.count
        articles.append(article.attributed)
        stretches.append(
          PassageStretches(of: article.attributed.article, wordCount: words.words.count))
      }
      if let number = known[place.document] { stretches[number].add(place.bytes) }
    }
    var sources = articles.indices.map { number in
      VerificationSource(
        articles[number], stretches: stretches[number].spans, comparer: comparer)
    }
    var looked = look(up: quotation, words, in: sources, placeCount: places.count)
    // Only the best places are looked through whole for what the quotation has from elsewhere.
    let partial = Set(
      looked.passages.prefix(PassageFinder.splicedPlaces).filter(\.isPartial).map(\.source))
    if !partial.isEmpty {
      for number in partial { sources[number] = VerificationSource(articles[number]) }
      looked = look(up: quotation, words, in: sources, placeCount: places.count)
    }
    let hits = looked.passages.map { passage in
      SearchHit(
        found: passage.found,
        quotation: articles[passage.source].quotation(around: passage.found))
    }
    guard let query = options.speaker, let speakers else { return hits }
    return hits.filter { hit in
      guard let speaker = hit.found.speaker else { return false }
      return speakers.contains(NameFolding.key(speaker.name))
        || query.closeness(to: speaker) == .exact
    }
  }

  private func look(
    up quotation: Rendering, _ words: WordSequence, in sources: [VerificationSource],
    placeCount: Int
  ) -> QuotationVerifier.Looked {
    var verifying = QuotationVerifier.Options(
      profile: options.profile, medium: options.medium, reportsAllPlaces: true)
    verifying.reportsNearest = true
    verifying.maximumPlaces = max(verifying.maximumPlaces, placeCount)
    return QuotationVerifier(sources: sources, options: verifying).look(up: quotation, words)
  }

  /// An article of the store, or of those that were read last.
  private func article(_ number: Int64) throws(StoreFailure) -> StoredArticle? {
    if let article = recent[number] { return article }
    guard let article = try reader.article(number) else { return nil }
    recentBytes += article.attributed.article.bytes.count
    if recentBytes > Self.mostRecentBytes {
      recent = [:]
      recentBytes = article.attributed.article.bytes.count
    }
    recent[number] = article
    return article
  }

  /// Whether places that fit may not be wanted.
  private var isSelective: Bool {
    options.speaker != nil || !options.outlets.isEmpty || options.firstDay != nil
      || options.lastDay != nil
  }

  private func isWanted(_ article: StoredArticle) -> Bool {
    if !options.outlets.isEmpty {
      let outlet = article.attributed.article.metadata.outlet?.lowercased()
      guard let outlet, options.outlets.contains(where: { $0.lowercased() == outlet }) else {
        return false
      }
    }
    guard options.firstDay != nil || options.lastDay != nil else { return true }
    guard let day = article.day else { return false }
    return day >= options.firstDay ?? .min && day <= options.lastDay ?? .max
  }

  /// The folded names of the people whom a query means.
  private static func names(
    of query: PersonQuery, in reader: StoreReader
  ) throws(StoreFailure) -> Set<String> {
    let people = try reader.people(try reader.corrections())
    let closeness = people.map { query.closeness(to: $0.speaker) }
    // Who is near the query is meant only if nobody has the very name.
    guard let best = closeness.compactMap(\.self).min() else { return [] }
    return Set(
      zip(people, closeness).filter { $0.1 == best }.flatMap { person, _ in
        person.names.map { NameFolding.key($0) }
      })
  }
}

extension AttributedArticle {
  /// The outermost quotation that a passage lies in, or most of it.
  fileprivate func quotation(around found: FoundPassage) -> SearchHit.EnclosingQuotation? {
    let range = found.passage.place.utf8
    var best: (index: Int, shared: Int)?
    for (index, quotation) in quotations.enumerated()
    where quotation.parent == nil && quotation.speech == .speech {
      let shared = quotation.pieces.reduce(0) { sum, piece in
        sum + piece.span.range.clamped(to: range).count
      }
      if shared > best?.shared ?? 0 { best = (index, shared) }
    }
    guard let best, 2 * best.shared > range.count else { return nil }
    return .init(
      id: QuotationIdentifiers.identifiers(of: quotations, in: article)[best.index],
      kind: quotations[best.index].kind)
  }
}
