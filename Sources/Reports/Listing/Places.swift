internal import Prose

/// Places of one article's text in every unit.
struct Places {
  private let article: Article

  init(_ article: Article) { self.article = article }

  /// The words of a span with their place.
  func locate(_ span: TextSpan) -> LocatedText {
    let before = String(decoding: article.bytes[..<span.start], as: UTF8.self)
    let text = article.text(of: span)
    let line = before.utf8.count { $0 == 0x0A } + 1
    let column = before.unicodeScalars.reversed().prefix { $0 != "\n" }.count + 1
    let scalar = before.unicodeScalars.count
    let utf16 = before.utf16.count
    return LocatedText(
      text: text, utf8: span.range, scalar: scalar..<scalar + text.unicodeScalars.count,
      utf16: utf16..<utf16 + text.utf16.count, line: line, column: column)
  }
}
