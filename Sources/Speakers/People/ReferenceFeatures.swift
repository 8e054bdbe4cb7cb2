import Prose

/// One pronoun with the mentions that it may refer to.
package struct ReferenceCandidates {
  /// The index of the pronoun among the mentions.
  package var pronoun: Int
  /// The indices of the mentions, the nearest first; at most one for each entity and sentence.
  package var mentions: [Int]
  /// One list of features for each mention.
  var lists: FeatureLists
  /// The same as arrays.
  package var features: [[Feature]] { lists.arrays }
}

/// What a mention shows that does not depend on the pronoun which may mean it.
struct ReferenceFacts: Sendable {
  /// 0: elsewhere; 1: at the sentence's head; 2: after a preposition; 3: a verb's object, as far as
  /// the word before shows it; 4: after a comma or a conjunction.
  let role: UInt8
  let kind: UInt8
  /// Whether a cue stands near that makes the mention a speaker.
  let speaks: Bool

  /// The facts of all mentions.
  static func all(_ scene: Scene, _ links: [CueLink]) -> [ReferenceFacts] {
    var facts: [ReferenceFacts] = []
    facts.reserveCapacity(links.count)
    for (index, link) in links.enumerated() {
      facts.append(ReferenceFacts(scene.mentions[index], scene, link))
    }
    return facts
  }

  private init(_ mention: MentionRecord, _ scene: Scene, _ link: CueLink) {
    role = Self.role(mention, scene)
    kind = Self.kindClass(mention)
    speaks = link.subjectOf >= 0 || link.afterCue >= 0 || link.agentOf >= 0
  }

  private static func kindClass(_ mention: MentionRecord) -> UInt8 {
    switch mention.kind {
    case .name: mention.isPossessive ? 1 : 0
    case .pronoun: mention.pronoun == .subject ? 2 : mention.pronoun == .possessive ? 3 : 4
    case .description: 5
    case .organization: 6
    }
  }

  private static func role(_ mention: MentionRecord, _ scene: Scene) -> UInt8 {
    let first = mention.tokens.lowerBound
    guard first > 0, scene.sentenceOfToken[first - 1] == scene.sentenceOfToken[first] else {
      return 1
    }
    let token = scene.text.tokens[first - 1]
    if token.kind == .comma || token.kind == .dash { return 4 }
    let traits = scene.entry(first - 1).traits
    if traits.contains(.preposition) { return 2 }
    if traits.contains(.conjunction) { return 4 }
    if traits.contains(.cue) { return 3 }
    switch scene.ending(first - 1) {
    case .none, .adverb: return 0
    case .past, .participle, .thirdOrPlural: return 3
    }
  }
}

/// Gathers the antecedents of a pronoun with the facts that speak for each.
///
/// What readers go by (Hobbs 1978; Lappin and Leass 1994): agreement, nearness, the subject before
/// the object, who was just spoken of, and who just spoke.
struct ReferenceFeatures {
  let scene: Scene
  let entities: EntityTable
  let facts: [ReferenceFacts]
  let history: AttributionHistory

  /// How many mentions back a reader still looks for whom a pronoun means.
  private static let reach = 250
  /// How many paragraphs back.
  private static let paragraphs = 40
  /// The most candidates.
  private static let most = 32
  /// The number of features of each.
  private static let featuresOfEach = 10

  /// The candidates with their features.
  func candidates(of pronoun: Int) -> ReferenceCandidates {
    let record = scene.mentions[pronoun]
    let addressed = namesQuoted(near: pronoun)
    let isCued = facts[pronoun].speaks
    var mentions: [Int] = []
    mentions.reserveCapacity(Self.most)
    let lists = FeatureLists(lists: Self.most, featuresOfEach: Self.featuresOfEach) { lists in
      gather(pronoun, record, addressed, isCued: isCued, &mentions, &lists)
    }
    return ReferenceCandidates(pronoun: pronoun, mentions: mentions, lists: lists)
  }

  private func gather(
    _ pronoun: Int, _ record: MentionRecord, _ addressed: [Int], isCued: Bool,
    _ mentions: inout [Int], _ lists: inout FeatureLists.Writer
  ) {
    var seen: [Int] = []
    seen.reserveCapacity(Self.most)
    let agent = record.pronoun == .subject ? agent(before: pronoun) : nil
    var lastKey = (entity: -1, sentence: -1)
    var index = pronoun - 1
    while index >= max(0, pronoun - Self.reach), mentions.count < Self.most {
      defer { index -= 1 }
      let entity = scene.mentions[index].entity
      let sentence = scene.mentions[index].sentence
      guard record.paragraph - scene.mentions[index].paragraph <= Self.paragraphs else { break }
      guard entity >= 0, !scene.mentions[index].isQuoted, agrees(record, index, entity),
        (entity, sentence) != lastKey, index != agent, !isNamelessNarrator(entity),
        !isNobody(scene.mentions[index])
      else { continue }
      lastKey = (entity, sentence)
      let isKnown = seen.contains(entity)
      let isAddressed = addressed.contains(entity)
      add(
        record, isCued: isCued, index, entity, rank: seen.count, isKnown, isAddressed,
        &lists)
      if !isKnown { seen.append(entity) }
      mentions.append(index)
      lists.endList()
    }
  }

