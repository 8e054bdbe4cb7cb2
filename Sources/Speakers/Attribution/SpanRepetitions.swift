import Prose

/// Where else in an article the words of its short marked spans occur.
///
/// A term is used again without marks; what somebody said is quoted again at greater length.
struct SpanRepetitions: Sendable {
  /// Where else the words of one span occur.
  struct Occurrences: Hashable, Sendable {
    /// Plain in the narration.
    var unmarked = 0
    /// As the whole of another marked span.
    var marked = 0
    /// Among the words of a longer marked span.
    var insideLonger = 0
  }

  /// The longest span that is looked for, in words.
  private static let longest = 5

  private var keys: [UInt64]
  private var occurrences: [UInt64: Occurrences] = [:]

  /// Looks for the words of every short span.
  ///
  /// - Complexity: O(*n*) in the length of the text.
  init(_ scene: Scene) {
    keys = [UInt64](repeating: 0, count: scene.spans.count)
    let hashes = Self.wordHashes(scene.text)
    var lengths: [UInt64: Int] = [:]
    for (index, span) in scene.spans.enumerated() {
      let words = span.tokens.lazy.map { hashes[$0] }.filter { $0 != 0 }.prefix(Self.longest + 1)
      guard !words.isEmpty, words.count <= Self.longest, let first = words.first else { continue }
      keys[index] = words.reduce(0, Self.combined)
      occurrences[keys[index]] = Occurrences(marked: -1)
      lengths[first, default: 0] |= 1 << words.count
    }
    guard !lengths.isEmpty else { return }
    let tokens = scene.text.tokens.indices.filter { hashes[$0] != 0 }
    for start in tokens.indices {
      guard let wanted = lengths[hashes[tokens[start]]] else { continue }
      var key: UInt64 = 0
      for end in start..<min(start + Self.longest, tokens.count) {
        key = Self.combined(key, hashes[tokens[end]])
        if wanted & 1 << (end - start + 1) != 0 { count(key, tokens[start]...tokens[end], scene) }
      }
    }
  }

  /// Where else the words of a span occur; nothing for long spans.
  subscript(span: Int) -> Occurrences { occurrences[keys[span]] ?? Occurrences() }

  private mutating func count(_ key: UInt64, _ tokens: ClosedRange<Int>, _ scene: Scene) {
    guard var found = occurrences[key] else { return }
    let span = Int(scene.spanOfToken[tokens.lowerBound])
    guard span == scene.spanOfToken[tokens.upperBound] else { return }
    if span < 0 {
      found.unmarked += 1
    } else if keys[span] == key {
      found.marked += 1
    } else {
      found.insideLonger += 1
    }
    occurrences[key] = found
  }

  private static func combined(_ hash: UInt64, _ word: UInt64) -> UInt64 {
    (hash &* 0x9E37_79B9_7F4A_7C15) ^ word
  }

  /// A hash of each word without regard to ASCII case; 0 for tokens that are no words.
  private static func wordHashes(_ text: TokenizedText) -> [UInt64] {
    text.tokens.map { token in
      guard token.kind == .word || token.kind == .number else { return 0 }
      var hash: UInt64 = 0xCBF2_9CE4_8422_2325
      for byte in text.bytes[token.start..<token.end] {
        hash = (hash ^ UInt64(byte &- 0x41 < 26 ? byte | 0x20 : byte)) &* 0x100_0000_01B3
      }
      return hash | 1
    }
  }
}
