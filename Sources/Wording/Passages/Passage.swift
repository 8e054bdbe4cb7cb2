/// A place of a source that words of a quotation were found at, compared word by word.
public struct Passage: Sendable {
  /// The stretches of the source that make up the quotation, in the quotation's order: one, unless
  /// the quotation was put together from places that lie apart.
  public var parts: [Part]
  /// The quotation (`a`) against the source (`b`). Words of the quotation that the passage does not
  /// have are differences even at its ends, since a source is asked for every word.
  public var comparison: Comparison
  /// How well the passage fits, in bits: those of the equal words, less those of the others.
  var score: Double

  /// A run of the quotation's words and the stretch of the source that it was found at.
  public struct Part: Hashable, Sendable {
    /// The words of the quotation.
    public var quotation: Range<Int>
    /// The words of the source.
    public var source: Range<Int>

    public init(quotation: Range<Int>, source: Range<Int>) {
      self.quotation = quotation
      self.source = source
    }
  }

  /// The words of the source from the first to the last of all parts.
  public var stretch: Range<Int> { Self.stretch(of: parts) }

  static func stretch(of parts: [Part]) -> Range<Int> {
    let start = parts.map(\.source.lowerBound).min() ?? 0
    return start..<max(start, parts.map(\.source.upperBound).max() ?? 0)
  }

  /// Whether the passage begins at a place that another one has as well.
  public func overlaps(_ other: Passage) -> Bool {
    parts[0].source.overlaps(other.parts[0].source)
  }

  /// Whether the passage fits about as well as another one.
  public func fitsLike(_ other: Passage) -> Bool {
    comparison.severity == other.comparison.severity && score >= 0.95 * other.score
  }

  /// Whether the passage fits better than another one of the same source or another.
  public func fitsBetter(than other: Passage) -> Bool {
    let ranks = (rank, other.rank)
    if ranks.0 != ranks.1 { return ranks.0 > ranks.1 }
    if score != other.score { return score > other.score }
    return comparison.severity < other.comparison.severity
  }

  private var rank: Int {
    switch comparison.judgement {
    case .same: 2
    case .undecidable: 1
    case .different: 0
    }
  }
}
