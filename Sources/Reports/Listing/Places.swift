import Prose

/// Places of one article's text in every unit.
struct Places {
  private let article: Article
  private let map: OffsetMap

  /// - Complexity: O(*n*) in the length of the text.
  init(_ article: Article) {
    self.article = article
    map = OffsetMap(article)
  }

  /// The words of a span with their place.
  func locate(_ span: TextSpan) -> LocatedText {
    let start = map.location(of: span.start)
    let scalarEnd = map.scalarOffset(of: span.end)
    return LocatedText(
      text: article.text(of: span), utf8: span.range, scalar: start.scalar..<scalarEnd,
      utf16: start.utf16..<map.utf16Offset(of: span.end), line: start.line, column: start.column)
  }
}
