import ArgumentParser
import Verbatim

struct DiffCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "diff",
    abstract: "Compares two wordings, and names and weighs each difference.",
    discussion: """
      A wording is a text, @FILE for the text of a file, or @- for standard input; a text that begins \
      with @ is written with @@.

      With --batch, pairs come from a file of JSON Lines, one a line: \
      {"id": "p1", "a": "…", "b": {"pieces": ["…", "…"]}}. Memory does not grow with the input.

      The exit status is 0 whatever differs, unless --fail-on says from what on it is 1.

      EXAMPLES
        verbatim diff "We may sign." "We will sign."
        verbatim diff @draft.txt @transcript.txt --profile guardian --medium spoken
        verbatim diff --batch pairs.jsonl --format jsonl --fail-on altered
        verbatim diff @a.txt @b.txt --format html > report.html
      """)

  @Argument(help: ArgumentHelp("The first wording: a text or @FILE.", valueName: "a"))
  var first: String?

  @Argument(help: ArgumentHelp("The second wording.", valueName: "b"))
  var second: String?

  @Option(
    help: ArgumentHelp(
      "Compare the pairs of a file of JSON Lines, or of - for standard input.", valueName: "file"))
  var batch: String?

  @Option(help: "The output's format.")
  var format: DiffReport.Format = .text

  @OptionGroup var wording: WordingOptions

  @Option(
    help: ArgumentHelp(
      "How many pairs to work on at a time. The output is the same whatever the number.",
      valueName: "n"))
  var jobs: Int?

  @Option(
    help: ArgumentHelp(
      "The size in MiB up to which a line of the batch is read; longer ones are left out.",
      valueName: "mib"))
  var maxLine: Int = 64

  @OptionGroup(title: "Limits") var pairing: PairingOptions

  mutating func validate() throws {
    try LimitOptions.check("--max-line", maxLine, 1...2048)
    if batch != nil, first != nil {
      throw ValidationError("Give two wordings or --batch, not both.")
    }
    if batch == nil, second == nil {
      throw ValidationError(
        "Give two wordings, each a text or @FILE, or --batch FILE; texts that begin with - come behind --."
      )
    }
    if let first, let second, Self.isInput(first), Self.isInput(second) {
      throw ValidationError("Only one of the two wordings can come from standard input.")
    }
    if let jobs, !(1...1024).contains(jobs) {
      throw ValidationError("--jobs is \(jobs); give a number from 1 to 1024.")
    }
  }

  mutating func run() throws {
    let check = WordingCheck(
      profile: try wording.loadedProfile(), medium: wording.medium, limits: pairing.limits)
    var run = WordingRun(
      DiffReport(
        options: .init(format: format, style: .forStandardOutput, isBatch: batch != nil)),
      wording)
    if let batch {
      try run.pairs(
        of: batch, maximumLineBytes: maxLine << 20, check, jobs: jobs ?? Process.processorCount)
    } else if let first, let second {
      let a = run.text(first)
      let b = run.text(second)
      if let a, let b { try run.add(check.check(a, b)) }
    }
    try run.finish()
  }

  fileprivate static func isInput(_ argument: String) -> Bool { argument == "@-" }
}

/// One run of `diff`: reads, writes, and reports on standard error what went wrong.
private struct WordingRun {
  private var report: DiffReport
  private let options: WordingOptions
  private var output = StandardOutput()
  private var progress = Progress(of: "pairs")
  private var hasFailed = false
  private var hasFindings = false
  private var isEmpty = true

  init(_ report: DiffReport, _ options: WordingOptions) {
    self.report = report
    self.options = options
  }

  /// The text that an argument stands for; nil, after a message, if its file cannot be read.
  mutating func text(_ argument: String) -> String? {
    guard argument.hasPrefix("@") else { return argument }
    let rest = String(argument.dropFirst())
    if rest.hasPrefix("@") { return rest }
    do throws(InputFailure) {
      return try WordingPair.text(ofFile: rest)
    } catch {
      fail(error)
      return nil
    }
  }

  mutating func pairs(
    of path: String, maximumLineBytes: Int, _ check: WordingCheck, jobs: Int
  ) throws {
    var source: PairSource
    do throws(InputFailure) {
      source = try PairSource(path: path, maximumLineBytes: maximumLineBytes)
    } catch {
      return fail(error)
    }
    let report = report
    try check.check(&source, jobs: jobs) {
      report.write($0)
    } consume: { result in
      switch result {
      case .success(let written): try add(written)
      case .failure(let failure): fail(failure)
      }
    }
  }

  mutating func add(_ pair: CheckedPair) throws { try add(report.write(pair)) }

  private mutating func add(_ written: DiffReport.WrittenPair) throws {
    isEmpty = false
    if options.isFinding(written.classes, verdict: written.verdict) { hasFindings = true }
    progress.add(bytes: written.byteCount)
    progress.hideForReport()
    if !written.warnings.isEmpty { progress.hide() }
    for warning in written.warnings { Message.warning(warning) }
    try output.write(report.add(written))
  }

  /// Writes the end of the report.
  ///
  /// - Throws: ``ExitStatus/unreadable`` if some input could not be used, otherwise
  ///   ``ExitStatus/findings`` if there is something that the user asked to fail on.
  mutating func finish() throws {
    progress.hide()
    if !(isEmpty && hasFailed) { try output.write(report.finish()) }
    try output.flush()
    if hasFailed { throw ExitStatus.unreadable }
    if hasFindings { throw ExitStatus.findings }
  }

  private mutating func fail(_ failure: InputFailure) {
    hasFailed = true
    progress.hide()
    Message.failure(failure)
    report.add(
      ReadFailure(
        path: failure.path, line: failure.line, message: "\(failure.what); \(failure.remedy)"))
  }
}
