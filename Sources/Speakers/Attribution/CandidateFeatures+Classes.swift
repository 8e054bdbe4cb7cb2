import Prose

/// The classes of mentions and of the words beside them.
extension CandidateFeatures {
  /// The class of the token before a mention, as far as it tells subject from object.
  func wordBefore(_ record: MentionRecord) -> Int {
    let index = record.tokens.lowerBound - 1
    guard index >= 0, scene.paragraphOfToken[index] == scene.paragraphOfToken[index + 1] else {
      return 0
    }
    // "Before Ruiz cut in" opens a clause; "before Ruiz" alone is where or when.
    if scene.isNarration(index), scene.entry(index).traits.contains(.clausePreposition),
      isVerb(record.tokens.upperBound)
    {
      return Self.subordinatorClass
    }
    // So does "with Ruiz saying".
    if scene.isNarration(index), scene.entry(index).traits.contains(.preposition),
      record.tokens.upperBound < scene.text.tokens.count,
      scene.isNarration(record.tokens.upperBound),
      scene.entry(record.tokens.upperBound).traits.isSuperset(of: [.cue, .presentParticiple])
    {
      return Self.subordinatorClass
    }
    return classOfNeighbour(index)
  }

  private static let subordinatorClass = 17

  /// Whether a verb stands at a token, as far as the lexicon and the ending show it.
  private func isVerb(_ index: Int) -> Bool {
    guard index < scene.text.tokens.count, scene.isNarration(index),
      scene.text.tokens[index].kind == .word
    else { return false }
    return !scene.entry(index).traits.isDisjoint(with: [.cue, .auxiliary])
      || scene.endsLikePast(index)
  }

  func wordAfter(_ record: MentionRecord) -> Int {
    let index = record.tokens.upperBound
    guard index < scene.text.tokens.count,
      scene.paragraphOfToken[index] == scene.paragraphOfToken[index - 1]
    else { return 0 }
    return classOfNeighbour(index)
  }

  private func classOfNeighbour(_ index: Int) -> Int {
    guard scene.isNarration(index) else { return 1 }
    let token = scene.text.tokens[index]
    switch token.kind {
    case .comma: return 2
    case .fullStop, .questionMark, .exclamationMark: return 3
    case .colon, .semicolon: return 4
    case .dash, .ellipsis: return 5
    case .openBracket, .closeBracket: return 6
    case .word: break
    default: return 7
    }
    let entry = scene.entry(index)
    if entry.traits.contains(.cue) {
      switch entry.cueClass {
      case .tell, .ask: return 8
      case .according: return 9
      default: return entry.cueStrength == .strong ? 10 : 11
      }
    }
    if entry.traits.contains(.auxiliary) { return 12 }
    if entry.traits.contains(.relative) { return 13 }
    if entry.traits.contains(.preposition) {
      return entry.traits.contains(.agentPreposition) ? 14 : 15
    }
    if entry.traits.contains(.conjunction) { return 16 }
    if entry.traits.contains(.subordinator) { return Self.subordinatorClass }
    if entry.traits.contains(.adverb) { return 18 }
    if entry.traits.contains(.determiner) || entry.traits.contains(.possessive) { return 19 }
    switch scene.ending(index) {
    case .past: return 20
    case .participle: return 21
    case .thirdOrPlural: return 22
    case .adverb: return 18
    case .none: break
    }
    return token.traits.contains(.capitalized) ? 23 : 24
  }

  /// The kind of a mention, pronouns cut finer.
  func kindClass(_ record: MentionRecord) -> Int {
    switch record.kind {
    case .name: return record.isPossessive ? 1 : 0
    case .description: return record.isPossessive ? 3 : 2
    case .organization:
      return record.isPossessive ? 5 : record.isOutlet ? 6 : record.isPlace ? 7 : 4
    case .pronoun:
      let isFirst = record.person == 1
      switch record.pronoun {
      case .subject: return isFirst ? 8 : record.isPlural ? 9 : record.gender == .unknown ? 10 : 11
      case .object: return 12
      case .possessive: return 13
      case .relative: return 14
      default: return 15
      }
    }
  }

  /// How many other cues stand between a candidate's cue and the quotation: `Ruiz, who says that …,
  /// tweeted` leads over to the quotation by the second one.
  func cuesBetween(_ cue: Int) -> Int {
    let tokens = scene.cues[cue].tokens
    var count = 0
    var other = cue
    if tokens.lowerBound >= span.tokens.upperBound {
      while other > 0, scene.cues[other - 1].tokens.lowerBound >= span.tokens.upperBound, count < 3
      {
        other -= 1
        count += 1
      }
    } else {
      while other + 1 < scene.cues.count,
        scene.cues[other + 1].tokens.upperBound <= span.tokens.lowerBound, count < 3
      {
        other += 1
        count += 1
      }
    }
    return count
  }

  /// What follows a cue: 0: the quotation or another one; 1: the end of the sentence; 2: a colon; 3:
  /// a comma or a dash; 4: `that` or the like; 5: a preposition; 6: a mention; 7: an article or a
  /// possessive; 8: another word.
  func classAfter(_ cue: CueRecord) -> Int {
    let next = cue.tokens.upperBound
    guard next < scene.text.tokens.count,
      scene.sentenceOfToken[next] == scene.sentenceOfToken[next - 1]
    else { return 1 }
    guard scene.isNarration(next) else { return 0 }
    switch scene.text.tokens[next].kind {
    case .fullStop, .questionMark, .exclamationMark: return 1
    case .mark: return 0
    case .colon, .semicolon: return 2
    case .comma, .dash: return 3
    default: break
    }
    let traits = scene.entry(next).traits
    if traits.contains(.relative) { return 4 }
    if traits.contains(.preposition) { return 5 }
    if traits.contains(.pronoun) || scene.text.tokens[next].traits.contains(.capitalized) {
      return 6
    }
    return traits.isDisjoint(with: [.determiner, .possessive]) ? 8 : 7
  }
}
