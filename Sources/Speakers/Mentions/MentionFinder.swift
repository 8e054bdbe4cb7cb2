import Prose

/// Finds the mentions of a text: names, organisations, descriptions and pronouns.
///
/// It reads the print and the lexicon only. A capitalised sequence is a name unless the lexicon
/// says otherwise; a noun that denotes people or bodies is a description with the words before it
/// up to its determiner.
struct MentionFinder {
  let scene: Scene
  /// For each paragraph whether all its words have capitals.
  let titleCased: [Bool]
  var tokens: [Token] { scene.text.tokens }

  init(scene: Scene) {
    self.scene = scene
    titleCased = Self.titleCasedParagraphs(scene)
  }

  func mentions() -> [MentionRecord] {
    var mentions: [MentionRecord] = []
    var index = 0
    let tokens = scene.text.tokens
    var surnames = KnownSurnames()
    var datelines = scene.datelines[...]
    while index < tokens.count {
      if index == datelines.first?.lowerBound {
        index = datelines.removeFirst().upperBound
        continue
      }
      guard mayStandInMention(tokens[index], index) else {
        index += 1
        continue
      }
      if let mention = name(at: index) ?? surname(at: index, surnames) ?? pronoun(at: index)
        ?? description(at: index) ?? invertedDescription(at: index)
        ?? subjectDescription(at: index) ?? relatedDescription(at: index)
      {
        surnames.note(mention, scene.text)
        append(mention, to: &mentions)
        index = max(index + 1, mention.tokens.upperBound)
      } else {
        index += 1
      }
    }
    markSurnames(&mentions)
    markTitledSurnames(&mentions)
    markDependents(&mentions)
    return mentions
  }

  /// Whether a mention may be found at a token, see what follows in ``mentions()``: most words are
  /// plain ones in small letters, and one look tells so.
  @inline(__always)
  private func mayStandInMention(_ token: Token, _ index: Int) -> Bool {
    guard token.kind == .word else { return token.kind == .reference }
    let traits = scene.lexemes.entries[index].traits
    return token.traits.contains(.capitalized)
      || !traits.isDisjoint(with: [.particle, .title, .roleNoun, .pronoun, .ordinal])
      || (scene.lexemes.words[index] < 0
        && scene.text.bytes[token.start..<token.end].contains(UInt8(ascii: "-")))
      || traits.contains(.determiner)
  }

  /// Notes which mentions stand inside the noun phrase of another: `the agency` in `a spokesman for
  /// the agency`, `Smith’s` in `Smith’s lawyer`, `D-Marl` in `Smith (D-Marl)`.
  private func markDependents(_ mentions: inout [MentionRecord]) {
    for index in mentions.indices.dropLast() {
      let first = mentions[index]
      let second = mentions[index + 1]
      if isInReducedClause(second, after: first) { mentions[index + 1].isDependent = true }
      if isBracketed(second, after: first) {
        mentions[index + 1].isDependent = true
        continue
      }
      guard first.kind != .pronoun, second.kind != .pronoun || second.pronoun == .object,
        isContinuous(first.tokens.upperBound - 1, second.tokens.lowerBound)
      else { continue }
      let preposition = first.tokens.upperBound
      let distance = second.tokens.lowerBound - preposition
      let isPossessor =
        first.isPossessive && distance <= 1
        && (second.name.isEmpty || second.name.lowerBound > second.tokens.lowerBound)
      if isPossessor {
        let isInside = mentions[index].isDependent
        mentions[index].isDependent = true
        mentions[index + 1].isDependent = isInside
      } else if distance == 1
        || (distance == 2 && scene.entry(preposition + 1).traits.contains(.determiner))
      {
        mentions[index + 1].isDependent =
          attaches(preposition, first, second) || standBeforeVerb(first, second)
          || standBeforeRelative(first, second)
      } else if first.kind == .description, completesAdjective(second, behind: preposition) {
        mentions[index + 1].isDependent = true
      }
    }
  }

