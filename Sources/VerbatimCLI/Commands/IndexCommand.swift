import ArgumentParser
import Verbatim

struct IndexCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "index",
    abstract: "Keeps articles, their quotations and speakers in a store on disk.",
    discussion: """
      Makes the store if there is none. On later runs only what changed is analysed: articles that \
      are new are added, those whose text or metadata changed are replaced, and those that are gone \
      from the paths given are removed. What cannot be read stays as it was. A run that was \
      interrupted is taken up by the next one.

      One process can write to a store at a time; any number can read it meanwhile. “list”, \
      “compare”, “verify --against” and “search” take a store wherever they take a path.

      EXAMPLES
        verbatim index corpus.db articles/
        verbatim index corpus.db articles/ --dry-run
        cat new.jsonl | verbatim index corpus.db -
        verbatim index corpus.db --remove articles/2019/
        verbatim index corpus.db --regroup
        verbatim index corpus.db --statistics
        verbatim list corpus.db
      """)

  @Argument(help: ArgumentHelp("The store, one file.", valueName: "store"))
  var store: String

  @OptionGroup var input: InputOptions

  @Flag(help: "Only say what would be done.")
  var dryRun = false

  @Flag(help: "Only look for damage: every page, row and word of the store is read.")
  var check = false

  @Flag(help: "Also give unused space back, which takes as much free space again as the store.")
  var vacuum = false

  @Flag(
    help: ArgumentHelp(
      "Also group the quotations of all articles by utterance, and keep the groups.",
      discussion: """
        From then on every run groups what is new with what is there, and “compare” need not. \
        Groups that grew bit by bit may differ a little from those that are made at once; this makes \
        them anew.
        """))
  var regroup = false

  @Flag(help: "Only say how much the store holds.")
  var statistics = false

  @Flag(help: "Remove the articles that were read from the paths, whether or not these exist.")
  var remove = false

  @Option(
    help: ArgumentHelp(
      "How many articles to commit at a time at most: what an interrupted run may lose.",
      valueName: "n"))
  var commitEvery: Int = 1024

  @Option(help: "The output's format.")
  var format: IndexReport.Format = .text

  mutating func validate() throws {
    let modes = [
      ("--dry-run", dryRun), ("--check", check), ("--vacuum", vacuum),
      ("--statistics", statistics), ("--remove", remove),
    ].filter(\.1).map(\.0)
    guard commitEvery >= 1 else {
      throw ValidationError("--commit-every is \(commitEvery); give 1 or more.")
    }
    guard modes.count <= 1 else {
      throw ValidationError("\(modes.joined(separator: " and ")) exclude each other.")
    }
    if check || statistics, !input.paths.isEmpty {
      throw ValidationError("\(modes[0]) takes no path but the store’s.")
    }
    if regroup, dryRun || check || statistics || remove {
      throw ValidationError("--regroup and \(modes[0]) exclude each other.")
    }
    if remove, input.paths.isEmpty {
      throw ValidationError("--remove needs the paths whose articles are to be removed.")
    }
    if !(check || statistics || vacuum || remove || regroup) { try input.validateInput() }
    for path in input.paths where StoreFile.isDatabase(path: path) {
      throw ValidationError("“\(path)” is a store itself; give the articles that it was made from.")
    }
  }

  mutating func run() throws {
    do {
      if check {
        try runCheck()
      } else if statistics {
        try write(try StoreReader(path: store).statistics().counts)
      } else if remove {
        try runRemoval()
      } else if dryRun {
        try runIndexing(into: nil)
      } else {
        let writer = try StoreWriter(path: store)
        let isUpkeep = (vacuum || regroup) && input.paths.isEmpty
        if !isUpkeep { try runIndexing(into: writer) }
        if regroup {
          var options = StoreIndexer.Options()
          options.jobs = input.effectiveJobs
          try StoreIndexer(options: options).regroup(writer)
        }
        if vacuum { try writer.vacuum() }
        if isUpkeep { try write(try StoreReader(path: store).statistics().counts) }
      }
    } catch let failure as StoreFailure {
      Message.failure(InputFailure(failure))
      throw ExitStatus.unreadable
    }
  }

  private func runIndexing(into writer: StoreWriter?) throws {
    var analysis = QuotationAnalyzer.Options(marks: input.markOptions)
    var failureCount = 0
    if let path = input.people {
      do throws(InputFailure) {
        let list = try PeopleList(path: path)
        analysis.speakers.knownPeople = list.people
        for failure in list.failures { Message.failure(failure) }
        failureCount = list.failures.count
      } catch {
        Message.failure(error)
        throw ExitStatus.unreadable
      }
    }
    var options = StoreIndexer.Options()
    options.analysis = analysis
    options.jobs = input.effectiveJobs
    options.batchCount = commitEvery
    let paths = input.effectivePaths
    var source = input.source(paths)
    var progress = Progress()
    progress.read(paths, meter: source.meter)
    let report = { (event: StoreIndexer.Event) in
      switch event {
      case .read(let bytes): progress.add(bytes: bytes)
      case .committed(let count): progress.note("\(count) committed")
      case .diagnostics(let diagnostics, let article):
        progress.hide()
        for line in Message.lines(for: diagnostics, in: article) { Message.warning(line) }
      case .failure(let failure):
        failureCount += 1
        progress.hide()
        Message.failure(failure)
      }
    }
    let indexer = StoreIndexer(options: options)
    defer { progress.hide() }
    let summary =
      if let writer {
        try indexer.index(&source, paths: paths, into: writer, report: report)
      } else {
        try indexer.plan(
          &source, paths: paths,
          for: StoreFile.isDatabase(path: store) ? StoreReader(path: store) : nil, report: report)
      }
    progress.hide()
    try write(summary.counts(failures: failureCount))
    if failureCount > 0 { throw ExitStatus.unreadable }
  }

  private func runRemoval() throws {
    let writer = try StoreWriter(existingAt: store)
    var count = 0
    var location = FileLocation()
    var isMissing = false
    for path in input.paths {
      var numbers: [Int64] = []
      try writer.forEachArticle(below: location.absolute(path)) { number, _ in
        numbers.append(number)
      }
      if numbers.isEmpty {
        isMissing = true
        Message.failure(
          InputFailure(
            path: path, what: "the store holds no article from there",
            remedy: "give a path as it was indexed"))
      }
      count += try StoreIndexer().remove(numbers, from: writer)
    }
    try write(StoreIndexer.Summary(removed: count).counts(failures: 0))
    if isMissing { throw ExitStatus.unreadable }
  }

  private func runCheck() throws {
    let reader = try StoreReader(path: store)
    let problems = try reader.problems()
    for problem in problems {
      Message.failure(
        InputFailure(
          path: store, what: "is damaged (\(problem))",
          remedy: "restore a copy of it, or index the articles into a new one"))
    }
    guard problems.isEmpty else { throw ExitStatus.unreadable }
    try write([
      .init("articles", "articles, all intact", .number(try reader.extent().articles))
    ])
  }

  private func write(_ counts: [IndexReport.Count]) throws {
    var output = StandardOutput()
    try output.write(IndexReport.write(counts, as: format))
    try output.flush()
  }
}
