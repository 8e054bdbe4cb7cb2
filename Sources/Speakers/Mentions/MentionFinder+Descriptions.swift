import Prose

extension MentionFinder {
  /// The most words that may stand between a description's determiner and its noun.
  private static let longestModifier = 6

  /// The description whose noun stands at a token: `a senior official`, `officials`, `the mayor`.
  func description(at index: Int) -> MentionRecord? {
    let entry = scene.entry(index)
    let isTitle = entry.traits.contains(.title) && !entry.traits.contains(.honorific)
    guard entry.traits.contains(.roleNoun) || isTitle else { return nil }
    let end = min(index + Int(scene.lexemes.phraseLengths[index]), tokens.count)
    let last = end - 1
    guard isContinuous(index, last), !isModifier(last) else { return nil }
    let isPossessive = isPossessive(last)
    let start = startOfDescription(nounAt: index)
    let isPlural = entry.traits.contains(.plural)
    let isCollective = entry.traits.contains(.collective)
    if start == index && !isPlural && !isCollective {
      // A bare singular noun names nobody, except as a title in apposition: "spokesman said".
      guard end < tokens.count, isContinuous(last, end), scene.entry(end).traits.contains(.cue)
      else { return nil }
    }
    return MentionRecord(
      tokens: start..<end, name: index..<index,
      kind: isCollective ? .organization : .description, gender: entry.gender, isPlural: isPlural,
      isPossessive: isPossessive)
  }

  /// Whether the noun is only the first part of a longer noun: `government` in `government plans`.
  private func isModifier(_ index: Int) -> Bool {
    guard index + 1 < tokens.count, isContinuous(index, index + 1), tokens[index + 1].kind == .word
    else { return false }
    let next = scene.entry(index + 1)
    return next.traits.contains(.roleNoun) && !next.traits.contains(.cue)
  }

  /// Goes back from a noun over its modifiers to the determiner or possessive.
  private func startOfDescription(nounAt noun: Int) -> Int {
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
      guard previous.kind == .word else { break }
      if traits.contains(.determiner) || traits.contains(.possessive) || isPossessive(start - 1) {
        return start - 1
      }
      let stops: LexicalTraits = [
        .preposition, .auxiliary, .conjunction, .subordinator, .negation, .relative, .pronoun, .cue,
      ]
      // Inside a sentence a capital shows a name: "State" in "a State Department official".
      let isName = previous.traits.contains(.capitalized) && isContinuous(start - 2, start - 1)
      guard isName || (traits.isDisjoint(with: stops) && !traits.contains(.adverb)) else { break }
      start -= 1
      // Without a determiner only words that cannot be verbs are sure to belong to the noun.
      if traits.contains(.nationality) || traits.contains(.roleNoun) || traits.contains(.body)
        || previous.traits.contains(.allCapitals)
      {
        firstModifier = start
      }
    }
    return firstModifier
  }
}
