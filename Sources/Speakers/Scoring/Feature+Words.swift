import LanguageData

extension Feature {
  /// What a template's values stand for.
  private enum Values {
    /// Three small numbers.
    case numbers
    /// A cue's dictionary form and a number.
    case lemma
    /// A word of the lexicon and a number.
    case word
  }

  private static func values(of template: Template) -> Values {
    switch template {
    case .cueLemma, .cueLemmaAlone, .speechCue, .reportLeftCue, .reportRightCue: .lemma
    case .speechNextWord, .speechPreviousWord, .speechFirstWord, .speechInside, .reportBetween,
      .reportPreviousWord, .reportNextWord, .reportHead,
      .speechEarlierWord,
      .reportCueFollowWord, .reportClause, .reportAuxiliary, .reportRightBetween:
      .word
    default: .numbers
    }
  }

  /// What the name of a feature of marked words begins with.
  private static let markedPrefix = "marked-"

  /// The feature in words, as the weights' file has it: the template's name and its values.
  func words(_ lexicon: Lexicon) -> String {
    guard let template else { return "" }
    let name = isOfMarkedWords ? Self.markedPrefix + template.name : template.name
    switch Self.values(of: template) {
    case .numbers: return "\(name):\(first):\(second):\(third)"
    case .lemma: return "\(name):\(lemma(lexicon)):\(third)"
    case .word: return "\(name):\(lexicon.word(at: first << 8 | second)):\(third)"
    }
  }

  /// The dictionary form that is the feature's value.
  func lemma(_ lexicon: Lexicon) -> String {
    lexicon.lemma(at: first << 8 | second)
  }

  /// Reads a feature back from its words; nil when a name in it is not known.
  init?(words: UnsafeBufferPointer<UInt8>, templates: ByteStringTable, lexicon: Lexicon) {
    let colon = UInt8(ascii: ":")
    let prefix = Self.markedPrefix.utf8
    let isMarked = words.starts(with: prefix)
    let words = UnsafeBufferPointer(rebasing: words[(isMarked ? prefix.count : 0)...])
    guard let nameEnd = words.firstIndex(of: colon),
      let index = templates.index(of: UnsafeBufferPointer(rebasing: words[..<nameEnd]))
    else { return nil }
    let template = Template.allCases[index]
    let rest = UnsafeBufferPointer(rebasing: words[(nameEnd + 1)...])
    guard let last = rest.lastIndex(of: colon),
      let third = number(UnsafeBufferPointer(rebasing: rest[(last + 1)...]))
    else { return nil }
    let middle = UnsafeBufferPointer(rebasing: rest[..<last])
    switch Self.values(of: template) {
    case .numbers:
      guard let separator = middle.firstIndex(of: colon),
        let first = number(UnsafeBufferPointer(rebasing: middle[..<separator])),
        let second = number(UnsafeBufferPointer(rebasing: middle[(separator + 1)...]))
      else { return nil }
      self.init(template, first, second, third)
    case .lemma:
      guard let lemma = lexicon.lemma(middle) else { return nil }
      self.init(template, lemma: lemma, third)
    case .word:
      guard let word = lexicon.index(ofFolded: middle) else { return nil }
      self.init(template, word: Int32(word), third)
    }
    if isMarked { self = ofMarkedWords }
  }
}

/// Reads a whole number, with or without a sign.
func number(_ bytes: UnsafeBufferPointer<UInt8>) -> Int? {
  var value = 0
  var digits = 0
  var isNegative = false
  for (index, byte) in bytes.enumerated() {
    if index == 0, byte == UInt8(ascii: "-") {
      isNegative = true
    } else {
      guard byte &- 0x30 < 10, digits < 9 else { return nil }
      value = value * 10 + Int(byte - 0x30)
      digits += 1
    }
  }
  return digits == 0 ? nil : isNegative ? -value : value
}
