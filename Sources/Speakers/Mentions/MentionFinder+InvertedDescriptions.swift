import Prose

extension MentionFinder {
  /// The most words of a description whose noun nobody knows.
  private static let longestUnknown = 5

  /// The description that starts at a token, right after the cue of a quotation: `“…,” said the
  /// toll-keeper`. Who stands there speaks, whether the lexicon has the noun or not.
  ///
  /// - Returns: Nil outside of told conversations, and where a noun that is known stands there.
  func invertedDescription(at index: Int) -> MentionRecord? {
    guard scene.isDialogue, index > 1, scene.isNarration(index), scene.isNarration(index - 1),
      !scene.isNarration(index - 2), isContinuous(index - 1, index)
    else { return nil }
    let cue = scene.entry(index - 1)
    guard cue.traits.contains(.cue), cue.cueStrength >= .medium,
      scene.entry(index).traits.contains(.determiner),
      scene.entry(index).traits.isDisjoint(with: [.relative, .pronoun])
    else { return nil }
    var end = index + 1
    while end < tokens.count, end - index <= Self.longestUnknown, isContinuous(end - 1, end),
      tokens[end].kind == .word
    {
      let traits = scene.entry(end).traits
      let stops: LexicalTraits = [
        .preposition, .auxiliary, .conjunction, .subordinator, .negation, .relative, .pronoun,
        .determiner, .possessive,
      ]
      guard traits.isDisjoint(with: stops) else { break }
      let isLast = end > index + 1 && traits.contains(.adverb)
      if isLast { break }
      if isPossessive(end) || tokens[end].traits.contains(.capitalized) { return nil }
      if name(at: end) != nil || description(at: end) != nil { return nil }
      end += 1
    }
    guard end > index + 1, end - index <= Self.longestUnknown,
      scene.entry(end - 1).traits.isDisjoint(with: [.adverb, .plural])
    else { return nil }
    return MentionRecord(
      tokens: index..<end, name: index..<index, kind: .description,
      gender: scene.entry(end - 1).gender)
  }
}
