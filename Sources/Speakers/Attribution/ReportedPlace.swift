import Prose

/// Whether a place in the narration belongs to what somebody is reported to have said.
///
/// `Smith said that the plan failed` reports `the plan failed`; `Smith, who said so, failed` does
/// not report `failed`. What decides is the frame around the place: the cues on either side, what
/// separates them from it, and how the sentence begins. The words of the place itself are not
/// looked at, so the same question can be asked of marked words and of plain ones, and the answer
/// is learnt from all indirect speech.
package struct ReportedPlace {
  let scene: Scene

  package init(_ scene: Scene) { self.scene = scene }

  /// The most tokens that are read on either side.
  private static let reach = 60

  /// The features of a place: some tokens of one sentence.
  ///
  /// - Complexity: O(1); at most a fixed number of tokens is read.
  package func features(_ place: Range<Int>) -> [Feature] {
    var features: [Feature] = []
    features.reserveCapacity(64)
    let sentence = sentence(around: place)
    let left = addCuesBefore(place, sentence, &features)
    let right = addCueAfter(place, sentence, &features)
    features.append(Feature(.reportBoth, left, right))
    addNeighbours(place, sentence, left, &features)
    let cues = (left == 0 ? 0 : 1) + (right == 0 ? 0 : 2)
    addSentence(place, sentence, cues, &features)
    addPreviousSentence(place, sentence, cues, &features)
    addClause(place, sentence, cues, &features)
    addQuotations(place, sentence, cues, &features)
    return features
  }

  /// The tokens of the sentence that the place stands in, as far as they are read.
  func sentence(around place: Range<Int>) -> Range<Int> {
    let paragraph = scene.text.paragraphs[Int(scene.paragraphOfToken[place.lowerBound])].tokens
    let sentence = scene.sentenceOfToken[place.lowerBound]
    var start = place.lowerBound
    let first = max(paragraph.lowerBound, start - Self.reach)
    while start > first, scene.sentenceOfToken[start - 1] == sentence { start -= 1 }
    var end = place.upperBound
    let last = min(paragraph.upperBound, end + Self.reach)
    while end < last, scene.sentenceOfToken[end] == sentence { end += 1 }
    return start..<end
  }
}

// MARK: - Cues

extension ReportedPlace {
  /// What stands between a place and a cue.
  private struct Barriers: OptionSet {
    let rawValue: Int
    static let comma = Barriers(rawValue: 1)
    static let conjunction = Barriers(rawValue: 2)
    static let clause = Barriers(rawValue: 4)
    static let stop = Barriers(rawValue: 8)
    static let quotation = Barriers(rawValue: 16)
  }

  /// What follows a cue.
  private enum Follower: Int {
    case other, that, preposition, comma, mark, name, determiner, end
  }

  /// The barrier that one token of the narration is.
  private func barrier(_ index: Int) -> Barriers {
    switch scene.text.tokens[index].kind {
    case .comma: return .comma
    case .semicolon, .colon, .dash, .openBracket, .closeBracket: return .stop
    case .word:
      let traits = scene.entry(index).traits
      var barriers: Barriers = traits.contains(.conjunction) ? .conjunction : []
      if traits.contains(.subordinator) || traits.contains(.relative) { barriers.insert(.clause) }
      return barriers
    default: return []
    }
  }

