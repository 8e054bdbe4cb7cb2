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
          isPassive: isPassive(index),
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

  /// The most words between the auxiliary of a passive and its participle: `was not only widely`.
  private static let longestAuxiliary = 4

  /// Whether a verb of saying is a participle behind a form of `be` or `get`. Those of thinking and
  /// feeling are rather adjectives there: `She was delighted`.
  private func isPassive(_ index: Int) -> Bool {
    let tokens = scene.text.tokens
    let entry = scene.entry(index)
    guard !entry.traits.contains(.presentParticiple) else { return false }
    switch entry.cueClass {
    case .call: break
    case .say, .tell, .ask, .write, .announce: if entry.cueStrength == .weak { return false }
    default: return false
    }
    var before = index - 1
    while before >= max(0, index - Self.longestAuxiliary), tokens[before].kind == .word,
      scene.isNarration(before), scene.sentenceOfToken[before] == scene.sentenceOfToken[index]
    {
      let traits = scene.entry(before).traits
      if traits.contains(.passiveAuxiliary) { return true }
      guard !traits.isDisjoint(with: [.adverb, .negation]) || scene.ending(before) == .adverb else {
        return false
      }
      before -= 1
    }
    return false
  }

  private func followsAuxiliaryOrTo(_ index: Int) -> Bool {
    guard index > 0 else { return false }
    let traits = scene.entry(index - 1).traits
    return traits.contains(.auxiliary) || traits.contains(.preposition)
  }
}
