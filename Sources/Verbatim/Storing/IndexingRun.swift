internal import Corpus
internal import Prose
internal import Speakers
internal import Store
internal import Wording

/// An article on its way into a store.
struct ArticleToIndex: Sendable {
  var article: Article
  var diagnostics: [Diagnostic]
  var key: ArticleKey
  var version: ArticleVersion
  var position: Int

  /// Does all of the work that can be done on any thread.
  ///
  /// - Parameter comparer: What reads quotations for the groups of the store; nil if it keeps none.
  func prepared(by analyzer: QuotationAnalyzer, comparer: WordingComparer?) -> ArticleToStore {
    let text = Tokenizer().tokenize(bodyOf: article)
    let attributed = analyzer.analyze(article, text)
    let prepared = PreparedArticle(
      key: key, version: version, position: position, attributed: attributed,
      day: PublicationDay.number(of: article.metadata.date),
      wordCount: text.wordCount(of: article))
    return ArticleToStore(
      article: prepared,
      diagnostics: diagnostics + attributed.diagnostics.filter(\.tellsOfLoss),
      comparable: comparer.map { ComparableArticle(attributed, comparer: $0) })
  }
}

/// An analysed article on its way into a store.
struct ArticleToStore: Sendable {
  var article: PreparedArticle
  var diagnostics: [Diagnostic]
  /// What grouping needs of it, where groups are kept.
  var comparable: ComparableArticle?
}

/// One run of indexing: gathers changes and commits them in batches.
struct IndexingRun {
  private let store: StoreWriter
  private let options: StoreIndexer.Options
  private var triage: ArticleTriage
  private var summary = StoreIndexer.Summary()
  private var batch: [StoreWriter.Change] = []
  private let groups: GroupKeeper?
  /// The articles of the batch that are put.
  private var comparables: [ComparableArticle] = []
  private var byteCount = 0
  private let clock = ContinuousClock()
  private var lastCommit: ContinuousClock.Instant

  /// - Parameter groups: Keeps the groups of the store; nil if it has none.
  init(store: StoreWriter, options: StoreIndexer.Options, groups: GroupKeeper?) {
    self.store = store
    self.groups = groups
    self.options = options
    triage = ArticleTriage(options: options.analysis)
    lastCommit = clock.now
  }

  /// The next article that has to be analysed, with its size.
  mutating func next(
    _ source: inout ArticleSource, _ report: (StoreIndexer.Event) -> Void
  ) throws(StoreFailure) -> (element: ArticleToIndex, cost: Int)? {
    while let item = source.next() {
      switch item {
      case .failure(let failure):
        triage.note(failure)
        report(.failure(failure))
      case .article(let article, let diagnostics):
        report(.read(article.bytes.count))
        let decision = try triage.decide(article) { [store] (key) throws(StoreFailure) in
          try store.known(key)
        }
        switch decision {
        case .unchanged: summary.unchanged += 1
        case .moved(let known, let key, let position):
          summary.unchanged += 1
          batch.append(.move(known, key: key, position: position, path: article.path))
          try commitIfDue(report)
        case .changed(let key, let version, let position, _):
          return (
            ArticleToIndex(
              article: article, diagnostics: diagnostics, key: key, version: version,
              position: position), article.bytes.count
          )
        }
      }
    }
    return nil
  }

  /// Takes an analysed article into the batch.
  mutating func add(
    _ prepared: ArticleToStore,
    _ report: (StoreIndexer.Event) -> Void
  ) throws(StoreFailure) {
    let article = prepared.article.attributed.article
    if !prepared.diagnostics.isEmpty { report(.diagnostics(prepared.diagnostics, article)) }
    batch.append(.put(prepared.article))
    if let comparable = prepared.comparable { comparables.append(comparable) }
    byteCount += article.bytes.count
    try commitIfDue(report)
  }

  /// Commits the last batch, and removes what is gone.
  mutating func finish(
    _ paths: [String], _ report: (StoreIndexer.Event) -> Void
  ) throws(StoreFailure) -> StoreIndexer.Summary {
    try commit(report)
    var gone: [Int64] = []
    for root in triage.roots(paths) {
      try store.forEachArticle(below: root) { number, location in
        if !triage.seen.contains(number), !triage.isUnread(location) { gone.append(number) }
      }
    }
    for number in Set(gone).sorted() {
      batch.append(.remove(number))
      try commitIfDue(report)
    }
    try commit(report)
    return summary
  }

  private mutating func commitIfDue(
    _ report: (StoreIndexer.Event) -> Void
  ) throws(StoreFailure) {
    guard
      byteCount >= options.batchBytes || batch.count >= options.batchCount
        || clock.now - lastCommit >= options.batchTime
    else { return }
    try commit(report)
  }

  private mutating func commit(_ report: (StoreIndexer.Event) -> Void) throws(StoreFailure) {
    let outcome = try store.commit(
      batch,
      with: groups.map { [comparables] groups in { try groups.update($0, put: comparables) } })
    comparables = []
    for number in outcome.numbers { triage.note(number) }
    summary.added += outcome.added
    summary.updated += outcome.updated
    summary.removed += outcome.removed
    batch.removeAll(keepingCapacity: true)
    byteCount = 0
    lastCommit = clock.now
    report(.committed(summary.added + summary.updated))
  }
}
