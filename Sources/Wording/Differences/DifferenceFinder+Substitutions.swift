/// Words that stand instead of others.
extension DifferenceFinder {
  mutating func classifySubstitution(_ zone: Zone) {
    if let whole = wholeClass(zone) {
      add(whole, zone.a, zone.b)
      return
    }
    var pairs: [(DifferenceClass, Alignment.Link)] = []
    var runs: [(DifferenceClass, Range<Int>, Range<Int>)] = []
    var (i, j) = (zone.a.lowerBound, zone.b.lowerBound)
    func addRun(_ x: Range<Int>, _ y: Range<Int>) {
      if x.isEmpty, y.isEmpty { return }
      if x.isEmpty {
        runs.append((runClass(b, y, .insertion), x, y))
      } else if y.isEmpty {
        runs.append((runClass(a, x, .omission), x, y))
      } else {
        runs.append((runClass(x, y), x, y))
      }
    }
    for link in zone.links {
      addRun(i..<link.a, j..<link.b)
      let differenceClass = pairClass(link.a, link.b)
      pairs.append((differenceClass, link))
      (i, j) = (link.aEnd, link.bEnd)
    }
    addRun(i..<zone.a.upperBound, j..<zone.b.upperBound)
    // A word that two others replace is one substitution, not a substitution and an insertion.
    let isOne =
      runs.count > 0
      && (pairs.isEmpty || pairs.contains { $0.0 == .contentWord || $0.0 == .functionWord })
      && zone.a.count + zone.b.count <= 8
    if isOne || pairs.allSatisfy({ $0.0 == .contentWord }) && runs.isEmpty {
      let all = pairs.map(\.0) + runs.map(\.0)
      let worst = all.filter { $0 != .omission && $0 != .insertion }.max { rank($0) < rank($1) }
      let aHasContent = a.words[zone.a].contains { !$0.isFunctionWord }
      let bHasContent = b.words[zone.b].contains { !$0.isFunctionWord }
      add(
        aHasContent != bHasContent && worst == .functionWord ? .contentWord : worst ?? .contentWord,
        zone.a, zone.b)
      return
    }
    for (differenceClass, link) in pairs {
      add(differenceClass, link.a..<link.aEnd, link.b..<link.bEnd)
    }
    for (differenceClass, x, y) in runs { add(differenceClass, x, y) }
  }

  /// The class of words that stand instead of others without being aligned: what pairs of them are, if
  /// they are as many.
  private func runClass(_ x: Range<Int>, _ y: Range<Int>) -> DifferenceClass {
    guard x.count == y.count, x.count <= 3 else { return .contentWord }
    return zip(x, y).map { pairClass($0, $1) }.max { rank($0) < rank($1) } ?? .contentWord
  }

  /// Which class speaks for a place that has several: severity, and the more telling before
  /// ``DifferenceClass/contentWord``.
  private func rank(_ differenceClass: DifferenceClass) -> Int {
    differenceClass.severity.rawValue * 2 + (differenceClass == .contentWord ? 0 : 1)
  }

  /// The class of a zone that phrases explain as a whole; nil when its words must be looked at.
  private func wholeClass(_ zone: Zone) -> DifferenceClass? {
    let x = phraseKey(a, zone.a)
    let y = phraseKey(b, zone.b)
    if isPolarityItem(a, zone.a), isPolarityItem(b, zone.b) { return .functionWord }
    if cancelsDenial(a, zone.a, b, zone.b) || cancelsDenial(b, zone.b, a, zone.a) {
      return .nearSynonym
    }
    if zone.a.count + zone.b.count > 2 {
      if lexicon.areConfused(x, y) { return .grammar }
      if lexicon.areSynonyms(x, y) { return .nearSynonym }
      if let antonym = lexicon.areAntonyms(x, y) {
        return antonym.isDirection ? .direction : .contentWord
      }
      if let first = lexicon.modals[x], let second = lexicon.modals[y] {
        return first == second ? .nearSynonym : .modal
      }
      if lexicon.quantifiers[x] != nil, lexicon.quantifiers[y] != nil { return .quantifier }
    }
    if deniesOnce(a, zone.a), deniesOnce(b, zone.b) { return .functionWord }
    return nil
  }

  /// Whether words are such as go with a denial: `at all`, `any more`.
  private func isPolarityItem(_ side: WordSequence, _ words: Range<Int>) -> Bool {
    let run = side.words[words]
    return run.contains { $0.traits.contains(.polarityItem) }
      && run.allSatisfy { !$0.traits.isDisjoint(with: [.polarityItem, .function, .quantifier]) }
  }

  /// Whether words are one denial and words of grammar: `do not`, `no longer`.
  private func deniesOnce(_ side: WordSequence, _ words: Range<Int>) -> Bool {
    let run = side.words[words]
    let grammar: WordTraits = [.function, .negation, .polarityItem, .auxiliary]
    return run.filter { $0.traits.contains(.negation) }.count == 1
      && run.allSatisfy { !$0.traits.isDisjoint(with: grammar) }
  }

  /// Whether one side denies the opposite of what the other says: `not impossible`, `possible`.
  private func cancelsDenial(
    _ side: WordSequence, _ words: Range<Int>, _ other: WordSequence, _ otherWords: Range<Int>
  ) -> Bool {
    words.count == 2 && otherWords.count == 1
      && side.words[words.lowerBound].traits.contains(.negation)
      && lexicon.areAntonyms(
        side.words[words.lowerBound + 1].key, other.words[otherWords.lowerBound].key) != nil
  }

  private func phraseKey(_ side: WordSequence, _ words: Range<Int>) -> UInt64 {
    side.words[words].dropFirst().reduce(side.words[words.lowerBound].key) {
      WordKey.phrase($0, $1.key)
    }
  }
}
