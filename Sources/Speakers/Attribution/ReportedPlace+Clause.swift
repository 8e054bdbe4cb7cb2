import Prose

/// The clause that a place stands in, and the quotations beside it.
extension ReportedPlace {
  /// Words further to the right than this say nothing of the place.
  private static let reachAfter = 8

  /// The word that opens the clause, the auxiliaries on either side, and what stands beside the
  /// nearest cue: `would` and `should` are frequent in reported speech, `to say` reports nothing.
  func addClause(
    _ place: Range<Int>, _ sentence: Range<Int>, _ cues: Int, _ features: inout [Feature]
  ) {
    let words = scene.lexemes.words
    var sawOpener = false
    var sawAuxiliary = false
    var sawCue = 0
    var distance = 0
    for index in (sentence.lowerBound..<place.lowerBound).reversed()
    where scene.isNarration(index) {
      let traits = scene.entry(index).traits
      let frame = min(distanceClass(distance), 5) * 2 + sawCue
      if !sawOpener, words[index] >= 0,
        !traits.isDisjoint(with: [.subordinator, .relative, .conjunction])
      {
        sawOpener = true
        features.append(Feature(.reportClause, word: words[index], frame))
      }
      if !sawAuxiliary, words[index] >= 0, traits.contains(.auxiliary) {
        sawAuxiliary = true
        features.append(Feature(.reportAuxiliary, word: words[index], frame))
      }
      if sawCue == 0, traits.contains(.cue) {
        sawCue = 1
        addBesideCue(index, place, sentence, distance, &features)
      }
      distance += 1
    }
    addClauseAfter(place, sentence, cues, &features)
  }

  private func addBesideCue(
    _ cue: Int, _ place: Range<Int>, _ sentence: Range<Int>, _ distance: Int,
    _ features: inout [Feature]
  ) {
    let words = scene.lexemes.words
    let next = cue + Int(scene.lexemes.phraseLengths[cue])
    // The words of the place itself are not looked at.
    let before = sentence.lowerBound..<place.lowerBound
    let first = Int(tokenClass(next, in: before).rawValue)
    let second = Int(tokenClass(next + 1, in: before).rawValue)
    let near = min(max(place.lowerBound - next, 0), 2)
    features.append(Feature(.reportCueFollow, first, second, near))
    if next < place.lowerBound, words[next] >= 0 {
      features.append(Feature(.reportCueFollowWord, word: words[next]))
    }
    if cue > sentence.lowerBound, words[cue - 1] >= 0, scene.isNarration(cue - 1) {
      features.append(Feature(.reportCueFollowWord, word: words[cue - 1], 1))
    }
    let traits = scene.entry(cue).traits
    let form =
      (traits.contains(.presentParticiple) ? 1 : 0) + (traits.contains(.baseForm) ? 2 : 0)
      + (scene.endsLikePast(cue) ? 4 : 0)
    let previous = Int(tokenClass(cue - 1, in: sentence).rawValue)
    features.append(Feature(.reportCueFollow, 32 + form, previous, min(distanceClass(distance), 5)))
  }

  /// The words after the place and the first auxiliary there.
  private func addClauseAfter(
    _ place: Range<Int>, _ sentence: Range<Int>, _ cues: Int, _ features: inout [Feature]
  ) {
    var sawAuxiliary = false
    var distance = 0
    for index in place.upperBound..<sentence.upperBound where scene.isNarration(index) {
      let word = scene.lexemes.words[index]
      if word >= 0, distance < Self.reachAfter {
        features.append(Feature(.reportRightBetween, word: word, min(cues, 1)))
      }
      if word >= 0, !sawAuxiliary, scene.entry(index).traits.contains(.auxiliary) {
        sawAuxiliary = true
        features.append(Feature(.reportAuxiliary, word: word, 32 + cues))
      }
      distance += 1
    }
  }

  /// The longest quotation of the sentence on either side of the place: `Smith said the plan …,
  /// calling it “…”`; and how the sentence begins.
  func addQuotations(
    _ place: Range<Int>, _ sentence: Range<Int>, _ cues: Int, _ features: inout [Feature]
  ) {
    var before = 0
    var after = 0
    var index = sentence.lowerBound
    while index < sentence.upperBound {
      let span = scene.spanOfToken[index]
      guard span >= 0 else {
        index += 1
        continue
      }
      let tokens = scene.spans[Int(span)].tokens
      index = max(index + 1, tokens.upperBound)
      guard !tokens.overlaps(place) else { continue }
      let size = tokens.count > 8 ? 3 : tokens.count > 5 ? 2 : 1
      if tokens.lowerBound < place.lowerBound {
        before = max(before, size)
      } else {
        after = max(after, size)
      }
    }
    features.append(Feature(.reportQuotes, before, after, cues))
    let beginning = sentence.lowerBound..<place.lowerBound
    let first = Int(tokenClass(sentence.lowerBound, in: beginning).rawValue)
    let second = Int(tokenClass(sentence.lowerBound + 1, in: beginning).rawValue)
    let token = scene.text.tokens[sentence.lowerBound]
    features.append(
      Feature(
        .reportStart, first * 16 + second, cues, token.traits.contains(.paragraphStart) ? 1 : 0))
  }
}
