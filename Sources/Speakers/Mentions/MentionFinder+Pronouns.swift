import Prose

extension MentionFinder {
  /// The pronoun at a token.
  func pronoun(at index: Int) -> MentionRecord? {
    let entry = scene.entry(index)
    guard !entry.traits.isDisjoint(with: [.pronoun, .ordinal]) else { return nil }
    switch entry.pronoun {
    case .subject, .object, .possessive: break
    case .relative:
      // "who" alone can be a subject of speech; "that" and "which" seldom are.
      guard entry.traits.contains(.personalRelative) else { return nil }
    case .indefinite, .demonstrative:
      // "one", "some", "others": only as a subject, before a verb or right after a cue.
      if entry.traits.contains(.ordinal), !isDetermined(index) { return nil }
      guard isInvertedSubject(index) || isSubject(index) else { return nil }
    case .reflexive, .none: return nil
    }
    return MentionRecord(
      tokens: index..<index + 1, name: index..<index, kind: .pronoun, gender: entry.gender,
      isPlural: entry.traits.contains(.plural), pronoun: entry.pronoun, person: entry.person)
  }

  /// Whether a verb follows a pronoun, or a clause about the one it means: `another, who declined to be
  /// named, said`.
  private func isSubject(_ index: Int) -> Bool {
    guard index + 1 < tokens.count, isContinuous(index, index + 1) else { return false }
    if tokens[index + 1].kind == .comma {
      return isContinuous(index, index + 2)
        && scene.entry(index + 2).traits.contains(.personalRelative)
    }
    return !scene.entry(index + 1).traits.isDisjoint(with: [.auxiliary, .cue, .adverb])
  }

  private func isDetermined(_ index: Int) -> Bool {
    index > 0 && isContinuous(index - 1, index)
      && scene.entry(index - 1).traits.contains(.determiner)
  }

  /// Whether an indefinite pronoun stands right after a cue and before no noun, as in `said one` and
  /// `said the other with a laugh`; not in `said one of them`, where a part of some is meant.
  private func isInvertedSubject(_ index: Int) -> Bool {
    guard scene.entry(index).pronoun == .indefinite else { return false }
    let cue = isDefinite(before: index) ? index - 2 : index - 1
    guard cue >= 0, isContinuous(cue, index), scene.entry(cue).traits.contains(.cue) else {
      return false
    }
    guard index + 1 < tokens.count, isContinuous(index, index + 1),
      tokens[index + 1].kind == .word
    else { return true }
    let next = scene.entry(index + 1).traits
    return !next.isDisjoint(with: [.preposition, .adverb, .conjunction])
      && !next.contains(.nameJoiner)
  }

  private func isDefinite(before index: Int) -> Bool {
    index > 0 && isContinuous(index - 1, index)
      && scene.entry(index - 1).traits.contains(.definite)
  }
}
