internal import Prose
public import Wording

/// Turns checked pairs, one after the other, into a report.
///
/// Nothing is kept of a pair once it is written, so that a batch needs no more memory than its
/// largest pair. The costly part, ``write(_:)``, may run on any thread.
public struct DiffReport: Sendable {
  /// How pairs are printed.
  public struct Options: Hashable, Sendable {
    public var format: Format
    public var style: TerminalStyle
    /// Whether there may be many pairs, each with a name, rather than one.
    public var isBatch: Bool

    public init(
      format: Format = .text, style: TerminalStyle = TerminalStyle(), isBatch: Bool = false
    ) {
      self.format = format
      self.style = style
      self.isBatch = isBatch
    }
  }

  /// The output formats.
  public enum Format: String, Hashable, Sendable, CaseIterable {
    case text, json, jsonl, markdown, html
  }

  /// A pair that is written, and what a summary needs of it.
  public struct WrittenPair: Sendable {
    public var verdict: Verdict
    public var classes: Set<DifferenceClass>
    /// The bytes of the two wordings.
    public var byteCount: Int
    /// What was not compared, each with what names the pair.
    public var warnings: [String]
    var bytes: [UInt8]
  }

  private let options: Options
  private let format: any DiffFormat
  private var buffer = ByteBuffer()
  private var summary = DiffSummary()

  public init(options: Options) {
    self.options = options
    format =
      switch options.format {
      case .text: TextDiffFormat(style: options.style, isBatch: options.isBatch)
      case .json: JSONDiffFormat()
      case .jsonl: JSONLinesDiffFormat()
      case .markdown: MarkdownDiffFormat(isBatch: options.isBatch)
      case .html: HTMLDiffFormat(isBatch: options.isBatch)
      }
    format.begin(&buffer)
  }

  /// Writes a pair; to be handed to ``add(_:)-(WrittenPair)`` in the order of the input.
  public func write(_ pair: CheckedPair) -> WrittenPair {
    var buffer = ByteBuffer(capacity: Self.usualBytes)
    format.write(pair, to: &buffer)
    return WrittenPair(
      verdict: pair.verdict, classes: Set(pair.differences.map(\.differenceClass)),
      byteCount: pair.a.text.bytes.count + pair.b.text.bytes.count,
      warnings: pair.warnings.map { VisibleText.oneLine("\(pair.id ?? "the wordings"): \($0)") },
      bytes: buffer.bytes)
  }

  /// So many bytes hold most pairs as they are written.
  private static let usualBytes = 1024

  /// Adds the next pair.
  ///
  /// - Returns: The bytes that can be written already.
  public mutating func add(_ pair: WrittenPair) -> [UInt8] {
    if summary.pairCount > 0 { format.separate(&buffer) }
    summary.pairCount += 1
    summary.verdicts[pair.verdict, default: 0] += 1
    if buffer.bytes.isEmpty { return pair.bytes }
    buffer.append(bytes: pair.bytes)
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

/// What a report of pairs amounts to.
struct DiffSummary {
  var pairCount = 0
  var verdicts: [Verdict: Int] = [:]
  var failures: [ReadFailure] = []

  /// `12 pairs: 9 verbatim, 3 altered.`
  var line: String {
    let parts = Verdict.allCases.compactMap { verdict in
      verdicts[verdict].map { "\($0) \(verdict.rawValue)" }
    }
    let pairs = ListWords.counted(pairCount, "pair")
    return parts.isEmpty ? "\(pairs)." : "\(pairs): \(parts.joined(separator: ", "))."
  }
}

/// Writes pairs in one format. A format keeps nothing, so that pairs can be written on any thread.
protocol DiffFormat: Sendable {
  func begin(_ buffer: inout ByteBuffer)
  func write(_ pair: CheckedPair, to buffer: inout ByteBuffer)
  /// Writes what stands between two pairs.
  func separate(_ buffer: inout ByteBuffer)
  func end(_ summary: DiffSummary, _ buffer: inout ByteBuffer)
}

extension DiffFormat {
  func begin(_ buffer: inout ByteBuffer) {}
  func separate(_ buffer: inout ByteBuffer) {}
  func end(_ summary: DiffSummary, _ buffer: inout ByteBuffer) {}
}
