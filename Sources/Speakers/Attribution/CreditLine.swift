import Prose

/// Reads the credit behind a saying or a letter, whose print leaves no doubt: a dash, a name, and
/// nothing else up to the end of the paragraph, or of the paragraph below.
///
///     “It is very quiet. I was hit by it twice.” — Ana Ruiz, Lower Row
struct CreditLine {
  let scene: Scene

  /// The most tokens of a credit; what is longer is narration.
  private static let longest = 14

  /// Gives the marked spans with a credit the speaker whom it names.
  ///
  /// - Complexity: Linear in the number of spans.
  func settle(_ decisions: inout [SpanDecision], _ candidates: inout [Int: [Candidate]]) {
    for index in scene.spans.indices where scene.spans[index].isClosed {
      guard let mention = mention(behind: scene.spans[index].tokens.upperBound) else { continue }
      let isKnown = decisions[index].mention == mention
      decisions[index].mention = mention
      decisions[index].cue = -1
      decisions[index].probability =
        isKnown ? max(decisions[index].probability, Self.certainty) : Self.certainty
      decisions[index].isSpeech = true
      decisions[index].speech = max(decisions[index].speech, Self.certainty)
      let start = scene.text.tokens[scene.mentions[mention].tokens.lowerBound].start
      candidates[index] = candidates[index]?.filter { $0.mention.span.start == start }.map {
        var candidate = $0
        candidate.cue = nil
        candidate.probability = decisions[index].probability
        candidate.evidence = [Evidence(name: "credited behind a dash", weight: 0)]
        return candidate
      }
    }
  }

  /// How sure a credit is. Not learnt: annotated corpora have too few.
  private static let certainty = 0.95

  /// The mention that a dash at a token credits; nil when there is no credit.
  private func mention(behind start: Int) -> Int? {
    let tokens = scene.text.tokens
    guard start + 1 < tokens.count, tokens[start].kind == .dash else { return nil }
    let paragraph = scene.paragraphOfToken[start + 1]
    guard paragraph - scene.paragraphOfToken[start - 1] <= 1 else { return nil }
    var end = start + 1
    while end < tokens.count, scene.paragraphOfToken[end] == paragraph {
      guard end - start <= Self.longest, scene.isNarration(end),
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
