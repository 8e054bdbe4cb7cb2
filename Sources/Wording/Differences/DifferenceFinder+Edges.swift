/// What stands at the edges of the shared stretch.
extension DifferenceFinder {
  /// The most words at an edge that can belong to the stretch though they are not aligned.
  private static let reach = 3

  /// Looks at the few words that stand before the shared stretch for those that the other side has a
  /// little further on.
  mutating func readEdges(_ zones: inout [Zone]) {
    let before = aWords.lowerBound..<aShared.lowerBound
    let bBefore = bWords.lowerBound..<bShared.lowerBound
    if bBefore.isEmpty, isEdge(before),
      let other = zones.firstIndex(where: { $0.a.isEmpty && sameWords(before, $0.b) }), other < 2
    {
      add(.wordOrder, before, zones[other].b, edit: .reorder)
      zones.remove(at: other)
      aShared = before.lowerBound..<aShared.upperBound
    } else if before.isEmpty, isEdge(bBefore),
      let other = zones.firstIndex(where: { $0.b.isEmpty && sameWords($0.a, bBefore) }), other < 2
    {
      add(.wordOrder, zones[other].a, bBefore, edit: .reorder)
      zones.remove(at: other)
      bShared = bBefore.lowerBound..<bShared.upperBound
    }
  }

  /// Takes what both sides go on with, before and behind the shared stretch, into it, up to the end of
  /// the sentence: all of it if little is shared, as in a second translation, otherwise a few words.
  /// Two excerpts of one speech that go on differently do not differ.
  mutating func readOn(_ zones: inout [Zone], isRetelling: Bool) {
    let before = Zone(
      a: a.sentence(before: aShared.lowerBound, in: aWords),
      b: b.sentence(before: bShared.lowerBound, in: bWords))
    if isDifferent(before, isRetelling) {
      zones.insert(before, at: 0)
      aShared = before.a.lowerBound..<aShared.upperBound
      bShared = before.b.lowerBound..<bShared.upperBound
    }
    let behind = Zone(
      a: a.sentence(from: aShared.upperBound, in: aWords),
      b: b.sentence(from: bShared.upperBound, in: bWords))
    if isDifferent(behind, isRetelling) {
      zones.append(behind)
      aShared = aShared.lowerBound..<behind.a.upperBound
      bShared = bShared.lowerBound..<behind.b.upperBound
    }
  }

  private func isDifferent(_ edge: Zone, _ isRetelling: Bool) -> Bool {
    let count = min(edge.a.count, edge.b.count)
    return count > 0 && (isRetelling || count <= Self.reach)
  }

  /// Takes a few words of one side at an edge into the stretch where they turn the sense of the same
  /// sentence: *only*, *never*, *if*. All else that one side has beyond the other is no difference.
  mutating func readTurns() {
    let before = Zone(
      a: aWords.lowerBound..<aShared.lowerBound, b: bWords.lowerBound..<bShared.lowerBound)
    if before.a.isEmpty != before.b.isEmpty {
      let (side, words) = before.a.isEmpty ? (b, before.b) : (a, before.a)
      let continues = side.words[words.upperBound].traits.isDisjoint(
        with: [.sentenceStart, .afterSkip])
      if isEdge(words), continues {
        let turn = runClass(side, words, .omission)
        if turn.severity == .meaning, turn != .name, turn != .number, turn != .date {
          add(turn, before.a, before.b)
          aShared = before.a.lowerBound..<aShared.upperBound
          bShared = before.b.lowerBound..<bShared.upperBound
        }
      }
    }
  }

  private func isEdge(_ words: Range<Int>) -> Bool { !words.isEmpty && words.count <= Self.reach }

