import Prose
import Quotations

/// Where a candidate stands, seen from the quotation.
enum CandidatePlace: UInt8, CaseIterable, Sendable {
  /// After the quotation, in its sentence.
  case after
  /// After it, in a later sentence of the paragraph.
  case laterSentence
  /// Before it, in its sentence.
  case before
  /// Before it, in the sentence before.
  case sentenceBefore
  /// Before it, further back in the paragraph.
  case earlierSentence
  case paragraphBefore
  case twoParagraphsBefore
  case furtherBefore
  case paragraphAfter
}

/// What has been decided so far, which later decisions lean on.
struct AttributionHistory: Sendable {
  /// The mention of the last attributed span; -1 when none.
  var lastMention = -1
  /// The entities of the last spans' speakers, the latest first; -1 when unknown.
  var lastEntity = -1
  var secondLastEntity = -1
  /// The paragraphs of the last span and of the last change of speaker.
  var lastParagraph = -10
  var lastSpanWasClosed = true
  /// How often each entity has spoken so far.
  var turns: [Int32]

  init(entityCount: Int) { turns = [Int32](repeating: 0, count: entityCount) }

  /// Records who said a span.
  mutating func record(mention: Int, entity: Int, paragraph: Int, isClosed: Bool) {
    if paragraph != lastParagraph || entity != lastEntity {
      if entity != lastEntity { secondLastEntity = lastEntity }
      lastEntity = entity
    }
    lastMention = mention
    lastParagraph = paragraph
    lastSpanWasClosed = isClosed
    if entity >= 0 { turns[entity] += 1 }
  }
}

/// Collects the features of one quotation's candidates.
struct CandidateFeatures {
  let scene: Scene
  let links: [CueLink]
  let context: QuotationContext
  let span: Scene.MarkedSpan
  let history: AttributionHistory
  /// Entities whose names stand inside the quotation: whom it speaks to or of.
  let namedInside: Set<Int>
  /// The best link of any candidate in the quotation's own sentence; see ``Grip``.
  let bestGrip: Grip

  /// How firmly cues tie a candidate to the quotation.
  enum Grip: UInt8, Comparable {
    case none, weak, firm
    static func < (a: Grip, b: Grip) -> Bool { a.rawValue < b.rawValue }
  }

  /// Where one candidate stands, measured once and used by many features.
  struct Geometry {
    var place = CandidatePlace.before
    /// Tokens of narration between the quotation and the nearer of mention and cue.
    var gap = 0
    var quotationsBetween = 0
    /// The cue that ties the mention to the quotation; -1 when none.
    var cue = -1
    var link = Link.none
  }

  /// The frames that tie a mention to a quotation.
  enum Link: UInt8 {
    case none, subject, inverted, according, addressee, distantSubject
  }

  func geometry(of mention: Int) -> Geometry {
    let record = scene.mentions[mention]
    let link = links[mention]
    var geometry = Geometry()
    let isAfter = record.tokens.lowerBound >= span.tokens.upperBound
    let paragraphs = record.paragraph - span.paragraph
    let quoteSentence = Int(scene.sentenceOfToken[span.tokens.lowerBound])
    if link.afterCue >= 0 {
      let cue = scene.cues[link.afterCue]
      switch cue.cueClass {
      case .according: geometry.link = .according
      case .tell, .ask:
        let hasOwnVerb = link.subjectOf >= 0 && link.subjectGap <= 1
        geometry.link = hasOwnVerb ? .inverted : .addressee
      default: geometry.link = .inverted
      }
      geometry.cue = link.afterCue
    }
    // Whoever stands behind "according to" is no verb's subject.
    if link.subjectOf >= 0, geometry.link != .according,
      geometry.link == .none || geometry.link == .addressee || !isAfter
    {
      let isNear = link.subjectGap <= 2 && link.subjectsBetween == 0
      if geometry.link == .none || isNear {
        geometry.link = isNear ? .subject : .distantSubject
        geometry.cue = link.subjectOf
      }
    }
    if paragraphs > 0 {
      geometry.place = .paragraphAfter
    } else if paragraphs < 0 {
      geometry.place =
        paragraphs == -1
        ? .paragraphBefore : paragraphs == -2 ? .twoParagraphsBefore : .furtherBefore
    } else if isAfter {
      let endSentence = Int(scene.sentenceOfToken[span.tokens.upperBound - 1])
      geometry.place = record.sentence == endSentence ? .after : .laterSentence
    } else {
      let distance = quoteSentence - record.sentence
      geometry.place = distance <= 0 ? .before : distance == 1 ? .sentenceBefore : .earlierSentence
    }
    measureGap(record, isAfter: isAfter, &geometry)
    return geometry
  }

  private func measureGap(_ record: MentionRecord, isAfter: Bool, _ geometry: inout Geometry) {
    var from = isAfter ? span.tokens.upperBound : record.tokens.upperBound
    var to = isAfter ? record.tokens.lowerBound : span.tokens.lowerBound
    if geometry.cue >= 0 {
      let cue = scene.cues[geometry.cue].tokens
      if isAfter, cue.lowerBound >= from { to = min(to, cue.lowerBound) }
      if !isAfter, cue.upperBound <= to { from = max(from, cue.upperBound) }
    }
    if to - from > 400 {
      geometry.gap = 99
      geometry.quotationsBetween = 3
      return
    }
    guard from < to else { return }
    geometry.gap = scene.narrationTokens(in: from..<to)
    geometry.quotationsBetween = scene.spansTouched(by: from..<to)
  }

  /// The class of the token before a mention, as far as it tells subject from object.
  private func wordBefore(_ record: MentionRecord) -> Int {
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

  private func wordAfter(_ record: MentionRecord) -> Int {
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
    case .none: break
    }
    return token.traits.contains(.capitalized) ? 23 : 24
  }

