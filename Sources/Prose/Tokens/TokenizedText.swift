/// The text of one article with its paragraphs and tokens.
public struct TokenizedText: Sendable {
  /// The original text, valid UTF-8.
  public let bytes: [UInt8]
  /// The paragraphs, in order; white space between them belongs to none.
  public let paragraphs: [Paragraph]
  /// The tokens, in order; none crosses the end of a paragraph.
  public let tokens: [Token]

  public init(bytes: [UInt8], paragraphs: [Paragraph], tokens: [Token]) {
    self.bytes = bytes
    self.paragraphs = paragraphs
    self.tokens = tokens
  }

  /// The text of a span.
  public func text(of span: TextSpan) -> String {
    String(decoding: bytes[span.range], as: UTF8.self)
  }

  /// Whether two spans hold the same bytes.
  package func haveSameText(_ a: TextSpan, _ b: TextSpan) -> Bool {
    a.count == b.count && bytes[a.range].elementsEqual(bytes[b.range])
  }

  /// The text of the token at an index.
  public func text(ofToken index: Int) -> String { text(of: tokens[index].span) }

  /// The index of the first token that starts at or after a byte offset.
  ///
  /// - Complexity: O(log *n*) in the number of tokens.
  public func indexOfToken(atOrAfter offset: Int) -> Int {
    var low = 0
    var high = tokens.count
    while low < high {
      let middle = (low + high) / 2
      if tokens[middle].start < offset { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// The indices of the tokens that lie inside a span.
  public func tokens(in span: TextSpan) -> Range<Int> {
    let low = indexOfToken(atOrAfter: span.start)
    return low..<max(low, indexOfToken(atOrAfter: span.end))
  }
}

/// A paragraph: its place, without the white space around it, and its tokens.
public struct Paragraph: Hashable, Sendable {
  public var span: TextSpan
  /// The indices of the paragraph's tokens.
  public var tokens: Range<Int>

  public init(span: TextSpan, tokens: Range<Int>) {
    self.span = span
    self.tokens = tokens
  }
}
