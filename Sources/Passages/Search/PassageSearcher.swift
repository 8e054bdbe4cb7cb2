internal import Prose
public import Wording

/// Finds the places of a corpus at which the words of a quotation stand.
///
///     let searcher = PassageSearcher(segments: segments, deleted: deleted)
///     let quotation = comparer.read(Rendering(pieces: ["We shall fight on the beaches"]))
///     let places = try searcher.search(quotation).places
///
/// The places come in the order of their evidence under the model of ``PassagePlace/evidence``, and
/// none with more is missed: what cannot have enough is left out by a bound, never by a guess.
/// Compare each place's text with the quotation, best first, to learn the differences.
public struct PassageSearcher {
  /// How to look.
  public struct Options: Hashable, Sendable {
    /// The most places that are returned.
    public var limit: Int
    /// The least share of a quotation's bits that a place must have as evidence.
    public var minimumCoverage: Double
    /// The least share of the best place's evidence that any other must have.
    public var minimumShareOfBest: Double

    public init(
      limit: Int = 8, minimumCoverage: Double = 0.2, minimumShareOfBest: Double = 0.6
    ) {
      self.limit = limit
      self.minimumCoverage = minimumCoverage
      self.minimumShareOfBest = minimumShareOfBest
    }
  }

  private let segments: [PassageSegment]
  private let deleted: Set<Int64>

  /// - Parameters:
  ///   - segments: In the order of their documents.
  ///   - deleted: The numbers of documents that are not to be found.
  public init(segments: [PassageSegment], deleted: Set<Int64> = []) {
    self.segments = segments
    self.deleted = deleted
  }

  /// The places of a quotation, those with most evidence first, of equals those of earlier documents;
  /// none overlaps another.
  ///
  /// A quotation of more than 128 words is looked for by its first 128.
  ///
  /// - Throws: ``PassageError`` when a segment is damaged; what the segments' bytes throw.
  /// - Complexity: That of reading the lists of the quotation's rarest words, as many as it takes to
  ///   be sure.
  public func search(_ quotation: WordSequence, options: Options = Options()) throws
    -> PassageResult
  {
    let query = try PassageQuery(quotation, segments)
    var search = PassageSearch(query: query, segments: segments, deleted: deleted, options: options)
    try search.run()
    let places = try search.found.map { found in
      let document = try segments[found.segment].document(at: found.document)
      return PassagePlace(
        document: document.id, words: found.words,
        bytes: try segments[found.segment].bytes(of: found.words, in: document),
        evidence: Double(found.evidence) / Double(ChainCosts.unitsPerBit),
        coverage: Double(found.evidence) / Double(max(1, query.worth)))
    }
    return PassageResult(
      places: places, bits: Double(query.worth) / Double(ChainCosts.unitsPerBit),
      isExact: search.isExact)
  }
}