  /// The two nearest cues before the place, and the words after the nearest.
  ///
  /// - Returns: A summary of the nearest one; 0 when there is none.
  private func addCuesBefore(
    _ place: Range<Int>, _ sentence: Range<Int>, _ features: inout [Feature]
  ) -> Int {
    var barriers: Barriers = []
    var distance = 0
    var summary = 0
    for index in (sentence.lowerBound..<place.lowerBound).reversed() {
      guard scene.isNarration(index) else {
        barriers.insert(.quotation)
        continue
      }
      let entry = scene.entry(index)
      let follower = follower(index)
      // `the claim that …`, `calls for …`: a noun reports when something depends on it.
      let isCue =
        entry.traits.contains(.cue)
        || entry.traits.contains(.speechNoun) && (follower == .that || follower == .preposition)
      if isCue {
        let strength = Int(entry.cueStrength.rawValue)
        let kind = Int(entry.cueClass.rawValue) * 4 + strength
        let before = Int(tokenClass(index - 1, in: sentence).rawValue)
        if summary != 0 {
          features.append(Feature(.reportSecondCue, kind, barriers.rawValue, before))
          features.append(Feature(.reportSecondCue, 128 + summary, strength, follower.rawValue))
          return summary
        }
        let near = min(distanceClass(distance), 6)
        let frame = follower.rawValue * 8 + near
        features.append(Feature(.reportLeftCue, lemma: entry.lemma, frame))
        features.append(Feature(.reportLeftCue, lemma: entry.lemma, 128 + barriers.rawValue))
        features.append(Feature(.reportLeftCue, lemma: entry.lemma, 192 + before))
        features.append(Feature(.reportLeftFrame, kind, barriers.rawValue, frame))
        features.append(Feature(.reportLeftSubject, kind, before, follower.rawValue))
        features.append(Feature(.reportLeftSubject, 128 + before, barriers.rawValue, near))
        let separation = barriers.isEmpty ? 0 : barriers.contains(.stop) ? 2 : 1
        summary = 1 + separation * 4 + strength + (follower == .that ? 16 : 0)
      } else if summary == 0, scene.lexemes.words[index] >= 0 {
        features.append(Feature(.reportBetween, word: scene.lexemes.words[index]))
      }
      distance += 1
      barriers.formUnion(barrier(index))
    }
    if summary == 0 { features.append(Feature(.reportLeftFrame, 0xFF, barriers.rawValue)) }
    return summary
  }

  /// The nearest cue after the place.
  ///
  /// - Returns: A summary of it; 0 when there is none.
  private func addCueAfter(
    _ place: Range<Int>, _ sentence: Range<Int>, _ features: inout [Feature]
  ) -> Int {
    var barriers: Barriers = []
    var distance = 0
    for index in place.upperBound..<sentence.upperBound {
      guard scene.isNarration(index) else {
        barriers.insert(.quotation)
        continue
      }
      let entry = scene.entry(index)
      if entry.traits.contains(.cue) {
        let strength = Int(entry.cueStrength.rawValue)
        let kind = Int(entry.cueClass.rawValue) * 4 + strength
        let near = min(distanceClass(distance), 6)
        let before = Int(tokenClass(index - 1, in: sentence).rawValue)
        let follower = follower(index).rawValue
        let rest = min(distanceClass(sentence.upperBound - index - 1), 6)
        let mask = barriers.rawValue
        features.append(Feature(.reportRightCue, lemma: entry.lemma, mask))
        features.append(Feature(.reportRightCue, lemma: entry.lemma, 64 + rest * 8 + follower))
        features.append(Feature(.reportRightFrame, kind, mask, before * 8 + rest))
        features.append(Feature(.reportRightFrame, 128 + before, mask, follower * 8 + near))
        return 1 + mask % 4 + strength * 4 + (rest < 4 ? 16 : 0)
      }
      distance += 1
      barriers.formUnion(barrier(index))
    }
    features.append(Feature(.reportRightFrame, 0xFF, barriers.rawValue, distanceClass(distance)))
    return 0
  }

  private func follower(_ cue: Int) -> Follower {
    let next = cue + Int(scene.lexemes.phraseLengths[cue])
    guard next < scene.text.tokens.count else { return .end }
    guard scene.isNarration(next) else { return .mark }
    let token = scene.text.tokens[next]
    switch token.kind {
    case .comma: return .comma
    case .colon, .mark: return .mark
    case .fullStop, .semicolon, .questionMark, .exclamationMark: return .end
    default: break
    }
    let traits = scene.entry(next).traits
    if traits.contains(.relative) { return .that }
    if traits.contains(.preposition) { return .preposition }
    if traits.contains(.determiner) || traits.contains(.possessive) { return .determiner }
    if traits.contains(.pronoun) || token.traits.contains(.capitalized) { return .name }
    return .other
  }
}

// MARK: - Words and sentences

extension ReportedPlace {
  /// The class of a token next to a place or a cue.
  enum TokenClass: UInt8 {
    case none, pronoun, name, auxiliary, preposition, comma, relative, determiner, possessive
    case adverb, conjunction, role, word, punctuation, quotation, cue
  }

