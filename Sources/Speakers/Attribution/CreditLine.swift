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

  /// Gives the marked spans with a credit the speaker whom it names, and no speaker to those whose
  /// credit names nobody: `— Name withheld`.
  ///
  /// - Parameter candidate: Makes of a decision what explains it.
  /// - Complexity: Linear in the number of spans.
  func settle(
    _ decisions: inout [SpanDecision], _ candidates: inout [Int: [Candidate]],
    candidate: (SpanDecision) -> Candidate
  ) {
    for index in scene.spans.indices {
      let span = scene.spans[index]
      guard opensParagraph(span), let credit = credit(behind: span.tokens.upperBound) else {
        continue
      }
      let mention = mention(in: credit)
      guard
        isSaying(span) && (mention != nil || isAnonymous(credit))
          || mention.map({ hasRole($0, in: credit) }) == true
      else { continue }
      decisions[index].mention = mention ?? -1
      decisions[index].cue = -1
      decisions[index].probability = Self.certainty
      decisions[index].isSpeech = true
      decisions[index].speech = max(decisions[index].speech, Self.certainty)
      guard mention != nil else {
        candidates[index] = []
        continue
      }
      var credited = candidate(decisions[index])
      credited.evidence = [Evidence(name: "credited behind a dash", weight: 0)]
      candidates[index] = [credited]
    }
  }

  /// Whether a saying fills its paragraph up to the credit, but for a bullet: words that narration
  /// leads up to are the narration's.
  private func opensParagraph(_ span: Scene.MarkedSpan) -> Bool {
    span.isClosed
      && (scene.text.paragraphs[span.paragraph].tokens.lowerBound..<span.tokens.lowerBound)
        .allSatisfy { [.symbol, .dash].contains(scene.text.tokens[$0].kind) }
  }

  /// Whether words are a saying rather than the title of a work, whose author a list may name in
  /// the same way: a saying ends as sentences do or has small letters.
  private func isSaying(_ span: Scene.MarkedSpan) -> Bool {
    let tokens = span.tokens.dropFirst().dropLast().map { scene.text.tokens[$0] }
    switch tokens.last?.kind {
    case .fullStop, .comma, .exclamationMark, .questionMark, .ellipsis: return true
    default: break
    }
    return tokens.contains {
      $0.kind == .word && $0.span.count >= Self.longWord && !$0.traits.contains(.capitalized)
    }
  }

  /// Shorter words have small letters in most titles.
  private static let longWord = 4

  /// Whether a credit stands for a name without being one.
  private func isAnonymous(_ credit: Range<Int>) -> Bool {
    let tokens = scene.text.tokens
    return !credit.isEmpty && credit.count <= Self.longestAnonymous
      && credit.allSatisfy { tokens[$0].kind == .word }
      && tokens[credit.lowerBound].traits.contains(.capitalized)
  }

  /// The most words of such a credit: `An old friend of his`.
  private static let longestAnonymous = 5

  /// Whether words that say who somebody is stand before the name: `hotelier Ana Ruiz`.
  private func hasRole(_ mention: Int, in credit: Range<Int>) -> Bool {
    let record = scene.mentions[mention]
    return max(record.name.lowerBound, record.tokens.lowerBound) > credit.lowerBound
  }

  /// The words that a dash at a token introduces, up to the end of their paragraph; nil when they
  /// are narration.
  private func credit(behind start: Int) -> Range<Int>? {
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
    return start + 1..<end
  }

  /// The mention that a credit names: the person in front of the first comma, or what stands first.
  private func mention(in credit: Range<Int>) -> Int? {
    let comma = credit.first { scene.text.tokens[$0].kind == .comma } ?? credit.upperBound
    let first = scene.firstMention(startingAtOrAfter: credit.lowerBound)
    var leading: Int?
    for index in first..<max(first, scene.mentions.count) {
      let mention = scene.mentions[index]
      guard mention.tokens.upperBound <= comma else { break }
      if mention.kind == .name,
        mention.tokens.upperBound == comma
          || mention.tokens.lowerBound == credit.lowerBound
      {
        return index
      }
      let isFirst = mention.tokens.lowerBound <= credit.lowerBound + 1
      if mention.kind != .pronoun, isFirst, leading == nil { leading = index }
    }
    return leading
  }

  /// Whether a word says that somebody said something, so that the words are narration.
  private func isVerb(_ token: Int) -> Bool {
    scene.entry(token).traits.contains(.cue)
      && !scene.text.tokens[token].traits.contains(.capitalized)
  }
}
