import ArgumentParser
import Verbatim

struct VerifyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify",
    abstract: "Looks quotations up in sources, and names what differs.",
    discussion: """
      Sources are transcripts, captions (.srt, .vtt), or other articles. A quotation is looked for \
      anywhere in their text. It is reported where it was found, by whom it is said there, and how \
      the wording differs; that a quotation is true, nobody can say from that. What is not found is \
      not in what was read.

      Instead of the quotations of articles, one can be given with --quote, or a table of them with \
      --quotes, whose rows come back with the findings added.

      The exit status is 0 whatever differs, unless --fail-on says from what on it is 1.

      EXAMPLES
        verbatim verify draft.txt --against hearing.srt
        verbatim verify --quote "We will sign." --speaker "Ana Ruiz" --against transcripts/
        verbatim verify --quotes quotes.csv --against transcripts/ --format csv > checked.csv
        verbatim verify draft.md --against s/ --format jsonl --fail-on meaning
      """)

  @OptionGroup var input: InputOptions

  @Option(
    parsing: .upToNextOption,
    help: ArgumentHelp(
      "The sources: files, folders, stores, or - for standard input.", valueName: "path"))
  var against: [String] = []

  @Option(help: ArgumentHelp("Look up this quotation.", valueName: "text"))
  var quote: String?

  @Option(
    help: ArgumentHelp("Who is to have said what --quote gives.", valueName: "name"))
  var speaker: String?

  @Option(
    help: ArgumentHelp(
      "Look up the quotations of a table, CSV or JSON Lines; - for standard input.",
      discussion: """
        The quotation stands in the column, or under the key, "quotation", "quote" or "text"; \
        "speaker" and "id" are used where they are there.
        """,
      valueName: "file"))
  var quotes: String?

  @Option(help: "The output's format.")
  var format: VerifyReport.Format = .text

  @Flag(
    help: "Report every place that may be meant, not only those that fit as well as the best.")
  var allPlaces = false

  @Option(help: ArgumentHelp("Only quotations of at least so many words.", valueName: "n"))
  var minWords: Int = 0

  @OptionGroup var csv: CSVOptions

  @OptionGroup var wording: WordingOptions

  @OptionGroup(title: "Limits") var places: PlaceOptions

  mutating func validate() throws {
    guard !against.isEmpty else {
      throw ValidationError("There is nothing to look in: give the sources with --against.")
    }
    if quote != nil || quotes != nil {
      guard input.paths.isEmpty, quote == nil || quotes == nil else {
        throw ValidationError("Give articles, --quote or --quotes, not several of them.")
      }
      if minWords > 0 { throw ValidationError("--min-words only makes sense with articles.") }
    } else {
      try input.validateInput()
    }
    if speaker != nil, quote == nil {
      throw ValidationError("--speaker only makes sense with --quote.")
    }
    if let quote, !quote.contains(where: { $0.isLetter || $0.isNumber }) {
      throw ValidationError(
        "--quote is “\(quote)” and holds no word; give the words that were quoted.")
    }
    guard minWords >= 0 else {
      throw ValidationError("--min-words is \(minWords); give 0 or more.")
    }
    try csv.validate(isCSV: format == .csv)
    let readsArticles = quote == nil && quotes == nil
    let inputs =
      against + input.paths + (quotes.map { [$0] } ?? [])
      + (readsArticles && input.paths.isEmpty ? ["-"] : [])
    if inputs.count(where: { $0 == "-" }) > 1 {
      throw ValidationError("Standard input can be read only once: give “-” for one of them.")
    }
  }

  mutating func run() throws {
    let profile = try wording.loadedProfile()
    var run = try AnalysisRun(input)
    var failures: [ReadFailure] = []
    var sources: [VerificationSource] = []
    // Of a store only those articles are read that a quotation may stand in.
    let stores = against.filter { $0 != "-" && StoreFile.isDatabase(path: $0) }
    var libraries: [StoredSources] = []
    for path in stores {
      do throws(StoreFailure) {
        libraries.append(
          try StoredSources(try StoreReader(path: path), maximumPlaces: places.maxPlaces))
      } catch {
        run.report(InputFailure(error))
        failures.append(ReadFailure(InputFailure(error)))
      }
    }
    try run.forEachArticle(at: against.filter { !stores.contains($0) }) {
      VerificationSource($0)
    } consume: { source in
      sources.append(source)
      return []
    } failed: {
      failures.append(ReadFailure($0))
    }
    guard !sources.isEmpty || !libraries.isEmpty else { return try run.finish() }
    var options = QuotationVerifier.Options(
      profile: profile, medium: wording.medium, reportsAllPlaces: allPlaces,
      minimumWords: minWords, knownPeople: run.knownPeople)
    options.maximumPlaces = places.maxPlaces
    let verifier = QuotationVerifier(sources: sources, libraries: libraries, options: options)
    try verify(with: verifier, failures, &run) {
      for failure in libraries.compactMap(\.failure) { $0.report(InputFailure(failure)) }
    }
  }

  private func verify(
    with verifier: QuotationVerifier, _ failures: [ReadFailure], _ run: inout AnalysisRun,
    reportLibraries: (inout AnalysisRun) -> Void
  ) throws {
    var table: QuotationTable? = nil
    if let quotes {
      do throws(InputFailure) {
        table = try QuotationTable(path: quotes)
      } catch {
        run.report(error)
        return try run.finish()
      }
    }
    let empty = VerifyReport(
      options: .init(
        format: format, style: .forStandardOutput, columns: table?.columns,
        usesSafeCSV: csv.csvSafe),
      read: verifier.read)
    var report = empty
    for failure in failures { report.add(failure) }
    var hasFindings = false
    var warnings: [String] = []
    func add(_ written: VerifyReport.Written) -> [UInt8] {
      warnings += written.warnings
      if wording.isFinding(written.classes, verdict: written.verdict) { hasFindings = true }
      return report.add(written)
    }
    if let quote {
      let given = GivenQuotation(pieces: [quote], speaker: speaker)
      try run.write(add(empty.write(verifier.verify(given))))
    } else if table != nil {
      try verifier.verify(&table!, jobs: input.effectiveJobs) {
        empty.write($0)
      } consume: { result in
        switch result {
        case .success(let written): try run.write(add(written))
        case .failure(let failure):
          run.report(failure)
          report.add(ReadFailure(failure))
        }
      }
    } else {
      var unread: [ReadFailure] = []
      try run.forEachArticle {
        verifier.verify($0).map { empty.write($0) }
      } consume: { written in
        written.flatMap { add($0) }
      } failed: {
        unread.append(ReadFailure($0))
      }
      for failure in unread { report.add(failure) }
    }
    for warning in warnings { run.warn(warning) }
    reportLibraries(&run)
    try run.finish(report.finish())
    if hasFindings { throw ExitStatus.findings }
  }
}

extension ReadFailure {
  /// A failure as reports write it.
  init(_ failure: InputFailure) {
    self.init(
      path: failure.path, line: failure.line, message: "\(failure.what); \(failure.remedy)")
  }
}