  func tokenClass(_ index: Int, in sentence: Range<Int>) -> TokenClass {
    guard sentence.contains(index) else { return .none }
    guard scene.isNarration(index) else { return .quotation }
    let token = scene.text.tokens[index]
    guard token.kind == .word else { return token.kind == .comma ? .comma : .punctuation }
    let traits = scene.entry(index).traits
    if traits.contains(.possessive) { return .possessive }
    if traits.contains(.relative) { return .relative }
    if traits.contains(.auxiliary) { return .auxiliary }
    if traits.contains(.determiner) { return .determiner }
    if traits.contains(.pronoun) { return .pronoun }
    if traits.contains(.preposition) { return .preposition }
    if traits.contains(.conjunction) || traits.contains(.subordinator) { return .conjunction }
    if traits.contains(.cue) { return .cue }
    if traits.contains(.adverb) { return .adverb }
    if token.traits.contains(.capitalized) { return .name }
    return traits.contains(.roleNoun) ? .role : .word
  }

  /// The words next to the place.
  private func addNeighbours(
    _ place: Range<Int>, _ sentence: Range<Int>, _ left: Int, _ features: inout [Feature]
  ) {
    let words = scene.lexemes.words
    let previous = place.lowerBound - 1
    let next = place.upperBound
    let classes = [previous, next].map { Int(tokenClass($0, in: sentence).rawValue) }
    features.append(Feature(.reportBeside, classes[0], classes[1], left))
    if sentence.contains(previous), scene.isNarration(previous), words[previous] >= 0 {
      features.append(Feature(.reportPreviousWord, word: words[previous], min(left, 1)))
    }
    if sentence.contains(next), scene.isNarration(next), words[next] >= 0 {
      features.append(Feature(.reportNextWord, word: words[next], min(left, 1)))
    }
  }

  /// Where in its sentence the place stands, and how the sentence and its paragraph begin.
  private func addSentence(
    _ place: Range<Int>, _ sentence: Range<Int>, _ cues: Int, _ features: inout [Feature]
  ) {
    let paragraph = Int(scene.paragraphOfToken[place.lowerBound])
    let headline = paragraph == 0 ? 1 : 0
    let before = distanceClass(place.lowerBound - sentence.lowerBound)
    let after = distanceClass(sentence.upperBound - place.upperBound)
    features.append(Feature(.reportPosition, before, cues, headline))
    features.append(Feature(.reportPosition, 8 + after, cues, headline))
    let head = sentence.lowerBound
    if head < place.lowerBound, scene.isNarration(head), scene.lexemes.words[head] >= 0 {
      features.append(Feature(.reportHead, word: scene.lexemes.words[head], cues))
    }
    // `NAME: …` is a transcript's turn.
    let isTurn = scene.text.paragraphs[paragraph].tokens.prefix(6).contains {
      scene.isNarration($0) && scene.text.tokens[$0].kind == .colon
    }
    let addresses = sentence.contains {
      scene.isNarration($0) && !place.contains($0) && 1...2 ~= scene.entry($0).person
    }
    features.append(Feature(.reportPosition, isTurn ? 17 : 16, cues, addresses ? 1 : 0))
  }

  /// Whether the sentence before, in the same paragraph, reports or quotes.
  private func addPreviousSentence(
    _ place: Range<Int>, _ sentence: Range<Int>, _ cues: Int, _ features: inout [Feature]
  ) {
    let paragraph = scene.text.paragraphs[Int(scene.paragraphOfToken[place.lowerBound])].tokens
    let last = sentence.lowerBound - 1
    guard last >= paragraph.lowerBound else {
      features.append(Feature(.reportPrevious, 0xFF, 0, cues))
      return
    }
    var strongest = CueStrength.none
    var quotes = 0
    var index = last
    let first = max(paragraph.lowerBound, last - Self.reach)
    while index >= first, scene.sentenceOfToken[index] == scene.sentenceOfToken[last] {
      let entry = scene.entry(index)
      if !scene.isNarration(index) {
        quotes = 1
      } else if entry.traits.contains(.cue) {
        strongest = max(strongest, entry.cueStrength)
      }
      index -= 1
    }
    features.append(Feature(.reportPrevious, Int(strongest.rawValue), quotes, cues))
  }
}
