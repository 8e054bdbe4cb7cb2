public import Prose
public import Quotations

/// The identifiers of an article's quotations.
///
/// An identifier is `q-` and the first 16 hexadecimal digits of the SHA-256 of the article's
/// identifier, the texts of the quotation's pieces, and how many equal quotations precede it. It
/// does not depend on the quotation's number, so that one more quotation changes no other's
/// identifier.
public enum QuotationIdentifiers {
  /// The identifiers of all quotations of an article, in their order.
  public static func identifiers(of quotations: [Quotation], in article: Article) -> [String] {
    var occurrences: [[UInt8]: Int] = [:]
    var start = SHA256()
    update(&start, with: ArraySlice(article.id.utf8))
    var counts: [Int: Int] = [:]
    for quotation in quotations { counts[size(quotation), default: 0] += 1 }
    return quotations.map { quotation in
      var hash = start
      for piece in quotation.pieces { update(&hash, with: article.bytes[piece.span.range]) }
      var occurrence = 0
      // Only where as many bytes come again can the words do so.
      if counts[size(quotation), default: 0] > 1 {
        var copy = hash
        let content = copy.finish()
        occurrence = occurrences[content, default: 0]
        occurrences[content] = occurrence + 1
      }
      update(&hash, with: ArraySlice(String(occurrence).utf8))
      return hash.finishedIdentifier(after: "q-")
    }
  }

  private static func size(_ quotation: Quotation) -> Int {
    quotation.pieces.reduce(0) { $0 + $1.span.count }
  }

  /// Adds a field with its length before it, so that no two sequences of fields hash alike.
  private static func update(_ hash: inout SHA256, with field: ArraySlice<UInt8>) {
    hash.update("\(field.count):")
    hash.update(field)
  }
}
