import Golden
import Wording

@testable import Reports

/// A report of results, as text.
func goldenReport(
  _ results: [CaseResult], _ format: GoldenReport.Format, width: Int = 100,
  usesColor: Bool = false, includesPassed: Bool = false, paths: [String] = []
) -> String {
  var report = GoldenReport(
    options: .init(
      format: format, style: TerminalStyle(width: width, usesColor: usesColor),
      includesPassed: includesPassed, paths: paths))
  var bytes: [UInt8] = []
  for result in results { bytes += report.add(result) }
  bytes += report.finish()
  return String(decoding: bytes, as: UTF8.self)
}

/// Results of golden cases, invented, that have every outcome, every kind of difference and of
/// problem, and texts that try to break out of every format.
enum GoldenSamples {
  /// What would drive a terminal, reorder a line, end an element, a comment, a cell, a string or a
  /// directive, or make a document ill-formed.
  static let hostile =
    "</script></style><!-- ]]> --><img src=x onerror=alert(1)>\"'`|*_[x](y)# TODO \\ \u{1B}[31m\0"
    + "\u{202E}\u{FFFE}\u{2028}\r\n...\n---\n&amp;<b>"

  static let all = [passed, failed, everyKind, hostileCase, expected, broken, missing]

  // MARK: An article, with marks for its quotations

  static let article = """
    The Basin Commission met on Tuesday to vote on the water pact.

    “We will sign it before the end of the month,” said Ada Quill, who leads the commission. \
    Farmers along the upper river had asked for more time.

    “The river does not wait for us,” Quill said. Asked about costs, she called the estimate \
    “a first guess.”

    Ben Orr, who grows rice near Lowmoor, was less sure: “Nobody has counted the wells.”

    «نحن ننتظر», said a neighbour, and went home.

    """

  /// The place of words in the article.
  static func place(
    of words: String, in text: String = article, path: String = "bridge.md"
  ) -> InputPlace {
    let bytes = Array(text.utf8)
    let wanted = Array(words.utf8)
    let start = bytes.indices.first { bytes[$0...].starts(with: wanted) } ?? 0
    let places = WordingPlaces(bytes)
    let from = places.lineAndColumn(of: start)
    let to = places.lineAndColumn(of: start + wanted.count)
    return InputPlace(
      path: path, utf8: start..<(start + wanted.count), line: from.line, column: from.column,
      endLine: to.line, endColumn: to.column)
  }

  static func entry(_ words: String, speaker: String) -> GoldenEntry {
    GoldenEntry(
      content: [.init(.piece, words)], facts: [GoldenFact(.speaker, speaker)],
      places: [place(of: words)])
  }

  static let answer = [
    entry("“We will sign it before the end of the month,”", speaker: "Ada Quill"),
    entry("“The river does not wait for us,”", speaker: "Ben Orr"),
    entry("“a first guess.”", speaker: "Ada Quill"),
    entry("“Nobody has counted the wells.”", speaker: "Ben Orr"),
    entry("«نحن ننتظر»", speaker: "a neighbour (unnamed)"),
  ]

  static let header = GoldenHeader(
    job: .list, inputs: [.init(path: "bridge.md", digest: String(repeating: "0", count: 64))])

  // MARK: Cases

  static let passed: CaseResult = {
    var moved = GoldenDifference(
      .moved, id: "0a0a0a0a", subject: "“Nobody has counted the wells.”", before: "7:5–7:36",
      after: "8:52–8:83", fact: .place)
    moved.goldenLine = 7
    moved.place = place(of: "“Nobody has counted the wells.”")
    var result = CaseResult(
      path: "golden/articles/calm.golden", header: header, outcome: .passed, differences: [moved])
    result.tally.accepted = 4
    result.tally.found = 4
    result.tally.matched = 4
    result.tally.credited = 4
    result.tally.creditedAlike = 4
    return result
  }()

