/// How much work one comparison may take.
public struct WordingLimits: Hashable, Sendable {
  /// How many words two wordings may have each to be paired word by word, in time and memory that grow
  /// with the square of the number; 1024 unless set.
  ///
  /// What is longer is cut first at words that both have exactly once. Where there are none in so many
  /// words, the stretch is not paired and the comparison says so: ``Comparison/unpaired``.
  public var pairedWords: Int

  public init(pairedWords: Int = 1024) { self.pairedWords = pairedWords }

  /// The largest table in cells; at least one, and no more than memory can be asked for.
  var maximumCells: Int {
    let words = min(max(1, pairedWords), 1 << 15)
    return words * words
  }
}
