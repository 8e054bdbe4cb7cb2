import Prose

extension Tokenizer {
  /// The paragraphs and tokens of an article's body, at their places in the whole text.
  ///
  /// What stands before the body, such as a front matter block, is no prose: it has no tokens, and
  /// the body begins a paragraph even where no blank line sets it off.
  func tokenize(bodyOf article: Article) -> TokenizedText {
    let reading = article.reading
    return tokenize(
      [TextSpan(min(max(0, article.bodyStart), reading.count), reading.count)], of: reading)
  }

  /// The paragraphs and tokens of some stretches of a text, each read as if it stood alone, at their
  /// places in the whole text.
  ///
  /// - Parameter stretches: In the order of the text, none overlapping another.
  /// - Complexity: O(*n*) in the length of the stretches.
  func tokenize(_ stretches: [TextSpan], of bytes: [UInt8]) -> TokenizedText {
    if stretches == [TextSpan(0, bytes.count)] { return tokenize(bytes) }
    var paragraphs: [Paragraph] = []
    var tokens: [Token] = []
    for stretch in stretches {
      let (start, first) = (stretch.start, tokens.count)
      let read = tokenize(Array(bytes[stretch.range]))
      paragraphs += read.paragraphs.lazy.map { paragraph in
        Paragraph(
          span: TextSpan(paragraph.span.start + start, paragraph.span.end + start),
          tokens: paragraph.tokens.lowerBound + first..<paragraph.tokens.upperBound + first)
      }
      tokens += read.tokens.lazy.map { token in
        Token(
          start: token.start + start, end: token.end + start, kind: token.kind,
          traits: token.traits)
      }
    }
    return TokenizedText(bytes: bytes, paragraphs: paragraphs, tokens: tokens)
  }
}
