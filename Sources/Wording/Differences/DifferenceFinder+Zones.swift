import Prose

extension DifferenceFinder {
  /// Names what differs in a zone.
  mutating func classify(_ zone: Zone) {
    if classifyBrackets(zone) || classifySkip(zone) { return }
    if zone.a.isEmpty || zone.b.isEmpty {
      let differenceClass =
        zone.a.isEmpty ? runClass(b, zone.b, .insertion) : runClass(a, zone.a, .omission)
      add(differenceClass, zone.a, zone.b)
      return
    }
    classifySubstitution(zone)
  }

  // MARK: Edits that the print shows

  /// Words in brackets on one side.
  private mutating func classifyBrackets(_ zone: Zone) -> Bool {
    let x = a.words[zone.a]
    let y = b.words[zone.b]
    let aIsBracketed = !x.isEmpty && x.allSatisfy { $0.traits.contains(.bracketed) }
    let bIsBracketed = !y.isEmpty && y.allSatisfy { $0.traits.contains(.bracketed) }
    guard aIsBracketed != bIsBracketed else { return false }
    let words = aIsBracketed ? x : y
    let isReplacement = aIsBracketed ? !y.isEmpty : !x.isEmpty
    if words.allSatisfy({ $0.traits.contains(.sic) }) {
      add(.sic, zone.a, zone.b)
    } else if words.contains(where: { $0.traits.contains(.mask) }) {
      add(.maskedWord, zone.a, zone.b)
    } else {
      add(isReplacement ? .bracketReplacement : .bracketInsertion, zone.a, zone.b)
    }
    return true
  }

  /// Words left out where an ellipsis, or the end of a piece, shows it.
  private mutating func classifySkip(_ zone: Zone) -> Bool {
    let aShows = zone.a.isEmpty && showsSkip(a, zone.a.lowerBound)
    let bShows = zone.b.isEmpty && showsSkip(b, zone.b.lowerBound)
    guard aShows || bShows else { return false }
    let (side, words) = aShows ? (b, zone.b) : (a, zone.a)
    add(hiddenClass(side, words), zone.a, zone.b)
    return true
  }

  private func showsSkip(_ side: WordSequence, _ index: Int) -> Bool {
    side.words.indices.contains(index) && side.words[index].traits.contains(.afterSkip)
  }

  /// What an ellipsis hides.
  private func hiddenClass(_ side: WordSequence, _ words: Range<Int>) -> DifferenceClass {
    if words.count > 100 { return .distance }
    // What belongs to the words before the gap, up to the sentence's end, can turn their sense.
    let sentence = words.prefix {
      $0 == words.lowerBound || !side.words[$0].traits.contains(.sentenceStart)
    }
    let traits = sentence.reduce(into: WordTraits()) { $0.formUnion(side.words[$1].traits) }
    if traits.contains(.negation) { return .hiddenNegation }
    if traits.contains(.condition) { return .hiddenCondition }
    return .ellipsisOmission
  }

  // MARK: Words that only one side has

  /// The class of a run of words that only one side has.
  func runClass(
    _ side: WordSequence, _ words: Range<Int>, _ other: DifferenceClass
  ) -> DifferenceClass {
    let run = side.words[words]
    func all(_ traits: WordTraits) -> Bool {
      run.allSatisfy { !$0.traits.isDisjoint(with: traits) }
    }
    func any(_ traits: WordTraits) -> Bool { run.contains { !$0.traits.isDisjoint(with: traits) } }
    if run.allSatisfy({ $0.traits.contains(.clitic) }) { return .inflection }
    if all(.filler) || (all([.filler, .setOffFiller]) && isSetOff(side, words)) { return .filler }
    if repeatsNeighbour(side, words) { return .falseStart }
    let isShort = run.count <= 3
    if any(.negation), isShort || run.last!.traits.contains(.negation) { return .negation }
    if run.first!.traits.contains(.condition) { return .condition }
    if run.first!.traits.contains(.contrast), run.count == 1,
      !run.first!.traits.contains(.sentenceStart)
    {
      return .condition
    }
    if isShort {
      if any(.impliedNegation), all([.impliedNegation, .function]) { return .negation }
      if any(.modal), all([.modal, .function]) { return .modal }
      if any(.number), all([.number, .function, .unit]) { return .number }
      if any([.month, .weekday]), all([.month, .weekday, .function, .number]) { return .date }
      if any(.quantifier), all([.quantifier, .function]) { return .quantifier }
    }
    if run.allSatisfy({ $0.traits.contains(.function) || $0.isNameLike }),
      run.contains(where: \.isNameLike)
    {
      return .name
    }
    return all(.function) ? .functionWord : other
  }

