import Prose

extension MentionFinder {
  /// The pronoun at a token.
  func pronoun(at index: Int) -> MentionRecord? {
    let entry = scene.entry(index)
    guard entry.traits.contains(.pronoun) else { return nil }
    switch entry.pronoun {
    case .subject, .object, .possessive: break
    case .relative:
      // "who" alone can be a subject of speech; "that" and "which" seldom are.
      guard entry.traits.contains(.personalRelative) else { return nil }
    case .indefinite, .demonstrative:
      // "one", "some", "others": only as a subject, before a verb or at a clause's end.
      if isTheOther(index) { break }
      guard index + 1 < tokens.count, isContinuous(index, index + 1) else { return nil }
      let next = scene.entry(index + 1).traits
      guard next.contains(.auxiliary) || next.contains(.cue) || next.contains(.adverb) else {
        return nil
      }
    case .reflexive, .none: return nil
    }
    return MentionRecord(
      tokens: index..<index + 1, name: index..<index, kind: .pronoun, gender: entry.gender,
      isPlural: entry.traits.contains(.plural), pronoun: entry.pronoun, person: entry.person)
  }

  /// Whether a told conversation says `the other` of who speaks: right after a cue, before no noun.
  private func isTheOther(_ index: Int) -> Bool {
    guard scene.isDialogue, index > 1, isContinuous(index - 2, index),
      scene.entry(index - 1).traits.contains(.definite),
      scene.entry(index - 2).traits.contains(.cue)
    else { return false }
    guard index + 1 < tokens.count, isContinuous(index, index + 1),
      tokens[index + 1].kind == .word
    else { return true }
    return !scene.entry(index + 1).traits.isDisjoint(with: [.preposition, .adverb, .conjunction])
  }
}
