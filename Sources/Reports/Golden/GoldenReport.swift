public import Golden

/// Turns the results of golden cases, one after the other, into a report.
///
/// A report holds nothing of the time or the machine: the same results give the same bytes. Paths are
/// those of the results, and those of inputs are joined to their golden file's folder.
public struct GoldenReport: Sendable {
  /// How results are printed.
  public struct Options: Hashable, Sendable {
    public var format: Format
    public var style: TerminalStyle
    /// Whether text, Markdown and SARIF name what is as accepted too: cases that pass, quotations that
    /// only moved, and in text and Markdown the differences of cases that fail as expected. The other
    /// formats always do.
    public var includesPassed: Bool
    /// The folders or files that were checked, for the advice on what to do next.
    public var paths: [String]

    public init(
      format: Format = .text, style: TerminalStyle = TerminalStyle(), includesPassed: Bool = false,
      paths: [String] = []
    ) {
      self.format = format
      self.style = style
      self.includesPassed = includesPassed
      self.paths = paths
    }
  }

  /// The output formats.
  public enum Format: String, Hashable, Sendable, CaseIterable {
    case text, markdown, html, junit, tap, json, sarif

    /// Whether it shows the answers and the texts of the inputs, if the results have them.
    public var showsTexts: Bool { self == .html }
  }

  private var format: any GoldenFormat
  private var buffer = ByteBuffer()
  private var summary = GoldenSummary()

  public init(options: Options) {
    format =
      switch options.format {
      case .text: TextGoldenFormat(options)
      case .markdown: MarkdownGoldenFormat(options)
      case .html: HTMLGoldenFormat()
      case .junit: JUnitGoldenFormat()
      case .tap: TAPGoldenFormat()
      case .json: JSONGoldenFormat()
      case .sarif: SARIFGoldenFormat(options)
      }
    format.begin(&buffer)
  }

  /// Adds the result of the next case.
  ///
  /// - Returns: The bytes that can be written already.
  public mutating func add(_ result: CaseResult) -> [UInt8] {
    summary.count(result)
    format.write(result, to: &buffer)
    return buffer.take()
  }

  /// Ends the report.
  ///
  /// - Returns: The remaining bytes.
  public mutating func finish() -> [UInt8] {
    format.end(summary, &buffer)
    return buffer.take()
  }
}

/// What a report of golden cases amounts to.
struct GoldenSummary: Sendable {
  var outcomes: [CaseResult.Outcome: Int] = [:]
  /// The differences by kind, without those of cases that fail as expected.
  var differences: [GoldenDifference.Kind: Int] = [:]
  var problems: [CaseProblem.Kind: Int] = [:]
  var tally = GoldenTally()

  var caseCount: Int { outcomes.values.reduce(0, +) }

  mutating func count(_ result: CaseResult) {
    outcomes[result.outcome, default: 0] += 1
    tally += result.tally
    for problem in result.problems { problems[problem.kind, default: 0] += 1 }
    if result.outcome == .failedAsExpected { return }
    for difference in result.differences { differences[difference.kind, default: 0] += 1 }
  }

  /// Whether there are differences to accept or reject.
  var needsReview: Bool { differences.contains { $0.key.isFailure } }

  /// Whether nothing needs anybody's attention.
  var isWell: Bool {
    outcomes[.failed] == nil && outcomes[.broken] == nil && problems.isEmpty
  }
}

/// Writes the results of golden cases in one format.
protocol GoldenFormat: Sendable {
  mutating func begin(_ buffer: inout ByteBuffer)
  mutating func write(_ result: CaseResult, to buffer: inout ByteBuffer)
  mutating func end(_ summary: GoldenSummary, _ buffer: inout ByteBuffer)
}
