internal import Prose
internal import Reports
internal import Speakers
internal import Wording

extension QuotationVerifier {
  /// A quotation that is looked for.
  struct Wanted {
    var rendering: Rendering
    var words: WordSequence
    var places: WordingPlaces
    var speaker: Speaker?
    /// All who speak beside it.
    var company: [Speaker]

    init(
      rendering: Rendering, words: WordSequence, places: WordingPlaces, speaker: Speaker?,
      company: [Speaker]
    ) {
      self.rendering = rendering
      self.words = words
      self.places = places
      self.speaker = speaker
      self.company = company
    }

    /// A quotation that was given alone.
    init(_ rendering: Rendering, _ words: WordSequence, speaker: Speaker?) {
      self.init(
        rendering: rendering, words: words,
        places: rendering.pieces.count > 1
          ? WordingPlaces(piecesOf: rendering) : WordingPlaces(rendering.text.bytes),
        speaker: speaker, company: [])
    }
  }

  /// What looking a quotation up has found.
  struct Looked {
    var verdict = Verdict.notFound
    /// The passages, the best first.
    var passages: [LookedPassage] = []
    var placesLeftOut = 0
  }

  /// A passage with the source that it is of.
  struct LookedPassage {
    var found: FoundPassage
    /// The source's number.
    var source: Int
    /// Whether more of the quotation may stand elsewhere in the source than was looked at.
    var isPartial: Bool
  }

  /// A passage of one of the sources.
  private struct Hit {
    var source: Int
    var passage: Passage
    var speaker: Int?
    var isConflict: Bool
  }

  func look(up wanted: Wanted, in sources: [VerificationSource]) -> Looked {
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
        options.reportsNearest || passage.comparison.judgement != .different,
        !hits.contains(where: { $0.source == source && $0.passage.overlaps(passage) })
      else { continue }
      hits.append(hit(passage, source, in: sources, wanted))
    }
    guard let best = hits.max(by: { $1.passage.fitsBetter(than: $0.passage) }) else {
      return Looked(placesLeftOut: placesLeftOut)
    }
    if best.passage.comparison.judgement == .different {
      hits.removeAll { !$0.passage.fitsLike(best.passage) }
    } else if options.reportsAllPlaces {
      hits.removeAll { $0.passage.comparison.judgement == .different }
    } else {
      hits.removeAll { !$0.passage.fitsLike(best.passage) }
    }
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
    let passages = hits.map { hit in
      LookedPassage(
        found: located(hit, in: sources, wanted), source: hit.source,
        isPartial: isPartial(hit.passage, of: wanted.words, in: sources[hit.source]))
    }
    return Looked(
      verdict: passages[0].found.pair.verdict, passages: passages, placesLeftOut: placesLeftOut)
  }

  /// Whether the stretches of a source that were looked at do not tell enough: where more of the
  /// quotation may stand, or how far apart the places are that it was put together from.
  private func isPartial(
    _ passage: Passage, of quotation: WordSequence, in source: VerificationSource
  ) -> Bool {
    guard !source.isWhole else { return false }
    let words = source.index.sequence.words
    let first = words[passage.stretch.lowerBound].piece
    return passage.parts.contains { words[$0.source.lowerBound].piece != first }
      || finder.lacksPart(passage, of: quotation)
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
