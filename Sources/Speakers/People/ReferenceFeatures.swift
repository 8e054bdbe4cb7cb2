import Prose

/// One pronoun with the mentions that it may refer to.
package struct ReferenceCandidates {
  /// The index of the pronoun among the mentions.
  package var pronoun: Int
  /// The indices of the mentions, the nearest first; at most one for each entity and sentence.
  package var mentions: [Int]
  /// One list of features for each mention.
  package var features: [[Feature]]
}

/// Gathers the antecedents of a pronoun with the facts that speak for each.
///
/// What readers go by (Hobbs 1978; Lappin and Leass 1994): agreement, nearness, the subject before
/// the object, who was just spoken of, and who just spoke.
struct ReferenceFeatures {
  let scene: Scene
  let entities: EntityTable
  let links: [CueLink]
  let history: AttributionHistory

  /// How many mentions back a reader still looks for whom a pronoun means.
  private static let reach = 250
  /// How many paragraphs back.
  private static let paragraphs = 40
  /// The most candidates.
  private static let most = 32

  /// The candidates with their features, kept.
  func candidates(of pronoun: Int) -> ReferenceCandidates {
    var found = ReferenceCandidates(pronoun: pronoun, mentions: [], features: [])
    forEachCandidate(of: pronoun) { mention, features in
      found.mentions.append(mention)
      found.features.append(features)
    }
    return found
  }

  /// Calls `body` with each candidate and its features, the nearest first.
  func forEachCandidate(of pronoun: Int, _ body: (Int, [Feature]) -> Void) {
    let record = scene.mentions[pronoun]
    let addressed = namesQuoted(near: pronoun)
    let speaks = links[pronoun].subjectOf >= 0 || links[pronoun].afterCue >= 0
    var features: [Feature] = []
    features.reserveCapacity(12)
    var seen: [Int] = []
    var count = 0
    var lastKey = (entity: -1, sentence: -1)
    var index = pronoun - 1
    while index >= max(0, pronoun - Self.reach), count < Self.most {
      defer { index -= 1 }
      let mention = scene.mentions[index]
      guard record.paragraph - mention.paragraph <= Self.paragraphs else { break }
      guard mention.entity >= 0, !mention.isQuoted, agrees(record, mention),
        (mention.entity, mention.sentence) != lastKey
      else { continue }
      lastKey = (mention.entity, mention.sentence)
      // One list serves for all candidates, as long as nobody keeps it.
      features.removeAll(keepingCapacity: true)
      let isKnown = seen.contains(mention.entity)
      add(record, pronoun, mention, index, rank: seen.count, isKnown) { features.append($0) }
      let isAddressed = addressed.contains(mention.entity)
      features.append(Feature(.addressee, isAddressed ? 1 : 0, speaks ? 1 : 0))
      if !isKnown { seen.append(mention.entity) }
      count += 1
      body(index, features)
    }
  }

  /// The entities that the quotations of a pronoun’s paragraph name: as a rule whom the one who
  /// speaks there speaks to or of.
  private func namesQuoted(near pronoun: Int) -> [Int] {
    let paragraph = scene.mentions[pronoun].paragraph
    var names: [Int] = []
    for index in max(0, pronoun - 12)..<min(scene.mentions.count, pronoun + 12) {
      let mention = scene.mentions[index]
      if mention.isQuoted, mention.paragraph == paragraph, mention.entity >= 0 {
        names.append(mention.entity)
      }
    }
    return names
  }

  /// Whether number, gender and kind allow the reference.
  private func agrees(_ pronoun: MentionRecord, _ mention: MentionRecord) -> Bool {
    // Facts are read one by one: a copy of an entity costs more than all of this.
    let kind = entities.entities[mention.entity].kind
    let isPlural = entities.entities[mention.entity].isPlural || mention.isPlural
    if pronoun.isPlural {
      // "They" for one whose gender the text leaves open.
      return isPlural || kind == .organization
        || (kind == .person && entities.entities[mention.entity].gender == .unknown)
    }
    if isPlural && mention.kind != .organization { return false }
    if pronoun.gender == .unknown { return kind == .organization }
    return kind != .organization
      && entities.entities[mention.entity].gender.agrees(with: pronoun.gender)
  }

  private func add(
    _ pronoun: MentionRecord, _ pronounIndex: Int, _ mention: MentionRecord, _ index: Int,
    rank: Int, _ isKnown: Bool, _ add: (Feature) -> Void
  ) {
    let gender = entities.entities[mention.entity].gender
    let entityKind = entities.entities[mention.entity].kind
    let sentences = min(pronoun.sentence - mention.sentence, 7)
    let paragraphs = distanceClass(pronoun.paragraph - mention.paragraph)
    let isCued = links[pronounIndex].subjectOf >= 0 || links[pronounIndex].afterCue >= 0
    let speaks = links[index].subjectOf >= 0 || links[index].afterCue >= 0
    let role = role(mention)
    let kind = Int(kindClass(mention))
    let pronounRole = Int(pronoun.pronoun.rawValue)
    let register = scene.isDialogue ? Feature.dialogue : 0
    add(Feature(.referenceDistance, sentences + register, paragraphs, role))
    add(Feature(.referenceSubject, role + register, speaks ? 1 : 0, min(sentences, 3)))
    add(Feature(.referenceKind, kind, min(sentences, 3), pronoun.isPlural ? 1 : 0))
    add(Feature(.referenceRole, pronounRole, role, min(sentences, 3)))
    let match = gender == .unknown ? 0 : 1
    add(Feature(.referenceGender, match, entityKind == .person ? 1 : 0, kind))
    let count = entities.entities[mention.entity].count
    add(Feature(.referenceCount, distanceClass(count), paragraphs))
    add(Feature(.referenceRank, min(rank, 6) + register, isKnown ? 1 : 0, role))
    add(Feature(.referenceSeen, isKnown ? 1 : 0, min(sentences, 3), kind))
    let isLast = mention.entity == history.lastEntity
    let isSecond = mention.entity == history.secondLastEntity
    let since = min(max(pronoun.paragraph - history.lastParagraph, 0), 3)
    add(
      Feature(
        .referenceSpeaker, (isLast ? 2 : isSecond ? 1 : 0) * 4 + since + register,
        (isCued ? 1 : 0) + (gender == .unknown ? 0 : 2), min(sentences, 3)))
  }

  private func kindClass(_ mention: MentionRecord) -> Int {
    switch mention.kind {
    case .name: mention.isPossessive ? 1 : 0
    case .pronoun: mention.pronoun == .subject ? 2 : mention.pronoun == .possessive ? 3 : 4
    case .description: 5
    case .organization: 6
    }
  }

  /// 0: elsewhere; 1: at the sentence's head; 2: after a preposition; 3: a verb's object, as far as
  /// the word before shows it; 4: after a comma or a conjunction.
  private func role(_ mention: MentionRecord) -> Int {
    let first = mention.tokens.lowerBound
    guard first > 0, scene.sentenceOfToken[first - 1] == scene.sentenceOfToken[first] else {
      return 1
    }
    let token = scene.text.tokens[first - 1]
    if token.kind == .comma || token.kind == .dash { return 4 }
    let traits = scene.entry(first - 1).traits
    if traits.contains(.preposition) { return 2 }
    if traits.contains(.conjunction) { return 4 }
    if traits.contains(.cue) || scene.ending(first - 1) != .none { return 3 }
    return 0
  }
}
