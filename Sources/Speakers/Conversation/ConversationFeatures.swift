import Prose

/// The facts that speak for and against each speaker of a turn, whatever the others say.
struct ConversationFeatures {
  let scene: Scene
  let entities: EntityTable
  let turns: [ConversationTurn]
  let links: [CueLink]
  /// Whom each pronoun beside a cue may mean, with the probabilities.
  let referenceShares: [Int: [Int: Double]]
  let described: DescribedPeople
  let evidence: PersonEvidence

  /// How many mentions back a candidate may have been named.
  private static let reach = 80
  /// How many mentions ahead.
  private static let ahead = 16
  private static let paragraphs = 40
  /// How many turns around are looked at.
  private static let turnsAround = 6

  /// What the narration says of one entity around a turn.
  private struct Standing {
    /// The last mention before; -1 when none.
    var last = -1
    /// How many entities of fitting gender were mentioned since.
    var rank = 0
    /// The last mention before by name; -1 when none.
    var lastName = -1
    /// How many entities of fitting gender were named since.
    var nameRank = 0
    var count = 0
    /// The first mention after; -1 when none.
    var next = -1
  }

  /// The candidates of a turn with their features.
  func candidates(of index: Int) -> (entities: [Int], features: [[Feature]]) {
    let turn = turns[index]
    let start = scene.spans[turn.spans[0]].tokens.lowerBound
    let refers = turn.anchorKind == .pronoun || turn.anchorKind == .description
    let position = refers ? turn.anchor : scene.firstMention(startingAtOrAfter: start)
    var order: [Int] = []
    var standings = EntityMap<Standing>()
    func note(_ entity: Int) {
      guard entity >= 0, standings[entity] == nil, canSpeak(entity) else { return }
      standings[entity] = Standing()
      order.append(entity)
    }
    let gender = refers ? scene.mentions[turn.anchor].gender : .unknown
    var rank = 0
    var nameRank = 0
    var mention = position - 1
    while mention >= max(0, position - Self.reach) {
      defer { mention -= 1 }
      let record = scene.mentions[mention]
      guard turn.paragraph - record.paragraph <= Self.paragraphs else { break }
      guard !record.isQuoted, record.entity >= 0 else { continue }
      note(record.entity)
      guard var standing = standings[record.entity] else { continue }
      if standing.last < 0 {
        standing.last = mention
        standing.rank = rank
        if entities.entities[record.entity].gender.agrees(with: gender) { rank += 1 }
      }
      if standing.lastName < 0, record.kind == .name {
        standing.lastName = mention
        standing.nameRank = nameRank
        if entities.entities[record.entity].gender.agrees(with: gender) { nameRank += 1 }
      }
      standing.count += 1
      standings[record.entity] = standing
    }
    mention = position + (refers ? 1 : 0)
    while mention < min(scene.mentions.count, position + Self.ahead) {
      defer { mention += 1 }
      let record = scene.mentions[mention]
      guard record.paragraph <= turn.paragraph + 1 else { break }
      guard !record.isQuoted, record.entity >= 0 else { continue }
      note(record.entity)
      if standings[record.entity]?.next == -1 { standings[record.entity]?.next = mention }
    }
    for other in around(index) {
      if turns[other].anchor >= 0 { note(scene.mentions[turns[other].anchor].entity) }
      for entity in turns[other].named.keys.sorted() { note(entity) }
    }
    for entity in turn.shares.keys.sorted() { note(entity) }
    if turn.anchorKind == .description {
      note(described.best(for: scene.mentions[turn.anchor], scene))
    }
    let before = anchors(from: index, by: -1)
    let after = anchors(from: index, by: 1)
    let spoken = spokenAround(index)
    let introduction = introduction(of: turn)
    let recent = order.filter { (standings[$0]?.last ?? -1) >= 0 }
    return (
      order,
      order.map { entity in
        var features: [Feature] = []
        features.reserveCapacity(24)
        let standing = standings[entity] ?? Standing()
        addReference(turn, entity, standing, position) { features.append($0) }
        addNames(index, entity) { features.append($0) }
        addPerson(turn, entity) { features.append($0) }
        addAddress(index, entity) { features.append($0) }
        addPlace(turn, entity, standing, start) { features.append($0) }
        addPattern(turn, entity, before, after, spoken[entity] ?? 0) { features.append($0) }
        addNameRecency(turn, standing.lastName, rank: standing.nameRank) { features.append($0) }
        addDescription(turn, entity, rank: standing.rank) { features.append($0) }
        addKinship(turn, entity, recent) { features.append($0) }
        addIntroduction(turn, entity, introduction) { features.append($0) }
        return features
      }
    )
  }

