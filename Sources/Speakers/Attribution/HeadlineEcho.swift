import Prose

/// Finds out whose words a headline quotes: as a rule the article quotes them again, at greater
/// length and with their speaker.
struct HeadlineEcho {
  let scene: Scene

  /// The fewest words that show two quotations to be one utterance.
  private static let fewestWords = 2
  /// The most headlines of one article; a text of headlines only is a list, not an article.
  private static let most = 8

  /// Gives the marked spans of headlines that no cue ties to a speaker the speaker of the later
  /// span that holds their words.
  ///
  /// - Complexity: Linear in the number of tokens.
  func settle(_ decisions: inout [SpanDecision], _ candidates: inout [Int: [Candidate]]) {
    var settled = 0
    for index in scene.spans.indices where !isTied(index, decisions[index].cue) {
      guard settled < Self.most else { return }
      guard QuotationContext(scene, scene.spans[index]).headline != .none else { continue }
      settled += 1
      let words = words(index)
      guard words.count >= Self.fewestWords,
        let source = (index + 1..<scene.spans.count).first(where: { later in
          decisions[later].isSpeech && decisions[later].mention >= 0 && decisions[later].cue >= 0
            && holds(self.words(later), words)
        })
      else { continue }
      decisions[index].mention = decisions[source].mention
      decisions[index].cue = -1
      decisions[index].probability = decisions[source].probability
      decisions[index].speech = max(decisions[index].speech, decisions[source].speech)
      decisions[index].isSpeech = true
      if var candidate = candidates[source]?.first {
        candidate.cue = nil
        candidate.evidence = [Evidence(name: "the article quotes these words", weight: 0)]
        candidates[index] = [candidate]
      }
    }
  }

  /// Whether a cue of the span’s own sentence ties it to a speaker.
  private func isTied(_ index: Int, _ cue: Int) -> Bool {
    guard cue >= 0 else { return false }
    let sentence = Int(scene.sentenceOfToken[scene.spans[index].tokens.lowerBound])
    return scene.cues[cue].sentence == sentence
  }

  /// The words of a span, folded.
  private func words(_ index: Int) -> [String] {
    scene.spans[index].tokens.filter {
      let kind = scene.text.tokens[$0].kind
      return kind == .word || kind == .number
    }.map { PersonName.fold(scene.text, token: $0) }
  }

  /// Whether one sequence of words stands inside another.
  private func holds(_ whole: [String], _ part: [String]) -> Bool {
    guard whole.count >= part.count else { return false }
    return (0...(whole.count - part.count)).contains { whole[$0...].starts(with: part) }
  }
}
