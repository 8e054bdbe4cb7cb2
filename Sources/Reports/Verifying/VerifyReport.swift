public import Wording

/// Turns verified quotations, one after the other, into a report.
///
/// Nothing is kept of a quotation once it is written. The costly part, ``write(_:)``, may run on any
/// thread.
public struct VerifyReport: Sendable {
  /// How quotations are printed.
  public struct Options: Hashable, Sendable {
    public var format: Format
    public var style: TerminalStyle
    /// The columns of the user's own table, if that is what is handed back.
    public var columns: [String]?
    /// Whether cells of CSV that a spreadsheet would take for a formula get an apostrophe.
    public var usesSafeCSV: Bool

    public init(
      format: Format = .text, style: TerminalStyle = TerminalStyle(), columns: [String]? = nil,
      usesSafeCSV: Bool = false
    ) {
      self.format = format
      self.style = style
      self.columns = columns
      self.usesSafeCSV = usesSafeCSV
    }
  }

  /// The output formats.
  public enum Format: String, Hashable, Sendable, CaseIterable {
    case text, json, jsonl, csv, markdown
  }

  /// A quotation that is written, and what a summary needs of it.
  public struct Written: Sendable {
    public var verdict: Verdict
    /// The classes of the differences at the best place.
    public var classes: Set<DifferenceClass>
    public var hasSpeakerConflict: Bool
    /// What was not compared, each with what names the quotation.
    public var warnings: [String]
    var bytes: [UInt8]
  }

  private let format: any VerifyFormat
  private var buffer = ByteBuffer()
  private var summary: VerifySummary

  /// - Parameter read: What was read of sources, for the end of the report.
  public init(options: Options, read: VerifiedQuotation.Read) {
    summary = VerifySummary(read: read)
    format =
      switch options.format {
      case .text: TextVerifyFormat(style: options.style)
      case .json: JSONVerifyFormat(columns: options.columns)
      case .jsonl: JSONLinesVerifyFormat(columns: options.columns)
      case .csv: CSVVerifyFormat(columns: options.columns, isSafe: options.usesSafeCSV)
      case .markdown: MarkdownVerifyFormat()
      }
    format.begin(&buffer)
  }

  /// Writes a quotation; to be handed to ``add(_:)-(Written)`` in the order of the input.
  public func write(_ quotation: VerifiedQuotation) -> Written {
    var buffer = ByteBuffer()
    format.write(quotation, to: &buffer)
    return Written(
      verdict: quotation.verdict, classes: quotation.classes,
      hasSpeakerConflict: quotation.hasSpeakerConflict, warnings: Self.warnings(of: quotation),
      bytes: buffer.bytes)
  }

  private static func warnings(of quotation: VerifiedQuotation) -> [String] {
    var warnings = quotation.warnings + quotation.found.flatMap(\.pair.warnings)
    if quotation.placesLeftOut > 0 {
      warnings.append(
        "at least \(ListWords.counted(quotation.placesLeftOut, "more place")) may be meant and "
          + "\(quotation.placesLeftOut == 1 ? "was" : "were") not compared. Raise --max-places.")
    }
    guard !warnings.isEmpty else { return [] }
    let place = quotation.pieces[0]
    let name =
      quotation.article.map { "\($0.path ?? $0.id):\(place.line):\(place.column)" }
      ?? quotation.id
    return warnings.map { VisibleText.oneLine("\(name): \($0)") }
  }

  /// Adds the next quotation.
  ///
  /// - Returns: The bytes that can be written already.
  public mutating func add(_ quotation: Written) -> [UInt8] {
    if summary.count > 0 { format.separate(&buffer) }
    summary.count += 1
    summary.verdicts[quotation.verdict, default: 0] += 1
    if quotation.hasSpeakerConflict { summary.conflicts += 1 }
    buffer.append(bytes: quotation.bytes)
    return buffer.take()
  }

  /// Adds input that could not be used, for the formats that report it.
  public mutating func add(_ failure: ReadFailure) { summary.failures.append(failure) }

  /// Ends the report.
  ///
  /// - Returns: The remaining bytes.
  public mutating func finish() -> [UInt8] {
    format.end(summary, &buffer)
    return buffer.take()
  }
}

/// What a report of verified quotations amounts to.
struct VerifySummary {
  var read: VerifiedQuotation.Read
  var count = 0
  var verdicts: [Verdict: Int] = [:]
  var conflicts = 0
  var failures: [ReadFailure] = []

  /// `12 quotations: 9 verbatim, 3 altered; 1 credited to somebody else.`, and what was read.
  var lines: [String] {
    let parts = Verdict.allCases.compactMap { verdict in
      verdicts[verdict].map { "\($0) \(verdict.rawValue)" }
    }
    var line = ListWords.counted(count, "quotation")
    if !parts.isEmpty { line += ": \(parts.joined(separator: ", "))" }
    if conflicts > 0 { line += "; \(conflicts) credited to somebody else by the source" }
    return ["\(line).", "Looked up in \(VerifyWords.read(read))."]
  }
}

/// Writes quotations in one format. A format keeps nothing, so that they can be written on any
/// thread.
protocol VerifyFormat: Sendable {
  func begin(_ buffer: inout ByteBuffer)
  func write(_ quotation: VerifiedQuotation, to buffer: inout ByteBuffer)
  /// Writes what stands between two quotations.
  func separate(_ buffer: inout ByteBuffer)
  func end(_ summary: VerifySummary, _ buffer: inout ByteBuffer)
}

extension VerifyFormat {
  func begin(_ buffer: inout ByteBuffer) {}
  func separate(_ buffer: inout ByteBuffer) {}
  func end(_ summary: VerifySummary, _ buffer: inout ByteBuffer) {}
}
