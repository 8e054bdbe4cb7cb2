package import Quotations

/// Turns features into decisions by means of a scorer.
package struct SpanJudge {
  let scorer: any CandidateScorer

  package init(scorer: any CandidateScorer) { self.scorer = scorer }

  /// Chooses among the candidates of a span.
  ///
  /// - Returns: The decision, and the probability of each candidate; the last one is that of "none
  ///   of them".
  package func decide(_ candidates: SpanCandidates, _ scene: Scene) -> (SpanDecision, [Double]) {
    let probabilities = softmax(scorer.scores(candidates.lists))
    var decision = SpanDecision()
    var best = 0.0
    for (index, mention) in candidates.mentions.enumerated() where probabilities[index] > best {
      best = probabilities[index]
      decision.mention = mention
      decision.cue = candidates.geometries[index].cue
    }
    // What speaks for another mention of the same speaker speaks for the speaker.
    let entity = decision.mention >= 0 ? scene.mentions[decision.mention].entity : -1
    decision.probability = best
    if entity >= 0 {
      decision.probability = 0
      for (index, mention) in candidates.mentions.enumerated()
      where scene.mentions[mention].entity == entity {
        decision.probability += probabilities[index]
      }
    }
    return (decision, probabilities)
  }

  /// The least probability of speech for what stands alone, see ``standsAlone(_:_:_:)``.
  private static let leastAlone = 0.6

  /// The probability that somebody said the span.
  package func speechProbability(
    _ candidates: SpanCandidates, _ decision: SpanDecision, _ scene: Scene, _ style: MarkStyle
  ) -> Double {
    let probability = logistic(score(speechFeatures(candidates, decision, scene, style)))
    return standsAlone(candidates, scene, style) ? max(probability, Self.leastAlone) : probability
  }

  /// Whether the span is a sentence and a paragraph: nothing but speech is printed so below a
  /// headline, however short.
  private func standsAlone(
    _ candidates: SpanCandidates, _ scene: Scene, _ style: MarkStyle
  ) -> Bool {
    let context = candidates.context
    return context.before == .paragraphStart && context.after == .paragraphEnd && context.isClosed
      && !context.startsLowerCase && (context.ending == .fullStop || context.ending == .question)
      && scene.rank(of: style) != .inner && scene.spans[candidates.span].paragraph > 0
  }

  /// The features of the question whether somebody said a span.
  package func speechFeatures(
    _ candidates: SpanCandidates, _ decision: SpanDecision, _ scene: Scene, _ style: MarkStyle
  ) -> [Feature] {
    let span = scene.spans[candidates.span]
    let frame = ReportedPlace(scene).features(span.tokens)
    let reported = score(frame)
    let geometry = candidates.mentions.firstIndex(of: decision.mention).map {
      candidates.geometries[$0]
    }
    var neighbour = 0
    if candidates.span > 0, scene.spans[candidates.span - 1].paragraph == span.paragraph {
      neighbour += 1
    }
    if candidates.span + 1 < scene.spans.count,
      scene.spans[candidates.span + 1].paragraph == span.paragraph
    {
      neighbour += 2
    }
    var features: [Feature] = []
    features.reserveCapacity(128)
    SpeechFeatures(
      scene: scene, context: candidates.context, index: candidates.span, span: span,
      rank: scene.rank(of: style)
    ).forEach(
      best: geometry, probability: min(decision.probability, 1), neighbour: neighbour,
      reported: reported
    ) { features.append($0) }
    // Fiction has no reported places to learn from.
    if !scene.isDialogue { features += frame.map(\.ofMarkedWords) }
    return features
  }

  package func score(_ features: [Feature]) -> Float { scorer.score(features) }
}
