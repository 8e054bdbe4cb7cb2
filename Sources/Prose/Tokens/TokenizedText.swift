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

extension TokenizedText {
  /// The same text without the paragraphs that start before an offset.
  public func dropping(before offset: Int) -> TokenizedText {
    guard let first = paragraphs.firstIndex(where: { $0.span.start >= offset }) else {
      return TokenizedText(bytes: bytes, paragraphs: [], tokens: [])
    }
    guard first > 0 else { return self }
    let skipped = paragraphs[first].tokens.lowerBound
    let kept = paragraphs[first...].map { paragraph in
      let tokens = paragraph.tokens
      return Paragraph(
        span: paragraph.span, tokens: tokens.lowerBound - skipped..<tokens.upperBound - skipped)
    }
    return TokenizedText(bytes: bytes, paragraphs: kept, tokens: Array(tokens[skipped...]))
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
