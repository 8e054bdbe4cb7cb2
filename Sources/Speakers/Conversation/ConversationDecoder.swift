/// Decides who says the turns of a told conversation, all together.
///
/// Span by span, a decision knows only what came before it. Here each turn also leans on the turns
/// after it, and a pronoun beside the words on who else could be meant.
package struct ConversationDecoder {
  let scorer: any CandidateScorer

  package init(scorer: any CandidateScorer) { self.scorer = scorer }

  /// Replaces the decisions on single spans by those on the whole conversation.
  ///
  /// - Parameters:
  ///   - isSpeech: Which spans somebody said.
  ///   - explain: Gets a span with the speakers of its turn, the likeliest first: the mention and
  ///     the cue that show each, the probability and the facts.
  /// - Complexity: Linear in the number of spans.
  package func settle(
    _ decisions: inout [SpanDecision], _ readings: [SpanReading], _ driver: inout SpanAttributor,
    isSpeech: (Int) -> Bool, explainsAll: Bool = false,
    explain: (Int, [(choice: SpanDecision, facts: [Feature])]) -> Void
  ) {
    let judge = SpanJudge(scorer: scorer)
    var reading = ConversationReading(driver, readings, isSpeech: isSpeech)
    reading.prune(score: judge.score)
    guard !reading.turns.isEmpty else { return }
    let all = reading.turns.indices
    let first = reading.chain(all, score: judge.score).marginals()
    let facts = reading.turns.map(\.features)
    reading.readAgain(after: first, score: judge.score)
    let marginals = reading.chain(all, score: judge.score).marginals()
    for (index, turn) in reading.turns.enumerated() {
      let probabilities = marginals[index].candidates
      let order = probabilities.indices.sorted {
        probabilities[$0] != probabilities[$1] ? probabilities[$0] > probabilities[$1] : $0 < $1
      }
      let anchor = reading.conversation[index].anchor
      let entity = turn.entities[order[0]]
      if entity >= 0, reading.conversation[index].anchorKind == .pronoun {
        driver.setEntity(entity, ofMention: anchor)
      }
      for span in turn.spans {
        let choices = order.prefix(explainsAll ? order.count : 1).map { position in
          let choice = choice(
            turn.entities[position], decisions[span], readings[span], anchor, before: span, driver)
          return (
            choice: choice.with(probability: probabilities[position]),
            facts: facts[index][position] + turn.features[position]
          )
        }
        decisions[span] = choices[0].choice
        explain(span, choices)
      }
    }
  }

  /// The mention that shows a speaker best: the one that was chosen, the one that a cue ties to
  /// the turn, the likeliest one, or the last one before.
  private func choice(
    _ entity: Int, _ decision: SpanDecision, _ reading: SpanReading, _ anchor: Int,
    before span: Int, _ driver: SpanAttributor
  ) -> SpanDecision {
    let scene = driver.scene
    var choice = decision
    if entity >= 0, decision.mention >= 0, scene.mentions[decision.mention].entity == entity {
      return choice
    }
    choice.cue = -1
    choice.mention = -1
    guard entity >= 0 else { return choice }
    if anchor >= 0, scene.mentions[anchor].entity == entity {
      choice.mention = anchor
      return choice
    }
    let likeliest = reading.candidates.filter { scene.mentions[$0.mention].entity == entity }
      .max { $0.probability < $1.probability }
    choice.mention =
      likeliest?.mention
      ?? driver.lastMention(of: entity, before: scene.spans[span].tokens.lowerBound)
    return choice
  }
}

extension SpanDecision {
  fileprivate func with(probability: Double) -> SpanDecision {
    var result = self
    result.probability = probability
    return result
  }
}
