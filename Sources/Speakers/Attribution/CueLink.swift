import Prose

/// How a mention and the cues of its sentence stand to each other.
struct CueLink: Sendable {
  /// The first verb cue after the mention, whose subject it may be; -1 when none.
  var subjectOf = -1
  /// Words between the mention and that cue that are neither adverbs nor auxiliaries nor set off
  /// by commas.
  var subjectGap = 0
  /// Other mentions between, not set off by commas.
  var subjectsBetween = 0
  /// A quotation stands between.
  var crossesQuotation = false
  /// A subordinating word stands between, as in `Smith, when told …`.
  var crossesClause = false
  /// The passive verb cue after the mention, of which it is the subject: `Smith was told`; -1 when
  /// none. Behind such a cue it may be the subject of one more.
  var patientOf = -1
  /// The cue whose passive names the mention behind it: `was told by Smith`; -1 when none.
  var agentOf = -1
  /// The cue right before the mention: `said Smith`, `according to Smith`, `told Smith`; -1 when
  /// none.
  var afterCue = -1

  /// The most tokens between a subject and its verb.
  private static let reach = 40

  init(
    _ scene: Scene, mention: MentionRecord, cueAtToken: [Int32], mentionAtToken: [Int32]
  ) {
    findVerb(scene, mention, cueAtToken, mentionAtToken)
    findCueBefore(scene, mention, cueAtToken)
  }

  private mutating func findVerb(
    _ scene: Scene, _ mention: MentionRecord, _ cueAtToken: [Int32], _ mentionAtToken: [Int32]
  ) {
    let tokens = scene.text.tokens
    let sentence = scene.sentenceOfToken[mention.head]
    var index = mention.tokens.upperBound
    var inApposition = false
    var depth = 0
    let end = min(tokens.count, index + Self.reach)
    while index < end, scene.sentenceOfToken[index] == sentence {
      if !scene.isNarration(index) {
        crossesQuotation = true
        index = scene.spans[Int(scene.spanOfToken[index])].tokens.upperBound
        continue
      }
      let token = tokens[index]
      switch token.kind {
      case .comma, .dash:
        inApposition.toggle()
      case .openBracket: depth += 1
      case .closeBracket: depth = max(0, depth - 1)
      case .semicolon, .colon: return
      case .word:
        let cue = cueAtToken[index]
        let isVerb = cue >= 0 && scene.cues[Int(cue)].cueClass != .according
        let relative = inApposition ? relativeBefore(scene, index) : nil
        let isOwn = relative.map { saysOwnClause(scene, $0, mention) } ?? true
        if isVerb, depth == 0, isOwn {
          let record = scene.cues[Int(cue)]
          if record.isPassive, patientOf < 0 || inApposition {
            // "Smith, a man praised and been called" goes on; "the mayor, Smith, was called" does not.
            let head = verbPhraseStart(scene, index)
            if !inApposition || scene.text.tokens[head - 1].kind == .comma { patientOf = Int(cue) }
          } else {
            if patientOf < 0 || sharesSubject(scene, record) { subjectOf = Int(cue) }
            return
          }
        }
        if inApposition || depth > 0 { break }
        let traits = scene.entry(index).traits
        if traits.contains(.adverb) || traits.contains(.auxiliary) { break }
        if traits.contains(.subordinator) || traits.contains(.relative) { crossesClause = true }
        if mentionAtToken[index] >= 0 {
          let other = scene.mentions[Int(mentionAtToken[index])]
          if other.tokens.lowerBound == index, !other.isDependent { subjectsBetween += 1 }
        }
        subjectGap += 1
      default: break
      }
      index += 1
    }
  }

  /// Whether a verb behind a passive has the same subject: `was quoted as saying`, `was asked why and
  /// said`, `is reported to have told`.
  private func sharesSubject(_ scene: Scene, _ verb: CueRecord) -> Bool {
    if verb.isParticiple || verb.isBase { return subjectsBetween == 0 }
    let traits = scene.entry(verbPhraseStart(scene, verb.tokens.lowerBound) - 1).traits
    return traits.contains(.conjunction)
      || (traits.contains(.preposition) && subjectsBetween == 0)
  }

  /// The first of the auxiliaries and adverbs before a verb that is not the first token.
  private func verbPhraseStart(_ scene: Scene, _ verb: Int) -> Int {
    var start = verb
    while start > 1, !scene.entry(start - 1).traits.isDisjoint(with: [.adverb, .auxiliary]) {
      start -= 1
    }
    return start
  }

  /// The `who` or the like before a cue: then the cue is the relative clause's.
  private func relativeBefore(_ scene: Scene, _ cue: Int) -> Int? {
    var index = cue - 1
    while index >= max(0, cue - Self.reach), scene.text.tokens[index].kind == .word {
      let traits = scene.entry(index).traits
      if traits.contains(.relative) { return index }
      guard traits.contains(.auxiliary) || traits.contains(.adverb) else { return nil }
      index -= 1
    }
    return nil
  }

  /// Whether a relative word right after a mention takes up the mention without being one itself:
  /// `the inspectors’ letter, which said`.
  private func saysOwnClause(_ scene: Scene, _ relative: Int, _ mention: MentionRecord) -> Bool {
    relative == mention.tokens.upperBound + 1
      && !scene.entry(relative).traits.contains(.personalRelative)
  }

  private mutating func findCueBefore(
    _ scene: Scene, _ mention: MentionRecord, _ cueAtToken: [Int32]
  ) {
    var index = mention.tokens.lowerBound - 1
    if index >= 0, scene.isNarration(index), scene.entry(index).traits.contains(.adverb),
      cueAtToken[index] < 0
    {
      index -= 1
    }
    guard index >= 0, scene.isNarration(index),
      scene.sentenceOfToken[index] == scene.sentenceOfToken[mention.head]
    else { return }
    afterCue = Int(cueAtToken[index])
    guard scene.entry(index).traits.contains(.agentPreposition) else { return }
    agentOf = passive(before: index, scene, cueAtToken) ?? -1
  }

  /// The passive verb that an agent belongs to: the last one before it, or the verb right before it,
  /// `the plan described by Smith`.
  private func passive(
    before preposition: Int, _ scene: Scene, _ cueAtToken: [Int32]
  ) -> Int? {
    var index = preposition - 1
    while index >= max(0, preposition - Self.reach),
      scene.sentenceOfToken[index] == scene.sentenceOfToken[preposition]
    {
      if !scene.isNarration(index) {
        index = scene.spans[Int(scene.spanOfToken[index])].tokens.lowerBound - 1
        continue
      }
      let cue = Int(cueAtToken[index])
      if cue >= 0, scene.cues[cue].tokens.lowerBound == index {
        let record = scene.cues[cue]
        if record.isPassive { return cue }
        if index == preposition - 1, !record.isParticiple, !record.isBase { return cue }
      }
      index -= 1
    }
    return nil
  }
}
