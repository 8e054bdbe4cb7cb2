/// How a comparison of renderings is printed.
public struct CompareOptions: Hashable, Sendable {
  /// The output formats.
  public enum Format: String, Hashable, Sendable, CaseIterable {
    case text, json, jsonl, csv, markdown, html

    /// Whether the format is for people, who look for what differs.
    public var isForPeople: Bool {
      switch self {
      case .text, .markdown, .html: true
      case .json, .jsonl, .csv: false
      }
    }
  }

  public var format: Format
  public var style: TerminalStyle
  /// Whether the formats for people show groups without differences too; the others always do.
  public var includesAll: Bool
  /// Whether cells of CSV that a spreadsheet would take for a formula get an apostrophe.
  public var usesSafeCSV: Bool
  /// The name of the house style that the verdicts follow, for the reader.
  public var profile: String?

  public init(
    format: Format = .text, style: TerminalStyle = TerminalStyle(), includesAll: Bool = false,
    usesSafeCSV: Bool = false, profile: String? = nil
  ) {
    self.format = format
    self.style = style
    self.includesAll = includesAll
    self.usesSafeCSV = usesSafeCSV
    self.profile = profile
  }
}

/// Turns groups of renderings, in the order in which they are given, into a report.
public struct CompareReport {
  private let options: CompareOptions
  private var format: any CompareFormat
  private var buffer = ByteBuffer()
  private var summary = CompareSummary()

  public init(options: CompareOptions) {
    self.options = options
    format =
      switch options.format {
      case .text: TextCompareFormat(style: options.style)
      case .json: JSONCompareFormat()
      case .jsonl: JSONLinesCompareFormat()
      case .csv: CSVCompareFormat(isSafe: options.usesSafeCSV)
      case .markdown: MarkdownCompareFormat()
      case .html: HTMLCompareFormat(profile: options.profile)
      }
    format.begin(&buffer)
  }

  /// Adds the next group.
  ///
  /// - Returns: The bytes that can be written already.
  public mutating func add(_ group: UtteranceGroup) -> [UInt8] {
    let isOfNote = !group.differences.isEmpty || group.hasSpeakerConflict
    if isOfNote || options.includesAll || !options.format.isForPeople {
      summary.groupCount += 1
      format.write(group, to: &buffer)
    } else {
      summary.agreeingCount += 1
    }
    return buffer.take()
  }

  /// Adds input that could not be read, for the formats that report it.
  public mutating func add(_ failure: ReadFailure) { summary.failures.append(failure) }

  /// Counts articles that were read, and the quotations in them.
  public mutating func countArticles(_ count: Int, quotations: Int) {
    summary.articleCount += count
    summary.quotationCount += quotations
  }

  /// Ends the report.
  ///
  /// - Returns: The remaining bytes.
  public mutating func finish() -> [UInt8] {
    format.end(summary, &buffer)
    return buffer.take()
  }
}

/// What a comparison amounts to.
struct CompareSummary {
  var articleCount = 0
  var quotationCount = 0
  /// The groups that are shown.
  var groupCount = 0
  /// The groups without differences that are not.
  var agreeingCount = 0
  var failures: [ReadFailure] = []
}

/// Writes groups of renderings in one format.
protocol CompareFormat {
  mutating func begin(_ buffer: inout ByteBuffer)
  mutating func write(_ group: UtteranceGroup, to buffer: inout ByteBuffer)
  mutating func end(_ summary: CompareSummary, _ buffer: inout ByteBuffer)
}
