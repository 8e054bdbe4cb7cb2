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
  private let libraries: [any SourceLibrary]
  private let comparer = WordingComparer()
  private let finder: PassageFinder
  private let tokenizer = Tokenizer()
  private let speakerReader = SpeakerReader()

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
      let (verdict, found, placesLeftOut) = look(up: wanted, in: sources + others)
      let own = others.count < stored.count ? stored.filter { $0.isSame(as: article) } : []
      result.append(
        VerifiedQuotation(
          article: reference, id: identifiers[index],
          pieces: quotation.pieces.map { LocatedText($0.span, in: article, map) },
          speaker: wanted.speaker, verdict: verdict, found: found,
          read: read(sources, without: own), placesLeftOut: placesLeftOut, warnings: warnings))
    }
    return result
  }

  /// Looks up a quotation that was given alone.
  public func verify(_ given: GivenQuotation) -> VerifiedQuotation {
    let rendering = Rendering(pieces: given.pieces, tokenizer: tokenizer)
    let article = Article(id: "", text: String(decoding: rendering.text.bytes, as: UTF8.self))
    let map = OffsetMap(article)
    let speaker = given.speaker.map { speakerReader.speaker(named: $0) }
    let wanted = Wanted(
      rendering: rendering, words: comparer.read(rendering),
      places: given.pieces.count > 1
        ? WordingPlaces(piecesOf: rendering) : WordingPlaces(rendering.text.bytes),
      speaker: speaker, company: [])
    let (stored, warnings) = ask(wanted.words)
    let (verdict, found, placesLeftOut) = look(up: wanted, in: sources + stored)
    let whole = Quotation(
      pieces: rendering.pieces.map { Quotation.Piece(span: $0, opening: nil, closing: nil) },
      style: .none)
    return VerifiedQuotation(
      article: nil,
      id: given.id ?? QuotationIdentifiers.identifiers(of: [whole], in: article)[0],
      pieces: rendering.pieces.map { LocatedText($0, in: article, map) }, speaker: speaker,
      verdict: verdict, found: found, read: read,
      row: given.row.map { row in
        switch row {
        case .cells(let cells): .cells(cells)
        case .json(let text): .json(text)
        }
      }, placesLeftOut: placesLeftOut, warnings: warnings)
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

// MARK: Looking up

extension QuotationVerifier {
  /// A quotation that is looked for.
  private struct Wanted {
    var rendering: Rendering
    var words: WordSequence
    var places: WordingPlaces
    var speaker: Speaker?
    /// All who speak beside it.
    var company: [Speaker]
  }

  /// A passage of one of the sources.
  private struct Hit {
    var source: Int
    var passage: Passage
    var speaker: Int?
    var isConflict: Bool
  }

  private func look(
    up wanted: Wanted, in sources: [VerificationSource]
  ) -> (Verdict, [FoundPassage], placesLeftOut: Int) {
    var places: [(source: Int, place: PassageFinder.Candidate)] = []
    for (number, source) in sources.enumerated() {
      for place in finder.places(of: wanted.words, in: source.index) {
        places.append((number, place))
      }
    }
    places.sort { a, b in
      if a.place.promise != b.place.promise { return a.place.promise > b.place.promise }
      return a.source != b.source
        ? a.source < b.source : a.place.stretch.lowerBound < b.place.stretch.lowerBound
    }
    // What shares far less with it cannot fit about as well.
    let leastCoverage = options.reportsAllPlaces ? 0.5 : 0.75
    let placesLeftOut =
      options.reportsAllPlaces
      ? places.dropFirst(options.maximumPlaces)
        .count { $0.place.coverage >= leastCoverage * places[0].place.coverage } : 0
    var hits: [Hit] = []
    for (rank, (source, place)) in places.prefix(options.maximumPlaces).enumerated() {
      guard place.coverage >= leastCoverage * places[0].place.coverage,
        let passage = finder.passage(
          of: wanted.words, in: sources[source].index, at: place,
          searchesElsewhere: rank < PassageFinder.splicedPlaces),
        passage.comparison.judgement != .different,
        !hits.contains(where: { $0.source == source && $0.passage.overlaps(passage) })
      else { continue }
      hits.append(hit(passage, source, in: sources, wanted))
    }
    guard let best = hits.max(by: { $1.passage.fitsBetter(than: $0.passage) }) else {
      return (.notFound, [], placesLeftOut)
    }
    if !options.reportsAllPlaces { hits.removeAll { !$0.passage.fitsLike(best.passage) } }
    hits.sort { a, b in
      let isLike = (a.passage.fitsLike(best.passage), b.passage.fitsLike(best.passage))
      if isLike.0 != isLike.1 { return isLike.0 }
      // Of places that fit alike, those where the right one speaks.
      if isLike.0, a.isConflict != b.isConflict { return b.isConflict }
      if a.passage.fitsBetter(than: b.passage) { return true }
      if b.passage.fitsBetter(than: a.passage) { return false }
      return a.source != b.source
        ? a.source < b.source : a.passage.stretch.lowerBound < b.passage.stretch.lowerBound
    }
    let found = hits.map { located($0, in: sources, wanted) }
    return (found[0].pair.verdict, found, placesLeftOut)
  }

  /// A passage with who speaks there, and what only the speakers tell of it.
  private func hit(
    _ passage: Passage, _ number: Int, in sources: [VerificationSource], _ wanted: Wanted
  ) -> Hit {
    let source = sources[number]
    var passage = passage
    if source.article.captions != nil {
      // Where captions break is the file's business.
      passage.comparison.differences.removeAll { $0.differenceClass == .whiteSpace }
    }
    let changes = SpeakerChanges(speech: source.speech, sequence: source.index.sequence)
    let differences = passage.comparison.differences
    passage.comparison.differences =
      (differences
      + changes.differences(in: passage, of: wanted.words)).enumerated().sorted { a, b in
        let starts = (a.element.a.span.start, b.element.a.span.start)
        return starts.0 != starts.1 ? starts.0 < starts.1 : a.offset < b.offset
      }.map(\.element)
    let first = source.index.sequence.span(of: passage.parts[0].source)
    let speaker = source.speech.speaker(of: first)
    // Words that anybody may say, two may have said.
    let isConflict =
      passage.comparison.judgement == .same
      && SpeakerComparison(knownPeople: options.knownPeople).isConflict(
        wanted.speaker, among: wanted.company, speaker.map { source.speakers[$0] },
        among: source.speakers)
    return Hit(source: number, passage: passage, speaker: speaker, isConflict: isConflict)
  }

  /// A passage with the marks that stand at its last word, for people to read.
  private func withMarks(_ span: TextSpan, _ bytes: [UInt8]) -> TextSpan {
    let rest = bytes[span.end...].prefix(8).prefix { $0 > 0x20 }
    // What is too long to be marks is another word.
    guard rest.count < 8, rest.allSatisfy({ $0 < 0x80 && !(0x41...0x5A ~= $0 & 0xDF) }) else {
      return span
    }
    return TextSpan(span.start, rest.endIndex)
  }

  private func located(
    _ hit: Hit, in sources: [VerificationSource], _ wanted: Wanted
  ) -> FoundPassage {
    let source = sources[hit.source]
    let sequence = source.index.sequence
    let spans = hit.passage.parts.map { sequence.span(of: $0.source) }
    let parts = spans.map { span in
      FoundPassage.Part(
        place: source.places.place(of: span),
        line: source.places.lineAndColumn(of: span.start).line,
        time: source.article.captions?.timeCode(at: span.start)?.start)
    }
    let pieces = spans.sorted().map { withMarks($0, sequence.text.bytes) }
    return FoundPassage(
      source: ArticleReference(source.article), passage: parts[0],
      parts: parts.count > 1 ? parts : [], speaker: hit.speaker.map { source.speakers[$0] },
      hasSpeakerConflict: hit.isConflict,
      pair: CheckedPair(
        quotation: wanted.rendering, wanted.places,
        passage: Rendering(text: sequence.text, pieces: pieces), source.places,
        comparison: hit.passage.comparison, profile: options.profile, medium: options.medium))
  }
}