  /// Whether an adjective behind a description and its preposition lead to a mention: `familiar with`
  /// to `the mayor` in `a person familiar with the mayor’s plans`.
  private func completesAdjective(_ mention: MentionRecord, behind adjective: Int) -> Bool {
    guard scene.isAdjective(adjective), scene.startsComplement(adjective + 1) else { return false }
    let between = adjective + 2..<max(adjective + 2, mention.tokens.lowerBound)
    return between.count <= 1
      && between.allSatisfy { scene.entry($0).traits.contains(.determiner) }
  }

  /// The most words of a participle’s clause.
  private static let longestParticiple = 6

  /// Whether a mention ends a participle’s clause that is set off by commas after another: `the Echo` in
  /// `the report, seen by the Echo, concludes`. It is no subject of what follows.
  private func isInReducedClause(_ mention: MentionRecord, after other: MentionRecord) -> Bool {
    let comma = other.tokens.upperBound
    let participle = comma + 1
    let end = mention.tokens.upperBound
    guard end < tokens.count, tokens[end].kind == .comma, tokens[comma].kind == .comma,
      participle + 1 < mention.tokens.lowerBound, end - participle <= Self.longestParticiple,
      isContinuous(comma - 1, comma), isContinuous(comma, mention.tokens.lowerBound),
      tokens[participle].kind == .word
    else { return false }
    var preposition = mention.tokens.lowerBound - 1
    if scene.entry(preposition).traits.contains(.determiner) { preposition -= 1 }
    let traits = scene.entry(participle).traits
    guard preposition > participle,
      traits.isDisjoint(with: [
        .preposition, .determiner, .pronoun, .auxiliary, .conjunction, .relative,
        .presentParticiple,
      ])
    else { return false }
    // Before its agent any form is a participle: "seen by".
    if scene.entry(preposition).traits.contains(.agentPreposition) { return true }
    return scene.entry(preposition).traits.contains(.preposition)
      && (traits.contains(.cue) || scene.endsLikePast(participle))
  }

  /// Whether a mention stands alone in brackets right after another.
  private func isBracketed(_ mention: MentionRecord, after other: MentionRecord) -> Bool {
    let end = mention.tokens.upperBound
    return mention.tokens.lowerBound == other.tokens.upperBound + 1 && end < tokens.count
      && tokens[end].kind == .closeBracket
      && tokens[end - mention.tokens.count - 1].kind == .openBracket
  }

  /// Whether a preposition ties a mention to the mention before it. `of` and `for` do; others may
  /// as well belong to the verb, as in `said the doctor to Smith`, if not before a body.
  private func attaches(
    _ preposition: Int, _ first: MentionRecord, _ second: MentionRecord
  ) -> Bool {
    let traits = scene.entry(preposition).traits
    guard traits.contains(.preposition), traits.isDisjoint(with: [.agentPreposition, .cue]) else {
      return false
    }
    return traits.contains(.nameJoiner)
      || (first.kind == .description && second.kind == .organization)
  }

  /// Whether two mentions with a preposition between them open a clause and its verb follows: `police
  /// in Marl said`. Before the verb a preposition can only belong to the noun. Of a document it leads to
  /// whoever speaks: `a statement from the league said`.
  private func standBeforeVerb(_ first: MentionRecord, _ second: MentionRecord) -> Bool {
    let preposition = scene.entry(first.tokens.upperBound).traits
    let verb = second.tokens.upperBound
    guard preposition.contains(.preposition), preposition.isDisjoint(with: [.cue, .relative]),
      !scene.entry(first.head).traits.contains(.speechNoun), !second.isPossessive,
      scene.isNarration(first.tokens.lowerBound),
      startsClause(first.tokens.lowerBound), verb < tokens.count, isContinuous(verb - 1, verb)
    else { return false }
    return !scene.entry(verb).traits.isDisjoint(with: [.cue, .auxiliary])
  }

