internal import Golden

/// Results of golden cases as JUnit XML: a test case for each, with its folder for a class.
///
/// Elements and attributes are those that all readers know; time is always `0`. A case that fails as
/// expected is skipped.
struct JUnitGoldenFormat: GoldenFormat {
  /// The test cases; their count stands before them.
  private var cases = ByteBuffer()

  mutating func begin(_ buffer: inout ByteBuffer) {}

  mutating func write(_ result: CaseResult, to buffer: inout ByteBuffer) {
    let folder = result.folder.dropLast()
    cases.append("    <testcase name=\"\(XML.attribute(result.fileName))\" classname=\"")
    cases.append("\(XML.attribute(folder.isEmpty ? "." : String(folder)))\" time=\"0\">\n")
    let quiet = result.outcome == .failed ? result.differences.filter { !$0.kind.isFailure } : []
    switch result.outcome {
    case .passed:
      output(result.problems, result.differences, result)
    case .failed:
      element("failure", Self.message(of: result), result.problems, result.failures, result)
      output([], quiet, result)
    case .broken:
      element("error", Self.message(of: result), result.problems, result.differences, result)
    case .failedAsExpected:
      let reason = result.header?.expectedFailure ?? ""
      cases.append(
        "      <skipped message=\"\(XML.attribute("fails as expected: \(reason)"))\"/>\n")
      output(result.problems, result.differences, result)
    }
    cases.append("    </testcase>\n")
  }

  mutating func end(_ summary: GoldenSummary, _ buffer: inout ByteBuffer) {
    func count(_ outcome: CaseResult.Outcome) -> Int { summary.outcomes[outcome] ?? 0 }
    let counts =
      "tests=\"\(summary.caseCount)\" failures=\"\(count(.failed))\" errors=\"\(count(.broken))\""
    buffer.append(
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <testsuites name="verbatim golden" \(counts) time="0">
        <testsuite name="golden cases" \(counts) skipped="\(count(.failedAsExpected))" time="0">

      """)
    buffer.append(bytes: cases.take())
    buffer.append("  </testsuite>\n</testsuites>\n")
  }

  /// What a list of test cases shows: `1 speaker changed, 2 quotation lost`.
  private static func message(of result: CaseResult) -> String {
    let problems = result.problems.map { "\($0.kind.rawValue): \($0.what)" }
    return (problems + [GoldenWords.counts(result.failures)].compactMap { $0 })
      .joined(separator: "; ")
  }

  private mutating func element(
    _ name: String, _ message: String, _ problems: [CaseProblem], _ differences: [GoldenDifference],
    _ result: CaseResult
  ) {
    let type = problems.first?.kind.rawValue ?? differences.first?.kind.rawValue ?? ""
    cases.append("      <\(name) type=\"\(XML.attribute(type))\" ")
    cases.append("message=\"\(XML.attribute(message))\">")
    text(problems, differences, result)
    cases.append("</\(name)>\n")
  }

  private mutating func output(
    _ problems: [CaseProblem], _ differences: [GoldenDifference], _ result: CaseResult
  ) {
    if problems.isEmpty, differences.isEmpty { return }
    cases.append("      <system-out>")
    text(problems, differences, result)
    cases.append("</system-out>\n")
  }

  private mutating func text(
    _ problems: [CaseProblem], _ differences: [GoldenDifference], _ result: CaseResult
  ) {
    for problem in problems {
      let place = problem.line.map { "\(result.path):\($0)" } ?? result.path
      line("\(problem.kind.rawValue): \(VisibleText.oneLine(problem.what))")
      line("  \(VisibleText.oneLine(problem.remedy))")
      line("  \(VisibleText.oneLine(place))")
    }
    for difference in differences {
      let words = DifferenceWords(difference, of: result)
      line("\(VisibleText.oneLine(difference.id)) \(words.title)")
      for detail in words.details { line("  \(detail)") }
    }
  }

  private mutating func line(_ text: String) { cases.append("\(XML.escaped(text))\n") }
}

/// Text inside XML 1.0.
enum XML {
  /// The text on one line, fit for an attribute between quotation marks.
  static func attribute(_ text: String) -> String { escaped(VisibleText.oneLine(text)) }

  /// The text with everything escaped that means something in XML. What no document of XML 1.0 can
  /// hold, not even escaped, becomes visible.
  static func escaped(_ text: String) -> String {
    var result = ""
    result.reserveCapacity(text.utf8.count)
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x26: result += "&amp;"
      case 0x3C: result += "&lt;"
      case 0x3E: result += "&gt;"
      case 0x22: result += "&quot;"
      case 0..<0x09, 0x0B..<0x20, 0x7F..<0xA0, 0xFFFE, 0xFFFF:
        result += VisibleText.number(of: scalar)
      case 0x80... where VisibleText.mustShow(scalar): result += VisibleText.number(of: scalar)
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
