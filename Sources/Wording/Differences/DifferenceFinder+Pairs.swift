extension DifferenceFinder {
  /// The class of two unequal words that answer each other.
  func pairClass(_ i: Int, _ j: Int) -> DifferenceClass {
    let x = meaning(of: a.words[i])
    let y = meaning(of: b.words[j])
    let both = x.traits.intersection(y.traits)
    let either = x.traits.union(y.traits)
    if either.contains(.masked) { return .maskedWord }
    if both.contains(.number) { return isDate(a, i) || isDate(b, j) ? .date : .number }
    // *one* alone is no number, but it is one against another.
    if either.contains(.number), !either.contains(.function) || isOne(x) || isOne(y) {
      return .number
    }
    if !both.isDisjoint(with: [.month, .weekday, .relativeDate]) { return .date }
    if both.contains(.unit) { return .unit }
    if x.traits.contains(.negation) != y.traits.contains(.negation) {
      return lexicon.areConfused(x.key, y.key) && bothDeny(i, j) ? .grammar : .negation
    }
    if let first = lexicon.pronouns[x.key], let second = lexicon.pronouns[y.key] {
      return pronounClass(first, second)
    }
    if lexicon.areConfused(x.key, y.key) { return .grammar }
    if both.contains(.preposition) { return prepositionClass(x.key, y.key) }
    if lexicon.areSynonyms(x.key, y.key) { return .nearSynonym }
    if let antonym = lexicon.areAntonyms(x.key, y.key) {
      return antonym.isDirection ? .direction : .contentWord
    }
    if let tense = auxiliaryClass(x, y) { return tense }
    if let first = lexicon.modals[x.key], let second = lexicon.modals[y.key] {
      return first == second ? .functionWord : .modal
    }
    if both.contains(.quantifier) { return quantifierClass(x.key, y.key) }
    if either.contains(.condition) || both.contains(.contrast) { return .condition }
    if both.contains(.approximator) { return .quantifier }
    let grammar: WordTraits = [.function, .quantifier]
    if !x.traits.isDisjoint(with: grammar), !y.traits.isDisjoint(with: grammar) {
      return .functionWord
    }
    if let name = nameClass(i, j) { return name }
    if let isTense = lexicon.differInTense(a.letters(of: i), b.letters(of: j)) {
      return isTense ? .tense : .inflection
    }
    return letterClass(i, j)
  }

  /// The class of two names; nil when they are none. A word in capitals throughout may be one.
  private func nameClass(_ i: Int, _ j: Int) -> DifferenceClass? {
    let x = a.words[i]
    let y = b.words[j]
    guard x.isNameLike || y.isNameLike, !x.isFunctionWord, !y.isFunctionWord,
      x.isNameLike || x.traits.contains(.allCapitals),
      y.isNameLike || y.traits.contains(.allCapitals)
    else { return nil }
    // Two places of the language data are two places, however alike their names.
    if x.traits.contains(.place), y.traits.contains(.place) { return .name }
    let similarity = LetterSimilarity(a.letters(of: i), b.letters(of: j))
    return similarity.distance <= 2 && similarity.longer >= 5 ? .spellingVariant : .name
  }

  /// A word, or what an ambiguous ending most often stands for.
  private func meaning(of word: WordSequence.Word) -> WordSequence.Word {
    guard word.traits.contains(.clitic), let key = lexicon.cliticMeanings[word.key]?.first else {
      return word
    }
    var meaning = word
    meaning.key = key
    meaning.traits = lexicon.entry(key)?.traits ?? []
    return meaning
  }

  /// Words for all differ in nothing but grammar: `every`, `each`.
  private func quantifierClass(_ x: UInt64, _ y: UInt64) -> DifferenceClass {
    let all = UInt8(ascii: "u")
    return lexicon.quantifiers[x] == all && lexicon.quantifiers[y] == all
      ? .nearSynonym : .quantifier
  }

  private func prepositionClass(_ x: UInt64, _ y: UInt64) -> DifferenceClass {
    lexicon.areAntonyms(x, y)?.isDirection == true ? .direction : .functionWord
  }

  /// What the letters say of two content words.
  private func letterClass(_ i: Int, _ j: Int) -> DifferenceClass {
    let (x, y) = (a.letters(of: i), b.letters(of: j))
    let similarity = LetterSimilarity(x, y)
    // Two words of the language are two words; a string that is none is a slip of the pen.
    let isMisprint = isKnown(a.words[i]) != isKnown(b.words[j])
    if isMisprint, similarity.distance <= (similarity.shorter >= 7 ? 2 : 1), similarity.longer >= 4
    {
      return .spellingVariant
    }
    return .contentWord
  }

  private func isOne(_ word: WordSequence.Word) -> Bool { word.key == Self.one }

  private static let one = WordKey.of(NumberLetters.letters(1, isOrdinal: false))

  private func isKnown(_ word: WordSequence.Word) -> Bool { word.bits < 18 }

  private func pronounClass(
    _ x: [WordingLexicon.PronounReading], _ y: [WordingLexicon.PronounReading]
  ) -> DifferenceClass {
    x.contains { y.contains($0) } ? .grammar : .person
  }

  /// `is`, `was` differ in tense, `is`, `are` in agreement.
  private func auxiliaryClass(_ x: WordSequence.Word, _ y: WordSequence.Word) -> DifferenceClass? {
    guard x.traits.contains(.auxiliary), y.traits.contains(.auxiliary),
      lexicon.areForms(x.key, y.key)
    else { return nil }
    return lexicon.isPast(x.key) != lexicon.isPast(y.key) ? .tense : .grammar
  }

  /// Whether a number is a year or a day of the month.
  private func isDate(_ side: WordSequence, _ index: Int) -> Bool {
    let letters = side.letters(of: index)
    let isYear =
      letters.count == 5
      && (letters.dropFirst().starts(with: "19".utf8)
        || letters.dropFirst().starts(with: "20".utf8))
      && side.printed(Int(side.words[index].print)).allSatisfy { $0 &- 0x30 < 10 }
    let isBesideMonth =
      (index > 0 && side.words[index - 1].traits.contains(.month))
      || (index + 1 < side.words.count && side.words[index + 1].traits.contains(.month))
    return isYear || isBesideMonth
  }
}

