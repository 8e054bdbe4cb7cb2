import Prose

/// Which words can be parts of names.
extension MentionFinder {
  /// Whether a word can be a name’s.
  func isNameWord(_ index: Int) -> Bool {
    let token = tokens[index]
    guard token.kind == .word, token.traits.contains(.capitalized) else { return false }
    let traits = scene.entry(index).traits
    if traits.contains(.calendar) || traits.contains(.pronoun) { return false }
    if traits.contains(.givenName) { return true }
    return !isClosedClass(index) && !isDescriptiveCompound(token)
  }

  /// Whether a word only serves grammar, so that a capital does not make it a name's: `The`, and `I’m`
  /// anywhere.
  func isClosedClass(_ index: Int) -> Bool {
    let traits = scene.entry(index).traits
    let grammar: LexicalTraits = [
      .preposition, .determiner, .auxiliary, .conjunction, .subordinator, .negation, .relative,
      .possessive, .pronoun,
    ]
    return traits.contains(.function)
      && (!traits.isDisjoint(with: grammar) || tokens[index].traits.contains(.apostrophe)
        || isSentenceStart(index))
  }

  /// Whether what follows the first word of a sentence shows that it is no name: `Untying her
  /// bonnet`, `Involuntarily the boy`.
  func opensSentence(_ index: Int) -> Bool {
    let traits = scene.entry(index).traits
    guard isContinuous(index, index + 1),
      traits.isDisjoint(with: [.givenName, .title, .body, .place, .organizationHead]),
      !tokens[index].traits.contains(.apostrophe)
    else { return false }
    let next = scene.entry(index + 1)
    return !next.traits.isDisjoint(with: [.determiner, .possessive])
      || (next.traits.contains(.pronoun) && next.pronoun == .subject)
  }

  /// Whether a compound stands before a name or its titles: `Marl-based` in `Marl-based lawyer Ana
  /// Ruiz`.
  func modifiesName(_ index: Int) -> Bool {
    isDescriptiveCompound(tokens[index]) && !isRole(index) && isContinuous(index, index + 1)
      && (isNameWord(index + 1) || isRole(index + 1))
  }

  /// Whether a hyphen ties a word in small letters to the end: `Gran-of-six`, `Ex-mayor`. Names
  /// have capitals in all their parts.
  func isDescriptiveCompound(_ token: Token) -> Bool {
    let bytes = scene.text.bytes[token.start..<token.end]
    guard let hyphen = bytes.lastIndex(of: UInt8(ascii: "-")) else { return false }
    let tail = bytes[(hyphen + 1)...]
    return tail.count > 2 && tail.allSatisfy { $0 &- 0x61 < 26 }
  }

  /// Whether a word is a title or a role as it stands before a name.
  func isRole(_ index: Int) -> Bool {
    guard tokens[index].kind == .word else { return false }
    let traits = scene.entry(index).traits
    return traits.contains(.title)
      || (traits.contains(.roleNoun) && traits.isDisjoint(with: [.plural, .collective]))
  }

  /// Whether a name follows a token.
  func nextIsName(_ index: Int) -> Bool {
    guard index + 1 < tokens.count, isContinuous(index, index + 1), isNameWord(index + 1),
      !isPossessive(index)
    else { return false }
    let traits = scene.entry(index + 1).traits
    return !traits.contains(.nationality) && !traits.contains(.notName)
  }

  /// Whether a word stands where every word has a capital.
  func isSentenceStart(_ index: Int) -> Bool {
    guard index > 0, scene.sentenceOfToken[index] == scene.sentenceOfToken[index - 1] else {
      return true
    }
    switch tokens[index - 1].kind {
    case .mark, .colon, .dash, .ellipsis: return true
    // Inside a quotation sentences end too.
    case .fullStop, .questionMark, .exclamationMark, .semicolon: return true
    default: return false
    }
  }
}
