public import Prose

/// Compares renderings word by word and names each difference.
///
///     let comparer = WordingComparer()
///     let a = comparer.read(Rendering(text: tokenizer.tokenize(Array("We may sign.".utf8))))
///     let b = comparer.read(Rendering(text: tokenizer.tokenize(Array("We will sign.".utf8))))
///     comparer.compare(a, b).differences  // one, of class modal
///
/// A comparer holds no state of the texts: one can serve all threads. Exchanging the two renderings
/// mirrors the result.
public struct WordingComparer: Sendable {
  public init() {}

  /// The words of a rendering. Read each rendering once, however often it is compared.
  ///
  /// - Complexity: O(*n*).
  public func read(_ rendering: Rendering) -> WordSequence {
    var sequence = WordSequence(text: rendering.text, pieces: rendering.pieces)
    let bytes = rendering.text.bytes
    for (index, piece) in rendering.pieces.enumerated() {
      for token in rendering.text.tokens[rendering.text.tokens(in: piece)]
      where token.kind == .word || token.kind == .number {
        var key: UInt64 = 14_695_981_039_346_656_037
        for byte in bytes[token.span.range] {
          key = (key ^ UInt64(byte &- 0x41 < 26 ? byte | 0x20 : byte)) &* 1_099_511_628_211
        }
        sequence.words.append(
          .init(
            key: key, bits: token.span.count < 4 ? 4 : 12, piece: index,
            start: UInt32(token.start), end: UInt32(token.end)))
      }
    }
    return sequence
  }

  /// Compares two renderings.
  ///
  /// - Parameters:
  ///   - aWords: The words of `a` to compare; nil for all. With a part of a long text, differences
  ///     never reach beyond it.
  ///   - bWords: The words of `b` to compare; nil for all.
  public func compare(
    _ a: WordSequence, _ b: WordSequence, aWords: Range<Int>? = nil, bWords: Range<Int>? = nil
  ) -> Comparison {
    let aWords = aWords ?? a.words.indices
    let bWords = bWords ?? b.words.indices
    let isSame = a.words[aWords].map(\.key) == b.words[bWords].map(\.key)
    return Comparison(
      judgement: isSame ? .same : .different, relation: isSame ? .full : nil,
      similarity: isSame ? 1 : 0, differences: [],
      shared: isSame
        ? .init(a: a.span(of: aWords), b: b.span(of: bWords)) : nil)
  }
}
