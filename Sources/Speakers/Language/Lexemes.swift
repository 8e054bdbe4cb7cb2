import Prose

/// What the lexicon says of each token of a text.
struct Lexemes: Sendable {
  /// One entry for each token; a phrase's entry stands at its first token.
  private(set) var entries: [LexicalEntry]
  /// The number of tokens of the phrase that starts at each token; 1 for single words.
  private(set) var phraseLengths: [UInt8]
  /// The index of each word in the lexicon; -1 when it is not there.
  private(set) var words: [Int32]

  /// Looks up every word of a text.
  ///
  /// - Complexity: O(*n*) in the length of the text.
  init(_ text: TokenizedText, lexicon: Lexicon) {
    let tokens = text.tokens
    entries = [LexicalEntry](repeating: LexicalEntry(), count: tokens.count)
    phraseLengths = [UInt8](repeating: 1, count: tokens.count)
    words = [Int32](repeating: -1, count: tokens.count)
    var key: [UInt8] = []
    key.reserveCapacity(64)
    text.bytes.withUnsafeBufferPointer { bytes in
      for index in tokens.indices where tokens[index].kind == .word {
        key.removeAll(keepingCapacity: true)
        Self.appendFolded(bytes, tokens[index], to: &key)
        guard let found = key.withUnsafeBufferPointer({ lexicon.index(ofFolded: $0) }) else {
          continue
        }
        words[index] = Int32(found)
        entries[index] = lexicon.entries[found]
        guard entries[index].traits.contains(.startsPhrase) else { continue }
        if let (entry, length) = Self.phrase(at: index, tokens, bytes, &key, lexicon) {
          entries[index].traits.formUnion(entry.traits)
          entries[index].lemma = entry.lemma == 0 ? entries[index].lemma : entry.lemma
          if entry.cueClass != .none {
            entries[index].cueClass = entry.cueClass
            entries[index].cueStrength = entry.cueStrength
          }
          if entry.gender != .unknown { entries[index].gender = entry.gender }
          phraseLengths[index] = UInt8(length)
        }
      }
    }
  }

  /// The longest phrase of the lexicon that starts at a token.
  private static func phrase(
    at index: Int, _ tokens: [Token], _ bytes: UnsafeBufferPointer<UInt8>, _ key: inout [UInt8],
    _ lexicon: Lexicon
  ) -> (LexicalEntry, Int)? {
    var best: (LexicalEntry, Int)?
    var next = index + 1
    while next < tokens.count && next < index + Lexicon.longestPhrase && tokens[next].kind == .word
    {
      key.append(0x20)
      appendFolded(bytes, tokens[next], to: &key)
      if let found = key.withUnsafeBufferPointer({ lexicon.index(ofFolded: $0) }) {
        best = (lexicon.entries[found], next - index + 1)
      }
      next += 1
    }
    return best
  }

  /// Appends a word in lower case, without the possessive `’s`, with a plain apostrophe.
  private static func appendFolded(
    _ bytes: UnsafeBufferPointer<UInt8>, _ token: Token, to key: inout [UInt8]
  ) {
    var end = token.end
    if token.traits.contains(.apostrophe) { end = endWithoutPossessive(bytes, token) }
    var index = token.start
    while index < end {
      let byte = bytes[index]
      if byte < 0x80 {
        key.append(byte &- 0x41 < 26 ? byte | 0x20 : byte)
        index += 1
      } else if byte == 0xE2 && index + 2 < end && bytes[index + 1] == 0x80
        && bytes[index + 2] == 0x99
      {
        key.append(0x27)
        index += 3
      } else if byte == 0xC3 && index + 1 < end {
        // Latin-1 capitals À…Þ lie 0x20 below their small letters; × is no letter.
        let second = bytes[index + 1]
        key.append(byte)
        key.append(0x80...0x9E ~= second && second != 0x97 ? second + 0x20 : second)
        index += 2
      } else {
        key.append(byte)
        index += 1
      }
    }
  }

  /// The end of a word without a possessive `’s` or `'s`.
  static func endWithoutPossessive(_ bytes: UnsafeBufferPointer<UInt8>, _ token: Token) -> Int {
    guard token.end - token.start >= 3, bytes[token.end - 1] | 0x20 == 0x73 else {
      return token.end
    }
    if bytes[token.end - 2] == 0x27 { return token.end - 2 }
    if token.end - token.start >= 5, bytes[token.end - 2] == 0x99, bytes[token.end - 3] == 0x80,
      bytes[token.end - 4] == 0xE2
    {
      return token.end - 4
    }
    return token.end
  }
}
