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
public struct StoreSearcher: Sendable {
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
  }

  private let reader: StoreReader
  private let options: Options
  private let comparer = WordingComparer()

  public init(_ reader: StoreReader, options: Options = Options()) {
    self.reader = reader
    self.options = options
  }

  /// The most places that are looked at, however few of them pass the options.
  private static let maximumReach = 4096

  /// The places at which the words stand, alike or changed.
  public func search(_ text: String) throws(StoreFailure) -> Result {
    let words = comparer.read(Rendering(pieces: [text]))
    let passages = try reader.passages()
    let speakers = try speakerNames()
    var reach = max(32, 2 * options.limit)
    while true {
      let places = try passages.search(
        words,
        options: PassageSearcher.Options(
          limit: reach, minimumCoverage: 0.3, minimumShareOfBest: 0.4)
      ).places
      let hits = try hits(of: text, at: places, speakers)
      if hits.count > options.limit || places.count < reach || reach >= Self.maximumReach {
        let extent = try reader.extent()
        return Result(
          hits: Array(hits.prefix(options.limit)),
          summary: .init(
            read: .init(sources: extent.articles, words: extent.words),
            hasMore: hits.count > options.limit || places.count >= reach))
      }
      reach *= 4
    }
  }

  private func hits(
    of text: String, at places: [PassagePlace], _ speakers: Set<String>?
  ) throws(StoreFailure) -> [SearchHit] {
    var articles: [ArticleReference: AttributedArticle] = [:]
    var sources: [VerificationSource] = []
    var seen: Set<Int64> = []
    for place in places where seen.insert(place.document).inserted {
      guard let article = try reader.article(place.document), isWanted(article) else { continue }
      articles[ArticleReference(article.attributed.article)] = article.attributed
      sources.append(VerificationSource(article.attributed))
    }
    var verifying = QuotationVerifier.Options(
      profile: options.profile, medium: options.medium, reportsAllPlaces: true)
    verifying.maximumPlaces = max(verifying.maximumPlaces, places.count)
    let verifier = QuotationVerifier(sources: sources, options: verifying)
    let hits = verifier.verify(GivenQuotation(pieces: [text])).found.map { found in
      SearchHit(
        found: found, quotation: articles[found.source].flatMap { $0.quotation(around: found) })
    }
    guard let query = options.speaker, let speakers else { return hits }
    return hits.filter { hit in
      guard let speaker = hit.found.speaker else { return false }
      return speakers.contains(NameFolding.key(speaker.name))
        || query.closeness(to: speaker) == .exact
    }
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

  /// The folded names of the people who are meant; nil if nobody is.
  private func speakerNames() throws(StoreFailure) -> Set<String>? {
    guard let query = options.speaker else { return nil }
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
