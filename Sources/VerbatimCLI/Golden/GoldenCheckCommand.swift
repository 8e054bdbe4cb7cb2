import ArgumentParser
import Verbatim

struct GoldenCheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Compares what the program says with what was accepted; writes nothing.",
    discussion: """
      The exit status is 1 if a case fails: something differs, an answer is missing, an input \
      changed since its answer was accepted, is empty or is not there. That words only moved is \
      reported and fails nothing.

      EXAMPLES
        verbatim golden check
        verbatim golden check cases/ --format markdown
        verbatim golden check --report junit=report.xml --report sarif=report.sarif
        verbatim golden check cases/ --watch
      """)

  @OptionGroup var paths: GoldenPaths
  @OptionGroup var output: GoldenOutput

  @Option(help: "The output's format.")
  var format: GoldenReport.Format = .text

  @Flag(help: "Also show the cases that are as accepted.")
  var all = false

  @Flag(help: "Check again what changes as files are edited, until interrupted.")
  var watch = false

  mutating func validate() throws {
    if watch, format != .text || !output.report.isEmpty {
      throw ValidationError("--watch writes text to the terminal only.")
    }
  }

  mutating func run() throws {
    if watch { return try GoldenWatch(paths: paths, jobs: output.effectiveJobs).run() }
    let outcome = try output.check(paths, format: format, includesPassed: all)
    if let status = outcome { throw status }
  }
}

struct GoldenReportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "report",
    abstract: "Writes a report on all cases, also on those that are as accepted.",
    discussion: """
      The exit status is 0 whatever changed, unless something could not be read.

      EXAMPLES
        verbatim golden report cases/ > report.html
        verbatim golden report cases/ --format markdown
      """)

  @OptionGroup var paths: GoldenPaths
  @OptionGroup var output: GoldenOutput

  @Option(help: "The output's format.")
  var format: GoldenReport.Format = .html

  mutating func run() throws {
    let outcome = try output.check(paths, format: format, includesPassed: true)
    if let status = outcome, status != .findings { throw status }
  }
}

/// How results are written: the same for `check` and `report`.
struct GoldenOutput: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Also write a report to a file; may be given several times.",
      discussion: """
        Formats: \(GoldenReport.Format.allCases.map(\.rawValue).joined(separator: ", ")).
        """,
      valueName: "format=file"),
    transform: Self.reportFile)
  var report: [ReportFile] = []

  @Option(
    help: ArgumentHelp(
      "How many cases to work on at a time. The output is the same whatever the number.",
      valueName: "n"))
  var jobs: Int?

  mutating func validate() throws {
    if let jobs, !(1...1024).contains(jobs) {
      throw ValidationError("--jobs is \(jobs); give a number from 1 to 1024.")
    }
  }

  var effectiveJobs: Int { jobs ?? Process.processorCount }

  /// A report that goes to a file.
  struct ReportFile: Hashable {
    var format: GoldenReport.Format
    var path: String
  }

  private static func reportFile(_ argument: String) throws -> ReportFile {
    let parts = argument.split(separator: "=", maxSplits: 1).map(String.init)
    guard parts.count == 2, let format = GoldenReport.Format(rawValue: parts[0]) else {
      let names = GoldenReport.Format.allCases.map(\.rawValue).joined(separator: ", ")
      throw ValidationError(
        "“\(argument)” is no FORMAT=FILE; formats are \(names).")
    }
    return ReportFile(format: format, path: parts[1])
  }

  /// Checks all cases and writes the reports.
  ///
  /// - Returns: What the exit status must say; nil if there is nothing to report.
  func check(
    _ paths: GoldenPaths, format: GoldenReport.Format, includesPassed: Bool
  ) throws -> ExitStatus? {
    let tree = try paths.tree()
    var main = GoldenReport(
      options: .init(
        format: format, style: .forStandardOutput, includesPassed: includesPassed,
        paths: paths.paths))
    var others = report.map { file in
      let options = GoldenReport.Options(
        format: file.format, includesPassed: includesPassed, paths: paths.paths)
      return (file, GoldenReport(options: options), [UInt8]())
    }
    let formats = [format] + report.map(\.format)
    let run = GoldenRun(
      version: VerbatimCommand.version, keepsTexts: formats.contains(where: \.showsTexts),
      jobs: effectiveJobs)
    var output = StandardOutput()
    var progress = Progress(of: "cases", total: tree.cases.count)
    var status: ExitStatus? = tree.failures.isEmpty ? nil : .unreadable
    try run.check(tree.cases) { result in
      switch result.outcome {
      case .broken: status = .unreadable
      case .failed: status = status ?? .findings
      case .passed, .failedAsExpected: break
      }
      progress.add()
      let written = main.add(result)
      if !written.isEmpty {
        progress.hideForReport()
        try output.write(written)
      }
      for index in others.indices { others[index].2 += others[index].1.add(result) }
    }
    progress.hide()
    try output.write(main.finish())
    try output.flush()
    for index in others.indices {
      let bytes = others[index].2 + others[index].1.finish()
      do throws(InputFailure) {
        try WorkingFolder.replace(others[index].0.path, with: bytes)
      } catch {
        Message.failure(error)
        status = .unreadable
      }
    }
    return status
  }
}
