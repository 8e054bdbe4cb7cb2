/// The model of evidence: what shared words are worth, and what it costs where they do not follow
/// each other.
///
/// Shared words make a chain that ascends in the quotation and in the document. A word is worth the
/// bits that its rarity in the corpus tells. Where the chain breaks (words differ, are missing or are
/// more on one side) it pays: two runs of words are more easily by chance at one place than one long
/// run. A break costs what the commonest words are worth at most, so that a common word counts only
/// beside another word that is shared; therefore common words need not be looked up one by one.
enum ChainCosts {
  /// Evidence is reckoned in parts of a bit, so that it is exact and the same on every machine.
  static let unitsPerBit = 16
  /// Function words of so many bits are common words.
  static let mostBitsOfCommonWord: UInt8 = 9
  /// What a break costs.
  static let breakCost = Int(mostBitsOfCommonWord) * unitsPerBit
  /// What each word costs that one side has more than the other between two runs.
  static let driftCost = unitsPerBit
  /// How many words one side may have more than the other between two runs.
  static let mostDrift = 64
  /// How many words an ellipsis may stand for, and the break between two pieces.
  static let mostSkipped = 1000
  /// No word is worth more: rarer ones tell a place as well as need be.
  static let mostBits = 20

  /// What it costs that two words of a chain follow each other; nil when they cannot.
  ///
  /// - Parameters:
  ///   - quotation: How many words of the quotation the second is behind the first.
  ///   - document: How many words of the document.
  ///   - isSkip: Whether the quotation shows that something may be left out between them.
  @inline(__always)
  static func cost(quotation: Int, document: Int, isSkip: Bool) -> Int? {
    let drift = document - quotation
    if drift == 0 { return quotation == 1 ? 0 : breakCost }
    if isSkip, drift > 0 { return drift <= mostSkipped ? breakCost : nil }
    let size = abs(drift)
    return size <= mostDrift ? breakCost + size * driftCost : nil
  }
}
