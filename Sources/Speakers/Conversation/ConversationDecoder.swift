/// Decides who says the turns of a told conversation, all together.
///
/// Span by span, a decision knows only what came before it. Here each turn also leans on the turns
/// after it, and a pronoun beside the words on who else could be meant.
package struct ConversationDecoder {
  let scorer: any CandidateScorer

  package init(scorer: any CandidateScorer) { self.scorer = scorer }

  /// Replaces the decisions on single spans by those on the whole conversation.
  package func settle(
    _ decisions: inout [SpanDecision], _ readings: [SpanReading], _ driver: inout SpanAttributor,
    isSpeech: (Int) -> Bool
  ) {
    let judge = SpanJudge(scorer: scorer)
    var reading = ConversationReading(driver, readings, isSpeech: isSpeech)
    reading.prune(score: judge.score)
    guard !reading.turns.isEmpty else { return }
    let marginals = reading.chain(0..<reading.turns.count, score: judge.score).marginals()
    for (index, turn) in reading.turns.enumerated() {
      let probabilities = marginals[index].candidates
      guard let best = probabilities.indices.max(by: { probabilities[$0] < probabilities[$1] })
      else { continue }
      let entity = turn.entities[best]
      let anchor = reading.conversation[index].anchor
      if entity >= 0, anchor >= 0, reading.conversation[index].anchorKind == .pronoun {
        driver.setEntity(entity, ofMention: anchor)
      }
      for span in turn.spans {
        decisions[span].probability = probabilities[best]
        guard entity >= 0 else {
          decisions[span].mention = -1
          decisions[span].cue = -1
          continue
        }
        choose(entity, &decisions[span], readings[span], anchor, before: span, driver)
      }
    }
  }

  /// Takes the mention that shows the speaker best: the one that was chosen, the one that a cue
  /// ties to the turn, the likeliest one, or the last one before.
  private func choose(
    _ entity: Int, _ decision: inout SpanDecision, _ reading: SpanReading, _ anchor: Int,
    before span: Int, _ driver: SpanAttributor
  ) {
    let scene = driver.scene
    if decision.mention >= 0, scene.mentions[decision.mention].entity == entity { return }
    decision.cue = -1
    if anchor >= 0, scene.mentions[anchor].entity == entity {
      decision.mention = anchor
      return
    }
    let likeliest = reading.candidates.filter { scene.mentions[$0.mention].entity == entity }
      .max { $0.probability < $1.probability }
    decision.mention =
      likeliest?.mention ?? driver.lastMention(of: entity, before: scene.spans[span].tokens.lowerBound)
  }
}
