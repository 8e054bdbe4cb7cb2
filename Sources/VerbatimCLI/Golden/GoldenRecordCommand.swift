import ArgumentParser
import Verbatim

struct GoldenRecordCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "record",
    abstract: "Writes the answers that are missing, and exits with status 1 if it wrote any.",
    discussion: """
      Without --job, every article without a golden file gets one with its quotations, and every \
      golden file that is only a header gets its answer. What is recorded stays as it is.

      With --job, one case is made of the inputs that are named. Read what was written before you \
      rely on it: it is what the program says, and nobody has accepted it yet.

      EXAMPLES
        verbatim golden record cases/
        verbatim golden record --job verify --against hearing.srt article.md
        verbatim golden record --job compare -o cases/storm.golden cases/storm/*.txt
      """)

  @Argument(
    help: ArgumentHelp(
      "Folders of cases (default: golden), or with --job the inputs.", valueName: "path"))
  var paths: [String] = []

  @Option(help: "Make one case: list, diff, verify or compare.")
  var job: GoldenJob?

  @Option(help: ArgumentHelp("A source for --job verify; may be repeated.", valueName: "file"))
  var against: [String] = []

  @Option(
    help: ArgumentHelp(
      "The house style of the case: a built-in profile or a JSON file.", valueName: "name|file"))
  var profile: String?

  @Option(help: "How the words were given: spoken, printed or translated.")
  var medium: Profile.Medium?

  @Option(help: ArgumentHelp("A list of people, CSV or JSON.", valueName: "file"))
  var people: String?

  @Option(help: "Whether single marks are quotation marks: auto, on or off.")
  var singleQuotes: QuotationFinder.SingleQuotes?

  @Option(help: ArgumentHelp("The locale whose marks take precedence.", valueName: "locale"))
  var marks: String?

  @Option(
    help: ArgumentHelp(
      "Leave a fact out of the answer, such as evidence or confidence; may be repeated.",
      valueName: "fact"))
  var redact: [GoldenFact.Name] = []

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp(
      "The golden file to write (default: beside the first input).", valueName: "file"))
  var output: String?

  mutating func validate() throws {
    guard let job else {
      let isGiven =
        !against.isEmpty || profile != nil || medium != nil || people != nil || output != nil
        || singleQuotes != nil || marks != nil || !redact.isEmpty
      if isGiven { throw ValidationError("These options describe one case; name its --job.") }
      return
    }
    if paths.isEmpty { throw ValidationError("Name the inputs of the case.") }
    if job == .verify, against.isEmpty {
      throw ValidationError("Name the sources of the case with --against.")
    }
    if job != .verify, !against.isEmpty {
      throw ValidationError("--against only makes sense with --job verify.")
    }
    if job == .diff, paths.count > 1 {
      throw ValidationError("--job diff takes one file of pairs.")
    }
    if let profile { try WordingOptions.validateName(profile) }
  }

  mutating func run() throws {
    try WritePermission.check("record")
    let reviewer = GoldenReviewer(answerer: ProgramAnswerer(version: VerbatimCommand.version))
    var run = Recording(reviewer: reviewer)
    if let job {
      let path = output ?? paths[0] + GoldenFile.suffix
      if WorkingFolder.exists(path) {
        Message.error("\(path): exists already; remove it, or review what changed")
        throw ExitStatus.unreadable
      }
      run.record { () throws(InputFailure) in
        try reviewer.record(GoldenFile(header: header(job, path), body: .missing), at: path)
      }
    } else {
      let tree = try GoldenPaths.parse(paths).tree()
      if !tree.failures.isEmpty { run.hasFailed = true }
      for found in tree.cases {
        WorkingFolder.removeRemains(in: found.folder)
        run.record { () throws(InputFailure) in try reviewer.record(found) }
      }
    }
    try run.finish()
  }

  private func header(_ job: GoldenJob, _ path: String) -> GoldenHeader {
    func reference(_ input: String) -> GoldenHeader.InputReference {
      .init(path: RelativePath.of(input, fromFolderOf: path))
    }
    var header = GoldenHeader(job: job, inputs: paths.map(reference))
    header.sources = against.map(reference)
    header.profile = profile.map { Profile.isPath($0) ? reference($0) : .init(path: $0) }
    header.medium = medium
    header.people = people.map(reference)
    header.singleQuotes = singleQuotes?.rawValue
    header.marks = marks
    header.redactions = redact
    return header
  }
}

/// What was recorded in one run.
private struct Recording {
  let reviewer: GoldenReviewer
  var hasFailed = false
  private var written: [String] = []
  private var keptCount = 0

  init(reviewer: GoldenReviewer) { self.reviewer = reviewer }

  mutating func record(_ body: () throws(InputFailure) -> GoldenReviewer.Recording) {
    do throws(InputFailure) {
      switch try body() {
      case .kept: keptCount += 1
      case .written(let path): written.append(path)
      case .refused(let problems):
        hasFailed = true
        for problem in problems { Message.error("\(problem.what); \(problem.remedy)") }
      }
    } catch {
      hasFailed = true
      Message.failure(error)
    }
  }

  func finish() throws {
    var output = StandardOutput()
    let lines = written.map { "recorded \(VisibleText.oneLine($0))" }
    let count = "\(written.count) recorded, \(keptCount) kept."
    let advice = written.isEmpty ? [] : ["Read what was recorded: nobody has accepted it yet."]
    try output.write(Array(((lines + [count] + advice).joined(separator: "\n") + "\n").utf8))
    try output.flush()
    if hasFailed { throw ExitStatus.unreadable }
    if !written.isEmpty { throw ExitStatus.findings }
  }
}

/// Whether golden files may be written.
enum WritePermission {
  /// - Throws: ``ExitStatus/usage``, after a message, where `CI` is set: what a build server
  ///   accepts, nobody has read.
  static func check(_ command: String) throws(ExitStatus) {
    guard let value = Process.environment("CI"), !["", "0", "false"].contains(value) else { return }
    Message.error(
      "golden \(command) writes nothing where CI is set; run it on your own machine, and commit "
        + "what it wrote")
    throw .usage
  }
}
