public import Wording

/// Finds the places of a corpus at which the words of a quotation stand.
///
///     let searcher = PassageSearcher(segments: segments, deleted: deleted)
///     let quotation = comparer.read(Rendering(pieces: ["We shall fight on the beaches"]))
///     let places = try searcher.search(quotation).places
///
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
      limit: Int = 8, minimumCoverage: Double = 0.25, minimumShareOfBest: Double = 0.5
    ) {
      self.limit = limit
      self.minimumCoverage = minimumCoverage
      self.minimumShareOfBest = minimumShareOfBest
    }
  }

  /// - Parameters:
  ///   - segments: In the order of their documents.
  ///   - deleted: The numbers of documents that are not to be found.
  public init(segments: [PassageSegment], deleted: Set<Int64> = []) { fatalError() }

  /// The places of a quotation, those with most evidence first; none overlaps another.
  ///
  /// - Throws: ``PassageError`` when a segment is damaged; what the segments' bytes throw.
  public func search(_ quotation: WordSequence, options: Options = Options()) throws
    -> PassageResult
  {
    fatalError()
  }
}
