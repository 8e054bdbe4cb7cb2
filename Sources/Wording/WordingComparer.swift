import Prose

/// Compares renderings word by word and names each difference.
///
///     let comparer = WordingComparer()
///     let a = comparer.read(Rendering(text: tokenizer.tokenize(Array("We may sign.".utf8))))
///     let b = comparer.read(Rendering(text: tokenizer.tokenize(Array("We will sign.".utf8))))
///     comparer.compare(a, b).differences  // one, of class modal
///
/// A comparer holds no state of the texts: one can serve all threads. Exchanging the two renderings
/// mirrors the result.
public struct WordingComparer: Sendable {
  let shared = SharedLexicon.english
  /// How much work a comparison may take.
  public let limits: WordingLimits

  public init(limits: WordingLimits = WordingLimits()) { self.limits = limits }

  /// The words of a rendering. Read each rendering once, however often it is compared.
  ///
  /// - Complexity: O(*n*).
  public func read(_ rendering: Rendering) -> WordSequence {
    SequenceReader.read(shared: shared, text: rendering.text, pieces: rendering.pieces)
  }

  /// Compares two renderings.
  ///
  /// - Parameters:
  ///   - aWords: The words of `a` to compare; nil for all. With a part of a long text, differences
  ///     never reach beyond it.
  ///   - bWords: The words of `b` to compare; nil for all.
  ///   - bIsSource: Whether `b` is what was said, and `a` renders it. Then it counts too where `a` stops
  ///     or starts: ``DifferenceClass/cutCondition``. Of two outlets neither is presumed to be whole.
  ///   - isPresumedSame: Whether somebody says that the two are of one utterance. Then less in common
  ///     will do, and a few words at an edge in the place of others are a difference as well.
  ///   - daysApart: How many days lie between the two reports; nil when that is not known. It bears
  ///     on whether they are of one utterance, and on nothing else.
  public func compare(
    _ a: WordSequence, _ b: WordSequence, aWords: Range<Int>? = nil, bWords: Range<Int>? = nil,
    bIsSource: Bool = false, isPresumedSame: Bool = false, daysApart: Int? = nil
  ) -> Comparison {
    let aWords = aWords ?? a.words.indices
    let bWords = bWords ?? b.words.indices
    // One order for both, so that exchanging the renderings mirrors the result.
    if isOrdered(a, aWords, b, bWords) {
      return compareOrdered(
        a, aWords, b, bWords, bIsSource ? .second : nil, isPresumedSame, daysApart)
    }
    return compareOrdered(b, bWords, a, aWords, bIsSource ? .first : nil, isPresumedSame, daysApart)
      .mirrored
  }

  private func isOrdered(
    _ a: WordSequence, _ aWords: Range<Int>, _ b: WordSequence, _ bWords: Range<Int>
  ) -> Bool {
    if aWords.count != bWords.count { return aWords.count < bWords.count }
    for (i, j) in zip(aWords, bWords) where a.words[i].key != b.words[j].key {
      return a.words[i].key < b.words[j].key
    }
    return !b.text.bytes[b.span(of: bWords).range].lexicographicallyPrecedes(
      a.text.bytes[a.span(of: aWords).range])
  }

  private func compareOrdered(
    _ a: WordSequence, _ aWords: Range<Int>, _ b: WordSequence, _ bWords: Range<Int>,
    _ source: DifferenceFinder.Side?, _ isPresumedSame: Bool, _ daysApart: Int?
  ) -> Comparison {
    let affinity = WordAffinity(shared: shared)
    let aligner = Aligner(affinity: affinity, maximumCells: limits.maximumCells)
    let alignment = aligner.align(a, aWords, b, bWords)
    let unpaired = alignment.unpaired.map {
      Comparison.SharedStretch(a: a.span(of: $0.a), b: b.span(of: $0.b))
    }
    guard !alignment.links.isEmpty else {
      return Comparison(
        judgement: aWords.isEmpty || bWords.isEmpty ? .undecidable : .different, relation: nil,
        similarity: 0, differences: [], shared: nil, unpaired: unpaired)
    }
    var evidence = Evidence(alignment, a, aWords, b, bWords)
    var finder = DifferenceFinder(affinity, a, aWords, b, bWords, alignment)
    let moved = aligner.movedBlock(a, aWords, finder.aShared, b, bWords, finder.bShared)
    let both = moved.flatMap {
      evidence.joined(with: Evidence($0.alignment, a, aWords, b, bWords))
    }
    let continuation: DifferenceFinder.Continuation =
      both != nil
      ? .leftOut
      : isPresumedSame
        ? (evidence.isRetelling ? .retelling : .turns)
        : source == nil && evidence.judgement(.overlap, daysApart: daysApart) == .same
          ? .otherWords : .leftOut
    var differences = finder.find(source: source, continuation: continuation)
    var (aShared, bShared) = (finder.aShared, finder.bShared)
    if let moved, let both {
      evidence = both
      var inner = DifferenceFinder(affinity, a, moved.a, b, moved.b, moved.alignment)
      inner.addMove(between: a, b)
      differences = (differences + inner.find()).sorted { $0.isBefore($1) }
      aShared = aShared.union(inner.aShared)
      bShared = bShared.union(inner.bShared)
    }
    let aIsWhole = aShared == aWords
    let bIsWhole = bShared == bWords
    let relation: Comparison.Relation =
      aIsWhole && bIsWhole ? .full : aIsWhole || bIsWhole ? .contained : .overlap
    let isEqual = relation == .full && evidence.unmatched == 0
    return Comparison(
      judgement: isEqual
        ? .same : evidence.judgement(relation, isPresumed: isPresumedSame, daysApart: daysApart),
      relation: relation,
      similarity: evidence.purity, differences: differences,
      shared: .init(a: a.span(of: aShared), b: b.span(of: bShared)), evidence: evidence,
      unpaired: unpaired)
  }
}

extension Range<Int> {
  /// The range from the first start to the last end.
  fileprivate func union(_ other: Range<Int>) -> Range<Int> {
    Swift.min(lowerBound, other.lowerBound)..<Swift.max(upperBound, other.upperBound)
  }
}
