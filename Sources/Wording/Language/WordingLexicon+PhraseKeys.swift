extension WordingLexicon {
  /// The key of a word, or of a phrase from the keys of its words.
  func phraseKey(_ form: UnsafeBufferPointer<UInt8>) -> UInt64 {
    var phrase: UInt64?
    var key = WordKey.empty
    for (index, byte) in form.enumerated() {
      if byte != 0x20 { key = WordKey.extend(key, byte) }
      guard byte == 0x20 || index + 1 == form.count, key != WordKey.empty else { continue }
      let word = numberKey(key) ?? key
      phrase = phrase.map { WordKey.phrase($0, word) } ?? word
      key = WordKey.empty
    }
    return phrase ?? 0
  }

  /// The key of the number that a word is.
  private func numberKey(_ key: UInt64) -> UInt64? {
    guard let number = entry(key)?.number, number.kind == .cardinal else { return nil }
    return WordKey.of(NumberLetters.letters(number.value, isOrdinal: false))
  }
}
