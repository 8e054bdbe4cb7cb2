/// How two words of two renderings stand to each other when they are aligned.
struct WordAffinity {
  let shared: SharedLexicon

  var lexicon: WordingLexicon {
    _read { yield shared.lexicon }
  }

  /// What linking two words gains.
  @inline(__always)
  func gain(
    _ a: WordSequence, _ i: Int, _ b: WordSequence, _ j: Int
  ) -> Int32 {
    let x = a.words[i]
    let y = b.words[j]
    if x.key == y.key {
      return x.traits.union(y.traits).contains(.function)
        ? AlignmentCosts.functionMatch : AlignmentCosts.contentMatch
    }
    return unequalGain(a, i, b, j)
  }

  /// What linking two words gains that are not equal.
  func unequalGain(_ a: WordSequence, _ i: Int, _ b: WordSequence, _ j: Int) -> Int32 {
    let x = a.words[i].traits
    let y = b.words[j].traits
    if x.union(y).isSuperset(of: [.clitic, .cliticMeaning]), means(a.words[i], b.words[j]) {
      return AlignmentCosts.functionMatch
    }
    let both = x.intersection(y)
    if !both.isDisjoint(with: Self.work) { return AlignmentCosts.sameWork }
    if x.union(y).contains(.number) {
      return AlignmentCosts.unlikeSubstitution
    }
    if !x.union(y).contains(.function) || !both.isDisjoint(with: [.auxiliary, .modal]) {
      if isNear(a, i, b, j) { return AlignmentCosts.nearMatch }
    }
    if x.union(y).contains(.masked), isMask(a, i, of: b, j) || isMask(b, j, of: a, i) {
      return AlignmentCosts.nearMatch
    }
    if both.contains(.hasRelations), a.words[i].signature & b.words[j].signature != 0,
      lexicon.areRelated(a.words[i].key, b.words[j].key)
    {
      return AlignmentCosts.relatedMeaning
    }
    return x.contains(.function) == y.contains(.function)
      ? AlignmentCosts.substitution : AlignmentCosts.unlikeSubstitution
  }

  /// Traits of words that do the same work in a sentence.
  static let work: WordTraits = [
    .article, .pronoun, .modal, .number, .month, .weekday, .quantifier, .auxiliary, .unit,
    .demonstrative, .preposition, .relativeDate, .negation,
  ]

  /// Whether one word is an ambiguous ending that can stand for the other.
  func means(_ x: WordSequence.Word, _ y: WordSequence.Word) -> Bool {
    if x.traits.contains(.clitic), let meanings = lexicon.cliticMeanings[x.key] {
      return meanings.contains(y.key)
    }
    if y.traits.contains(.clitic), let meanings = lexicon.cliticMeanings[y.key] {
      return meanings.contains(x.key)
    }
    return false
  }

  /// Whether two words are spelled nearly the same, or are forms of one irregular word.
  func isNear(_ a: WordSequence, _ i: Int, _ b: WordSequence, _ j: Int) -> Bool {
    let x = a.words[i]
    let y = b.words[j]
    // Words that start otherwise and end otherwise too are not alike.
    if Self.canBeNear(Int(x.lettersCount), x.letterSet, Int(y.lettersCount), y.letterSet),
      a.letters[Int(x.lettersStart)] == b.letters[Int(y.lettersStart)]
        || a.letters[Int(x.lettersStart) + Int(x.lettersCount) - 1]
          == b.letters[Int(y.lettersStart) + Int(y.lettersCount) - 1]
    {
      if LetterSimilarity.areNear(a.letters(of: i), b.letters(of: j)) { return true }
    }
    return x.traits.union(y.traits).contains(.irregular) && x.signature & y.signature != 0
      && lexicon.areForms(x.key, y.key)
  }

  /// Whether words of so many letters, of these sets, can be spelled nearly the same: a slip changes
  /// two letters of the set at most, an ending a few.
  @inline(__always)
  static func canBeNear(_ xCount: Int, _ xSet: UInt32, _ yCount: Int, _ ySet: UInt32) -> Bool {
    let shorter = min(xCount, yCount)
    return shorter >= 3 && max(xCount, yCount) <= 2 * shorter
      && (xSet ^ ySet).nonzeroBitCount <= 5
  }

  /// Whether a word with a mask in it can be another one: `f***`.
  func isMask(_ a: WordSequence, _ i: Int, of b: WordSequence, _ j: Int) -> Bool {
    guard a.words[i].traits.contains(.masked) else { return false }
    let masked = a.letters(of: i)
    let whole = b.letters(of: j)
    let head = masked.prefix { $0 >= 0x61 }
    let tail = masked.reversed().prefix { $0 >= 0x61 }
    return head.count + tail.count < masked.count && !head.isEmpty
      && whole.count > head.count + tail.count && whole.starts(with: head)
      && whole.reversed().starts(with: tail)
  }
}

extension WordingLexicon {
  /// Whether two words are near-synonyms or opposites.
  func areRelated(_ x: UInt64, _ y: UInt64) -> Bool {
    areSynonyms(x, y) || areAntonyms(x, y) != nil
  }

  func areSynonyms(_ x: UInt64, _ y: UInt64) -> Bool {
    let second = synonyms[y]
    return synonyms[x].contains { second.contains($0) }
  }

  /// The opposition of two words; nil when they are no opposites.
  func areAntonyms(_ x: UInt64, _ y: UInt64) -> Antonym? {
    antonyms[x].first { $0.key == y }
  }

  /// Whether two words are forms of one irregular word.
  func areForms(_ x: UInt64, _ y: UInt64) -> Bool {
    let second = forms[y]
    var isForm = false
    for form in forms[x] {
      if form.lemma == y || second.contains(where: { $0.lemma == form.lemma }) { return true }
      isForm = true
    }
    return isForm && second.contains { $0.lemma == x }
  }
}
