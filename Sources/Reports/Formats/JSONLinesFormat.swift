/// One quotation a line, as JSON with stable keys in a stable order.
struct JSONLinesFormat: ListFormat {
  mutating func begin(_ buffer: inout ByteBuffer) {}

  mutating func write(_ group: QuotationGroup, to buffer: inout ByteBuffer) {
    var last: (article: ArticleReference, json: [UInt8])?
    for quotation in group.quotations {
      // Neighbours are of one article as a rule.
      if last?.article != quotation.article {
        var writer = JSONWriter()
        writer.article(quotation.article)
        last = (quotation.article, writer.buffer.bytes)
      }
      var writer = JSONWriter()
      writer.quotation(quotation, article: last?.json)
      buffer.append(bytes: writer.buffer.bytes)
      buffer.newline()
    }
  }

  mutating func end(_ summary: ListSummary, _ buffer: inout ByteBuffer) {}
}
