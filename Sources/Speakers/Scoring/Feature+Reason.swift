extension Feature {
  private static let places = [
    "follows in the same sentence", "follows in a later sentence",
    "precedes in the same sentence", "in the sentence before", "earlier in the paragraph",
    "in the paragraph before", "two paragraphs before", "further back", "in the next paragraph",
  ]
  private static let links = [
    "no cue", "subject of the cue", "right after the cue", "named by “according to”",
    "to whom or of whom it is said", "far from the cue",
  ]

  private static func name(_ names: [String], _ index: Int) -> String? {
    index < names.count ? names[index] : nil
  }

  /// What the fact means to a reader, as a reason for or against a candidate; nil for facts that
  /// only tune others. Several facts can be one reason.
  func reason(_ lexicon: Lexicon) -> String? {
    switch template {
    case .place, .placeOfKind: Self.name(Self.places, first & ~Self.dialogue)
    case .link, .linkedGap: Self.name(Self.links, second)
    case .cueClass, .linkedRank: Self.name(Self.links, first % 6)
    case .contextBefore: Self.name(Self.links, (first & ~Self.dialogue) % 6)
    case .contextAfter: Self.name(Self.links, first % 6)
    case .contextBoth: third == 0xFF ? nil : Self.name(Self.links, third % 6)
    case .gapOfLinked, .gap: nearness(second)
    case .cueLemma, .cueLemmaAlone: "cue “\(lemma(lexicon))”"
    case .rank: rankReason(second)
    case .wordBefore: wordBeforeReason
    case .wordAfter: wordAfterReason
    case .sentenceHead: first == 1 ? "begins its sentence" : nil
    case .quotationsBetween: first == 0 ? nil : "other quotations between"
    case .previousMention, .previousSpeaker: "spoke just before"
    case .secondLastSpeaker: "spoke the time before last"
    case .speaksHere: first == 0 ? "has not spoken yet" : "spoke earlier"
    case .answer: third == 0 ? nil : first == 1 ? "asked just before" : first == 2 ? "answers" : nil
    case .namedInside: "named inside the quotation"
    case .otherIsLinked: first / 3 > first % 3 ? "another candidate has a firmer cue" : nil
    case .crossing: crossingReason
    case .cuesBetween:
      first & ~Self.dialogue == 0
        ? "its cue stands next to the quotation" : "another cue stands between"
    case .turnAnchor: first % 2 == 1 ? "named beside the words" : nil
    case .turnBeat: "acts beside the words"
    case .turnReference: second == 1 ? "whom the pronoun means most likely" : nil
    case .turnRecency: second == 0 ? "mentioned last" : nil
    case .turnNamed: second == 1 || second == 2 ? "named inside the quotation" : nil
    case .turnNamedBefore: second == 2 ? "called by name in the turn before" : nil
    case .turnNamedAfter: second == 2 ? "called by name in the turn after" : nil
    case .turnPerson: personReason
    case .turnAddress: addressReason
    case .turnBelief: third == 0 ? "fits the conversation best" : nil
    case .turnBeliefBeside, .turnBeliefAcross: beliefReason
    case .turnBeliefScene: third / 5 == 0 ? "speaks most in the scene" : nil
    case .turnBeliefDescription: first > 8 ? "the description means the same elsewhere" : nil
    case .turnBeliefPronoun: first == 4 || second == 4 ? "the pronoun means the same close by" : nil
    case .turnPattern, .turnNamedPattern: patternReason
    case .turnDescription: first >= 8 ? "described beside the words" : nil
    case .turnDescribed: first == 0xFF ? nil : "named where the description is used"
    case .turnDescribedBest: first == 1 ? "named where the description is used" : nil
    case .turnKin: first > 0 ? "bears the name of somebody near" : nil
    case .turnOwnName: first == 1 ? "says the own name" : "somebody else says the own name"
    case .turnNameRecency, .turnNameRole: nameRecencyReason
    case .turnIntroduction: introductionReason
    default: nil
    }
  }

  private func nearness(_ distance: Int) -> String {
    switch distance {
    case 0...2: "next to the quotation"
    case 3...5: "some words from the quotation"
    default: "far from the quotation"
    }
  }

  private func rankReason(_ nearer: Int) -> String {
    switch nearer {
    case 0: "nearest candidate"
    case 1: "one candidate nearer"
    default: "several candidates nearer"
    }
  }

  /// See `CandidateFeatures.classOfNeighbour` for the classes.
  private var wordBeforeReason: String? {
    switch first {
    case 2: "after a comma"
    case 8, 9, 10, 11: "right after the cue"
    case 14, 15: "after a preposition"
    case 13, 17: "inside a clause"
    default: nil
    }
  }

  private var wordAfterReason: String? {
    switch first {
    case 8, 10, 11: "right before the cue"
    case 15: "before a preposition"
    default: nil
    }
  }

  private var patternReason: String? {
    switch second {
    case 0: nil
    case 1: "spoke just before"
    case 2: "spoke the time before last"
    default: "spoke earlier"
    }
  }

  /// See `ConversationBeliefs.features(of:_:)`.
  private var beliefReason: String? {
    let isBeside = template == .turnBeliefBeside
    guard second / 5 == 4 || second % 5 == 4 else { return nil }
    return isBeside ? "speaks in the next turn or the one before" : "speaks every other turn"
  }

  /// See `PersonEvidence.classes(of:)`.
  private var personReason: String? {
    if first % 2 == 1 { return "has a title" }
    return second % 4 > 1 ? "acts in the story" : second / 4 > 1 ? "named as places are" : nil
  }

  /// See `ConversationTurn.Addressee.match(_:)`.
  private var addressReason: String? {
    if second == 0 { return third == 2 ? "speaks to somebody of the other gender" : nil }
    return second == 2 || third == 1 ? "may be the one addressed beside the turn" : nil
  }

  private var nameRecencyReason: String? {
    let rank = template == .turnNameRecency ? second : third / 8
    return rank == 0 ? "named last" : rank == 0xFF ? "not named of late" : nil
  }

  /// See `ConversationFeatures.Introduction`.
  private var introductionReason: String? {
    switch second {
    case 1, 2, 3: "acts in the sentence before the words"
    case 4: "mentioned in the sentence before the words"
    default: nil
    }
  }

  private var crossingReason: String? {
    if first == 1 { return "a clause between it and the cue" }
    return second > 0 ? "another name between it and the cue" : nil
  }
}
