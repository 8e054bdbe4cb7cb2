extension Feature {
  /// The feature in words: the template's name and its values, as evidence shows them and as the
  /// weights' file writes them.
  func words(_ lexicon: Lexicon) -> String {
    guard let template else { return "" }
    switch template {
    case .cueLemma, .cueLemmaAlone, .speechCue, .speechLeftCue, .speechRightCue:
      let index = first << 8 | second
      let lemma = index < lexicon.lemmas.count ? lexicon.lemmas[index] : ""
      return "\(template.name):\(lemma):\(third)"
    case .speechNextWord, .speechPreviousWord, .speechFirstWord:
      return "\(template.name):\(lexicon.word(at: first << 8 | second)):\(third)"
    default:
      return "\(template.name):\(first):\(second):\(third)"
    }
  }

  /// Reads a feature back from its words; nil when a name in it is not known.
  init?(
    words: Substring, templates: [String: Template], lemmas: [String: UInt16], lexicon: Lexicon
  ) {
    let parts = words.split(separator: ":", omittingEmptySubsequences: false)
    guard let name = parts.first, let template = templates[String(name)] else { return nil }
    switch template {
    case .speechNextWord, .speechPreviousWord, .speechFirstWord:
      guard parts.count == 3, let word = lexicon.index(of: String(parts[1])),
        let third = Int(parts[2])
      else { return nil }
      self.init(template, word: Int32(word), third)
      return
    default: break
    }
    if parts.count == 3, let lemma = lemmas[String(parts[1])], let third = Int(parts[2]) {
      self.init(template, lemma: lemma, third)
    } else if parts.count == 4, let a = Int(parts[1]), let b = Int(parts[2]), let c = Int(parts[3]) {
      self.init(template, a, b, c)
    } else {
      return nil
    }
  }
}
