internal import Speakers
internal import Wording

/// A table by RFC 4180, one quotation a row: the best place, and how many there are.
///
/// The user's own table comes back with its columns, and the findings behind them; a finding whose
/// column the table has already is called `verbatim_…`.
struct CSVVerifyFormat: VerifyFormat {
  private let columns: [String]?
  private let writer: CSVWriter

  init(columns: [String]?, isSafe: Bool) {
    self.columns = columns
    writer = CSVWriter(isSafe: isSafe)
  }

  private static let quotationColumns = ["article", "path", "id", "text", "speaker", "line"]
  private static let findings = [
    "verdict", "severity", "speaker_conflict", "source", "source_path", "source_line", "time",
    "passage", "source_speaker", "relation", "similarity", "differences", "changes", "places",
    "read_sources", "read_words",
  ]

  func begin(_ buffer: inout ByteBuffer) {
    guard let columns else { return writer.row(Self.quotationColumns + Self.findings, &buffer) }
    let taken = Set(columns.map { $0.lowercased() })
    writer.row(
      columns + Self.findings.map { taken.contains($0) ? "verbatim_\($0)" : $0 }, &buffer)
  }

  func write(_ quotation: VerifiedQuotation, to buffer: inout ByteBuffer) {
    writer.row(own(quotation) + findings(quotation), &buffer)
  }

  private func own(_ quotation: VerifiedQuotation) -> [String] {
    if columns != nil, case .cells(let cells) = quotation.row { return cells }
    return [
      quotation.article?.id ?? "", quotation.article?.path ?? "", quotation.id,
      quotation.pieces.map(\.text).joined(separator: " … "), quotation.speaker?.name ?? "",
      quotation.article == nil ? "" : String(quotation.pieces[0].line),
    ]
  }

  private func findings(_ quotation: VerifiedQuotation) -> [String] {
    let found = quotation.found.first
    let differences = found?.pair.differences ?? []
    let parts = found.map { $0.parts.isEmpty ? [$0.passage] : $0.parts } ?? []
    return [
      quotation.verdict.rawValue, quotation.severity.name,
      quotation.hasSpeakerConflict ? "true" : "false", found?.source.id ?? "",
      found?.source.path ?? "", found.map { String($0.passage.line) } ?? "",
      found?.passage.timeText ?? "", parts.map(\.place.text).joined(separator: " … "),
      found?.speaker?.name ?? "", found?.pair.relation?.rawValue ?? "",
      found.map { decimalText($0.pair.similarity) } ?? "",
      differences.map(\.differenceClass.rawValue).joined(separator: ";"),
      differences.map { WordingWords.change($0, limit: 200) }.joined(separator: "; "),
      String(quotation.found.count), String(quotation.read.sources),
      String(quotation.read.words),
    ]
  }
}
