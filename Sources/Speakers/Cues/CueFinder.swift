import Prose

/// Finds the cues of the narration.
struct CueFinder {
  let scene: Scene

  func cues() -> [CueRecord] {
    var cues: [CueRecord] = []
    var index = 0
    let tokens = scene.text.tokens
    while index < tokens.count {
      let entry = scene.entry(index)
      guard entry.traits.contains(.cue), scene.isNarration(index), !isPartOfName(index),
        !scene.isInsideMention(index)
      else {
        index += 1
        continue
      }
      let end = min(index + Int(scene.lexemes.phraseLengths[index]), tokens.count)
      let isPhrase = entry.cueClass == .according || entry.traits.contains(.phrasalVerb)
      cues.append(
        CueRecord(
          tokens: index..<(isPhrase ? end : index + 1), lemma: entry.lemma,
          cueClass: entry.cueClass, strength: entry.cueStrength,
          isParticiple: entry.traits.contains(.presentParticiple),
          isBase: entry.traits.contains(.baseForm) && followsAuxiliaryOrTo(index),
          sentence: Int(scene.sentenceOfToken[index])))
      index = isPhrase ? end : index + 1
    }
    return cues
  }

  /// Whether a capitalised word stands among others: `Say` in `Tiffany Say`.
  private func isPartOfName(_ index: Int) -> Bool {
    let tokens = scene.text.tokens
    guard tokens[index].traits.contains(.capitalized), index > 0 else { return false }
    let previous = tokens[index - 1]
    return previous.kind == .word && previous.traits.contains(.capitalized)
      && scene.isNarration(index - 1)
      && scene.sentenceOfToken[index - 1] == scene.sentenceOfToken[index]
      && !scene.entry(index - 1).traits.contains(.function)
      && !tokens[index].traits.contains(.allCapitals)
  }

  private func followsAuxiliaryOrTo(_ index: Int) -> Bool {
    guard index > 0 else { return false }
    let traits = scene.entry(index - 1).traits
    return traits.contains(.auxiliary) || traits.contains(.preposition)
  }
}
