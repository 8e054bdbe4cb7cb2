internal import Golden
internal import Wording

/// Results of golden cases by the Test Anything Protocol, version 14: a test for each, with a block of
/// YAML on what differs. A case that fails as expected is a `TODO`.
struct TAPGoldenFormat: GoldenFormat {
  private var number = 0

  mutating func begin(_ buffer: inout ByteBuffer) { buffer.append("TAP version 14\n") }

  mutating func write(_ result: CaseResult, to buffer: inout ByteBuffer) {
    number += 1
    let isPassed = result.outcome == .passed
    buffer.append("\(isPassed ? "" : "not ")ok \(number) - \(Self.escaped(result.path))")
    if result.outcome == .failedAsExpected {
      buffer.append(" # TODO \(Self.escaped(result.header?.expectedFailure ?? ""))")
    }
    buffer.newline()
    if result.problems.isEmpty, result.differences.isEmpty { return }
    buffer.append("  ---\n")
    field("severity", Self.severity(of: result.outcome), indent: 2, &buffer)
    field("message", GoldenWords.counts(result.differences), indent: 2, &buffer)
    if !result.problems.isEmpty { buffer.append("  problems:\n") }
    for problem in result.problems {
      buffer.append("    - kind: \(Self.string(problem.kind.rawValue))\n")
      if let line = problem.line { buffer.append("      line: \(line)\n") }
      field("what", problem.what, &buffer)
      field("remedy", problem.remedy, &buffer)
    }
    if !result.differences.isEmpty { buffer.append("  differences:\n") }
    for difference in result.differences { write(difference, of: result, &buffer) }
    buffer.append("  ...\n")
  }

  mutating func end(_ summary: GoldenSummary, _ buffer: inout ByteBuffer) {
    buffer.append("1..\(number)\n")
  }

  private func write(
    _ difference: GoldenDifference, of result: CaseResult, _ buffer: inout ByteBuffer
  ) {
    buffer.append("    - id: \(Self.string(difference.id))\n")
    field("kind", difference.kind.rawValue, &buffer)
    field("subject", difference.subject, &buffer)
    field("before", difference.before, &buffer)
    field("after", difference.after, &buffer)
    if !difference.classes.isEmpty {
      let classes = difference.classes.map { Self.string($0.rawValue) }
      buffer.append("      classes: [\(classes.joined(separator: ", "))]\n")
    }
    field("at", result.inputPlace(of: difference), &buffer)
    field("golden", result.goldenPlace(of: difference), &buffer)
    field("rejected", difference.rejection, &buffer)
  }

  private func field(
    _ key: String, _ value: String?, indent: Int = 6, _ buffer: inout ByteBuffer
  ) {
    guard let value else { return }
    buffer.append(spaces: indent)
    buffer.append("\(key): \(Self.string(value))\n")
  }

  private static func severity(of outcome: CaseResult.Outcome) -> String {
    switch outcome {
    case .passed: "comment"
    case .failed: "fail"
    case .failedAsExpected: "todo"
    case .broken: "error"
    }
  }

  /// Text on a line of a test: a bare `#` would begin a directive.
  private static func escaped(_ text: String) -> String {
    var result = ""
    for scalar in VisibleText.oneLine(text).unicodeScalars {
      if scalar == "\\" || scalar == "#" { result += "\\" }
      result.unicodeScalars.append(scalar)
    }
    return result
  }

  /// A string between quotation marks, as YAML and JSON have in common. What would drive a terminal or
  /// reorder a line, and what YAML does not let stand, is escaped.
  private static func string(_ text: String) -> String {
    var writer = JSONWriter()
    writer.string(text)
    var result = ""
    for scalar in String(decoding: writer.buffer.bytes, as: UTF8.self).unicodeScalars {
      let isUnprintable = scalar.value == 0xFFFE || scalar.value == 0xFFFF
      if isUnprintable || VisibleText.mustShow(scalar) {
        let digits = String(scalar.value, radix: 16)
        let width = scalar.value > 0xFFFF ? 8 : 4
        result += scalar.value > 0xFFFF ? "\\U" : "\\u"
        result += String(repeating: "0", count: width - digits.utf8.count) + digits
      } else {
        result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
