public import Corpus
internal import Prose
internal import Quotations
public import Reports
public import Speakers
public import Wording

/// Looks quotations up in sources, and says how the wordings differ and who speaks there.
///
///     let verifier = QuotationVerifier(sources: [VerificationSource(analyzer.analyze(transcript))])
///     for quotation in verifier.verify(analyzer.analyze(article)) {
///       quotation.verdict        // meaning-altered
///       quotation.found.first    // where, and what differs
///     }
///
/// It never says that a quotation is true: its wording agrees with a source that was read, or it
/// does not. A verifier holds no state of the articles: one can serve all threads.
public struct QuotationVerifier: Sendable {
  /// How to look and to judge.
  public struct Options: Sendable {
    /// The house style that verdicts follow.
    public var profile: Profile
    /// How the words were given, where the house distinguishes.
    public var medium: Profile.Medium?
    /// Whether to report every place that may be meant, rather than those that fit about as well as
    /// the best.
    public var reportsAllPlaces: Bool
    /// The fewest words of a quotation of an article that is looked up.
    public var minimumWords: Int
    /// People whom the user knows.
    public var knownPeople: [KnownPerson]
    /// The most places, of all sources together, that one quotation is compared with: the most
    /// promising ones. Where all places are to be reported, the number of others is too:
    /// ``VerifiedQuotation/placesLeftOut``.
    public var maximumPlaces = 8
    /// Whether, where no passage that was found renders the quotation, those are reported that come
    /// nearest, with the verdict `different`.
    public var reportsNearest = false

    public init(
      profile: Profile = .neutral, medium: Profile.Medium? = nil, reportsAllPlaces: Bool = false,
      minimumWords: Int = 0, knownPeople: [KnownPerson] = []
    ) {
      self.profile = profile
      self.medium = medium
      self.reportsAllPlaces = reportsAllPlaces
      self.minimumWords = minimumWords
      self.knownPeople = knownPeople
    }
  }

  public let sources: [VerificationSource]
  public let options: Options
  let libraries: [any SourceLibrary]
  let comparer = WordingComparer()
  let finder: PassageFinder
  let tokenizer = Tokenizer()
  let speakerReader = SpeakerReader()

  /// - Parameters:
  ///   - sources: What is looked through whole.
  ///   - libraries: More sources, of which those are looked through that a quotation may stand in.
  public init(
    sources: [VerificationSource], libraries: [any SourceLibrary] = [],
    options: Options = Options()
  ) {
    self.sources = sources
    self.libraries = libraries
    self.options = options
    // One more than is compared, so that it shows when there are more.
    finder = PassageFinder(
      comparer: comparer, options: .init(maximumPlaces: min(options.maximumPlaces, 1 << 20) + 1))
  }

  /// How much there is to look in.
  public var read: VerifiedQuotation.Read { read(sources, without: []) }

  /// Looks up the quotations of an article: what is speech, outermost, and no turn of a transcript.
  ///
  /// A source that is the article itself is left out.
  public func verify(_ attributed: AttributedArticle) -> [VerifiedQuotation] {
    let article = attributed.article
    let text = tokenizer.tokenize(bodyOf: article)
    let places = WordingPlaces(article)
    let map = OffsetMap(article)
    let reference = ArticleReference(article)
    let identifiers = QuotationIdentifiers.identifiers(of: attributed.quotations, in: article)
    let sources = self.sources.filter { !$0.isSame(as: article) }
    var result: [VerifiedQuotation] = []
    for (index, quotation) in attributed.quotations.enumerated()
    where quotation.parent == nil && quotation.speech == .speech && quotation.kind != .turn {
      let rendering = Rendering(text: text, pieces: quotation.pieces.map(\.span))
      let wanted = Wanted(
        rendering: rendering, words: comparer.read(rendering), places: places,
        speaker: attributed.attributions[index].speaker.map { attributed.speakers[$0] },
        company: attributed.speakers)
      let isTooShort = wordCount(quotation.pieces.map(\.content), text) < options.minimumWords
      if wanted.words.words.isEmpty || isTooShort { continue }
      let (stored, warnings) = ask(wanted.words)
      let others = stored.filter { !$0.isSame(as: article) }
      let outcome = look(up: wanted, in: sources + others)
      let own = others.count < stored.count ? stored.filter { $0.isSame(as: article) } : []
      result.append(
        VerifiedQuotation(
          article: reference, id: identifiers[index],
          pieces: quotation.pieces.map { LocatedText($0.span, in: article, map) },
          speaker: wanted.speaker, verdict: outcome.verdict, found: outcome.passages.map(\.found),
          read: read(sources, without: own), placesLeftOut: outcome.placesLeftOut,
          warnings: warnings))
    }
    return result
  }

  /// Looks up a quotation that was given alone.
  public func verify(_ given: GivenQuotation) -> VerifiedQuotation {
    let rendering = Rendering(pieces: given.pieces, tokenizer: tokenizer)
    let article = Article(id: "", text: String(decoding: rendering.text.bytes, as: UTF8.self))
    let map = OffsetMap(article)
    let speaker = given.speaker.map { speakerReader.speaker(named: $0) }
    let wanted = Wanted(rendering, comparer.read(rendering), speaker: speaker)
    let (stored, warnings) = ask(wanted.words)
    let outcome = look(up: wanted, in: sources + stored)
    let whole = Quotation(
      pieces: rendering.pieces.map { Quotation.Piece(span: $0, opening: nil, closing: nil) },
      style: .none)
    return VerifiedQuotation(
      article: nil,
      id: given.id ?? QuotationIdentifiers.identifiers(of: [whole], in: article)[0],
      pieces: rendering.pieces.map { LocatedText($0, in: article, map) }, speaker: speaker,
      verdict: outcome.verdict, found: outcome.passages.map(\.found), read: read,
      row: given.row.map { row in
        switch row {
        case .cells(let cells): .cells(cells)
        case .json(let text): .json(text)
        }
      }, placesLeftOut: outcome.placesLeftOut, warnings: warnings)
  }

  /// Looks up a rendering in the sources that are given whole or in stretches; see ``Looked``.
  ///
  /// - Parameter words: The rendering, read.
  func look(up rendering: Rendering, _ words: WordSequence) -> Looked {
    look(up: Wanted(rendering, words, speaker: nil), in: sources)
  }

  /// The sources of the libraries that a quotation may stand in, and what keeps them from being all.
  private func ask(_ quotation: WordSequence) -> ([VerificationSource], warnings: [String]) {
    let answers = libraries.map {
      $0.answer(for: quotation, wantsAll: options.reportsAllPlaces)
    }
    return (answers.flatMap(\.sources), answers.flatMap(\.warnings))
  }

  private func wordCount(_ spans: [TextSpan], _ text: TokenizedText) -> Int {
    spans.reduce(0) { count, span in
      count + text.tokens[text.tokens(in: span)].count { $0.kind == .word || $0.kind == .number }
    }
  }

  /// - Parameter own: The sources of the library that are the article itself.
  private func read(
    _ sources: [VerificationSource], without own: [VerificationSource]
  ) -> VerifiedQuotation.Read {
    let stored = libraries.map(\.read)
    return .init(
      sources: sources.count + stored.reduce(0) { $0 + $1.sources } - own.count,
      words: stored.reduce(0) { $0 + $1.words } + sources.reduce(0) { $0 + $1.wordCount }
        - own.reduce(0) { $0 + $1.wordCount })
  }
}
