/// A told conversation with the facts about every turn, ready to be weighed.
///
/// The program weighs them with the trained weights; the trainer learns these from the same facts.
package struct ConversationReading {
  /// One turn: its spans and the entities that may have said it.
  package struct Turn {
    package var spans: [Int]
    package var entities: [Int]
    package var features: [[Feature]]
    /// The features of each step to the turn; nothing for the first turn.
    package var steps: [[Feature]]
    /// In the second reading, what speaks for each candidate and each step after the first one.
    var sums: [Float] = []
    var stepSums: [Float] = []
    /// For each entity of the turn before whether this one names it.
    package var namesPrevious: [Bool]
  }

  package private(set) var turns: [Turn] = []
  let conversation: [ConversationTurn]

  /// The most candidates of a turn that the chain weighs.
  private static let most = 12

  /// Reads a text whose spans were judged one by one.
  ///
  /// - Parameters:
  ///   - driver: The walk through the text, at its end.
  ///   - readings: What it decided about each span.
  ///   - isSpeech: Which spans somebody said.
  package init(
    _ driver: SpanAttributor, _ readings: [SpanReading], isSpeech: (Int) -> Bool
  ) {
    conversation = ConversationTurn.turns(of: driver.scene, readings, isSpeech: isSpeech)
    let collector = ConversationFeatures(
      scene: driver.scene, entities: driver.entities, turns: conversation, links: driver.links,
      referenceShares: driver.referenceShares, described: DescribedPeople(driver.scene),
      evidence: PersonEvidence(
        driver.scene, driver.links, entityCount: driver.entities.entities.count))
    let steps = ConversationSteps(turns: conversation)
    for index in conversation.indices {
      let (entities, features) = collector.candidates(of: index)
      let previous = turns.last?.entities ?? []
      turns.append(
        Turn(
          spans: conversation[index].spans, entities: entities + [-1],
          features: features + [[Feature(.turnNobody, conversation[index].anchorKind.rawValue)]],
          steps: index > 0 ? steps.features(to: index) : [],
          namesPrevious: previous.map { conversation[index].named[$0] != nil }))
    }
  }

  /// Keeps the candidates of each turn that score best on their own, so that the chain stays short
  /// of work.
  package mutating func prune(score: ([Feature]) -> Float) {
    var keptBefore: [Int] = []
    for index in turns.indices {
      let scores = turns[index].features.map(score)
      let kept = scores.indices.sorted {
        scores[$0] != scores[$1] ? scores[$0] > scores[$1] : $0 < $1
      }.prefix(Self.most).sorted()
      turns[index].entities = kept.map { turns[index].entities[$0] }
      turns[index].features = kept.map { turns[index].features[$0] }
      if index > 0 {
        turns[index].namesPrevious = keptBefore.map { turns[index].namesPrevious[$0] }
      }
      keptBefore = kept
    }
  }

  /// Reads the conversation a second time: what a first reading believes is added to what speaks
  /// for each choice.
  ///
  /// Both readings lean on the same words, so that together they would be surer than they are right:
  /// the sums count by a factor, which stands among the weights.
  ///
  /// - Parameter score: The weights of the first reading, whose sums are kept instead of the facts.
  package mutating func readAgain(
    after marginals: [SpeakerChain.Marginal], score: ([Feature]) -> Float
  ) {
    let beliefs = ConversationBeliefs(
      conversation, entities: turns.map(\.entities), marginals: marginals)
    let factor = 1 + score([Self.factorOfSums])
    for index in turns.indices {
      turns[index].sums = turns[index].features.map { score($0) * factor }
      turns[index].stepSums = turns[index].steps.map { score($0) * factor }
      turns[index].features = beliefs.features(of: index, turns[index].entities)
      turns[index].steps = turns[index].steps.map { _ in [] }
    }
  }

  /// The feature whose weight says by how much more than one the sums of the first reading count.
  package static let factorOfSums = Feature(.turnSums)

  private static func scores(
    _ features: [[Feature]], _ sums: [Float], _ factor: Float, _ score: ([Feature]) -> Float
  ) -> [Float] {
    sums.isEmpty ? features.map(score) : zip(features, sums).map { score($0) + $1 * factor }
  }

  /// Some turns as a chain under weights.
  ///
  /// - Parameter sums: By what the sums of the first reading count, beyond what the weights say.
  package func chain(
    _ turns: Range<Int>, sums: Float = 1, score: ([Feature]) -> Float
  ) -> SpeakerChain {
    SpeakerChain(
      turns.map { index in
        let turn = self.turns[index]
        return SpeakerChain.Turn(
          candidates: turn.entities, scores: Self.scores(turn.features, turn.sums, sums, score),
          steps: Self.scores(turn.steps, turn.stepSums, sums, score),
          namesPrevious: turn.namesPrevious)
      })
  }
}