  /// An alignment that links the first of words said twice at the start, `We, we have`, so that the
  /// stretch that both cover begins there.
  static func linkingFirstOfRepeated(
    _ alignment: Alignment, _ a: WordSequence, _ aWords: Range<Int>, _ b: WordSequence,
    _ bWords: Range<Int>
  ) -> Alignment {
    guard let first = alignment.links.first else { return alignment }
    let aCount = first.a - aWords.lowerBound
    let bCount = first.b - bWords.lowerBound
    let count = max(aCount, bCount)
    guard min(aCount, bCount) == 0, count > 0, count <= reach, alignment.links.count > count else {
      return alignment
    }
    let (side, start) = aCount > 0 ? (a, first.a) : (b, first.b)
    let isRepeated = (0..<count).allSatisfy { offset in
      let link = alignment.links[offset]
      return link.isEqual && link.aCount + link.bCount == 2 && link.a == first.a + offset
        && link.b == first.b + offset
        && side.words[start - count + offset].key == side.words[start + offset].key
    }
    guard isRepeated else { return alignment }
    var shifted = alignment
    for offset in 0..<count {
      if aCount > 0 { shifted.links[offset].a -= count } else { shifted.links[offset].b -= count }
    }
    return shifted
  }

  // MARK: Cuts that turn the sense

  /// Finds a rendering that stops just before a condition that the source goes on with, or that starts
  /// just after a denial.
  mutating func findCuts(against source: Side) {
    let (cut, whole) = source == .second ? (aShared, bShared) : (bShared, aShared)
    let cutWords = source == .second ? aWords : bWords
    let side = source == .second ? b : a
    if cut.lowerBound == cutWords.lowerBound, let words = side.denial(before: whole.lowerBound) {
      addCut(cut.lowerBound, words, source)
    }
    if cut.upperBound == cutWords.upperBound, let words = side.condition(behind: whole.upperBound) {
      addCut(cut.upperBound, words, source)
    }
  }

  private mutating func addCut(_ place: Int, _ words: Range<Int>, _ source: Side) {
    if source == .second {
      add(.cutCondition, place..<place, words)
    } else {
      add(.cutCondition, words, place..<place)
    }
  }
}

extension WordSequence {
  /// The words of the sentence before a word that it goes on with.
  fileprivate func sentence(before index: Int, in range: Range<Int>) -> Range<Int> {
    var start = index
    while start > range.lowerBound, start >= words.count || continues(at: start) { start -= 1 }
    return start..<index
  }

  /// The words of the sentence that goes on with a word.
  fileprivate func sentence(from index: Int, in range: Range<Int>) -> Range<Int> {
    var end = index
    while end < range.upperBound, continues(at: end) { end += 1 }
    return index..<end
  }

  /// The condition that a sentence goes on with at a word: *but*, *unless*, *only if*.
  fileprivate func condition(behind index: Int) -> Range<Int>? {
    guard index > 0, index < words.count, continues(at: index) else { return nil }
    if !words[index].traits.isDisjoint(with: [.condition, .contrast]) { return index..<index + 1 }
    let next = index + 1
    if words[index].traits.contains(.quantifier), next < words.count, continues(at: next),
      words[next].traits.contains(.condition)
    {
      return index..<next + 1
    }
    return nil
  }

  /// The denial that governs what starts at a word: *not*, *I do not believe that*.
  fileprivate func denial(before index: Int) -> Range<Int>? {
    guard index > 0, index < words.count else { return nil }
    var start = index
    while start > 0, index - start < Self.denialReach, start == index ? continues(at: index) : true
    {
      start -= 1
      let traits = words[start].traits
      if traits.contains(.negation) {
        // Directly before, or before a clause that *that* opens.
        let isDirect = start + 1 == index
        let opensClause = letters(of: index - 1).elementsEqual("that".utf8)
        return isDirect || opensClause ? start..<index : nil
      }
      if traits.contains(.sentenceStart) || !continues(at: start) { return nil }
    }
    return nil
  }

  /// How many words a denial can stand before the clause that it denies.
  private static var denialReach: Int { 10 }

  /// Whether a sentence goes on at a word, without a mark that ends it and without an ellipsis.
  private func continues(at index: Int) -> Bool {
    words[index].traits.isDisjoint(with: [.sentenceStart, .afterSkip, .pieceStart])
  }
}
