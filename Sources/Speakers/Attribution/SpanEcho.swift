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
    let none = [SpanEcho](repeating: SpanEcho(), count: scene.spans.count)
    let tokens = scene.text.tokens
    func isWord(_ token: Int) -> Bool {
      tokens[token].kind == .word || tokens[token].kind == .number
    }
    let isShort = scene.spans.map { 1...mostWords ~= $0.tokens.count(where: isWord) }
    guard isShort.contains(true) else { return none }
    let words = Words(scene)
    // The span itself is no echo of its own.
    var found: [UInt64: SpanEcho] = [:]
    /// For each length of a span the first words of such spans, as bits of their hashes.
    var beginnings = [Beginnings](repeating: Beginnings(), count: mostWords + 1)
    let keys = scene.spans.indices.map { index -> UInt64? in
      guard isShort[index] else { return nil }
      let range = words.range(scene.spans[index].tokens)
      let key = words.key(range)
      found[key] = SpanEcho(marked: -1)
      beginnings[range.count].insert(words.hashes[range.lowerBound])
      return key
    }
    for length in 1...mostWords where !beginnings[length].isEmpty {
      for start in 0...(words.hashes.count - length)
      where beginnings[length].mayContain(words.hashes[start]) {
        let range = start..<start + length
        let key = words.key(range)
        guard found[key] != nil else { continue }
        let last = words.tokens[range.upperBound - 1]
        let span = scene.spanOfToken[last]
        guard span == scene.spanOfToken[words.tokens[start]] else { continue }
        if span >= 0 {
          let isWhole = words.range(scene.spans[Int(span)].tokens) == range
          found[key]?[keyPath: isWhole ? \SpanEcho.marked : \SpanEcho.quoted] += 1
        } else {
          let isCapital = tokens[last].traits.contains(.capitalized)
          found[key]?[keyPath: isCapital ? \SpanEcho.capitalized : \SpanEcho.small] += 1
        }
      }
    }
    return keys.map { $0.flatMap { found[$0] } ?? SpanEcho() }
  }

  /// Hashes in a few bits: most words of a text begin no span, and one look tells so.
  private struct Beginnings {
    private var bits: SIMD16<UInt64> = .zero
    private(set) var isEmpty = true

    mutating func insert(_ hash: UInt64) {
      bits[Int(hash >> 6 & 15)] |= 1 << (hash & 63)
      isEmpty = false
    }

    func mayContain(_ hash: UInt64) -> Bool {
      bits[Int(hash >> 6 & 15)] >> (hash & 63) & 1 != 0
    }
  }

  /// The words and numbers of a text as hashes.
  private struct Words {
    /// A number for each word, the same for both cases of ASCII letters.
    private(set) var hashes: [UInt64] = []
    /// The token of each.
    private(set) var tokens: [Int] = []
    /// For each token the number of words before it, and at the end that of all.
    private var before: [Int32] = [0]

    init(_ scene: Scene) {
      let all = scene.text.tokens
      hashes.reserveCapacity(all.count)
      tokens.reserveCapacity(all.count)
      before.reserveCapacity(all.count + 1)
      scene.text.bytes.withUnsafeBytes { bytes in
        for (index, token) in all.enumerated() {
          if token.kind == .word || token.kind == .number {
            hashes.append(Self.hash(bytes, token))
            tokens.append(index)
          }
          before.append(Int32(truncatingIfNeeded: hashes.count))
        }
      }
    }

    /// The words of some tokens.
    func range(_ tokens: Range<Int>) -> Range<Int> {
      Int(before[tokens.lowerBound])..<Int(before[tokens.upperBound])
    }

    /// A number that stands for a sequence of words.
    func key(_ range: Range<Int>) -> UInt64 {
      var key: UInt64 = 0
      for index in range { key = (key ^ key >> 29 &+ hashes[index]) &* 0x9E37_79B9_7F4A_7C15 }
      return key
    }

    private static func hash(_ bytes: UnsafeRawBufferPointer, _ token: Token) -> UInt64 {
      var hash = UInt64(truncatingIfNeeded: token.end - token.start)
      var offset = token.start
      while offset < token.end {
        var word: UInt64 = 0
        if offset + 8 <= bytes.count {
          word = bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self).littleEndian
          if token.end - offset < 8 { word &= ~0 >> UInt64(64 - 8 * (token.end - offset)) }
        } else {
          for index in (offset..<token.end).reversed() { word = word << 8 | UInt64(bytes[index]) }
        }
        hash = (hash ^ word.withSmallASCII) &* 0x9E37_79B9_7F4A_7C15
        hash ^= hash >> 29
        offset += 8
      }
      return hash
    }
  }
}