  /// The kind of a mention, pronouns cut finer.
  private func kindClass(_ record: MentionRecord) -> Int {
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

  /// Calls `add` with each feature of a candidate.
  ///
  /// - Parameters:
  ///   - rank: How many candidates of the same side stand nearer to the quotation.
  ///   - linkedRank: The same, of candidates that a cue ties.
  func forEach(
    mention: Int, geometry: Geometry, rank: Int, linkedRank: Int, _ add: (Feature) -> Void
  ) {
    let record = scene.mentions[mention]
    let link = links[mention]
    let place = Int(geometry.place.rawValue)
    let kind = kindClass(record)
    let linkClass = Int(geometry.link.rawValue)
    let gap = distanceClass(geometry.gap)
    let before = Int(context.before.rawValue)
    let after = Int(context.after.rawValue)
    let placeAndLink = place * 6 + linkClass

    let register = scene.isDialogue ? Feature.dialogue : 0
    add(Feature(.place, place + register))
    add(Feature(.placeOfKind, place + register, kind))
    add(Feature(.gap, place, gap))
    add(Feature(.gapOfLinked, placeAndLink, gap))
    add(Feature(.link, place, linkClass, kind))
    add(Feature(.linkedGap, place, linkClass, distanceClass(link.subjectGap)))
    add(Feature(.contextAfter, placeAndLink, after))
    add(Feature(.contextBoth, before, after, placeAndLink))
    add(Feature(.contextBefore, placeAndLink + register, before))
    add(Feature(.rank, place + register, min(rank, 5), kind))
    add(Feature(.linkedRank, placeAndLink, min(linkedRank, 4)))
    add(Feature(.wordBefore, wordBefore(record), place, kind))
    add(Feature(.wordAfter, wordAfter(record), place, kind))
    add(Feature(.sentenceHead, isSentenceHead(record) ? 1 : 0, place, kind))
    add(Feature(.quotationsBetween, min(geometry.quotationsBetween, 3), placeAndLink))
    add(Feature(.lowerCaseStart, context.startsLowerCase ? 1 : 0, placeAndLink, before))
    add(Feature(.ending, Int(context.ending.rawValue), placeAndLink))
    add(Feature(.quotationLength, distanceClass(context.wordCount), placeAndLink))
    add(
      Feature(
        .crossing, link.crossesClause ? 1 : 0, min(link.subjectsBetween, 3),
        link.crossesQuotation ? linkClass + 8 : linkClass))
    if geometry.cue >= 0 {
      let cue = scene.cues[geometry.cue]
      let strength = Int(cue.strength.rawValue)
      let form = cue.isParticiple ? 1 : cue.isBase ? 2 : 0
      add(Feature(.cueClass, placeAndLink, Int(cue.cueClass.rawValue), strength * 3 + form))
      add(Feature(.cueLemma, lemma: cue.lemma, placeAndLink))
      add(Feature(.cueLemmaAlone, lemma: cue.lemma))
      let between = cuesBetween(geometry.cue)
      let follow = classAfter(cue)
      add(Feature(.cuesBetween, min(between, 3) + register, placeAndLink, strength))
      add(Feature(.cueFollow, follow + register, placeAndLink, wordBefore(record)))
    }
    let grip = grip(geometry)
    add(Feature(.otherIsLinked, Int(bestGrip.rawValue) * 3 + Int(grip.rawValue), place))
    addHistory(record, mention, place, kind, grip, add)
  }

  private func addHistory(
    _ record: MentionRecord, _ mention: Int, _ place: Int, _ kind: Int, _ grip: Grip,
    _ add: (Feature) -> Void
  ) {
    let continues = min(max(span.paragraph - history.lastParagraph, 0), 3)
    let solo = context.paragraphIsAllQuotation ? 1 : 0
    let register = scene.isDialogue ? Feature.dialogue : 0
    let state = Int(bestGrip.rawValue) * 8 + continues * 2 + solo + register
    if mention == history.lastMention { add(Feature(.previousMention, state, place)) }
    let entity = record.entity
    guard entity >= 0 else {
      add(Feature(.presence, 0, place, kind))
      return
    }
    if entity == history.lastEntity {
      add(Feature(.previousSpeaker, state, Int(grip.rawValue), history.lastSpanWasClosed ? 1 : 0))
    } else if entity == history.secondLastEntity {
      add(Feature(.secondLastSpeaker, state, Int(grip.rawValue)))
    }
    add(Feature(.speaksHere, distanceClass(Int(history.turns[entity])), Int(grip.rawValue), solo))
    if namedInside.contains(entity) {
      add(Feature(.namedInside, Int(grip.rawValue), place, kind))
    }
    add(Feature(.presence, 1 + register, place, Int(grip.rawValue)))
  }

  /// How many other cues stand between a candidate's cue and the quotation: `Ruiz, who says that …,
  /// tweeted` leads over to the quotation by the second one.
  private func cuesBetween(_ cue: Int) -> Int {
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
  private func classAfter(_ cue: CueRecord) -> Int {
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

  private func isSentenceHead(_ record: MentionRecord) -> Bool {
    let first = record.tokens.lowerBound
    return first == 0 || scene.sentenceOfToken[first - 1] != scene.sentenceOfToken[first]
  }

  func grip(_ geometry: Geometry) -> Grip { Self.grip(geometry) }

  static func grip(_ geometry: Geometry) -> Grip {
    guard geometry.place == .after || geometry.place == .before else { return .none }
    switch geometry.link {
    case .subject, .inverted, .according: return geometry.gap <= 4 ? .firm : .weak
    case .distantSubject, .addressee: return .weak
    case .none: return .none
    }
  }
}
