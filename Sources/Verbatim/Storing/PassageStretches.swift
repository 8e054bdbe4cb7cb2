internal import Prose
internal import Quotations

/// The stretches of an article around places that a passage index has found, so much of them that
/// comparing a quotation with them finds what comparing it with the whole article would.
struct PassageStretches {
  /// In the order of the text, none overlapping another.
  private(set) var spans: [TextSpan] = []
  private let article: Article
  private let margin: Int

  /// What lies nearer than this to a margin's end may end a paragraph instead.
  private static let edge = 512

  /// - Parameter wordCount: The number of the quotation's words.
  init(of article: Article, wordCount: Int) {
    self.article = article
    // Of a quotation of which only the middle was found, either half may stand around it, its words
    // printed at their longest; a condition may come before or behind.
    margin = 12 * (wordCount + 32)
  }

  /// Adds the stretch around a place.
  mutating func add(_ place: TextSpan) {
    // The words of captions stand in turns, which are read one by one.
    guard article.captions == nil else {
      spans = article.searchedPieces
      return
    }
    let body = TextSpan(min(article.bodyStart, article.bytes.count), article.bytes.count)
    var span = TextSpan(
      start(near: max(body.start, place.start - margin), notBefore: body.start),
      end(near: min(body.end, place.end + margin), notBehind: body.end))
    spans.removeAll { other in
      guard other.start <= span.end, span.start <= other.end else { return false }
      span = TextSpan(min(span.start, other.start), max(span.end, other.end))
      return true
    }
    spans.insert(span, at: spans.firstIndex { $0.start > span.start } ?? spans.count)
  }

  /// The end of the line before an offset, or of the word, or the offset itself if that is far.
  private func start(near offset: Int, notBefore least: Int) -> Int {
    let bytes = article.bytes
    let range = max(least, offset - Self.edge)..<offset
    if range.lowerBound == least { return least }
    let cut = bytes[range].lastIndex { $0 == 0x0A } ?? bytes[range].lastIndex { $0 == 0x20 }
    return cut.map { $0 + 1 } ?? characterStart(offset)
  }

  private func end(near offset: Int, notBehind most: Int) -> Int {
    let bytes = article.bytes
    let range = offset..<min(most, offset + Self.edge)
    if range.upperBound == most { return most }
    let cut = bytes[range].firstIndex { $0 == 0x0A } ?? bytes[range].firstIndex { $0 == 0x20 }
    return cut ?? characterStart(offset)
  }

  private func characterStart(_ offset: Int) -> Int {
    var offset = offset
    while offset > 0, offset < article.bytes.count, article.bytes[offset] & 0xC0 == 0x80 {
      offset -= 1
    }
    return offset
  }
}
