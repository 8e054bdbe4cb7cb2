import Prose

extension MentionFinder {
  /// The most words that may stand between a description's determiner and its noun.
  private static let longestModifier = 6
  /// The most bytes of an acronym; longer words in capitals are shouted.
  static let longestAcronym = 5

  /// The description whose noun stands at a token: `a senior official`, `officials`, `the mayor`.
  func description(at index: Int) -> MentionRecord? {
    let entry = compoundEntry(at: index) ?? scene.entry(index)
    let isTitle = entry.traits.contains(.title) && !entry.traits.contains(.honorific)
    guard entry.traits.contains(.roleNoun) || isTitle else { return nil }
    let end = min(index + Int(scene.lexemes.phraseLengths[index]), tokens.count)
    let last = end - 1
    guard isContinuous(index, last), !isModifier(last) else { return nil }
    let isPossessive = endsPossessively(last)
    let isPlural = entry.traits.contains(.plural)
    if isPlural, !isPossessive, isVerbOfName(at: index) { return nil }
    let start = startOfDescription(nounAt: index, isPlural: isPlural)
    let isCollective = entry.traits.contains(.collective)
    let hasPossessor = hasPossessor(before: start)
    // "Smith’s statement": who speaks is Smith.
    if hasPossessor, entry.traits.contains(.speechNoun) { return nil }
    // "Advertisement", "letter": a document without a determiner speaks for nobody.
    if start == index, !isPlural, !hasPossessor, entry.traits.contains(.speechNoun) { return nil }
    if start == index && !isPlural && !isCollective && !hasPossessor {
      // A bare singular noun names nobody, except as a title in apposition: "spokesman said".
      // "Conservative talk radio": the verb of one person has an ending.
      guard end < tokens.count, isContinuous(last, end), scene.entry(end).traits.contains(.cue),
        !scene.entry(end).traits.contains(.baseForm)
      else { return nil }
    }
    return MentionRecord(
      tokens: start..<end, name: index..<index,
      kind: isCollective ? .organization : .description, gender: genderOfNoun(index, entry),
      isPlural: isPlural, isPossessive: isPossessive)
  }

  /// Whether the noun is only the first part of a longer noun: `government` in `government plans`.
  func isModifier(_ index: Int) -> Bool {
    guard index + 1 < tokens.count, isContinuous(index, index + 1), !isPossessive(index),
      tokens[index + 1].kind == .word
    else { return false }
    let next = scene.entry(index + 1)
    if startsWithDigit(index) {
      // "the 35-year-old said", but "the 35-year-old bridge".
      return next.traits.isDisjoint(with: [.function, .cue, .adverb, .auxiliary])
    }
    return next.traits.contains(.roleNoun) && !next.traits.contains(.cue)
  }

  /// Whether a plural noun is rather the verb of the name before it: `reports` in `The Marl Times
  /// reports`, but not in `Marl Times reports say`.
  private func isVerbOfName(at index: Int) -> Bool {
    guard index > 0, scene.entry(index).traits.contains(.cue),
      !tokens[index].traits.contains(.capitalized), isContinuous(index - 1, index),
      isNameWord(index - 1), !isSentenceStart(index - 1), !isPossessive(index - 1),
      scene.entry(index - 1).traits.isDisjoint(with: [.nationality, .roleNoun])
    else { return false }
    let next = index + 1
    return next >= tokens.count || !isContinuous(index, next)
      || scene.entry(next).traits.isDisjoint(with: [.cue, .auxiliary])
  }

  /// Whether a possessor stands before a description, such as `Smith’s` before `lawyer`; it is a
  /// mention of its own.
  private func hasPossessor(before start: Int) -> Bool {
    guard isContinuous(start - 1, start) else { return false }
    return isPossessive(start - 1) || isPluralPossessive(endingBefore: start)
  }

  /// What the lexicon says of the noun in a compound: `dad` in `dad-of-three`, `year-old` in
  /// `35-year-old`, `mayor` in `ex-mayor`; nil when the token is no such compound, or the lexicon
  /// has it whole.
  private func compoundEntry(at index: Int) -> LexicalEntry? {
    guard scene.lexemes.words[index] < 0 else { return nil }
    let token = tokens[index]
    return scene.text.bytes.withUnsafeBufferPointer { bytes in
      let word = UnsafeBufferPointer(rebasing: bytes[token.start..<token.end])
      guard let hyphen = word.firstIndex(of: UInt8(ascii: "-")), hyphen > 0 else { return nil }
      let startsWithNumber = startsWithDigit(index)
      let isPrefixed = scene.lexicon.entry(folded(word[...hyphen]))?.isRolePrefix == true
      let part = startsWithNumber || isPrefixed ? word[(hyphen + 1)...] : word[..<hyphen]
      guard let entry = scene.lexicon.entry(folded(part)) else { return nil }
      // "worker-led" is no worker: of words only those for kin head such compounds.
      return startsWithNumber || isPrefixed || entry.traits.contains(.kin) ? entry : nil
    }
  }

  private func folded(_ word: Slice<UnsafeBufferPointer<UInt8>>) -> String {
    PersonName.fold(String(decoding: word, as: UTF8.self))
  }

  /// Whether a place stands right before the noun of one person, and no preposition before it, as
  /// headlines print it: `Marl ex-mayor vows`.
  private func isPlaceOfRole(_ index: Int, noun: Int) -> Bool {
    index + 1 == noun && scene.entry(index).traits.contains(.place)
      && tokens[index].traits.contains(.capitalized)
      && !(isContinuous(index - 1, index)
        && scene.entry(index - 1).traits.contains(.preposition))
  }

  private func startsWithDigit(_ index: Int) -> Bool {
    scene.text.bytes[tokens[index].start] &- 0x30 < 10
  }

  /// Goes back from a noun over its modifiers to the determiner.
  private func startOfDescription(nounAt noun: Int, isPlural: Bool) -> Int {
    var start = noun
    var firstModifier = noun
    while start > 0, noun - start < Self.longestModifier, isContinuous(start - 1, start) {
      let previous = tokens[start - 1]
      let traits = scene.entry(start - 1).traits
      if previous.kind == .number {
        start -= 1
        firstModifier = start
        continue
      }
      if isPluralPossessive(endingBefore: start) { return start }
      guard previous.kind == .word else { break }
      if isPossessive(start - 1) { return start }
      if traits.contains(.determiner) || traits.contains(.possessive) {
        // "said that residents": a word that also opens clauses does not determine a plural.
        return traits.contains(.relative) && isPlural ? firstModifier : start - 1
      }
      let stops: LexicalTraits = [
        .preposition, .auxiliary, .conjunction, .subordinator, .negation, .relative, .pronoun, .cue,
      ]
      // Inside a sentence a capital shows a name: "State" in "a State Department official".
      let isName = previous.traits.contains(.capitalized) && isContinuous(start - 2, start - 1)
      // "Second" is an adverb too.
      let isAdverb = traits.contains(.adverb) && !traits.contains(.ordinal)
      guard isName || (traits.isDisjoint(with: stops) && !isAdverb) else { break }
      start -= 1
      // Without a determiner only words that cannot be verbs are sure to belong to the noun.
      if traits.contains(.nationality) || traits.contains(.roleNoun) || traits.contains(.body)
        || isPlaceOfRole(start, noun: noun)
        || (previous.traits.contains(.allCapitals) && previous.span.count <= Self.longestAcronym)
      {
        firstModifier = start
      }
    }
    return firstModifier
  }
}
