import Prose

/// Reads the credit behind a saying or a letter, whose print leaves no doubt: a dash, a name, and
/// nothing else up to the end of the paragraph, or of the paragraph below.
///
///     “It is very quiet. I was hit by it twice.” — Ana Ruiz, Lower Row
struct CreditLine {
  let scene: Scene

  /// The most tokens of a credit; what is longer is narration.
  private static let longest = 14

  /// How sure a credit is. Not learnt: the annotated news has a handful of them, all of them right.
  private static let certainty = 0.95

  /// Gives the marked spans with a credit the speaker whom it names.
  ///
  /// - Parameter candidate: Makes of a decision what explains it.
  /// - Complexity: Linear in the number of spans.
  func settle(
    _ decisions: inout [SpanDecision], _ candidates: inout [Int: [Candidate]],
    candidate: (SpanDecision) -> Candidate
  ) {
    for index in scene.spans.indices {
      guard opensParagraph(scene.spans[index]),
        let mention = mention(behind: scene.spans[index].tokens.upperBound)
      else { continue }
      decisions[index].mention = mention
      decisions[index].cue = -1
      decisions[index].probability = Self.certainty
      decisions[index].isSpeech = true
      decisions[index].speech = max(decisions[index].speech, Self.certainty)
      var credited = candidate(decisions[index])
      credited.evidence = [Evidence(name: "credited behind a dash", weight: 0)]
      candidates[index] = [credited]
    }
  }

  /// Whether a saying fills its paragraph up to the credit: words that narration leads up to are
  /// the narration's.
  private func opensParagraph(_ span: Scene.MarkedSpan) -> Bool {
    span.isClosed
      && span.tokens.lowerBound == scene.text.paragraphs[span.paragraph].tokens.lowerBound
  }

  /// The mention that a dash at a token credits; nil when there is no credit.
  private func mention(behind start: Int) -> Int? {
    let tokens = scene.text.tokens
    guard start + 1 < tokens.count, tokens[start].kind == .dash else { return nil }
    let paragraph = scene.paragraphOfToken[start + 1]
    guard paragraph - scene.paragraphOfToken[start - 1] <= 1 else { return nil }
    var end = start + 1
    while end < tokens.count, scene.paragraphOfToken[end] == paragraph {
      guard end - start <= Self.longest, scene.isNarration(end), tokens[end].kind != .dash,
        scene.entry(end).traits.isDisjoint(with: [.auxiliary, .subordinator]),
        !isVerb(end)
      else { return nil }
      end += 1
    }
    let mention = scene.firstMention(startingAtOrAfter: start + 1)
    guard mention < scene.mentions.count, scene.mentions[mention].kind != .pronoun,
      scene.mentions[mention].tokens.lowerBound == start + 1,
      scene.mentions[mention].tokens.upperBound <= end
    else { return nil }
    return mention
  }

  /// Whether a word says that somebody said something, so that the words are narration.
  private func isVerb(_ token: Int) -> Bool {
    scene.entry(token).traits.contains(.cue)
      && !scene.text.tokens[token].traits.contains(.capitalized)
  }
}
