internal import Golden
internal import Prose
internal import Wording

/// Results of golden cases in CommonMark with GitHub's tables, for a comment on a change.
struct MarkdownGoldenFormat: GoldenFormat {
  private let includesPassed: Bool
  private let paths: [String]
  /// The cases; the summary stands before them.
  private var cases = ByteBuffer()
  /// The cases that need nobody's attention, one on a line.
  private var quietCases = ByteBuffer()

  init(_ options: GoldenReport.Options) {
    includesPassed = options.includesPassed
    paths = options.paths
  }

  mutating func begin(_ buffer: inout ByteBuffer) {}

  mutating func write(_ result: CaseResult, to buffer: inout ByteBuffer) {
    let isQuiet = result.outcome == .passed || result.outcome == .failedAsExpected
    if isQuiet, result.problems.isEmpty {
      guard includesPassed else { return }
      if result.differences.isEmpty { return writeQuietly(result) }
    }
    cases.append("\n## \(result.outcome.rawValue): \(Self.escaped(result.path))\n")
    if result.outcome == .failedAsExpected, let reason = result.header?.expectedFailure {
      cases.append("\n\(Self.escaped(reason))\n")
    }
    for (index, problem) in result.problems.enumerated() {
      if index == 0 { cases.newline() }
      let place = problem.line.map { "line \($0): " } ?? ""
      cases.append("- **\(problem.kind.rawValue)**: \(place)\(Self.escaped(problem.what)); ")
      cases.append("\(Self.escaped(problem.remedy))\n")
    }
    table(of: includesPassed ? result.differences : result.failures, result)
  }

  mutating func end(_ summary: GoldenSummary, _ buffer: inout ByteBuffer) {
    buffer.append("# Golden cases\n\n**\(GoldenWords.outcomes(summary))**\n")
    if let counts = GoldenWords.counts(summary.differences) {
      buffer.append("\nDifferences: \(counts)\n")
    }
    for (index, line) in GoldenWords.tally(summary.tally).enumerated() {
      if index == 0 { buffer.newline() }
      buffer.append("- \(Self.escaped(line))\n")
    }
    buffer.append(bytes: cases.take())
    let quiet = quietCases.take()
    if !quiet.isEmpty {
      buffer.append("\n## As accepted\n\n")
      buffer.append(bytes: quiet)
    }
    if summary.needsReview {
      buffer.append("\n\(Self.escaped(GoldenWords.nextStep(paths: paths)))\n")
    }
  }

  private mutating func writeQuietly(_ result: CaseResult) {
    quietCases.append("- \(Self.escaped(result.path))")
    if result.outcome != .passed { quietCases.append(": \(result.outcome.rawValue)") }
    quietCases.newline()
  }

  private mutating func table(of differences: [GoldenDifference], _ result: CaseResult) {
    guard !differences.isEmpty else { return }
    cases.append(
      "\n| id | difference | about | accepted | now | where |\n|---|---|---|---|---|---|\n")
    for difference in differences {
      var kind = "**\(difference.kind.rawValue)**"
      if let fact = GoldenWords.fact(of: difference) { kind += ": \(fact)" }
      if let reason = difference.rejection { kind += "; rejected before: \(Self.escaped(reason))" }
      let places = [result.inputPlace(of: difference), result.goldenPlace(of: difference)]
      let sides = Self.sides(of: difference)
      let cells = [
        Self.escaped(difference.id), kind, Self.about(difference), sides.before, sides.after,
        places.compactMap { $0 }.map(Self.escaped).joined(separator: "<br>"),
      ]
      cases.append("| \(cells.joined(separator: " | ")) |\n")
    }
  }

  /// What it is about: the words, or for changed words how they changed.
  private static func about(_ difference: GoldenDifference) -> String {
    difference.kind == .wordingChanged
      ? escaped(difference.classes.map(WordingWords.named).joined(separator: ", "))
      : escaped(WordingWords.shortened(VisibleText.oneLine(difference.subject), limit))
  }

  private static func sides(of difference: GoldenDifference) -> (before: String, after: String) {
    guard difference.kind == .wordingChanged else {
      func side(_ text: String?) -> String {
        escaped(WordingWords.shortened(VisibleText.oneLine(text ?? ""), limit))
      }
      return (side(difference.before), side(difference.after))
    }
    let before = difference.before ?? ""
    let after = difference.after ?? ""
    let words = ChangedWords(before, after)
    return (marked(before, words.beforeSpans), marked(after, words.afterSpans))
  }

  /// The columns that a cell may take, but for a changed wording.
  private static let limit = 160

  /// Whole words in bold, since CommonMark takes asterisks for emphasis only at the edges of words.
  private static func marked(_ text: String, _ spans: [TextSpan]) -> String {
    let bytes = Array(text.utf8)
    var parts: [String] = []
    for segment in MarkedText(spans: spans, in: TextSpan(0, bytes.count)).segments {
      let part = escaped(String(decoding: bytes[segment.span.range], as: UTF8.self))
      if part.isEmpty { continue }
      parts.append(segment.differences.isEmpty ? part : "**\(part)**")
    }
    return parts.joined(separator: " ")
  }

  /// Text that is no markup, and that notifies nobody: a comment keeps an at sign from being the
  /// start of somebody's name.
  private static func escaped(_ text: String) -> String {
    Markdown.escaped(text).split(separator: "@", omittingEmptySubsequences: false)
      .joined(separator: "@<!-- -->")
  }
}