  private func canSpeak(_ entity: Int) -> Bool {
    entities.entities[entity].kind != .organization && !entities.entities[entity].isPlural
  }

  private func around(_ index: Int) -> Range<Int> {
    max(0, index - Self.turnsAround)..<min(turns.count, index + Self.turnsAround + 1)
  }

  /// The entities that cues name as the speakers of the turns before or after, with whether a name
  /// does; the nearest first. The list ends where the conversation does.
  private func anchors(from index: Int, by step: Int) -> [(entity: Int, isNamed: Bool)] {
    var result: [(entity: Int, isNamed: Bool)] = []
    var other = index
    for _ in 0..<Self.turnsAround {
      let next = other + step
      guard turns.indices.contains(next), turns[max(other, next)].gap < 5 else { break }
      other = next
      result.append(anchorEntity(turns[other]))
    }
    return result
  }

  private func anchorEntity(_ turn: ConversationTurn) -> (entity: Int, isNamed: Bool) {
    switch turn.anchorKind {
    case .name, .description, .firstPerson: return (scene.mentions[turn.anchor].entity, true)
    case .pronoun: return (scene.mentions[turn.anchor].entity, false)
    default: return (-1, false)
    }
  }

  /// How often cues name each entity as a speaker around a turn.
  private func spokenAround(_ index: Int) -> [Int: Int] {
    var result: [Int: Int] = [:]
    for other in max(0, index - 12)..<min(turns.count, index + 13) where other != index {
      let (entity, _) = anchorEntity(turns[other])
      if entity >= 0 { result[entity, default: 0] += 1 }
    }
    return result
  }

  // MARK: - Facts

  /// What speaks for an entity as the one whom the anchor means, or whom the text speaks of.
  private func addReference(
    _ turn: ConversationTurn, _ entity: Int, _ standing: Standing, _ position: Int,
    _ add: (Feature) -> Void
  ) {
    let kind = turn.anchorKind.rawValue
    let anchored = turn.anchor >= 0 && scene.mentions[turn.anchor].entity == entity
    add(Feature(.turnAnchor, kind * 2 + (anchored ? 1 : 0), turn.anchorShare))
    let share = turn.shares[entity] ?? 0
    let shareClass = [0.02, 0.1, 0.3, 0.6, 0.9].count { share >= $0 }
    add(Feature(.turnShare, kind, shareClass))
    if turn.anchorKind == .pronoun, let shares = referenceShares[turn.anchor] {
      let share = shares[entity] ?? 0
      let highest = shares.values.max() ?? 0
      add(
        Feature(
          .turnReference,
          [0.005, 0.02, 0.05, 0.1, 0.2, 0.35, 0.5, 0.7, 0.9].count { share >= $0 },
          share == highest ? 1 : 0))
    }
    let gender = turn.anchor >= 0 ? scene.mentions[turn.anchor].gender : .unknown
    let own = entities.entities[entity].gender
    let match =
      gender == .unknown ? 3 : own == .unknown ? 1 : own == gender ? 0 : 2
    add(Feature(.turnGender, kind, match, kindClass(entity)))
    let size = distanceClass(entities.entities[entity].count / 2)
    add(Feature(.turnCount, kind * 2 + (anchored ? 1 : 0), size, kindClass(entity)))
    guard standing.last >= 0 else {
      // Whom the story has not brought in yet, or not for long.
      let isNew = entities.entities[entity].firstMention >= position
      add(Feature(.turnRecency, kind, isNew ? 0xFE : 0xFF))
      return
    }
    let last = scene.mentions[standing.last]
    let paragraphs = distanceClass(turn.paragraph - last.paragraph)
    let sentence = sentence(of: turn, position)
    let sentences = min(max(sentence - last.sentence, 0), 7)
    add(Feature(.turnRecency, kind, min(standing.rank, 6), paragraphs))
    add(Feature(.turnSentence, kind, sentences, mentionClass(last)))
    add(
      Feature(.turnRole, kind, role(standing.last), min(standing.rank, 3) * 4 + min(sentences, 3)))
    add(Feature(.turnWindow, kind, distanceClass(standing.count / 2), min(standing.rank, 3)))
  }

