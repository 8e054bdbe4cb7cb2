import Verbatim

/// One run over the input: reads, analyses, and reports on standard error what went wrong.
struct AnalysisRun {
  private let input: InputOptions
  private var analyzerOptions: QuotationAnalyzer.Options
  private var progress = Progress()
  private(set) var output = StandardOutput()
  private var hasFailed = false

  /// - Throws: ``ExitStatus/unreadable`` if the list of people cannot be read at all: what it says
  ///   wins over guesses, so that a result without it would be another.
  init(
    _ input: InputOptions, keepsCandidates: Bool = false, minimumConfidence: Double? = nil
  ) throws(ExitStatus) {
    self.input = input
    analyzerOptions = QuotationAnalyzer.Options(marks: input.markOptions)
    analyzerOptions.speakers.keepsCandidates = keepsCandidates
    if let minimumConfidence {
      analyzerOptions.speakers.minimumConfidence = minimumConfidence
    }
    guard let path = input.people else { return }
    do throws(InputFailure) {
      let list = try PeopleList(path: path)
      analyzerOptions.speakers.knownPeople = list.people
      for failure in list.failures { report(failure) }
    } catch {
      Message.failure(error)
      throw .unreadable
    }
  }

  /// The people on the user's list.
  var knownPeople: [KnownPerson] { analyzerOptions.speakers.knownPeople }

  /// What the stores among the input know better of who is who. Stores that cannot be read are
  /// reported when their articles are.
  func corrections() -> PeopleCorrections {
    var all = PeopleCorrections()
    for case .store(let path) in InputPart.parts(of: input.effectivePaths) {
      guard let corrections = try? StoreReader(path: path).corrections() else { continue }
      for correction in corrections.corrections { all.add(correction) }
    }
    return all
  }

  /// Analyses all articles.
  ///
  /// - Parameters:
  ///   - paths: What to read instead of the articles that the user gave.
  ///   - transform: Makes of an analysed article what the report needs; runs on any thread.
  ///   - consume: Gets the results in the order of the input, and gives what can be written.
  ///   - failed: Gets the failures, in their place among the results.
  mutating func forEachArticle<Product: Sendable>(
    at paths: [String]? = nil,
    transform: @escaping @Sendable (AttributedArticle) -> Product,
    consume: (Product) -> [UInt8],
    failed: (InputFailure) -> Void = { _ in }
  ) throws {
    for part in InputPart.parts(of: paths ?? input.effectivePaths) {
      let finish = { @Sendable (attributed: AttributedArticle, diagnostics: [Diagnostic]) in
        let article = attributed.article
        // Those of the file are among those of the article too.
        let losses = attributed.diagnostics.filter { $0.tellsOfLoss && !diagnostics.contains($0) }
        return Finished(
          product: transform(attributed), byteCount: article.bytes.count,
          warnings: Message.lines(for: diagnostics + losses, in: article))
      }
      switch part {
      case .files(let paths):
        var source = input.source(paths)
        progress.read(paths, meter: source.meter)
        try QuotationAnalyzer(options: analyzerOptions).analyze(
          &source, jobs: input.effectiveJobs, transform: finish
        ) { item in
          switch item {
          case .success(let finished): try take(finished, consume)
          case .failure(let failure):
            report(failure)
            failed(failure)
          }
        }
      case .store(let path):
        progress.readUnmetered()
        do {
          var articles = try StoreReader(path: path).articles()
          try articles.map(jobs: input.effectiveJobs) {
            finish($0, [])
          } consume: {
            try take($0, consume)
          }
        } catch let error as StoreFailure {
          let failure = InputFailure(error)
          report(failure)
          failed(failure)
        }
      }
    }
  }

  private mutating func take<Product>(
    _ finished: Finished<Product>, _ consume: (Product) -> [UInt8]
  ) throws {
    for warning in finished.warnings { warn(warning) }
    progress.add(bytes: finished.byteCount)
    try write(consume(finished.product))
  }

  /// Writes the end of the report.
  ///
  /// - Throws: ``ExitStatus/unreadable`` if some input could not be read.
  mutating func finish(_ bytes: [UInt8] = []) throws {
    progress.hide()
    try output.write(bytes)
    try output.flush()
    if hasFailed { throw ExitStatus.unreadable }
  }

  /// Writes a part of the report.
  mutating func write(_ bytes: [UInt8]) throws {
    guard !bytes.isEmpty else { return }
    progress.hideForReport()
    try output.write(bytes)
  }

  /// Says on a terminal what takes long now that all is read.
  mutating func announce(_ text: String) { progress.announce(text) }

  /// Says what could not be read, which the exit status will say too.
  mutating func report(_ failure: InputFailure) {
    hasFailed = true
    progress.hide()
    Message.failure(failure)
  }

  /// Says what is doubtful, or was left undone.
  mutating func warn(_ text: String) {
    progress.hide()
    Message.warning(text)
  }
}

/// What became of one article.
private struct Finished<Product: Sendable>: Sendable {
  var product: Product
  var byteCount: Int
  var warnings: [String]
}
