internal import Golden
internal import Wording

/// Results of golden cases as one JSON document: `{"cases":[…],"totals":{…}}`, a case on a line.
///
/// The keys and their order are a contract: none is left out or renamed. What is not known is null.
///
/// - A case has `path`, `job`, `outcome`, `expectedFailure` (the reason in its header), `differences`,
///   `problems` and `tally`.
/// - A difference has `id`, `kind`, `fails` (whether it makes a case fail), `subject`, `before`,
///   `after`, `fact`, `classes`, `place` (`path`, `utf8` in bytes, `line`, `column`, `endLine`,
///   `endColumn`; lines and columns from 1, columns in Unicode scalars), `golden` (`path`, `line`),
///   `goldenEntry` and `answerEntry` (numbers from 0), and `rejection`, the reason with which it was
///   rejected before.
/// - A problem has `kind`, `line` (of the golden file), `what` and `remedy`.
/// - A tally has `accepted`, `found`, `matched`, `credited`, `creditedAlike`, and the shares that follow
///   from them, `precision`, `recall`, `f1`, `speakerAccuracy`: from 0 to 1, cut off after the fourth
///   decimal.
/// - The totals have `cases` by outcome, `differences` by kind without those of cases that fail as
///   expected, `problems` by kind, and `tally`.
struct JSONGoldenFormat: GoldenFormat {
  private var hasWritten = false

  mutating func begin(_ buffer: inout ByteBuffer) { buffer.append("{\"cases\":[") }

  mutating func write(_ result: CaseResult, to buffer: inout ByteBuffer) {
    if hasWritten { buffer.append(",") }
    hasWritten = true
    buffer.newline()
    var writer = JSONWriter()
    writer.goldenCase(result)
    buffer.append(bytes: writer.buffer.bytes)
  }

  mutating func end(_ summary: GoldenSummary, _ buffer: inout ByteBuffer) {
    buffer.append("],\n\"totals\":")
    var writer = JSONWriter()
    writer.object {
      $0.counts("cases", CaseResult.Outcome.allCases.map { ($0.rawValue, summary.outcomes[$0]) })
      $0.counts(
        "differences",
        GoldenDifference.Kind.allCases.map { ($0.rawValue, summary.differences[$0]) })
      $0.counts(
        "problems", CaseProblem.Kind.allCases.map { ($0.rawValue, summary.problems[$0]) })
      $0.tally(summary.tally)
    }
    buffer.append(bytes: writer.buffer.bytes)
    buffer.append("}\n")
  }
}

extension JSONWriter {
  fileprivate mutating func goldenCase(_ result: CaseResult) {
    object {
      $0.field("path", result.path)
      $0.field("job", result.header?.job.rawValue)
      $0.field("outcome", result.outcome.rawValue)
      $0.field("expectedFailure", result.header?.expectedFailure)
      $0.key("differences")
      $0.array(result.differences) { $0.goldenDifference($1, of: result) }
      $0.key("problems")
      $0.array(result.problems) { writer, problem in
        writer.object {
          $0.field("kind", problem.kind.rawValue)
          $0.field("line", problem.line)
          $0.field("what", problem.what)
          $0.field("remedy", problem.remedy)
        }
      }
      $0.tally(result.tally)
    }
  }

  private mutating func goldenDifference(_ difference: GoldenDifference, of result: CaseResult) {
    object {
      $0.field("id", difference.id)
      $0.field("kind", difference.kind.rawValue)
      $0.key("fails")
      $0.bool(difference.kind.isFailure)
      $0.field("subject", difference.subject)
      $0.field("before", difference.before)
      $0.field("after", difference.after)
      $0.field("fact", difference.fact?.rawValue)
      $0.key("classes")
      $0.array(difference.classes) { $0.string($1.rawValue) }
      $0.key("place")
      if let place = difference.place { $0.inputPlace(place, of: result) } else { $0.null() }
      $0.key("golden")
      if let line = difference.goldenLine {
        $0.object {
          $0.field("path", result.path)
          $0.field("line", line)
        }
      } else {
        $0.null()
      }
      $0.field("goldenEntry", difference.goldenEntry)
      $0.field("answerEntry", difference.answerEntry)
      $0.field("rejection", difference.rejection)
    }
  }

  private mutating func inputPlace(_ place: InputPlace, of result: CaseResult) {
    object {
      $0.field("path", result.joined(place.path))
      $0.key("utf8")
      $0.array([place.utf8.lowerBound, place.utf8.upperBound]) { $0.integer($1) }
      $0.field("line", place.line)
      $0.field("column", place.column)
      $0.field("endLine", place.endLine)
      $0.field("endColumn", place.endColumn)
    }
  }

  fileprivate mutating func tally(_ tally: GoldenTally) {
    key("tally")
    object {
      $0.field("accepted", tally.accepted)
      $0.field("found", tally.found)
      $0.field("matched", tally.matched)
      $0.field("credited", tally.credited)
      $0.field("creditedAlike", tally.creditedAlike)
      $0.share("precision", tally.matched, of: tally.found)
      $0.share("recall", tally.matched, of: tally.accepted)
      $0.share("f1", 2 * tally.matched, of: tally.accepted + tally.found)
      $0.share("speakerAccuracy", tally.creditedAlike, of: tally.credited)
    }
  }

  fileprivate mutating func counts(_ name: String, _ counts: [(name: String, count: Int?)]) {
    key(named: name)
    object {
      for (name, count) in counts { $0.field(name, count ?? 0) }
    }
  }

  private mutating func share(_ name: String, _ part: Int, of whole: Int) {
    key(named: name)
    guard whole > 0 else { return null() }
    let digits = String(10_000 + part * 10_000 / whole % 10_000).dropFirst()
    raw("\(part / whole).\(digits)")
  }

  mutating func field(_ name: String, _ value: String?) {
    key(named: name)
    string(value)
  }

  mutating func field(_ name: String, _ value: Int?) {
    key(named: name)
    if let value { integer(value) } else { null() }
  }
}
