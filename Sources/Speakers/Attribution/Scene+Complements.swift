import Prose

/// What completes a noun for people: `for the club` after `a spokesman`, `familiar with the deal`
/// after `a person`.
extension Scene {
  /// Whether a preposition stands at a token that ties what follows to a noun before it.
  func startsComplement(_ index: Int) -> Bool {
    guard index + 1 < text.tokens.count, isNarration(index) else { return false }
    let traits = entry(index).traits
    return traits.contains(.preposition)
      && traits.isDisjoint(with: [.agentPreposition, .subordinator, .cue])
      && !entry(index + 1).traits.contains(.calendar)
  }

  /// Whether a word may stand between a noun and the preposition of its complement.
  func isAdjective(_ index: Int) -> Bool {
    guard index < text.tokens.count, text.tokens[index].kind == .word, isNarration(index) else {
      return false
    }
    return !text.tokens[index].traits.contains(.capitalized)
      && ending(index) == .none && !endsLikePast(index)
      && entry(index).traits.isDisjoint(with: [
        .cue, .auxiliary, .relative, .conjunction, .subordinator, .adverb, .pronoun, .preposition,
        .determiner, .roleNoun,
      ])
  }
}
