internal import Quotations
internal import Speakers

/// A table by RFC 4180: a header, one quotation a row, lines that end with CR LF.
///
/// Cells hold the text as printed. A spreadsheet takes a cell that begins with `=`, `+`, `-`, `@`,
/// a tab or a carriage return for a formula; in the safe mode such a cell gets an apostrophe before
/// it, which spreadsheets hide and other readers do not.
struct CSVListFormat: ListFormat {
  private let isSafe: Bool

  init(isSafe: Bool) { self.isSafe = isSafe }

  static let columns = [
    "article", "path", "title", "outlet", "date", "id", "kind", "speech", "text", "speaker",
    "speaker_kind", "mention", "cue", "confidence", "words", "line", "column", "utf8", "scalar",
    "utf16", "evidence",
  ]

  mutating func begin(_ buffer: inout ByteBuffer) { row(Self.columns, &buffer) }

  mutating func write(_ group: QuotationGroup, to buffer: inout ByteBuffer) {
    for quotation in group.quotations {
      let pieces = quotation.pieces
      row(
        [
          quotation.article.id, quotation.article.path ?? "", quotation.article.title ?? "",
          quotation.article.outlet ?? "", quotation.article.date ?? "", quotation.id,
          quotation.kind.rawValue, quotation.isSpeech ? "true" : "false",
          pieces.map(\.text).joined(separator: " … "), quotation.speaker?.name ?? "",
          quotation.speaker?.kind.rawValue ?? "", quotation.mention?.text ?? "",
          quotation.cue?.text ?? "", decimalText(quotation.confidence),
          String(quotation.wordCount), String(pieces[0].line), String(pieces[0].column),
          ranges(pieces.map(\.utf8)), ranges(pieces.map(\.scalar)), ranges(pieces.map(\.utf16)),
          quotation.evidence.joined(separator: ";"),
        ], &buffer)
    }
  }

  mutating func end(_ summary: ListSummary, _ buffer: inout ByteBuffer) {}

  /// The places of all pieces, `12..40;55..80`, which no spreadsheet takes for a date or a time.
  private func ranges(_ ranges: [Range<Int>]) -> String {
    ranges.map { "\($0.lowerBound)..\($0.upperBound)" }.joined(separator: ";")
  }

  private func row(_ cells: [String], _ buffer: inout ByteBuffer) {
    for (index, cell) in cells.enumerated() {
      if index > 0 { buffer.append(UInt8(ascii: ",")) }
      self.cell(cell, &buffer)
    }
    buffer.append("\r\n")
  }

  private func cell(_ text: String, _ buffer: inout ByteBuffer) {
    let needsApostrophe = isSafe && (text.utf8.first.map(Self.startsFormula) ?? false)
    let needsQuotes = text.utf8.contains { $0 == 0x22 || $0 == 0x2C || $0 == 0x0A || $0 == 0x0D }
    if needsQuotes { buffer.append(UInt8(ascii: "\"")) }
    if needsApostrophe { buffer.append(UInt8(ascii: "'")) }
    for byte in text.utf8 {
      if byte == UInt8(ascii: "\"") { buffer.append(byte) }
      buffer.append(byte)
    }
    if needsQuotes { buffer.append(UInt8(ascii: "\"")) }
  }

  private static func startsFormula(_ byte: UInt8) -> Bool {
    "=+-@\t\r".utf8.contains(byte)
  }
}
