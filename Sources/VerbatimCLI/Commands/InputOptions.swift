import ArgumentParser
import Verbatim

/// What to read, and what to assume of it: the same for all commands.
struct InputOptions: ParsableArguments {
  @Argument(
    help: ArgumentHelp(
      "Files, folders (with all folders in them), or - for standard input.",
      discussion: """
        .txt and .md files hold one article, .jsonl and .ndjson files one on each line, as an \
        object with "text" and, if known, "id", "title", "outlet", "date" and others; .srt and \
        .vtt files the captions of a recording. A text may begin with a front matter block. A \
        store that “verbatim index” made stands for all articles in it. \
        Without a path, standard input is read unless it is a terminal.
        """,
      valueName: "path"))
  var paths: [String] = []

  @Option(help: ArgumentHelp("The outlet of articles that name none.", valueName: "name"))
  var outlet: String?

  @Option(
    help: ArgumentHelp(
      "The date of articles that have none, best as YYYY-MM-DD.", valueName: "date"))
  var date: String?

  @Option(
    help: ArgumentHelp(
      "A list of people, CSV (name,aliases,id,gender) or JSON, that wins over guesses.",
      valueName: "file"))
  var people: String?

  @Option(
    help: ArgumentHelp(
      "How many articles to work on at a time. The output is the same whatever the number.",
      valueName: "n"))
  var jobs: Int?

  @Option(
    help: ArgumentHelp(
      "Whether single marks are quotation marks: auto, on or off.",
      discussion: "auto decides for each article, as British and American print differ.",
      valueName: "mode"))
  var singleQuotes: QuotationFinder.SingleQuotes = .auto

  @Option(
    help: ArgumentHelp(
      "The locale whose quotation marks take precedence, such as de or fr-CH.",
      valueName: "locale"))
  var marks: String?

  @OptionGroup(title: "Limits") var limits: LimitOptions

  mutating func validate() throws {
    if let jobs, !(1...1024).contains(jobs) {
      throw ValidationError("--jobs is \(jobs); give a number from 1 to 1024.")
    }
  }

  /// Complains when there is nothing to read: neither a path nor anything that is piped in.
  func validateInput() throws {
    if paths.isEmpty, FileDescriptor.input.isTerminal {
      throw ValidationError(
        "There is nothing to read: give files, folders, or - for standard input.")
    }
  }

  var markOptions: QuotationFinder.Options {
    QuotationFinder.Options(
      singleQuotes: singleQuotes, marksLocale: marks, maximumDiagnostics: limits.maxWarnings,
      maximumDepth: limits.maxDepth)
  }

  /// What to read: standard input where nothing else is given.
  var effectivePaths: [String] { paths.isEmpty ? ["-"] : paths }

  /// The articles.
  func source() -> ArticleSource { source(effectivePaths) }

  /// The articles at other paths, read with the same limits and assumptions.
  func source(_ paths: [String]) -> ArticleSource {
    ArticleSource(
      paths: paths,
      options: ArticleSource.Options(
        outlet: outlet, date: date, maximumArticleBytes: limits.maxArticle << 20,
        maximumLineBytes: limits.maxLine << 20))
  }

  var effectiveJobs: Int { jobs ?? Process.processorCount }
}