  /// Whether a body or place behind a person and a preposition leads to a relative pronoun of people,
  /// which means the person: `a man in the gallery who`.
  private func standBeforeRelative(_ first: MentionRecord, _ second: MentionRecord) -> Bool {
    let relative = second.tokens.upperBound
    return first.kind != .organization && second.kind == .organization
      && scene.entry(first.tokens.upperBound).traits.contains(.preposition)
      && relative < tokens.count && isContinuous(relative - 1, relative)
      && scene.entry(relative).traits.contains(.personalRelative)
  }

  /// Whether a clause begins with a token, so that a noun phrase there is its subject.
  func startsClause(_ index: Int) -> Bool {
    guard isContinuous(index - 1, index) else { return true }
    guard tokens[index - 1].kind == .word else { return tokens[index - 1].kind == .comma }
    return !scene.entry(index - 1).traits.isDisjoint(with: [
      .conjunction, .subordinator, .relative, .clausePreposition,
    ])
  }

  /// Appends a mention; one that reaches back over its predecessor takes its place.
  private func append(_ mention: MentionRecord, to mentions: inout [MentionRecord]) {
    while let last = mentions.last, last.tokens.upperBound > mention.tokens.lowerBound {
      mentions.removeLast()
    }
    var mention = mention
    addDocument(to: &mention)
    let first = mention.tokens.lowerBound
    mention.isQuoted = !scene.isNarration(mention.head)
    mention.sentence = Int(scene.sentenceOfToken[first])
    mention.paragraph = Int(scene.paragraphOfToken[first])
    mention.isInHeading = titleCased[mention.paragraph]
    mentions.append(mention)
  }

  /// The most words between a possessor and its document.
  private static let longestDocument = 4

  /// Extends a possessor over its document: what “the Board’s statement” says the Board says.
  private func addDocument(to mention: inout MentionRecord) {
    guard mention.isPossessive else { return }
    var start = mention.tokens.upperBound
    if isPluralPossessive(endingBefore: start + 1) { start += 1 }
    var end = start
    while end < tokens.count, end - start < Self.longestDocument, isContinuous(end - 1, end),
      tokens[end].kind == .word
    {
      let traits = scene.entry(end).traits
      if traits.contains(.speechNoun), traits.contains(.collective), !isModifier(end) {
        mention.documentLength = end + 1 - mention.tokens.upperBound
        mention.tokens = mention.tokens.lowerBound..<end + 1
        mention.isPossessive = false
        return
      }
      guard traits.isDisjoint(with: [.cue, .auxiliary, .preposition, .conjunction, .determiner])
      else { return }
      end += 1
    }
  }

  /// Whether two neighbouring tokens belong to one stretch of narration or of one quotation, so
  /// that a mention can run over both.
  func isContinuous(_ first: Int, _ second: Int) -> Bool {
    second < tokens.count && first >= 0
      && scene.spanOfToken[first] == scene.spanOfToken[second]
      && scene.paragraphOfToken[first] == scene.paragraphOfToken[second]
      && scene.sentenceOfToken[first] == scene.sentenceOfToken[second]
  }

  /// Whether a mention whose last word is given is a possessive.
  func endsPossessively(_ last: Int) -> Bool {
    isPossessive(last) || isPluralPossessive(endingBefore: last + 2)
  }

  /// Whether a bare apostrophe ends right before a token and the word before it is a plural, as in
  /// `the inspectors’ letter`.
  func isPluralPossessive(endingBefore index: Int) -> Bool {
    guard index >= 2, index < tokens.count, tokens[index - 1].kind == .mark,
      isContinuous(index - 2, index),
      tokens[index - 1].start == tokens[index - 2].end
    else { return false }
    return scene.text.bytes[tokens[index - 2].end - 1] | 0x20 == 0x73
  }

  /// Whether a word ends with a possessive `’s`.
  func isPossessive(_ index: Int) -> Bool {
    let token = tokens[index]
    guard token.traits.contains(.apostrophe) else { return false }
    return scene.text.bytes.withUnsafeBufferPointer {
      Lexemes.endWithoutPossessive($0, token) != token.end
    }
  }
}
