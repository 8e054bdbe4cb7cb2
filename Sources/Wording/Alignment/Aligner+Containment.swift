extension Aligner {
  /// The alignment of a side that stands in the other word for word; nil when it does not, or when
  /// another alignment may be better still.
  func contained(
    _ a: WordSequence, _ aWords: Range<Int>, _ b: WordSequence, _ bWords: Range<Int>
  ) -> Alignment? {
    if aWords.count > bWords.count {
      return contained(b, bWords, a, aWords)?.mirrored
    }
    guard let first = aWords.first else { return Alignment(links: [], score: 0) }
    // Where gaps are cheap, reaching the longer side's ends by them may be better.
    guard b.words[bWords].dropFirst().allSatisfy({ $0.traits.isDisjoint(with: Self.cheap) }),
      a.words[aWords].dropFirst().allSatisfy({ !$0.traits.contains(.afterSkip) })
    else { return nil }
    // At an end of the longer side rather than inside it, at its start rather than at its end.
    let run = WordRun(a.words[aWords])
    let others = b.words[bWords]
    let last = bWords.upperBound - aWords.count
    let found =
      run.stands(at: bWords.lowerBound, of: others)
      ? bWords.lowerBound : run.stands(at: last, of: others) ? last : run.firstPlace(in: others)
    guard let found else { return nil }
    var score = 2 * AlignmentCosts.wholeEnd
    if found == bWords.lowerBound { score += AlignmentCosts.wholeEnd }
    if found + aWords.count == bWords.upperBound { score += AlignmentCosts.wholeEnd }
    var links: [Alignment.Link] = []
    links.reserveCapacity(aWords.count)
    for offset in 0..<aWords.count {
      let gain = affinity.gain(a, first + offset, b, found + offset)
      // The word may count for more where it stands elsewhere: `one`, `1`.
      if gain < AlignmentCosts.contentMatch, !a.words[first + offset].isFunctionWord { return nil }
      score += gain
      links.append(Alignment.Link(a: first + offset, b: found + offset, isEqual: true))
    }
    return gainsMoreInTwo(a, aWords, b, bWords) ? nil : Alignment(links: links, score: score)
  }

  /// Before such words gaps cost less.
  private static let cheap: WordTraits = [.afterSkip, .bracketed]

  /// Whether a function word of one side stands in the other as two words, which gain more together:
  /// *into*, *in to*.
  private func gainsMoreInTwo(
    _ a: WordSequence, _ aWords: Range<Int>, _ b: WordSequence, _ bWords: Range<Int>
  ) -> Bool {
    var lengths: UInt64 = 0
    for word in a.words[aWords] where word.isFunctionWord && word.lettersCount < 64 {
      lengths |= 1 << UInt64(word.lettersCount)
    }
    for index in bWords.dropFirst() {
      let (before, word) = (b.words[index - 1], b.words[index])
      let length = Int(before.lettersCount) + Int(word.lettersCount)
      guard length < 64, lengths & 1 << UInt64(length) != 0, before.piece == word.piece else {
        continue
      }
      let key = b.letters(of: index).reduce(before.key, WordKey.extend)
      let isFound = a.words[aWords].contains { $0.key == key && $0.isFunctionWord }
      if isFound { return true }
    }
    return false
  }
}
