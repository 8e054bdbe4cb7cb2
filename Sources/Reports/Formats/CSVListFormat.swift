internal import Quotations
internal import Speakers

/// A table by RFC 4180: a header, one quotation a row, lines that end with CR LF.
///
/// Cells hold the text as printed, but for what ``CSVWriter`` does in the safe mode.
struct CSVListFormat: ListFormat {
  private let writer: CSVWriter

  init(isSafe: Bool) { writer = CSVWriter(isSafe: isSafe) }

  static let columns = [
    "article", "path", "title", "outlet", "date", "id", "kind", "speech", "text", "speaker",
    "speaker_kind", "mention", "cue", "confidence", "words", "line", "column", "utf8", "scalar",
    "utf16", "evidence",
  ]

  mutating func begin(_ buffer: inout ByteBuffer) {
    writer.row(Self.columns, &buffer)
  }

  mutating func write(_ group: QuotationGroup, to buffer: inout ByteBuffer) {
    for quotation in group.quotations {
      let pieces = quotation.pieces
      writer.row(
        [
          quotation.article.id, quotation.article.path ?? "", quotation.article.title ?? "",
          quotation.article.outlet ?? "", quotation.article.date ?? "", quotation.id,
          quotation.kind.rawValue, quotation.isSpeech ? "true" : "false",
          pieces.map(\.text).joined(separator: " … "), quotation.speaker?.name ?? "",
          quotation.speaker?.kind.rawValue ?? "", quotation.mention?.text ?? "",
          quotation.cue?.text ?? "", decimalText(quotation.confidence),
          String(quotation.wordCount), String(pieces[0].line), String(pieces[0].column),
          CSVWriter.ranges(pieces.map(\.utf8)), CSVWriter.ranges(pieces.map(\.scalar)),
          CSVWriter.ranges(pieces.map(\.utf16)),
          quotation.evidence.joined(separator: ";"),
        ], &buffer)
    }
  }

  mutating func end(_ summary: ListSummary, _ buffer: inout ByteBuffer) {}
}
