import Prose

/// Whether a place in the narration belongs to what somebody is reported to have said.
///
/// `Smith said that the plan failed` reports `the plan failed`, `Smith, who said so, failed` does
/// not report `failed`. What decides is the frame around the place: the cues on either side, what
/// separates them from it, and how the sentence begins. The words of the place itself are not looked
/// at, so the same question can be asked of marked words and of plain ones, and the answer be learnt
/// from all indirect speech.
package struct ReportedPlace {
  let scene: Scene

  package init(_ scene: Scene) { self.scene = scene }

  /// The most tokens that are read on either side.
  private static let reach = 60

  /// What stands between a place and a cue.
  private struct Barriers: OptionSet {
    let rawValue: Int
    static let comma = Barriers(rawValue: 1)
    static let conjunction = Barriers(rawValue: 2)
    static let clause = Barriers(rawValue: 4)
    static let stop = Barriers(rawValue: 8)
    static let quotation = Barriers(rawValue: 16)
  }

  /// The features of a place: some tokens of one sentence.
  package func features(_ place: Range<Int>) -> [Feature] {
    var features: [Feature] = []
    features.reserveCapacity(48)
    let sentence = sentence(around: place)
    let left = addLeft(place, sentence, &features)
    let right = addRight(place, sentence, &features)
    features.append(Feature(.reportBoth, left, right))
    addNeighbours(place, sentence, left, &features)
    addSentence(place, sentence, left, right, &features)
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

  /// The nearest cues before the place.
  ///
  /// - Returns: A summary of the nearest one; 0 when there is none.
  private func addLeft(
    _ place: Range<Int>, _ sentence: Range<Int>, _ features: inout [Feature]
  ) -> Int {
    var barriers: Barriers = []
    var distance = 0
    var found = 0
    var summary = 0
    var index = place.lowerBound - 1
    while index >= sentence.lowerBound {
      defer { index -= 1 }
      guard scene.isNarration(index) else {
        barriers.insert(.quotation)
        continue
      }
      let entry = scene.entry(index)
      let isCue = entry.traits.contains(.cue)
      if isCue || entry.traits.contains(.speechNoun) {
        let follower = follower(index)
        if isCue || follower == 1 || follower == 2 {
          let kind = Int(entry.cueClass.rawValue) * 4 + Int(entry.cueStrength.rawValue)
          let near = min(distanceClass(distance), 6)
          let before = kindOfToken(index - 1, sentence)
          if found == 0 {
            summary = 1 + (barriers.isEmpty ? 0 : barriers.contains(.stop) ? 2 : 1) * 4
              + Int(entry.cueStrength.rawValue) + (follower == 1 ? 16 : 0)
            features.append(Feature(.reportLeftCue, lemma: entry.lemma, follower * 8 + near))
            features.append(Feature(.reportLeftCue, lemma: entry.lemma, 128 + barriers.rawValue))
            features.append(Feature(.reportLeftCue, lemma: entry.lemma, 192 + before))
            features.append(Feature(.reportLeftFrame, kind, barriers.rawValue, follower * 8 + near))
            features.append(Feature(.reportLeftSubject, kind, before, follower))
            features.append(Feature(.reportLeftSubject, 128 + before, barriers.rawValue, near))
          } else if found == 1 {
            features.append(Feature(.reportSecondCue, kind, barriers.rawValue, before))
            features.append(Feature(.reportSecondCue, 128 + summary, Int(entry.cueStrength.rawValue), follower))
          }
          found += 1
          if found == 2 { break }
        }
      }
      distance += 1
      switch scene.text.tokens[index].kind {
      case .comma: barriers.insert(.comma)
      case .semicolon, .colon, .dash, .openBracket, .closeBracket: barriers.insert(.stop)
      case .word:
        if found == 0,
          scene.lexemes.words[index] >= 0
        {
          features.append(Feature(.reportBetween, word: scene.lexemes.words[index], 0))
        }
        if entry.traits.contains(.conjunction) { barriers.insert(.conjunction) }
        if entry.traits.contains(.subordinator) || entry.traits.contains(.relative) {
          barriers.insert(.clause)
        }
      default: break
      }
    }
    if found == 0 { features.append(Feature(.reportLeftFrame, 255, barriers.rawValue)) }
    return summary
  }

  /// The nearest cue after the place.
  private func addRight(
    _ place: Range<Int>, _ sentence: Range<Int>, _ features: inout [Feature]
  ) -> Int {
    var barriers: Barriers = []
    var distance = 0
    var index = place.upperBound
    while index < sentence.upperBound {
      defer { index += 1 }
      guard scene.isNarration(index) else {
        barriers.insert(.quotation)
        continue
      }
      let entry = scene.entry(index)
      if entry.traits.contains(.cue) {
        let kind = Int(entry.cueClass.rawValue) * 4 + Int(entry.cueStrength.rawValue)
        let near = min(distanceClass(distance), 6)
        let before = kindOfToken(index - 1, sentence)
        let follower = follower(index)
        let rest = min(distanceClass(sentence.upperBound - index - 1), 6)
        features.append(Feature(.reportRightCue, lemma: entry.lemma, barriers.rawValue))
        features.append(Feature(.reportRightCue, lemma: entry.lemma, 64 + rest * 8 + follower))
        features.append(Feature(.reportRightFrame, kind, barriers.rawValue, before * 8 + rest))
        features.append(Feature(.reportRightFrame, 128 + before, barriers.rawValue, follower * 8 + near))
        return 1 + barriers.rawValue % 4 + Int(entry.cueStrength.rawValue) * 4 + (rest < 4 ? 16 : 0)
      }
      distance += 1
      switch scene.text.tokens[index].kind {
      case .comma: barriers.insert(.comma)
      case .semicolon, .colon, .dash, .openBracket, .closeBracket: barriers.insert(.stop)
      case .word:
        if entry.traits.contains(.conjunction) { barriers.insert(.conjunction) }
        if entry.traits.contains(.subordinator) || entry.traits.contains(.relative) {
          barriers.insert(.clause)
        }
      default: break
      }
    }
    features.append(Feature(.reportRightFrame, 255, barriers.rawValue, distanceClass(distance)))
    return 0
  }

  /// What follows a cue: 0 anything, 1 `that`, 2 a preposition, 3 a comma, 4 a mark or a colon,
  /// 5 a pronoun or name, 6 a determiner, 7 the sentence's end.
  private func follower(_ cue: Int) -> Int {
    let next = cue + Int(scene.lexemes.phraseLengths[cue])
    guard next < scene.text.tokens.count else { return 7 }
    guard scene.isNarration(next) else { return 4 }
    let token = scene.text.tokens[next]
    switch token.kind {
    case .comma: return 3
    case .colon, .mark: return 4
    case .fullStop, .semicolon, .questionMark, .exclamationMark: return 7
    default: break
    }
    let traits = scene.entry(next).traits
    if traits.contains(.relative) { return 1 }
    if traits.contains(.preposition) { return 2 }
    if traits.contains(.determiner) || traits.contains(.possessive) { return 6 }
    if traits.contains(.pronoun) || token.traits.contains(.capitalized) { return 5 }
    return 0
  }

  /// The class of a token: 0 none, 1 pronoun, 2 capitalised, 3 auxiliary, 4 preposition, 5 comma,
  /// 6 relative, 7 determiner, 8 possessive, 9 adverb, 10 conjunction or subordinator, 11 noun for a
  /// person, 12 other word, 13 other punctuation, 14 quotation, 15 cue.
  func kindOfToken(_ index: Int, _ sentence: Range<Int>) -> Int {
    guard sentence.contains(index) else { return 0 }
    guard scene.isNarration(index) else { return 14 }
    let token = scene.text.tokens[index]
    guard token.kind == .word else { return token.kind == .comma ? 5 : 13 }
    let traits = scene.entry(index).traits
    if traits.contains(.possessive) { return 8 }
    if traits.contains(.relative) { return 6 }
    if traits.contains(.auxiliary) { return 3 }
    if traits.contains(.determiner) { return 7 }
    if traits.contains(.pronoun) { return 1 }
    if traits.contains(.preposition) { return 4 }
    if traits.contains(.conjunction) || traits.contains(.subordinator) { return 10 }
    if traits.contains(.cue) { return 15 }
    if traits.contains(.adverb) { return 9 }
    if token.traits.contains(.capitalized) { return 2 }
    return traits.contains(.roleNoun) ? 11 : 12
  }

  /// The words next to the place.
  private func addNeighbours(
    _ place: Range<Int>, _ sentence: Range<Int>, _ left: Int, _ features: inout [Feature]
  ) {
    let words = scene.lexemes.words
    let hasCue = left == 0 ? 0 : 1
    let previous = place.lowerBound - 1
    let next = place.upperBound
    features.append(
      Feature(.reportBeside, kindOfToken(previous, sentence), kindOfToken(next, sentence), left))
    if sentence.contains(previous), scene.isNarration(previous), words[previous] >= 0 {
      features.append(Feature(.reportPreviousWord, word: words[previous], hasCue))
    }
    if sentence.contains(next), scene.isNarration(next), words[next] >= 0 {
      features.append(Feature(.reportNextWord, word: words[next], hasCue))
    }
  }

  /// The place's sentence as a whole, and the one before it.
  private func addSentence(
    _ place: Range<Int>, _ sentence: Range<Int>, _ left: Int, _ right: Int,
    _ features: inout [Feature]
  ) {
    let words = scene.lexemes.words
    let paragraphIndex = Int(scene.paragraphOfToken[place.lowerBound])
    let paragraph = scene.text.paragraphs[paragraphIndex].tokens
    let cues = (left == 0 ? 0 : 1) + (right == 0 ? 0 : 2)
    let headline = paragraphIndex == 0 ? 1 : 0
    features.append(Feature(.reportPosition, distanceClass(place.lowerBound - sentence.lowerBound), cues, headline))
    features.append(
      Feature(.reportPosition, 8 + distanceClass(sentence.upperBound - place.upperBound), cues, headline))
    let head = sentence.lowerBound
    if head < place.lowerBound, scene.isNarration(head), words[head] >= 0 {
      features.append(Feature(.reportHead, word: words[head], cues))
    }
    // `NAME: …` is a transcript's turn.
    var isTurn = 0
    for index in paragraph.prefix(6) where scene.isNarration(index) {
      if scene.text.tokens[index].kind == .colon { isTurn = 1 }
    }
    var person = 0
    for index in sentence where scene.isNarration(index) && !place.contains(index) {
      let value = scene.entry(index).person
      if value == 1 || value == 2 { person = 1 }
    }
    features.append(Feature(.reportPosition, 16 + isTurn, cues, person))
    // The sentence before.
    var previousCue = 0
    var quoted = 0
    var index = sentence.lowerBound - 1
    if index >= paragraph.lowerBound {
      let before = scene.sentenceOfToken[index]
      let first = max(paragraph.lowerBound, index - Self.reach)
      while index >= first, scene.sentenceOfToken[index] == before {
        if scene.isNarration(index) {
          if scene.entry(index).traits.contains(.cue) {
            previousCue = max(previousCue, Int(scene.entry(index).cueStrength.rawValue))
          }
        } else {
          quoted = 1
        }
        index -= 1
      }
    } else {
      previousCue = 7
    }
    features.append(Feature(.reportPrevious, previousCue, quoted, cues))
  }
}
