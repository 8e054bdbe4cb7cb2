import Prose

/// How often the words of a marked span stand elsewhere in its article.
///
/// A term or a title tends to come again in capitals or between marks of its own, a speaker's
/// phrase within a longer quotation.
struct SpanEcho: Hashable, Sendable {
  /// Without marks, with a capital.
  var capitalized = 0
  /// Without marks, in small letters.
  var small = 0
  /// Between marks of their own.
  var marked = 0
  /// Within a longer quotation.
  var quoted = 0
}

extension SpanEcho {
  /// The most words of a span that is looked for.
  private static let mostWords = 6

  /// The echoes of a scene's spans, in their order; spans of many words have none.
  ///
  /// - Complexity: Linear in the number of tokens.
  static func echoes(in scene: Scene) -> [SpanEcho] {
    let tokens = scene.text.tokens
    let words = tokens.indices.filter { tokens[$0].kind == .word || tokens[$0].kind == .number }
    let hashes = words.map { hash(scene.text, $0) }
    // For each token the number of words before it.
    var wordsBefore = [0]
    wordsBefore.reserveCapacity(tokens.count + 1)
    for token in tokens {
      let isWord = token.kind == .word || token.kind == .number
      wordsBefore.append(wordsBefore[wordsBefore.count - 1] + (isWord ? 1 : 0))
    }
    func range(_ tokens: Range<Int>) -> Range<Int> {
      wordsBefore[tokens.lowerBound]..<wordsBefore[tokens.upperBound]
    }
    var found: [UInt64: SpanEcho] = [:]
    var lengths = Set<Int>()
    let keys = scene.spans.map { span -> UInt64? in
      let words = range(span.tokens)
      guard 1...mostWords ~= words.count else { return nil }
      let key = key(hashes[words])
      lengths.insert(words.count)
      // The span itself is no echo of its own.
      found[key] = SpanEcho(marked: -1)
      return key
    }
    for length in lengths.sorted() {
      for start in 0...(words.count - length) {
        let key = key(hashes[start..<start + length])
        guard found[key] != nil else { continue }
        let last = words[start + length - 1]
        let span = scene.spanOfToken[last]
        guard span == scene.spanOfToken[words[start]] else { continue }
        if span >= 0 {
          let isWhole = range(scene.spans[Int(span)].tokens) == start..<start + length
          found[key]?[keyPath: isWhole ? \SpanEcho.marked : \SpanEcho.quoted] += 1
        } else {
          let isCapital = tokens[last].traits.contains(.capitalized)
          found[key]?[keyPath: isCapital ? \SpanEcho.capitalized : \SpanEcho.small] += 1
        }
      }
    }
    return keys.map { $0.flatMap { found[$0] } ?? SpanEcho() }
  }

  /// A number that stands for a word, the same for both cases of ASCII letters (FNV-1a).
  private static func hash(_ text: TokenizedText, _ token: Int) -> UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in text.bytes[text.tokens[token].start..<text.tokens[token].end] {
      hash = (hash ^ UInt64(byte &- 0x41 < 26 ? byte | 0x20 : byte)) &* 0x100_0000_01B3
    }
    return hash
  }

  /// A number that stands for a sequence of words.
  private static func key(_ hashes: ArraySlice<UInt64>) -> UInt64 {
    hashes.reduce(0) { ($0 ^ $0 >> 29 &+ $1) &* 0x9E37_79B9_7F4A_7C15 }
  }
}
