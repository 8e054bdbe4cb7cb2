import Prose

/// What a first reading of a conversation believes about every turn, as facts for a second one.
///
/// The first reading knows of the turns around only whom cues beside them name. Once all have been
/// weighed together, also turns without cues tell who takes part, whom the story calls by a
/// description, and whom its pronouns have meant.
struct ConversationBeliefs {
  let turns: [ConversationTurn]
  /// For each turn the probability of each entity.
  private let beliefs: [[Int: Double]]
  /// For each description who said the turns beside which it stands, and how many there are.
  private var described: [UInt64: (sums: [Int: Double], count: Int)] = [:]
  /// For each turn the nearest ones before and after whose pronoun shows the same gender; -1 when
  /// none is near.
  private var sameBefore: [Int]
  private var sameAfter: [Int]

  /// How many turns around make the scene.
  private static let around = 8
  /// The class of a gap between paragraphs at which a scene ends.
  private static let ending = 5

  init(_ turns: [ConversationTurn], entities: [[Int]], marginals: [SpeakerChain.Marginal]) {
    self.turns = turns
    var beliefs: [[Int: Double]] = []
    beliefs.reserveCapacity(turns.count)
    for (index, marginal) in marginals.enumerated() {
      var belief: [Int: Double] = [:]
      for (entity, probability) in zip(entities[index], marginal.candidates) {
        belief[entity] = probability
      }
      beliefs.append(belief)
    }
    self.beliefs = beliefs
    sameBefore = [Int](repeating: -1, count: turns.count)
    sameAfter = sameBefore
    noteDescriptions()
    notePronouns()
  }

  private mutating func noteDescriptions() {
    for (index, turn) in turns.enumerated() {
      guard let key = turn.description else { continue }
      var use = described.removeValue(forKey: key) ?? ([:], 0)
      for (entity, probability) in beliefs[index] { use.sums[entity, default: 0] += probability }
      use.count += 1
      described[key] = use
    }
  }

  private mutating func notePronouns() {
    var last: [Gender: Int] = [:]
    for (index, turn) in turns.enumerated() where turn.anchorKind == .pronoun {
      if let earlier = last[turn.anchorGender], turn.paragraph - turns[earlier].paragraph <= 20 {
        sameBefore[index] = earlier
        sameAfter[earlier] = index
      }
      last[turn.anchorGender] = index
    }
  }

  /// The facts about each candidate of a turn; the last candidate is nobody.
  func features(of index: Int, _ entities: [Int]) -> [[Feature]] {
    let scene = self.scene(of: index)
    var sums: [Int: Double] = [:]
    for other in scene where other != index {
      for (entity, probability) in beliefs[other] where entity >= 0 {
        sums[entity, default: 0] += probability
      }
    }
    let people = min(sums.values.count { $0 >= 1 }, 4)
    let own = entities.map { beliefs[index][$0] ?? 0 }
    return entities.indices.map { position in
      let entity = entities[position]
      let kind = turns[index].anchorKind.rawValue
      var features: [Feature] = []
      features.reserveCapacity(8)
      let better = own.count { $0 > own[position] }
      features.append(Feature(.turnBelief, kind, Self.fine(own[position]), min(better, 3)))
      guard entity >= 0 else { return features }
      func near(_ step: Int) -> Int {
        let other = index + step
        return scene.contains(other) ? 1 + Self.coarse(beliefs[other][entity] ?? 0) : 0
      }
      let beside = near(-1) * 5 + near(1)
      let across = near(-2) * 5 + near(2)
      features.append(Feature(.turnBeliefBeside, kind, beside, min(better, 1)))
      features.append(Feature(.turnBeliefAcross, kind, across, min(better, 1)))
      let sum = sums[entity] ?? 0
      let rank = sums.values.count { $0 > sum }
      let share = [0.1, 0.5, 1, 2, 3, 5].count { sum >= $0 }
      features.append(Feature(.turnBeliefScene, kind, share, min(rank, 3) * 5 + people))
      addSame(index, entity) { features.append($0) }
      return features
    }
  }

  /// What turns with the same description or the same pronoun say.
  private func addSame(_ index: Int, _ entity: Int, _ add: (Feature) -> Void) {
    let turn = turns[index]
    if let key = turn.description, let use = described[key], use.count > 1 {
      let rest = (use.sums[entity] ?? 0) - (beliefs[index][entity] ?? 0)
      add(
        Feature(
          .turnBeliefDescription, Self.fine(rest / Double(use.count - 1)),
          distanceClass(use.count - 1)))
    }
    if turn.anchorKind == .pronoun {
      func same(_ other: Int) -> Int {
        other < 0 ? 0 : 1 + Self.coarse(beliefs[other][entity] ?? 0)
      }
      add(Feature(.turnBeliefPronoun, same(sameBefore[index]), same(sameAfter[index])))
    }
  }

  /// The turns around one that no long stretch of narration divides from it.
  private func scene(of index: Int) -> Range<Int> {
    var first = index
    while first > 0, index - first < Self.around, turns[first].gap < Self.ending { first -= 1 }
    var end = index + 1
    while end < turns.count, end - index <= Self.around, turns[end].gap < Self.ending { end += 1 }
    return first..<end
  }

  private static func fine(_ probability: Double) -> Int {
    [0.005, 0.02, 0.05, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 0.99].count {
      probability >= $0
    }
  }

  private static func coarse(_ probability: Double) -> Int {
    [0.1, 0.5, 0.9].count { probability >= $0 }
  }
}
