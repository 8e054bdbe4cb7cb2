import ArgumentParser
import Verbatim

struct SearchCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "search",
    abstract: "Finds the words of a quotation in a store of articles.",
    discussion: """
      Looks for passages that carry the words, alike or changed, in the whole text of all articles, \
      the best first, and names what differs, who says it there, and where.

      EXAMPLES
        verbatim search corpus.db "we will not raise taxes"
        verbatim search corpus.db "we will not raise taxes" --speaker ruiz --from 2023-01-01
        verbatim search corpus.db "not raise taxes" --format jsonl | jq .article.outlet
        verbatim search corpus.db --quotes quotations.jsonl --format jsonl
      """)

  @Argument(help: ArgumentHelp("The store, as “verbatim index” made it.", valueName: "store"))
  var store: String

  @Argument(help: ArgumentHelp("The words.", valueName: "text"))
  var text: String?

  @Option(
    help: ArgumentHelp(
      "Look for all quotations of a table: CSV with a header row, or JSON Lines; - is standard input.",
      discussion: """
        The column “quotation” holds the words, “id” names them. In JSON Lines the answer to each is \
        one line, written before the next quotation is read, so that a program may ask by and by.
        """,
      valueName: "file"))
  var quotes: String?

  @Option(help: ArgumentHelp("Only where this person says it.", valueName: "name"))
  var speaker: String?

  @Option(help: ArgumentHelp("Only in this outlet; may be given several times.", valueName: "name"))
  var outlet: [String] = []

  @Option(
    help: ArgumentHelp("Only in articles of this day or later, YYYY-MM-DD.", valueName: "date"))
  var from: String?

  @Option(
    help: ArgumentHelp("Only in articles of this day or earlier, YYYY-MM-DD.", valueName: "date"))
  var to: String?

  @Option(help: ArgumentHelp("The most places to show.", valueName: "n"))
  var limit: Int = 20

  @Option(help: "The output's format.")
  var format: SearchReport.Format = .text

  @OptionGroup var wording: WordingOptions

  mutating func validate() throws {
    if let text {
      guard quotes == nil else {
        throw ValidationError("Give words or --quotes, not both.")
      }
      guard text.contains(where: { $0.isLetter || $0.isNumber }) else {
        throw ValidationError("“\(text)” holds no word; give the words to look for.")
      }
    } else {
      guard quotes != nil else {
        throw ValidationError("Give the words to look for, or a table of quotations with --quotes.")
      }
      if format == .json {
        throw ValidationError("--quotes writes text or JSON Lines: give --format jsonl.")
      }
    }
    if let speaker, !speaker.contains(where: { $0.isLetter || $0.isNumber }) {
      throw ValidationError("--speaker is “\(speaker)”; give a name.")
    }
    guard (1...1000).contains(limit) else {
      throw ValidationError("--limit is \(limit); give a number from 1 to 1000.")
    }
    for (name, date) in [("--from", from), ("--to", to)] {
      if let date, PublicationDay.number(of: date) == nil {
        throw ValidationError("\(name) is “\(date)”; give a date as YYYY-MM-DD.")
      }
    }
  }

  mutating func run() throws {
    let profile = try wording.loadedProfile()
    var options = StoreSearcher.Options()
    options.limit = limit
    options.outlets = Set(outlet)
    options.speaker = speaker.map { PersonQuery($0) }
    options.firstDay = PublicationDay.number(of: from)
    options.lastDay = PublicationDay.number(of: to)
    options.profile = profile
    options.medium = wording.medium
    do {
      let searcher = try StoreSearcher(try StoreReader(path: store), options: options)
      if let text {
        try search(text, searcher)
      } else if let quotes {
        try search(QuotationTable(path: quotes), searcher)
      }
    } catch let failure as StoreFailure {
      Message.failure(InputFailure(failure))
      throw ExitStatus.unreadable
    } catch let failure as InputFailure {
      Message.failure(failure)
      throw ExitStatus.unreadable
    }
  }

  private func search(_ text: String, _ searcher: StoreSearcher) throws {
    let result = try searcher.search(text)
    for warning in result.warnings { Message.warning(warning) }
    var output = StandardOutput()
    var report = SearchReport(format: format, style: .forStandardOutput)
    for hit in result.hits { try output.write(report.add(hit)) }
    try output.write(report.finish(result.summary))
    try output.flush()
    if isFinding(result) { throw ExitStatus.findings }
  }

  /// Answers each quotation of a table before the next one is read.
  private func search(_ table: consuming QuotationTable, _ searcher: StoreSearcher) throws {
    var output = StandardOutput()
    var (hasFindings, hasFailed) = (false, false)
    while let item = table.next() {
      switch item {
      case .failure(let failure):
        hasFailed = true
        Message.failure(failure)
      case .quotation(let given):
        let result = try searcher.search(given.pieces)
        for warning in result.warnings {
          Message.warning([given.id, warning].compactMap(\.self).joined(separator: ": "))
        }
        hasFindings = hasFindings || isFinding(result)
        try output.write(
          SearchReport.write(
            result.hits, of: given.pieces, id: given.id, result.summary, format: format,
            style: .forStandardOutput))
        try output.flush()
      }
    }
    if hasFailed { throw ExitStatus.unreadable }
    if hasFindings { throw ExitStatus.findings }
  }

  private func isFinding(_ result: StoreSearcher.Result) -> Bool {
    if result.hits.isEmpty { return wording.isFinding([], verdict: .notFound) }
    return result.hits.contains { hit in
      let classes = Set(hit.found.pair.differences.map(\.differenceClass))
      return wording.isFinding(classes, verdict: hit.verdict)
    }
  }
}
