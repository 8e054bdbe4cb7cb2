import ArgumentParser
import Verbatim

struct ListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list",
    abstract: "Lists the quotations of articles, each with its speaker.",
    discussion: """
      EXAMPLES
        verbatim list articles/
        verbatim list --by outlet --format markdown articles/ > quotations.md
        verbatim list --person "Ana Ruiz" --min-words 5 articles/
        cat articles.jsonl | verbatim list --format jsonl --all | jq .speaker.name

      JSON, JSON Lines and CSV give the place of every piece, mention and cue in UTF-8 bytes, Unicode \
      scalars and UTF-16 units, counted from 0, and line and column, counted from 1. JSON Lines and \
      CSV are written article by article, in memory that does not grow with the input, unless \
      --by, --sort or --person needs all of it.
      """)

  @OptionGroup var input: InputOptions

  @Option(help: "The output's format.")
  var format: ListOptions.Format = .text

  @Option(
    help: ArgumentHelp(
      "What to group by; by person in text and markdown unless said otherwise."))
  var by: ListOptions.Grouping?

  @Option(help: "What to order by, inside groups where there are any; count orders the groups.")
  var sort: ListOptions.Order = .position

  @Option(
    help: ArgumentHelp(
      "Only what this person said: a name, a part of it, or an identifier of the list of people.",
      discussion: """
        Case and accents do not matter, and a letter may be wrong. The names that other articles \
        give the person count too.
        """,
      valueName: "name"))
  var person: String?

  @Option(help: ArgumentHelp("Only quotations of at least so many words.", valueName: "n"))
  var minWords: Int = 0

  @Option(
    help: ArgumentHelp(
      "Name a speaker only with at least this confidence, from 0 to 1; 0.3 unless said otherwise.",
      discussion: "Below it the speaker is unknown.", valueName: "share"))
  var minConfidence: Double?

  @Flag(
    help: ArgumentHelp(
      "Also what is not speech, quotations inside others, and turns of transcripts.",
      discussion: """
        In text and Markdown also what nobody is known to have said; JSON, JSON Lines and CSV \
        always have it, with no speaker.
        """))
  var all = false

  @OptionGroup var csv: CSVOptions

  mutating func validate() throws {
    try input.validateInput()
    guard minWords >= 0 else {
      throw ValidationError("--min-words is \(minWords); give 0 or more.")
    }
    if let minConfidence, !(0...1).contains(minConfidence) {
      throw ValidationError("--min-confidence is \(minConfidence); give a number from 0 to 1.")
    }
    try csv.validate(isCSV: format == .csv)
    if let person, !person.contains(where: { $0.isLetter || $0.isNumber }) {
      throw ValidationError("--person is “\(person)”; give a name.")
    }
  }

  mutating func run() throws {
    var run = try AnalysisRun(input, minimumConfidence: minConfidence)
    let corrections = run.corrections()
    var filter = QuotationFilter(
      person: person.map { PersonQuery($0) }, minimumWords: minWords, includesAll: all,
      includesUnattributed: !format.isForPeople)
    filter.corrections = corrections
    let passed = filter
    var report = ListReport(
      options: ListOptions(
        format: format, grouping: by, order: sort, style: .forStandardOutput,
        usesSafeCSV: csv.csvSafe),
      person: filter.person, corrections: corrections)
    var failures: [ReadFailure] = []
    try run.forEachArticle {
      ArticleListing($0, filter: passed)
    } consume: {
      report.add($0)
    } failed: {
      failures.append(
        ReadFailure(path: $0.path, line: $0.line, message: "\($0.what); \($0.remedy)"))
    }
    for failure in failures { report.add(failure) }
    try run.finish(report.finish())
  }
}

extension TerminalStyle {
  /// The style for standard output: as wide as the terminal, up to what reads well, and coloured
  /// only on a terminal and never under NO_COLOR (<https://no-color.org>).
  static var forStandardOutput: TerminalStyle {
    let isTerminal = FileDescriptor.output.isTerminal
    let noColor = Process.environment("NO_COLOR") ?? ""
    return TerminalStyle(
      width: min(100, FileDescriptor.output.columns ?? 80),
      usesColor: isTerminal && noColor.isEmpty && Process.environment("TERM") != "dumb")
  }
}
