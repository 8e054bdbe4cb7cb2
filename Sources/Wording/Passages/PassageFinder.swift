/// Finds where in a source the words of a quotation stand, or words much like them.
///
///     let finder = PassageFinder(comparer: comparer)
///     let index = PassageIndex(comparer.read(Rendering(text: source)))
///     let passages = finder.passages(of: comparer.read(quotation), in: index)
///
/// Rare words that both share vote for places; the best places are compared word by word. What of
/// the quotation is not at the best place is looked for elsewhere, so that a quotation that was put
/// together from several passages is found with all of them.
public struct PassageFinder: Sendable {
  /// How to look.
  public struct Options: Hashable, Sendable {
    /// The most places of one source that are compared word by word for one quotation.
    public var maximumPlaces: Int
    /// The share of a quotation's weight that a place must have to be compared at all.
    public var minimumCoverage: Double

    public init(maximumPlaces: Int = 6, minimumCoverage: Double = 0.3) {
      self.maximumPlaces = maximumPlaces
      self.minimumCoverage = minimumCoverage
    }
  }

  /// How many of the best places may be the first of several that a quotation is made of.
  public static let splicedPlaces = 2

  public let comparer: WordingComparer
  public let options: Options

  public init(comparer: WordingComparer = WordingComparer(), options: Options = Options()) {
    self.comparer = comparer
    self.options = options
  }

  /// The passages of a source that a quotation may render, the best first; none overlaps another.
  ///
  /// Those that are no rendering of it (``Comparison/Judgement/different``) are left out.
  ///
  /// - Complexity: that of looking up the quotation's words, and of ``Options/maximumPlaces``
  ///   comparisons with passages of about its length.
  public func passages(of quotation: WordSequence, in index: PassageIndex) -> [Passage] {
    places(of: quotation, in: index).enumerated()
      .compactMap { rank, place in
        passage(of: quotation, in: index, at: place, searchesElsewhere: rank < Self.splicedPlaces)
      }
      .filter { $0.comparison.judgement != .different }
      .sorted { $0.fitsBetter(than: $1) }
      .reduce(into: []) { kept, passage in
        if !kept.contains(where: { $0.overlaps(passage) }) { kept.append(passage) }
      }
  }

  /// The places of a source that are worth comparing with a quotation, the most promising first.
  ///
  /// With many sources, ask each for its places first, and compare the best of all.
  public func places(of quotation: WordSequence, in index: PassageIndex) -> [Candidate] {
    candidates(for: quotation, quotation.words.indices, in: index)
  }

  /// Compares a quotation with a place; nil if they share nothing after all.
  ///
  /// - Parameter searchesElsewhere: Whether to look elsewhere for what the place does not have. Do so
  ///   for the best few places (``splicedPlaces``): it costs as much as finding them all.
  public func passage(
    of quotation: WordSequence, in index: PassageIndex, at place: Candidate,
    searchesElsewhere: Bool = true
  ) -> Passage? {
    let parts = PassageParts(finder: self, quotation: quotation, index: index)
      .parts(at: place.stretch, searchesElsewhere: searchesElsewhere)
    guard !parts.isEmpty else { return nil }
    return PassageComparer(
      comparer: comparer, quotation: quotation, source: index.sequence
    ).passage(parts)
  }

  /// Whether a passage lacks so much of a quotation that it is worth looking for elsewhere in the
  /// source.
  public func lacksPart(_ passage: Passage, of quotation: WordSequence) -> Bool {
    PassageParts.lacksPart(passage.parts, of: quotation)
  }

  /// A place of a source that shares words with a quotation.
  public struct Candidate: Hashable, Sendable {
    /// The words of the source from the first to the last that is shared.
    public var stretch: Range<Int>
    /// The share of the quotation's weight, from 0 to 1, that the shared words have.
    public var coverage: Double
    /// The share that those words have which follow each other in both texts.
    public var cohesion: Double

    /// How promising the place is, from 0 to 2.
    public var promise: Double { coverage + cohesion }
  }

  /// How many votes are counted for a quotation: enough for a hundred common words in a book.
  private static let maximumVotes = 3000