extension WordingLexicon {
  /// Whether one of two words is a mistake of grammar for the other.
  func areConfused(_ x: UInt64, _ y: UInt64) -> Bool { grammarPairs[x]?.contains(y) == true }

  /// Whether a word is a form of *be*, *have* or *do* that a sentence can have as its verb.
  func isFiniteAuxiliary(_ key: UInt64) -> Bool { Self.finiteAuxiliaries.contains(key) }

  private static let finiteAuxiliaries = Set(
    ["is", "are", "am", "was", "were", "has", "have", "had", "do", "does", "did"].map {
      WordKey.of($0)
    })

  /// Whether a word is the past of an irregular verb, and not its base.
  func isPast(_ key: UInt64) -> Bool {
    forms[key].contains { $0.tense == .past } && !forms[key].contains { $0.tense == .base }
  }

  /// Whether two forms of one word, regular or not, differ in tense; nil when they are no forms of
  /// one word.
  func differInTense(_ x: ArraySlice<UInt8>, _ y: ArraySlice<UInt8>) -> Bool? {
    if let isTense = RegularForms.differInTense(x, y) { return isTense }
    let first = readings(x)
    let second = readings(y)
    for one in first {
      let others = second.filter { $0.lemma == one.lemma }
      if others.isEmpty { continue }
      return !others.contains { $0.isPast == one.isPast }
    }
    return nil
  }

  /// The dictionary forms that a form can have, and whether it is a past of each.
  private func readings(_ word: ArraySlice<UInt8>) -> [(lemma: UInt64, isPast: Bool)] {
    let key = WordKey.of(word)
    let irregular = forms[key].map { ($0.lemma, $0.tense == .past) }
    return irregular + RegularForms.stems(word).map { (WordKey.of($0.letters), $0.isPast) }
  }
}