  /// A case as an editor meets it: a changed wording, a changed speaker, one quotation more and one
  /// less.
  static let failed: CaseResult = {
    var wording = GoldenDifference(
      .wordingChanged, id: "3f9a01bc", subject: "“We may sign it before the end of the month,”",
      before: "“We may sign it before the end of the month,”",
      after: "“We will sign it before the end of the month,”", classes: [.modal])
    wording.goldenLine = 6
    wording.goldenEntry = 0
    wording.answerEntry = 0
    wording.place = answer[0].places[0]
    var speaker = GoldenDifference(
      .speakerChanged, id: "77aa0102", subject: "“The river does not wait for us,”",
      before: "Ada Quill", after: "Ben Orr", fact: .speaker)
    speaker.goldenLine = 9
    speaker.goldenEntry = 1
    speaker.answerEntry = 1
    speaker.place = answer[1].places[0]
    speaker.rejection = "the cue names her"
    var added = GoldenDifference(
      .quotationAdded, id: "c0ffee00", subject: "“Nobody has counted the wells.”", after: "Ben Orr")
    added.answerEntry = 3
    added.place = answer[3].places[0]
    var lost = GoldenDifference(
      .quotationLost, id: "deadbeef", subject: "“We were never asked.”", before: "unknown")
    lost.goldenLine = 21
    lost.goldenEntry = 5
    var result = CaseResult(
      path: "golden/articles/bridge.golden", header: header, outcome: .failed,
      differences: [wording, speaker, added, lost], answer: answer,
      texts: [.init(path: "bridge.md", title: "Commission to vote on pact", text: article)])
    result.tally.accepted = 5
    result.tally.found = 5
    result.tally.matched = 3
    result.tally.credited = 3
    result.tally.creditedAlike = 2
    return result
  }()

  /// One difference of each kind.
  static let everyKind: CaseResult = {
    let differences = GoldenDifference.Kind.allCases.enumerated().map { number, kind in
      var difference = GoldenDifference(
        kind, id: "000000" + (number < 10 ? "0" : "") + String(number),
        subject: "“Sample number \(number).”",
        before: "before \(number)", after: "after \(number)",
        classes: kind == .wordingChanged ? [.number, .contentWord] : [],
        fact: kind == .speakerChanged ? .speaker : nil)
      difference.goldenLine = number + 10
      return difference
    }
    return CaseResult(
      path: "golden/kinds/every kind.golden",
      header: GoldenHeader(job: .verify, inputs: [.init(path: "a.md")]), outcome: .failed,
      differences: differences)
  }()

  /// Texts that try to break out.
  static let hostileCase: CaseResult = {
    let text = "Before.\n\n“\(hostile)” \(hostile)\n"
    let quotation = "“\(hostile)”"
    var place = GoldenSamples.place(of: quotation, in: text, path: "in&put <1>.md")
    place.path = "../in&put <1>#?%.md"
    var wording = GoldenDifference(
      .wordingChanged, id: "badbad00", subject: quotation, before: "“\(hostile) old”",
      after: quotation, classes: [.marks, .whiteSpace])
    wording.place = place
    wording.goldenLine = 3
    wording.answerEntry = 0
    wording.rejection = hostile
    var speaker = GoldenDifference(
      .speakerChanged, id: "badbad01", subject: quotation, before: hostile, after: hostile + "2",
      fact: .speaker)
    speaker.answerEntry = 0
    // A place that is not one of the text's, as after a file was exchanged in between.
    speaker.place = InputPlace(
      path: place.path, utf8: 5_000..<6_000, line: 900, column: 1, endLine: 900, endColumn: 2)
    return CaseResult(
      path: "golden/h \"o\" & <s>/x\u{1B}#\\ |`.golden",
      header: GoldenHeader(job: .list, inputs: [.init(path: place.path)]), outcome: .failed,
      differences: [wording, speaker],
      problems: [CaseProblem(.noAssertions, line: 2, what: hostile, remedy: hostile)],
      answer: [GoldenEntry(content: [.init(.piece, quotation)], places: [place])],
      texts: [.init(path: place.path, title: hostile, text: text)])
  }()

  static let expected: CaseResult = {
    var header = GoldenSamples.header
    header.expectedFailure = "irony is not known yet; # see the notes"
    var difference = GoldenDifference(
      .speechChanged, id: "11111111", subject: "“help”", before: "irony", fact: .notSpeech)
    difference.goldenLine = 6
    return CaseResult(
      path: "golden/articles/irony.golden", header: header, outcome: .failedAsExpected,
      differences: [difference])
  }()

  static let broken = CaseResult(
    path: "golden/broken.golden", outcome: .broken,
    problems: [
      CaseProblem(
        .unreadable, line: 4, what: "there is no fact “speeker”", remedy: "write speaker: NAME"),
      CaseProblem(
        .unreferencedGolden, what: "there is no file “gone.md” beside it",
        remedy: "remove the golden file, or bring the input back"),
    ])

  static let missing = CaseResult(
    path: "new.md", outcome: .failed,
    problems: [
      CaseProblem(
        .missingGolden, what: "no golden file names it",
        remedy: "record its answer: verbatim golden record"),
      CaseProblem(.emptyInput, what: "it has no words", remedy: "fill it or remove it"),
    ])
}
