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
      """)

  @Argument(help: ArgumentHelp("The store, as “verbatim index” made it.", valueName: "store"))
  var store: String

  @Argument(help: ArgumentHelp("The words.", valueName: "text"))
  var text: String

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
    guard text.contains(where: { $0.isLetter || $0.isNumber }) else {
      throw ValidationError("“\(text)” holds no word; give the words to look for.")
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
    let result: StoreSearcher.Result
    do throws(StoreFailure) {
      result = try StoreSearcher(try StoreReader(path: store), options: options).search(text)
    } catch {
      Message.failure(InputFailure(error))
      throw ExitStatus.unreadable
    }
    var output = StandardOutput()
    var report = SearchReport(format: format, style: .forStandardOutput)
    var hasFindings = false
    for hit in result.hits {
      let classes = Set(hit.found.pair.differences.map(\.differenceClass))
      hasFindings = hasFindings || wording.isFinding(classes, verdict: hit.verdict)
      try output.write(report.add(hit))
    }
    if result.hits.isEmpty { hasFindings = wording.isFinding([], verdict: .notFound) }
    try output.write(report.finish(result.summary))
    try output.flush()
    if hasFindings { throw ExitStatus.findings }
  }
}
