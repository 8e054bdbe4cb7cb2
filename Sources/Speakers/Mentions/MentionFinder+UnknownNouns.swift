import Prose

/// Descriptions whose noun nobody knows: what stands where the grammar wants a speaker is one,
/// whether the lexicon has the noun or not.
extension MentionFinder {
  /// The most words of such a description.
  private static let longestUnknown = 5

  /// What cannot stand inside a description.
  private static let stops: LexicalTraits = [
    .preposition, .auxiliary, .conjunction, .subordinator, .negation, .relative, .pronoun,
    .determiner, .possessive,
  ]

  /// The description that starts at a token, right after the cue of a quotation: `“…,” said the
  /// toll-keeper`; nil where a noun that is known stands there.
  func invertedDescription(at index: Int) -> MentionRecord? {
    guard index > 1, startsDescription(index), scene.isNarration(index),
      scene.isNarration(index - 1), !scene.isNarration(index - 2), isContinuous(index - 1, index),
      isCue(index - 1, ofAnyClass: scene.isDialogue)
    else { return nil }
    var end = index + 1
    while end < tokens.count, end - index <= Self.longestUnknown, isContinuous(end - 1, end),
      tokens[end].kind == .word
    {
      let traits = scene.entry(end).traits
      guard traits.isDisjoint(with: Self.stops) else { break }
      if end > index + 1, traits.contains(.adverb) { break }
      guard isUnknownWord(end) else { return nil }
      end += 1
    }
    return record(index..<end)
  }

  /// The description that starts at a token, at the head of a clause and right before the verb that
  /// makes it a speaker: `where a night keeper reportedly told him`; nil where a noun that is known
  /// stands there.
  func subjectDescription(at index: Int) -> MentionRecord? {
    guard startsDescription(index), scene.isNarration(index), startsClause(index) else {
      return nil
    }
    var end = index + 1
    while end < tokens.count, end - index <= Self.longestUnknown, isContinuous(end - 1, end),
      tokens[end].kind == .word
    {
      let traits = scene.entry(end).traits
      if !traits.isDisjoint(with: [.adverb, .auxiliary, .cue]), end > index + 1 {
        if leadsToCue(end) { return record(index..<end) }
        if !traits.isDisjoint(with: [.adverb, .auxiliary]) { return nil }
      }
      guard traits.isDisjoint(with: Self.stops), isUnknownWord(end) else { return nil }
      end += 1
    }
    return nil
  }

  /// The description that starts at a token and that a relative pronoun of people follows: `the
  /// harbourmaster who`, `a cellar hand, who`; nil where a noun that is known stands there.
  func relatedDescription(at index: Int) -> MentionRecord? {
    guard let end = endBeforeRelative(index), startsDescription(index), scene.isNarration(index)
    else { return nil }
    // "The owner of the lamp, who": behind a comma it is not the nearest noun that is meant.
    if tokens[end].kind == .comma, isAfterPreposition(index) { return nil }
    return (index + 1..<end).allSatisfy(isUnknownWord) ? record(index..<end) : nil
  }

  /// Where the words end that lead from a determiner to a relative pronoun of people; nil when there
  /// is none close by.
  private func endBeforeRelative(_ index: Int) -> Int? {
    for end in index + 1...index + Self.longestUnknown {
      guard end + 1 < tokens.count, isContinuous(end - 1, end) else { return nil }
      let isComma = tokens[end].kind == .comma
      if end > index + 1, isContinuous(end, isComma ? end + 1 : end),
        scene.entry(isComma ? end + 1 : end).traits.contains(.personalRelative)
      {
        return end
      }
      guard tokens[end].kind == .word, scene.entry(end).traits.isDisjoint(with: Self.stops) else {
        return nil
      }
    }
    return nil
  }

  private func isAfterPreposition(_ index: Int) -> Bool {
    isContinuous(index - 1, index) && scene.entry(index - 1).traits.contains(.preposition)
  }

  private func startsDescription(_ index: Int) -> Bool {
    let traits = scene.entry(index).traits
    return traits.contains(.determiner) && traits.isDisjoint(with: [.relative, .pronoun])
  }

  /// Whether a word may be part of a noun phrase with a noun that nobody knows.
  private func isUnknownWord(_ index: Int) -> Bool {
    !isPossessive(index) && !tokens[index].traits.contains(.capitalized)
      && name(at: index) == nil && description(at: index) == nil
  }

  /// Whether a verb that reports words stands at a token, or behind adverbs and auxiliaries.
  private func leadsToCue(_ index: Int) -> Bool {
    var verb = index
    while verb < tokens.count, isContinuous(index, verb), tokens[verb].kind == .word,
      !scene.entry(verb).traits.isDisjoint(with: [.adverb, .auxiliary])
    {
      verb += 1
    }
    guard verb < tokens.count, isContinuous(index, verb), isCue(verb, ofAnyClass: false),
      scene.entry(verb).traits.isDisjoint(with: [.presentParticiple, .baseForm])
    else { return false }
    // "The case notes said", "a tale told by Smith".
    guard verb + 1 < tokens.count, isContinuous(verb, verb + 1) else { return true }
    return scene.entry(verb + 1).traits.isDisjoint(with: [.cue, .auxiliary, .agentPreposition])
  }

  private func isCue(_ index: Int, ofAnyClass: Bool) -> Bool {
    let entry = scene.entry(index)
    guard entry.traits.contains(.cue), entry.cueStrength >= .medium else { return false }
    switch entry.cueClass {
    case .say, .tell, .ask, .write, .announce: return true
    default: return ofAnyClass
    }
  }

  /// The description of some words; nil without a noun.
  private func record(_ words: Range<Int>) -> MentionRecord? {
    guard words.count > 1, words.count <= Self.longestUnknown,
      !endsPossessively(words.upperBound - 1)
    else { return nil }
    let noun = scene.entry(words.upperBound - 1)
    guard noun.traits.isDisjoint(with: [.adverb, .plural, .calendar, .epithet]) else { return nil }
    return MentionRecord(
      tokens: words, name: words.lowerBound..<words.lowerBound, kind: .description,
      gender: noun.gender)
  }
}
