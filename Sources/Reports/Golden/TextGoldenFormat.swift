internal import Golden

/// Results of golden cases for a terminal: what differs, and the totals. Where all is well, it is one
/// line.
struct TextGoldenFormat: GoldenFormat {
  private let style: TerminalStyle
  private let includesPassed: Bool
  private let paths: [String]
  private var hasWritten = false

  init(_ options: GoldenReport.Options) {
    style = options.style
    includesPassed = options.includesPassed
    paths = options.paths
  }

  mutating func begin(_ buffer: inout ByteBuffer) {}

  mutating func write(_ result: CaseResult, to buffer: inout ByteBuffer) {
    let isQuiet = result.outcome == .passed || result.outcome == .failedAsExpected
    if isQuiet, result.problems.isEmpty, !includesPassed { return }
    let differences = isQuiet && !includesPassed ? [] : shown(result)
    if hasWritten, !(differences.isEmpty && result.problems.isEmpty) { buffer.newline() }
    hasWritten = true
    heading(result, &buffer)
    for problem in result.problems { write(problem, &buffer) }
    for difference in differences { write(difference, of: result, &buffer) }
  }

  mutating func end(_ summary: GoldenSummary, _ buffer: inout ByteBuffer) {
    if hasWritten { buffer.newline() }
    let moved = summary.differences[.moved].map { "; \($0) moved only" } ?? ""
    if summary.isWell {
      line(GoldenWords.outcomes(summary) + moved + ".", role: .good, &buffer)
      return
    }
    line(GoldenWords.outcomes(summary) + ".", role: .heading, &buffer)
    if let counts = GoldenWords.counts(summary.differences) {
      line("Differences: \(counts).", hang: 2, &buffer)
    }
    for text in GoldenWords.tally(summary.tally) { line("\(text).", hang: 2, &buffer) }
    if summary.needsReview {
      line(GoldenWords.nextStep(paths: paths), hang: 2, &buffer)
    }
  }

  // MARK: A case

  private func shown(_ result: CaseResult) -> [GoldenDifference] {
    includesPassed ? result.differences : result.failures
  }

  private func heading(_ result: CaseResult, _ buffer: inout ByteBuffer) {
    let path = style.paint(VisibleText.oneLine(result.path), as: .heading)
    let outcome = style.paint(result.outcome.rawValue, as: .init(result.outcome))
    buffer.append("\(outcome): \(path)\n")
    if result.outcome == .failedAsExpected, let reason = result.header?.expectedFailure {
      line(VisibleText.oneLine(reason), indent: 2, &buffer)
    }
  }

  private func write(_ problem: CaseProblem, _ buffer: inout ByteBuffer) {
    let place = problem.line.map { "line \($0): " } ?? ""
    let what = "\(problem.kind.rawValue): \(place)\(VisibleText.oneLine(problem.what))"
    line(what, role: .alarm, indent: 2, hang: 2, &buffer)
    line(VisibleText.oneLine(problem.remedy), indent: 4, hang: 2, &buffer)
  }

  private func write(
    _ difference: GoldenDifference, of result: CaseResult, _ buffer: inout ByteBuffer
  ) {
    // The identifier is painted, so it stands beside the paragraph that is wrapped.
    let id = VisibleText.oneLine(difference.id)
    let indent = DisplayWidth.of(id) + 4
    buffer.append("  \(style.paint(id, as: .notice))  ")
    let words = DifferenceWords(difference, of: result, width: style.width - indent)
    for (number, text) in LineWrapper.lines(words.title, width: style.width - indent).enumerated() {
      if number > 0 { buffer.append(spaces: indent) }
      buffer.append("\(text)\n")
    }
    line(words.change, role: .doubt, indent: indent, hang: 2, &buffer)
    line(words.places, role: .place, indent: indent, &buffer)
    line(words.rejection, role: .notice, indent: indent, hang: 2, &buffer)
  }

  /// - Parameter text: Text on one line, as ``VisibleText/oneLine(_:)`` gives it.
  private func line(
    _ text: String, role: TerminalStyle.Role? = nil, indent: Int = 0, hang: Int = 0,
    _ buffer: inout ByteBuffer
  ) {
    TerminalParagraph(text, style: style, role: role, indent: indent, hang: hang)
      .write(to: &buffer)
  }
}

extension TerminalStyle.Role {
  /// The look of what became of a case.
  init(_ outcome: CaseResult.Outcome) {
    switch outcome {
    case .passed: self = .good
    case .failed, .broken: self = .alarm
    case .failedAsExpected: self = .doubt
    }
  }
}
