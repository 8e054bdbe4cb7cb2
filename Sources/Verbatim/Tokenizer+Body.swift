import Prose

extension Tokenizer {
  /// The paragraphs and tokens of an article's body, at their places in the whole text.
  ///
  /// What stands before the body, such as a front matter block, is no prose: it has no tokens, and
  /// the body begins a paragraph even where no blank line sets it off.
  func tokenize(bodyOf article: Article) -> TokenizedText {
    let reading = article.reading
    let start = min(max(0, article.bodyStart), reading.count)
    guard start > 0 else { return tokenize(reading) }
    let body = tokenize(Array(reading[start...]))
    return TokenizedText(
      bytes: reading,
      paragraphs: body.paragraphs.map { paragraph in
        Paragraph(
          span: TextSpan(paragraph.span.start + start, paragraph.span.end + start),
          tokens: paragraph.tokens)
      },
      tokens: body.tokens.map { token in
        Token(
          start: token.start + start, end: token.end + start, kind: token.kind,
          traits: token.traits)
      })
  }
}
