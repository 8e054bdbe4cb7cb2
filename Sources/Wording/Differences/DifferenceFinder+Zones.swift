import Prose

extension DifferenceFinder {
  /// Names what differs in a zone.
  mutating func classify(_ zone: Zone) {
    if classifyBrackets(zone) || classifySkip(zone) { return }
    if zone.a.isEmpty || zone.b.isEmpty {
      for part in bracketParts(of: zone) { classifyRun(part) }
    } else {
      classifySubstitution(zone)
    }
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

  /// The parts of a zone with words of one side only, divided where brackets begin or end.
  private func bracketParts(of zone: Zone) -> [Zone] {
    let side = zone.a.isEmpty ? b : a
    let words = zone.a.isEmpty ? zone.b : zone.a
    var parts: [Zone] = []
    var start = words.lowerBound
    for index in words.dropFirst()
    where side.words[index].traits.contains(.bracketed)
      != side.words[index - 1].traits.contains(.bracketed)
    {
      parts.append(
        zone.a.isEmpty ? Zone(a: zone.a, b: start..<index) : Zone(a: start..<index, b: zone.b))
      start = index
    }
    let rest = start..<words.upperBound
    parts.append(zone.a.isEmpty ? Zone(a: zone.a, b: rest) : Zone(a: rest, b: zone.b))
    return parts
  }

  /// Names words that only one side has.
  private mutating func classifyRun(_ zone: Zone) {
    if classifyBrackets(zone) { return }
    if isPossessiveStyle(zone) {
      add(.spellingVariant, zone.a, zone.b)
      return
    }
    add(
      zone.a.isEmpty ? runClass(b, zone.b, .insertion) : runClass(a, zone.a, .omission), zone.a,
      zone.b)
  }

  /// Whether only the `s` behind an apostrophe is missing: `James’s`, `James’`.
  private func isPossessiveStyle(_ zone: Zone) -> Bool {
    let (side, words) = zone.a.isEmpty ? (b, zone.b) : (a, zone.a)
    let (other, place) = zone.a.isEmpty ? (a, zone.a.lowerBound) : (b, zone.b.lowerBound)
    guard words.count == 1, side.words[words.lowerBound].traits.contains(.clitic), place > 0 else {
      return false
    }
    let print = other.prints[Int(other.words[place - 1].print)]
    guard (other.text.bytes[Int(print.end) - 1] | 0x20) == UInt8(ascii: "s"),
      other.text.tokens.indices.contains(Int(print.endToken))
    else { return false }
    let next = other.text.tokens[Int(print.endToken)]
    return next.kind == .mark && next.start == Int(print.end)
  }

  /// Words left out where an ellipsis, or the end of a piece, shows it.
  private mutating func classifySkip(_ zone: Zone) -> Bool {
    let aShows = zone.a.isEmpty && showsSkip(a, zone.a.lowerBound)
    let bShows = zone.b.isEmpty && showsSkip(b, zone.b.lowerBound)
    guard aShows || bShows else { return false }
    let (side, words) = aShows ? (b, zone.b) : (a, zone.a)
    let hidden = hiddenClass(side, words)
    if aShows {
      add(hidden, .insertion, skip(a, zone.a.lowerBound), span(b, zone.b))
    } else {
      add(hidden, .omission, span(a, zone.a), skip(b, zone.b.lowerBound))
    }
    return true
  }

  private func showsSkip(_ side: WordSequence, _ index: Int) -> Bool {
    side.words.indices.contains(index) && side.words[index].traits.contains(.afterSkip)
  }

  /// The place of what shows that words are left out before a word: the ellipsis, if there is one.
  private func skip(_ side: WordSequence, _ index: Int) -> TextSpan {
    let end = side.words[index - 1].span.end
    guard !side.words[index].traits.contains(.pieceStart) else { return TextSpan(end, end) }
    let tokens = side.text.tokens[
      Int(
        side.prints[Int(side.words[index - 1].print)].endToken)..<Int(
          side.prints[Int(side.words[index].print)].firstToken)]
    return tokens.first { $0.kind == .ellipsis }?.span ?? TextSpan(end, end)
  }

  /// What an ellipsis hides.
  private func hiddenClass(_ side: WordSequence, _ words: Range<Int>) -> DifferenceClass {
    if words.count > WordSequence.farApart { return .distance }
    if let turn = side.turn(hiddenIn: words) { return turn }
    // *only*, *perhaps*: a limit as good as a condition.
    if words.count <= 3, words.contains(where: { isLimit(side.words[$0]) }) {
      return .hiddenCondition
    }
    return .ellipsisOmission
  }

  /// Whether a word limits what is said: *only*, *perhaps*.
  private func isLimit(_ word: WordSequence.Word) -> Bool {
    lexicon.quantifiers[word.key] == UInt8(ascii: "r")
      || lexicon.modals[word.key]?.modalClass == UInt8(ascii: "h")
  }

  // MARK: Words that only one side has

  /// Words left out without a sign are a passage, not a phrase, if they are more than these.
  private static let passage = 20

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
    // A verb that every sentence of the kind has to have.
    if run.count == 1, lexicon.isFiniteAuxiliary(run.first!.key) { return .grammar }
    if all(.filler) || (all([.filler, .setOffFiller]) && isSetOff(side, words)) { return .filler }
    if repeatsNeighbour(side, words) { return .falseStart }
    if all([.polarityItem, .function, .quantifier]), any(.polarityItem) { return .functionWord }
    if run.count > Self.passage { return .splice }
    let isShort = run.count <= 3
    if any([.negation, .nearNegation]),
      isShort || !run.last!.traits.isDisjoint(with: [.negation, .nearNegation])
    {
      return .negation
    }
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
      if any(.quantifier), all([.quantifier, .function, .unit]) { return .quantifier }
      if any(.approximator), all([.approximator, .function]),
        run.contains(where: { $0.traits.contains(.approximator) && !$0.isFunctionWord })
          || isNumber(side, words.upperBound)
      {
        return .quantifier
      }
    }
    if run.allSatisfy({ $0.traits.contains(.function) || $0.isNameLike }),
      run.contains(where: { $0.isNameLike && !$0.traits.contains(.abbreviated) })
    {
      return .name
    }
    return all(.function) && !any(.adverb) ? .functionWord : other
  }

  private func isNumber(_ side: WordSequence, _ index: Int) -> Bool {
    side.words.indices.contains(index) && side.words[index].traits.contains(.number)
  }

  /// Whether commas, dashes or an edge set words off on at least one side of them.
  private func isSetOff(_ side: WordSequence, _ words: Range<Int>) -> Bool {
    if !side.gapTokens(before: words.upperBound).isEmpty { return true }
    return side.gapTokens(before: words.lowerBound).contains {
      $0.kind == .comma || $0.kind == .dash
    }
  }

  /// Whether the words only say again what stands beside them: `I, I think`.
  private func repeatsNeighbour(_ side: WordSequence, _ words: Range<Int>) -> Bool {
    let keys = side.words[words].map(\.key)
    let next = words.upperBound..<min(side.words.count, words.upperBound + words.count)
    let previous = max(0, words.lowerBound - words.count)..<words.lowerBound
    return side.words[next].map(\.key) == keys || side.words[previous].map(\.key) == keys
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
