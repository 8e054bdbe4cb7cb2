import Prose

extension SequenceReader {
  /// Reads a printed word of nothing but ASCII letters that the language data do not spell out, as
  /// nearly all words are; false, with nothing changed, for any other.
  ///
  /// What is read is what `readPrint` reads, in one pass over the letters that folds and hashes them.
  mutating func readPlainWord(at index: Int, end: Int) -> Bool {
    let token = tokens[index]
    guard token.span.count <= Self.longestWord, endsPrint(index, end: end) else { return false }
    var key = WordKey.empty
    var letterSet: UInt32 = 0
    for offset in token.start..<token.end {
      let letter = bytes[offset] | 0x20
      guard letter &- 0x61 < 26 else { return false }
      key = WordKey.extend(key, letter)
      letterSet |= 1 << UInt32(letter & 31)
    }
    let entry = lexicon.entry(key) ?? .unknown
    if let condition = entry.expansion?.condition,
      condition == .always || condition == .inCapitals && token.traits.contains(.allCapitals)
    {
      return false
    }
    sequence.prints.append(
      .init(
        start: UInt32(token.start), end: UInt32(token.end), firstToken: Int32(index),
        endToken: Int32(index + 1), firstWord: Int32(sequence.words.count), wordCount: 1))
    let first = sequence.letters.count
    for offset in token.start..<token.end { sequence.letters.append(bytes[offset] | 0x20) }
    append(key, letterSet, UInt32(first), pending.union(printTraits(of: token)), entry)
    pending = []
    return true
  }

  /// Whether a printed word ends with a token: with a space, or with a mark that is never part of a
  /// word.
  private func endsPrint(_ index: Int, end: Int) -> Bool {
    guard index + 1 < end, tokens[index + 1].start == tokens[index].end else { return true }
    switch tokens[index + 1].kind {
    case .comma, .fullStop, .questionMark, .exclamationMark, .colon, .semicolon: return true
    default: return false
    }
  }
}
