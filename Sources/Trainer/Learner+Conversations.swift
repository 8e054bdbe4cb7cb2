import Speakers

/// The second stage: who says the turns of told conversations, given the decisions of the first.
extension Learner {
  /// The turns that are learnt from in one step.
  private static let stretch = 40

  /// A text of the second stage, its spans as the first stage judged them.
  struct Conversation {
    /// The text’s number among the articles.
    var number: Int
    /// The part of the conversations that it belongs to.
    var part: Int
    var reading: ConversationReading
    /// For each turn which of its entities said it; nil where that is not known.
    var right: [[Bool]?]
    /// For each turn whether its speaker is annotated.
    var isAnnotated: [Bool]
  }

  /// The told conversations among articles, each judged by a first stage that has not seen it.
  ///
  /// A first stage is surer and more often right on what it learnt from than on other texts; a
  /// second stage that learnt from such judgements would trust them too much (Wolpert 1992).
  func judgedConversations(_ articles: [TrainingArticle]) -> [Conversation] {
    let told = articles.indices.filter { articles[$0].corpus != "polnear" }
    guard settings.parts > 1 else {
      return told.compactMap { conversation($0, part: 0, articles[$0], table.model) }
    }
    var settings = settings
    settings.epochs = settings.epochsOfParts
    settings.firstOfMean = settings.epochsOfParts / 2
    return (0..<settings.parts).flatMap { part -> [Conversation] in
      let held = Set(told.indices.filter { $0 % settings.parts == part }.map { told[$0] })
      guard !held.isEmpty else { return [] }
      var learner = Learner(settings: settings)
      for group in leftOut { learner.leaveOut(group) }
      learner.learnSpans(articles.indices.filter { !held.contains($0) }.map { articles[$0] })
      let model = learner.table.model
      return held.sorted().compactMap { conversation($0, part: part, articles[$0], model) }
    }
  }

  private func conversation(
    _ number: Int, part: Int, _ article: TrainingArticle, _ model: LinearModel
  ) -> Conversation? {
    let walk = ArticleWalk(article, model: model)
    guard walk.driver.scene.isDialogue else { return nil }
    let gold = GoldSpeakers(article)
    let reading = ConversationReading(walk.driver, walk.readings) { walk.isSpeech[$0] }
    let right = reading.turns.map { gold.rightSpeakers(of: $0, article, walk.driver) }
    return Conversation(
      number: number, part: part, reading: reading, right: right.map(\.places),
      isAnnotated: right.map(\.isAnnotated))
  }

  /// Learns the second stage, and then its second reading, which keeps the sums of the first one
  /// and learns only what the beliefs of the turns around add; makes the probabilities of both as
  /// sure as they are right.
  mutating func learnConversations(_ conversations: [Conversation]) {
    guard !conversations.isEmpty else { return }
    let unlearnt = self
    let parts = learnersOfParts(conversations)
    let factor = Self.factors(
      conversations, parts,
      weights: [0.5, 0.55, 0.6, 0.65, 0.7, 0.75, 0.8, 0.85, 0.9, 0.95, 1, 1.1], sums: [1]
    ).weights
    let readAgain = Self.readAgain(conversations, parts, factor)
    learnTurns(conversations)
    turnTable.scale(by: factor)
    var second = unlearnt
    let factors = Self.factors(
      readAgain, second.learnersOfParts(readAgain),
      weights: [0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1],
      sums: [0.75, 0.8, 0.85, 0.9, 0.95, 1, 1.05])
    second.learnTurns(readAgain)
    second.turnTable.scale(by: factors.weights)
    secondTurnTable = second.turnTable
    secondTurnTable.set(ConversationReading.factorOfSums, to: factors.sums - 1)
  }

