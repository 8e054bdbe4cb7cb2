import ArgumentParser
import Verbatim

struct CompareCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "compare",
    abstract: "Compares how several articles print the same utterance.",
    discussion: """
      Brings the renderings of one utterance together over all articles, and shows where their \
      words differ and whether they credit the same speaker. No rendering is presumed right: the \
      base, the majority wording or the fullest, is only what the others are told from. What an \
      editor should see first comes first.

      EXAMPLES
        verbatim compare articles/
        verbatim compare --format html articles/ > renderings.html
        verbatim compare --fail-on meaning --across-outlets articles/
        verbatim compare draft.md --against corpus.db
        cat articles.jsonl | verbatim compare --format jsonl | jq .verdict
      """)

  @OptionGroup var input: InputOptions
  @OptionGroup var wording: WordingOptions

  @Option(help: "The output's format.")
  var format: CompareOptions.Format = .text

  @Option(
    help: ArgumentHelp(
      "Only utterances that at least so many articles print.", valueName: "n"))
  var minRenderings: Int = 2

  @Option(
    help: ArgumentHelp(
      "Only what the articles have in common with those of a store.",
      discussion: """
        Their quotations are looked for in the store, which “verbatim index” made and which need not \
        hold the articles.
        """,
      valueName: "store"))
  var against: String?

  @Flag(help: "Only utterances that several outlets print.")
  var acrossOutlets = false

  @Flag(
    help: ArgumentHelp(
      "Also utterances that one article only prints, several times.",
      discussion: """
        In text, Markdown and HTML also those that all articles print alike; JSON, JSON Lines and \
        CSV always have these.
        """))
  var all = false

  @OptionGroup var csv: CSVOptions

  @OptionGroup(title: "Limits") var pairing: PairingOptions

  mutating func validate() throws {
    guard minRenderings >= 2 else {
      throw ValidationError(
        "--min-renderings is \(minRenderings); give 2 or more, or --all for one article's own.")
    }
    try csv.validate(isCSV: format == .csv)
  }

  mutating func run() throws {
    let profile = try wording.loadedProfile()
    var options = QuotationComparer.Options()
    options.profile = profile
    options.medium = wording.medium
    options.leastArticles = all ? 1 : minRenderings
    options.needsSeveralOutlets = acrossOutlets
    options.limits = pairing.limits
    options.jobs = input.effectiveJobs

    var report = CompareReport(
      options: CompareOptions(
        format: format, style: .forStandardOutput, includesAll: all, usesSafeCSV: csv.csvSafe,
        profile: profile.title))
    var failures: [ReadFailure] = []
    var run = try AnalysisRun(input)
    let groups: [UtteranceGroup]
    do {
      if against == nil, let kept = keptGroups(options) {
        report.countArticles(kept.articleCount, quotations: kept.quotationCount)
        groups = kept.groups
      } else {
        var comparer = QuotationComparer(
          options: options, knownPeople: run.knownPeople, corrections: run.corrections())
        let reader = comparer
        var articles: [ComparableArticle] = []
        try run.forEachArticle {
          reader.read($0)
        } consume: {
          report.countArticles(1, quotations: $0.quotationCount)
          if against == nil { comparer.add($0) } else { articles.append($0) }
          return []
        } failed: {
          failures.append(
            ReadFailure(path: $0.path, line: $0.line, message: "\($0.what); \($0.remedy)"))
        }
        groups =
          if let against {
            try StoreComparer(
              StoreReader(path: against), options: options, knownPeople: run.knownPeople
            ).groups(with: articles).groups
          } else {
            comparer.groups()
          }
      }
    } catch let failure as StoreFailure {
      Message.failure(InputFailure(failure))
      throw ExitStatus.unreadable
    }
    for failure in failures { report.add(failure) }

    run.announce("comparing")
    var hasFindings = false
    for group in groups {
      let classes = group.differences.flatMap { $0.readings.flatMap(\.classes) }
      hasFindings = hasFindings || wording.isFinding(classes, verdict: group.verdict)
      for warning in group.warnings { run.warn(warning) }
      try run.write(report.add(group))
    }
    try run.finish(report.finish())
    if hasFindings { throw ExitStatus.findings }
  }

  /// What the store keeps, if nothing but a store is to be compared, which keeps its groups.
  private func keptGroups(
    _ options: QuotationComparer.Options
  ) -> StoreComparer.Result? {
    let parts = InputPart.parts(of: input.effectivePaths)
    // A list of people may tell otherwise who is who.
    guard input.people == nil, parts.count == 1, case .store(let path) = parts[0] else {
      return nil
    }
    // What cannot be read is reported when its articles are.
    return try? StoreComparer(StoreReader(path: path), options: options).groups()
  }
}
