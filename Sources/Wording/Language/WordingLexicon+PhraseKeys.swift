extension WordingLexicon {
  /// The key of a word, or of a phrase from the keys of its words.
  func phraseKey(_ form: UnsafeBufferPointer<UInt8>) -> UInt64 {
    var phrase: UInt64 = 0
    forEachStart(of: form) { key, _ in phrase = key }
    return phrase
  }

  /// Calls `body` with the keys of the first word of a phrase, of the first two, and so on, and how many
  /// words they are.
  @inline(__always)
  func forEachStart(
    of form: UnsafeBufferPointer<UInt8>, _ body: (_ key: UInt64, _ wordCount: Int) -> Void
  ) {
    var phrase: UInt64 = 0
    var count = 0
    var key = WordKey.empty
    for index in 0..<form.count {
      let byte = form[index]
      if byte != 0x20 {
        key = WordKey.extend(key, byte)
        if index + 1 < form.count { continue }
      }
      if key == WordKey.empty { continue }
      let word = numberKey(key) ?? key
      phrase = count == 0 ? word : WordKey.phrase(phrase, word)
      count += 1
      body(phrase, count)
      key = WordKey.empty
    }
  }

  /// The key of the number that a word is.
  private func numberKey(_ key: UInt64) -> UInt64? {
    guard let index = index(of: key), let number = entries[index].number, number.kind == .cardinal
    else { return nil }
    return WordKey.of(NumberLetters.letters(number.value, isOrdinal: false))
  }
}
