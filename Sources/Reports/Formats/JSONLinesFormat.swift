/// One quotation a line, as JSON with stable keys in a stable order.
struct JSONLinesFormat: ListFormat {
  mutating func begin(_ buffer: inout ByteBuffer) {}

  mutating func write(_ group: QuotationGroup, to buffer: inout ByteBuffer) {
    for quotation in group.quotations {
      var writer = JSONWriter()
      writer.quotation(quotation)
      buffer.append(bytes: writer.buffer.bytes)
      buffer.newline()
    }
  }

  mutating func end(_ summary: ListSummary, _ buffer: inout ByteBuffer) {}
}
