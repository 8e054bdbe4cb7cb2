import Prose

/// What the lexicon says of each token of a text.
struct Lexemes: Sendable {
  /// One entry for each token; a phrase's entry stands at its first token.
  let entries: [LexicalEntry]
  /// The number of tokens of the phrase that starts at each token; 1 for single words.
  let phraseLengths: [UInt8]
  /// The index of each word in the lexicon; -1 when it is not there.
  let words: [Int32]

  /// Looks up every word of a text.
  ///
  /// - Complexity: O(*n*) in the length of the text.
  init(_ text: TokenizedText, lexicon: Lexicon) {
    let tokens = text.tokens
    var entries = [LexicalEntry](repeating: LexicalEntry(), count: tokens.count)
    var phraseLengths = [UInt8](repeating: 1, count: tokens.count)
    var words = [Int32](repeating: -1, count: tokens.count)
    text.bytes.withUnsafeBufferPointer { bytes in
      FoldedKey.withKey(longest: lexicon.longestKey) { key in
        for index in tokens.indices where tokens[index].kind == .word {
          let token = tokens[index]
          var found: Int?
          if let short = FoldedKey.short(bytes, token) {
            found = lexicon.index(ofShort: short, count: token.end - token.start)
          } else {
            key.clear()
            if key.append(bytes, token) {
              found = lexicon.index(ofFolded: key.bytes, hash: key.hash)
            }
          }
          guard let found else { continue }
          words[index] = Int32(found)
          entries[index] = lexicon.entries[found]
          guard entries[index].traits.contains(.startsPhrase), index + 1 < tokens.count,
            tokens[index + 1].kind == .word
          else { continue }
          key.clear()
          _ = key.append(bytes, token)
          if let (entry, length) = Self.phrase(at: index, tokens, bytes, &key, lexicon) {
            // "A ministry spokeswoman" is no ministry.
            if entry.traits.contains(.roleNoun) {
              entries[index].traits.subtract([.collective, .plural, .kin])
            }
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
    self.entries = entries
    self.phraseLengths = phraseLengths
    self.words = words
  }

  /// The longest phrase of the lexicon that starts at a token.
  private static func phrase(
    at index: Int, _ tokens: [Token], _ bytes: UnsafeBufferPointer<UInt8>, _ key: inout FoldedKey,
    _ lexicon: Lexicon
  ) -> (LexicalEntry, Int)? {
    var best: (LexicalEntry, Int)?
    var next = index + 1
    while next < tokens.count && next < index + Lexicon.longestPhrase && tokens[next].kind == .word
    {
      guard key.appendSpace(), key.append(bytes, tokens[next]) else { break }
      let hash = key.hash
      guard lexicon.mayBeginPhrase(hash: hash) else { break }
      if let found = lexicon.index(ofFolded: key.bytes, hash: hash) {
        best = (lexicon.entries[found], next - index + 1)
      }
      next += 1
    }
    return best
  }

  /// The end of a word without a possessive `’s` or `'s`; print turns the apostrophe over at times.
  static func endWithoutPossessive(_ bytes: UnsafeBufferPointer<UInt8>, _ token: Token) -> Int {
    guard token.end - token.start >= 3, bytes[token.end - 1] | 0x20 == 0x73 else {
      return token.end
    }
    if bytes[token.end - 2] == 0x27 { return token.end - 2 }
    if token.end - token.start >= 5, bytes[token.end - 2] | 1 == 0x99, bytes[token.end - 3] == 0x80,
      bytes[token.end - 4] == 0xE2
    {
      return token.end - 4
    }
    return token.end
  }
}