  private func sentence(of turn: ConversationTurn, _ position: Int) -> Int {
    turn.anchorKind == .pronoun
      ? scene.mentions[turn.anchor].sentence
      : Int(scene.sentenceOfToken[scene.spans[turn.spans[0]].tokens.lowerBound])
  }

  /// Whether the text treats the entity as a person.
  private func addPerson(_ turn: ConversationTurn, _ entity: Int, _ add: (Feature) -> Void) {
    let value = entities.entities[entity]
    let (preposition, active, isTitled) = evidence.classes(of: entity)
    let count = min(distanceClass(value.count), 5)
    add(
      Feature(
        .turnPerson, turn.anchorKind.rawValue * 2 + (isTitled ? 1 : 0), preposition * 4 + active,
        count * 4 + (value.gender == .unknown ? 1 : 0) + kindClass(entity) % 2 * 2))
  }

  /// Where the narration of the paragraph and of its neighbours names the entity.
  private func addPlace(
    _ turn: ConversationTurn, _ entity: Int, _ standing: Standing, _ start: Int,
    _ add: (Feature) -> Void
  ) {
    let kind = turn.anchorKind.rawValue
    var before = 0
    if standing.last >= 0 {
      let last = scene.mentions[standing.last]
      switch turn.paragraph - last.paragraph {
      case 0: before = isSentenceHead(last) ? 1 : 2
      case 1 where !scene.hasSpans(paragraph: last.paragraph):
        before = standing.rank == 0 ? (isSentenceHead(last) ? 3 : 4) : 5
      case 1: before = links[standing.last].hasCue ? 6 : 7
      default: before = 8
      }
      if before <= 2 { add(Feature(.turnBeat, kind, before, mentionClass(last))) }
    }
    var after = 0
    if standing.next >= 0 {
      let next = scene.mentions[standing.next]
      after =
        next.paragraph == turn.paragraph
        ? (isSentenceHead(next) ? 1 : 2)
        : scene.hasSpans(paragraph: next.paragraph) ? 5 : isSentenceHead(next) ? 3 : 4
      if after <= 2 { add(Feature(.turnBeat, kind, after + 2, mentionClass(next))) }
    }
    add(Feature(.turnPlace, kind, before, after))
    let addressee = turn.anchor >= 0 && isAddressee(entity, turn)
    if addressee { add(Feature(.turnAddressee, kind)) }
  }

  /// Whether the narration of a turn's paragraph says that the entity was spoken to.
  private func isAddressee(_ entity: Int, _ turn: ConversationTurn) -> Bool {
    let first = turn.anchor + 1
    for mention in first..<min(first + 3, scene.mentions.count) {
      let record = scene.mentions[mention]
      guard !record.isQuoted, record.sentence == scene.mentions[turn.anchor].sentence else {
        return false
      }
      if record.entity == entity { return true }
    }
    return false
  }

  /// When cues named the entity as a speaker before and after.
  private func addPattern(
    _ turn: ConversationTurn, _ entity: Int, _ before: [(entity: Int, isNamed: Bool)],
    _ after: [(entity: Int, isNamed: Bool)], _ spoken: Int, _ add: (Feature) -> Void
  ) {
    let kind = turn.anchorKind.rawValue
    let back = (before.firstIndex { $0.entity == entity } ?? -1) + 1
    let ahead = (after.firstIndex { $0.entity == entity } ?? -1) + 1
    add(Feature(.turnPattern, kind, back, ahead))
    let namedBack = (before.firstIndex { $0.entity == entity && $0.isNamed } ?? -1) + 1
    let namedAhead = (after.firstIndex { $0.entity == entity && $0.isNamed } ?? -1) + 1
    add(Feature(.turnNamedPattern, kind, namedBack, namedAhead))
    add(Feature(.turnSpoken, kind, min(spoken, 6)))
  }
}