  /// Whether commas, dashes or an edge set words off on at least one side of them.
  private func isSetOff(_ side: WordSequence, _ words: Range<Int>) -> Bool {
    let before = side.gapTokens(before: words.lowerBound)
    let after = side.gapTokens(before: words.upperBound)
    return !before.isEmpty || !after.isEmpty || words.lowerBound == 0
  }

  /// Whether the words only say again what stands beside them: `I, I think`.
  private func repeatsNeighbour(_ side: WordSequence, _ words: Range<Int>) -> Bool {
    let keys = side.words[words].map(\.key)
    let next = words.upperBound..<min(side.words.count, words.upperBound + words.count)
    let previous = max(0, words.lowerBound - words.count)..<words.lowerBound
    return side.words[next].map(\.key) == keys || side.words[previous].map(\.key) == keys
  }

  // MARK: Words instead of others

  private mutating func classifySubstitution(_ zone: Zone) {
    if let whole = wholeClass(zone) {
      add(whole, zone.a, zone.b)
      return
    }
    var classes: [DifferenceClass] = []
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
        runs.append((.contentWord, x, y))
      }
    }
    for link in zone.links {
      addRun(i..<link.a, j..<link.b)
      let differenceClass = pairClass(link.a, link.b)
      pairs.append((differenceClass, link))
      classes.append(differenceClass)
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
      add(worst ?? .contentWord, zone.a, zone.b)
      return
    }
    for (differenceClass, link) in pairs {
      add(differenceClass, link.a..<link.aEnd, link.b..<link.bEnd)
    }
    for (differenceClass, x, y) in runs { add(differenceClass, x, y) }
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
    if zone.a.count + zone.b.count > 2 {
      if lexicon.areSynonyms(x, y) { return .nearSynonym }
      if let antonym = lexicon.areAntonyms(x, y) {
        return antonym.isDirection ? .direction : .contentWord
      }
      if let first = lexicon.modals[x], let second = lexicon.modals[y] {
        return first == second ? .nearSynonym : .modal
      }
      if lexicon.quantifiers[x] != nil, lexicon.quantifiers[y] != nil { return .quantifier }
    }
    return nil
  }

  private func phraseKey(_ side: WordSequence, _ words: Range<Int>) -> UInt64 {
    side.words[words].dropFirst().reduce(side.words[words.lowerBound].key) {
      WordKey.phrase($0, $1.key)
    }
  }
}

extension WordSequence {
  /// The marks between a word and the one before it, brackets and quotation marks left out.
  func gapTokens(before word: Int) -> [Token] {
    guard word > 0, word < words.count, words[word - 1].piece == words[word].piece,
      words[word - 1].print != words[word].print
    else { return [] }
    let tokens = text.tokens[
      Int(
        prints[Int(words[word - 1].print)].endToken)..<Int(
          prints[Int(words[word].print)].firstToken)]
    return tokens.filter {
      switch $0.kind {
      case .comma, .dash, .colon, .semicolon, .fullStop, .questionMark, .exclamationMark, .ellipsis:
        true
      default: false
      }
    }
  }
}
