import Prose

/// What a token is, as finely as the lexicon and its form tell.
enum WordClass: UInt8 {
  case outside, comma, sentenceEnd, colon, dash, bracket, mark, number, symbol
  case possessive, relative, auxiliary, negation, determiner, pronoun, preposition, conjunction
  case possessiveBody, possessiveName, givenName, title, body, allCapitals, capitalized
  case workNoun, termNoun, speechNoun, callingVerb, strongCue, cue, role, adverb
  case past, participle, thirdOrPlural, possessiveNoun, other
}

extension Scene {
  /// The class of a token; `outside` when it is not in the given range.
  func wordClass(_ index: Int, in range: Range<Int>) -> WordClass {
    guard range.contains(index) else { return .outside }
    switch text.tokens[index].kind {
    case .word: break
    case .comma: return .comma
    case .fullStop, .questionMark, .exclamationMark: return .sentenceEnd
    case .colon, .semicolon: return .colon
    case .dash, .ellipsis: return .dash
    case .openBracket, .closeBracket: return .bracket
    case .mark: return .mark
    case .number: return .number
    case .reference, .symbol: return .symbol
    }
    let traits = entry(index).traits
    if traits.contains(.possessive) { return .possessive }
    if traits.contains(.relative) { return .relative }
    if traits.contains(.auxiliary) { return .auxiliary }
    if traits.contains(.negation) { return .negation }
    if traits.contains(.determiner) { return .determiner }
    if traits.contains(.pronoun) { return .pronoun }
    if traits.contains(.preposition) { return .preposition }
    if !traits.isDisjoint(with: [.conjunction, .subordinator]) { return .conjunction }
    return text.tokens[index].traits.contains(.capitalized)
      ? nameClass(index, traits) : nounOrVerbClass(index, traits)
  }

  private func endsAsPossessive(_ index: Int) -> Bool {
    let token = text.tokens[index]
    return token.traits.contains(.apostrophe) && text.bytes[token.end - 1] == UInt8(ascii: "s")
  }

  private func nameClass(_ index: Int, _ traits: LexicalTraits) -> WordClass {
    let isBody = !traits.isDisjoint(with: [.outlet, .body])
    if endsAsPossessive(index) { return isBody ? .possessiveBody : .possessiveName }
    if traits.contains(.givenName) { return .givenName }
    if traits.contains(.title) { return .title }
    if isBody { return .body }
    return text.tokens[index].traits.contains(.allCapitals) ? .allCapitals : .capitalized
  }

  private func nounOrVerbClass(_ index: Int, _ traits: LexicalTraits) -> WordClass {
    if traits.contains(.workNoun) { return .workNoun }
    if traits.contains(.termNoun) { return .termNoun }
    if traits.contains(.speechNoun) { return .speechNoun }
    if traits.contains(.cue) {
      let entry = entry(index)
      return entry.cueClass == .call
        ? .callingVerb : entry.cueStrength == .strong ? .strongCue : .cue
    }
    if !traits.isDisjoint(with: [.roleNoun, .collective]) { return .role }
    if traits.contains(.adverb) { return .adverb }
    switch ending(index) {
    case .past: return .past
    case .participle: return .participle
    case .thirdOrPlural: return .thirdOrPlural
    case .adverb: return .adverb
    case .none: return endsAsPossessive(index) ? .possessiveNoun : .other
    }
  }
}
