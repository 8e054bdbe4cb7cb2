/// Finds the best alignment of two runs of words under ``AlignmentCosts``.
///
/// The method is Smith and Waterman's local alignment (1981) with Gotoh's affine gaps (1982), and a
/// second, flat gap for passages. Where one side is found whole and in one piece in the other, that
/// is the best alignment and no table is made. Sides whose table would be too large are cut first at
/// runs of words that both have exactly once (``AnchorSearch``).
struct Aligner {
  let affinity: WordAffinity
  /// The largest table, in cells, that is made.
  var maximumCells = WordingLimits().maximumCells

  /// Which corners of the table the alignment must reach.
  struct Ends: OptionSet {
    let rawValue: Int
    /// The first words of both sides are linked to each other.
    static let start = Ends(rawValue: 1)
    /// The last words of both sides are linked to each other.
    static let end = Ends(rawValue: 2)
  }

  /// The best alignment.
  ///
  /// - Complexity: O(*nm*) up to ``maximumCells``; about O(*n* + *m*) beyond.
  func align(
    _ a: WordSequence, _ aWords: Range<Int>, _ b: WordSequence, _ bWords: Range<Int>
  ) -> Alignment {
    if let whole = contained(a, aWords, b, bWords) { return whole }
    if aWords.count * bWords.count <= maximumCells {
      return AlignmentTable.align(affinity, a, aWords, b, bWords, ends: [])
    }
    return alignLong(a, aWords, b, bWords)
  }
}