  /// A narrator without a name is `I` and nobody else; one with a name may be the wrong one.
  private func isNamelessNarrator(_ entity: Int) -> Bool {
    entity == entities.narrator && entities.entities[entity].kind == .unnamed
  }

  /// `Nobody` and the like say that there is no one whom a pronoun could mean.
  private func isNobody(_ mention: MentionRecord) -> Bool {
    mention.pronoun == .indefinite && scene.entry(mention.head).traits.contains(.negation)
  }

  /// Who asks in `Asked by Smith what he knew, he said`: the participle and the clause have one subject,
  /// and that is never its agent.
  private func agent(before pronoun: Int) -> Int? {
    let sentence = scene.mentions[pronoun].sentence
    var first = pronoun
    while first > 0, scene.mentions[first - 1].sentence == sentence {
      if pronoun - first == Self.mostInParticiple { return nil }
      first -= 1
    }
    let by = scene.mentions[first].tokens.lowerBound - 1
    guard first < pronoun, by > 0, scene.entry(by).traits.contains(.agentPreposition) else {
      return nil
    }
    // Between the participle and its agent may stand how or how often.
    var participle = by - 1
    func startsSentence(_ token: Int) -> Bool {
      token == 0 || scene.sentenceOfToken[token - 1] != scene.sentenceOfToken[token]
    }
    while !startsSentence(participle), by - participle < 4 { participle -= 1 }
    return startsSentence(participle) && scene.entry(participle).traits.contains(.cue) ? first : nil
  }

  /// The most mentions between a participle and the subject of its clause.
  private static let mostInParticiple = 8

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
  private func agrees(_ pronoun: MentionRecord, _ mention: Int, _ entity: Int) -> Bool {
    // Facts are read one by one: a copy of an entity costs more than all of this.
    let kind = entities.entities[entity].kind
    let isPlural = entities.entities[entity].isPlural || scene.mentions[mention].isPlural
    if pronoun.isPlural {
      // "They" for one whose gender the text leaves open.
      return isPlural || kind == .organization
        || (kind == .person && entities.entities[entity].gender == .unknown)
    }
    if isPlural && scene.mentions[mention].kind != .organization { return false }
    if pronoun.gender == .unknown { return kind == .organization }
    return kind != .organization
      && entities.entities[entity].gender.agrees(with: pronoun.gender)
  }

  private func add(
    _ pronoun: MentionRecord, isCued: Bool, _ index: Int, _ entity: Int, rank: Int,
    _ isKnown: Bool, _ isAddressed: Bool, _ lists: inout FeatureLists.Writer
  ) {
    let gender = entities.entities[entity].gender
    let isPerson = entities.entities[entity].kind == .person
    let sentences = min(pronoun.sentence - scene.mentions[index].sentence, 7)
    let near = min(sentences, 3)
    let paragraphs = distanceClass(pronoun.paragraph - scene.mentions[index].paragraph)
    let role = Int(facts[index].role)
    let kind = Int(facts[index].kind)
    let pronounRole = Int(pronoun.pronoun.rawValue)
    let register = scene.isDialogue ? Feature.dialogue : 0
    lists.append(Feature(.referenceDistance, sentences + register, paragraphs, role))
    lists.append(Feature(.referenceSubject, role + register, facts[index].speaks ? 1 : 0, near))
    lists.append(Feature(.referenceKind, kind, near, pronoun.isPlural ? 1 : 0))
    lists.append(Feature(.referenceRole, pronounRole, role, near))
    lists.append(Feature(.referenceGender, gender == .unknown ? 0 : 1, isPerson ? 1 : 0, kind))
    let count = entities.entities[entity].count
    lists.append(Feature(.referenceCount, distanceClass(count), paragraphs))
    lists.append(Feature(.referenceRank, min(rank, 6) + register, isKnown ? 1 : 0, role))
    lists.append(Feature(.referenceSeen, isKnown ? 1 : 0, near, kind))
    let isLast = entity == history.lastEntity
    let isSecond = entity == history.secondLastEntity
    let since = min(max(pronoun.paragraph - history.lastParagraph, 0), 3)
    lists.append(
      Feature(
        .referenceSpeaker, (isLast ? 2 : isSecond ? 1 : 0) * 4 + since + register,
        (isCued ? 1 : 0) + (gender == .unknown ? 0 : 2), near))
    lists.append(Feature(.addressee, isAddressed ? 1 : 0, isCued ? 1 : 0))
  }
}
