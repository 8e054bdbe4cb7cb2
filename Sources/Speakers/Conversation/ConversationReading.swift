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
      referenceShares: driver.referenceShares, described: DescribedPeople(driver.scene))
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

  /// Some turns as a chain under weights.
  package func chain(_ turns: Range<Int>, score: ([Feature]) -> Float) -> SpeakerChain {
    SpeakerChain(
      turns.map { index in
        let turn = self.turns[index]
        return SpeakerChain.Turn(
          candidates: turn.entities, scores: turn.features.map(score),
          steps: turn.steps.map(score), namesPrevious: turn.namesPrevious)
      })
  }
}