  private mutating func learnTurns(_ conversations: [Conversation]) {
    var random = SplitMix64(state: 20_240_301)
    for round in 0..<settings.rounds {
      for (place, index) in conversations.indices.shuffled(using: &random).enumerated() {
        turnTable.article = round == 0 ? Int32(conversations[index].number) : nil
        learn(conversations[index])
        if round >= settings.rounds / 2, place % 4 == 3 { turnTable.rememberValues() }
      }
    }
    turnTable.takeMeans()
  }

  /// For each part a learner of turns that has learnt from the others.
  private func learnersOfParts(_ conversations: [Conversation]) -> [Learner] {
    (0..<settings.parts).map { part in
      var learner = self
      learner.learnTurns(conversations.filter { $0.part != part })
      return learner
    }
  }

  /// The factors for all weights of a reading, and for the sums of the one before it, with which the
  /// confidence in the best choice fits how often it is right, measured on each part with weights
  /// learnt from the others.
  ///
  /// - Parameters:
  ///   - weights: The factors of the weights to choose from.
  ///   - sums: The factors of the sums to choose from.
  private static func factors(
    _ conversations: [Conversation], _ learners: [Learner], weights: [Float], sums: [Float]
  ) -> (weights: Float, sums: Float) {
    var best = (weights: Float(1), sums: Float(1))
    var least = Double.infinity
    for sum in sums {
      for weight in weights {
        let loss = conversations.reduce(0) {
          $0 + learners[$1.part].loss($1, weight, sums: sum)
        }
        if loss < least { (least, best) = (loss, (weight, sum)) }
      }
    }
    return best
  }

  /// The conversations after a reading by weights of other parts, times a factor.
  private static func readAgain(
    _ conversations: [Conversation], _ learners: [Learner], _ factor: Float
  ) -> [Conversation] {
    conversations.map { conversation in
      var result = conversation
      let table = learners[conversation.part].turnTable
      func score(_ features: [Feature]) -> Float { table.score(features) * factor }
      let chain = conversation.reading.chain(conversation.reading.turns.indices, score: score)
      result.reading.readAgain(after: chain.marginals(), score: score)
      return result
    }
  }

  /// The log loss of the confidence in the best choices.
  private func loss(_ conversation: Conversation, _ factor: Float, sums: Float) -> Double {
    let reading = conversation.reading
    let marginals = reading.chain(reading.turns.indices, sums: sums) {
      turnTable.score($0) * factor
    }.marginals()
    var loss = 0.0
    for (index, marginal) in marginals.enumerated() where conversation.isAnnotated[index] {
      let values = marginal.candidates
      guard let best = values.indices.max(by: { values[$0] < values[$1] }) else { continue }
      let isRight = conversation.right[index]?[best] ?? false
      loss -= safeLog(isRight ? values[best] : 1 - values[best])
    }
    return loss
  }

  private mutating func learn(_ conversation: Conversation) {
    let reading = conversation.reading
    var start = 0
    while start < reading.turns.count {
      let range = start..<min(start + Self.stretch, reading.turns.count)
      learn(reading, range, Array(conversation.right[range]))
      start = range.upperBound
    }
  }

  private mutating func learn(
    _ reading: ConversationReading, _ range: Range<Int>, _ allowed: [[Bool]?]
  ) {
    let chain = reading.chain(range, score: turnTable.score)
    let expected = chain.marginals()
    let right = chain.marginals(allowed: allowed)
    for (position, index) in range.enumerated() {
      let turn = reading.turns[index]
      update(turn.features, from: expected[position].candidates, to: right[position].candidates)
      if position > 0 {
        update(turn.steps, from: expected[position].steps, to: right[position].steps)
      }
    }
  }

  private mutating func update(_ features: [[Feature]], from: [Double], to: [Double]) {
    var settings = settings
    settings.rate = settings.turnRate
    settings.decay = settings.turnDecay
    for index in features.indices {
      let gradient = Float(to[index] - from[index])
      if abs(gradient) > 0.001 { turnTable.update(features[index], gradient: gradient, settings) }
    }
  }
}
