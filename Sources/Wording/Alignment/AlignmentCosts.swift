/// What an alignment gains and pays: the whole cost model in one place.
///
/// An alignment is a chain of links (a word or two of one side with a word or two of the other) in
/// the order of both sides. Its score is the sum of what its links gain, minus what the unlinked
/// words between its first and last link cost; words before and behind cost nothing. The best
/// alignment is the one of the greatest score.
///
/// A gap is a run of words that only one side has. It costs `gap` once and `gapWord` for each word,
/// or `longGap` once and nothing for each word: what is missing is then a passage, not a phrase.
/// Where the other side shows by an ellipsis, or by the end of a piece, that words are left out, the
/// gap costs `shownGap` only; words in brackets cost `shownGap` too.
///
/// A rendering seldom starts or ends in the middle of what another says, so a chain gains `wholeEnd`
/// for each side whose first word it starts with, and whose last word it ends with. Unequal words get
/// it only where both sides start, or end, with them.
enum AlignmentCosts {
  /// Two equal words that both carry content.
  static let contentMatch: Int32 = 8
  /// Two equal words of which one carries grammar.
  static let functionMatch: Int32 = 4
  /// Two words of nearly the same letters.
  static let nearMatch: Int32 = 3
  /// Two words that do the same work: pronouns, modals, numbers.
  static let sameWork: Int32 = -1
  /// Two words of synonymous or opposite meaning.
  static let relatedMeaning: Int32 = 0
  /// Two function words, or two content words, with nothing in common.
  static let substitution: Int32 = -4
  static let unlikeSubstitution: Int32 = -6
  static let gap: Int32 = 4
  static let gapWord: Int32 = 2
  static let longGap: Int32 = 20
  static let shownGap: Int32 = 2
  /// An end of a side that the chain reaches.
  static let wholeEnd: Int32 = 5
}

extension AlignmentCosts {
  /// What it costs that one side alone has words, where the other stands before a word.
  static func gap(
    _ side: WordSequence, _ words: Range<Int>, before other: WordSequence, _ place: Int
  ) -> Int32 {
    guard let first = words.first else { return 0 }
    let unshown = words.count { !side.words[$0].traits.contains(.bracketed) }
    let open = side.words[first].traits.contains(.bracketed) ? shownGap : gap
    let phrase = open + gapWord * Int32(clamping: unshown)
    let isShown = place < other.words.count && other.words[place].traits.contains(.afterSkip)
    return min(phrase, isShown ? shownGap : longGap)
  }
}