  /// The places that share most with some words of a quotation, best first; none overlaps another.
  ///
  /// - Complexity: O(*m* log *n*) for *m* words and a source of *n*, and O(*v* log *v*) in the votes,
  ///   of which there is a greatest number.
  func candidates(
    for quotation: WordSequence, _ words: Range<Int>, in index: PassageIndex,
    limit: Int? = nil
  ) -> [Candidate] {
    let total = words.reduce(0) { $0 + weight(quotation.words[$1]) }
    guard total > 0 else { return [] }
    let (votes, unasked) = votes(for: quotation, words, in: index)
    guard !votes.isEmpty else { return [] }
    let width = words.count + words.count / 2 + 8
    let crowds = VoteWindow.best(
      votes, width: width, weights: words.map { weight(quotation.words[$0]) },
      limit: 3 * (limit ?? options.maximumPlaces))
    let keys = QuotationWords(quotation, words)
    var found: [Candidate] = []
    for crowd in crowds {
      // Not even all words that were not asked could make it better, or good enough.
      let most = Double(crowd.weight + unasked) / Double(total)
      guard most >= options.minimumCoverage, 2 * crowd.weight >= crowds[0].weight else { break }
      let chain = WordMatches(keys, index.sequence, reach(of: crowd, words, index.sequence))
        .chain
      guard let first = chain.first, let last = chain.last else { continue }
      var shared = 0
      var adjacent = 0
      for (number, match) in chain.enumerated() {
        let bits = weight(quotation.words[match.quotation])
        shared += bits
        if number > 0, chain[number - 1].isFollowed(by: match) { adjacent += bits }
      }
      let candidate = Candidate(
        stretch: first.source..<(last.source + 1), coverage: Double(shared) / Double(total),
        cohesion: Double(adjacent) / Double(total))
      if candidate.coverage >= options.minimumCoverage { found.append(candidate) }
    }
    found.sort {
      $0.promise != $1.promise
        ? $0.promise > $1.promise : $0.stretch.lowerBound < $1.stretch.lowerBound
    }
    var kept: [Candidate] = []
    for candidate in found where !kept.contains(where: { $0.stretch.overlaps(candidate.stretch) }) {
      kept.append(candidate)
      if kept.count == limit ?? options.maximumPlaces { break }
    }
    return kept
  }

  /// The places of the rarest words, up to a number, sorted by the place in the source; and the weight
  /// of the words of the source that were not asked, being too common.
  private func votes(
    for quotation: WordSequence, _ words: Range<Int>, in index: PassageIndex
  ) -> (votes: [VoteWindow.Vote], unasked: Int) {
    var lists: [(word: Int, positions: ArraySlice<UInt32>)] = []
    lists.reserveCapacity(words.count)
    for word in words {
      let positions = index.positions(of: quotation.words[word].key)
      if !positions.isEmpty { lists.append((word - words.lowerBound, positions)) }
    }
    lists.sort {
      $0.positions.count != $1.positions.count
        ? $0.positions.count < $1.positions.count : $0.word < $1.word
    }
    var votes: [VoteWindow.Vote] = []
    var unasked = 0
    for list in lists {
      // One word is always asked, however common it is.
      if !votes.isEmpty, votes.count + list.positions.count > Self.maximumVotes {
        unasked += weight(quotation.words[words.lowerBound + list.word])
        continue
      }
      for position in list.positions {
        votes.append(.init(position: position, word: UInt32(list.word)))
      }
    }
    votes.sort { $0.position < $1.position }
    return (votes, unasked)
  }

  /// Where around some votes the whole quotation may stand.
  private func reach(
    of crowd: VoteWindow.Crowd, _ words: Range<Int>, _ source: WordSequence
  ) -> Range<Int> {
    let slack = words.count + words.count / 4 + 8
    let missing = max(0, slack - crowd.range.count / 2)
    return max(
      crowd.room.lowerBound, crowd.range.lowerBound - missing)..<min(
        source.words.count, crowd.room.upperBound, crowd.range.upperBound + missing)
  }

  func weight(_ word: WordSequence.Word) -> Int { Self.weight(word) }

  static func weight(_ word: WordSequence.Word) -> Int { max(1, Int(word.bits)) }
}
