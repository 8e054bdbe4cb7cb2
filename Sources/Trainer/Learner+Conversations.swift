import Speakers

/// The second stage: who says the turns of told conversations, given the decisions of the first.
extension Learner {
  /// How often the conversations are walked through.
  private static let rounds = 8
  /// The turns that are learnt from in one step.
  private static let stretch = 40

  /// A text of the second stage, its spans as the first stage judged them.
  private struct Conversation {
    /// The text’s number among the articles.
    var number: Int
    var reading: ConversationReading
    /// For each turn which of its entities said it; nil where that is not known.
    var right: [[Bool]?]
  }

  mutating func learnConversations(
    _ articles: [TrainingArticle], _ random: inout SplitMix64
  ) {
    let model = table.model
    let conversations = articles.indices.compactMap { index -> Conversation? in
      let article = articles[index]
      guard article.corpus != "polnear" else { return nil }
      let walk = ArticleWalk(article, model: model)
      guard walk.driver.scene.isDialogue else { return nil }
      let gold = GoldSpeakers(article)
      let reading = ConversationReading(walk.driver, walk.readings) { walk.isSpeech[$0] }
      let right = reading.turns.map { gold.rightSpeakers(of: $0, article, walk.driver) }
      return Conversation(number: index, reading: reading, right: right)
    }
    for round in 0..<Self.rounds {
      for index in conversations.indices.shuffled(using: &random) {
        table.article = round == 0 ? Int32(conversations[index].number) : nil
        learn(conversations[index])
      }
    }
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
    let chain = reading.chain(range, score: table.score)
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
    for index in features.indices {
      let gradient = Float(to[index] - from[index])
      if abs(gradient) > 0.001 { table.update(features[index], gradient: gradient, settings) }
    }
  }
}
