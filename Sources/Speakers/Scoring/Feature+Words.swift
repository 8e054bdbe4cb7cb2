extension Feature {
  /// The feature in words: the template's name and its values, as evidence shows them and as the
  /// weights' file writes them.
  func words(_ lexicon: Lexicon) -> String {
    guard let template else { return "" }
    switch template.value {
    case .lemma:
      let index = first << 8 | second
      let lemma = index < lexicon.lemmas.count ? lexicon.lemmas[index] : ""
      return "\(template.name):\(lemma):\(third)"
    case .word: return "\(template.name):\(lexicon.word(at: first << 8 | second)):\(third)"
    case .numbers: return "\(template.name):\(first):\(second):\(third)"
    }
  }

  /// Reads a feature back from its words; nil when a name in it is not known.
  init?(
    words: Substring, templates: [String: Template], lemmas: [String: UInt16], lexicon: Lexicon
  ) {
    let parts = words.split(separator: ":", omittingEmptySubsequences: false)
    guard let name = parts.first, let template = templates[String(name)],
      let third = parts.last.flatMap({ Int($0) })
    else { return nil }
    switch (template.value, parts.count) {
    case (.lemma, 3):
      guard let lemma = lemmas[String(parts[1])] else { return nil }
      self.init(template, lemma: lemma, third)
    case (.word, 3):
      guard let word = lexicon.index(of: String(parts[1])) else { return nil }
      self.init(template, word: Int32(word), third)
    case (.numbers, 4):
      guard let first = Int(parts[1]), let second = Int(parts[2]) else { return nil }
      self.init(template, first, second, third)
    default: return nil
    }
  }
}
