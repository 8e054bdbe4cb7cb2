public import Corpus
public import Prose
internal import Speakers
public import Store
internal import Wording

/// Brings a store up to date with articles: adds, replaces and removes what changed, and leaves
/// alone what did not.
///
///     let store = try StoreWriter(path: "corpus.db")
///     var source = ArticleSource(paths: ["articles"])
///     let summary = try StoreIndexer().index(&source, paths: ["articles"], into: store)
///
/// Work is committed in batches. A run that ended in the midst, for whatever reason, is taken up by
/// the next one: what was committed is unchanged then. What the store ends up with depends on the
/// articles only, not on the runs.
public struct StoreIndexer: Sendable {
  public struct Options: Sendable {
    /// How articles are analysed. Other options make all articles changed ones.
    public var analysis = QuotationAnalyzer.Options()
    /// How many articles to work on at a time.
    public var jobs = 1
    /// A batch is committed from so many bytes of text on.
    public var batchBytes = 8 << 20
    /// A batch is committed from so many articles on.
    public var batchCount = 1024
    /// A batch is committed after so much time at the latest, as far as there is anything to commit.
    public var batchTime = Duration.seconds(5)

    public init() {}
  }

  /// What a run did, or would do.
  public struct Summary: Hashable, Sendable {
    public var added = 0
    public var updated = 0
    public var removed = 0
    public var unchanged = 0

    public init(added: Int = 0, updated: Int = 0, removed: Int = 0, unchanged: Int = 0) {
      self.added = added
      self.updated = updated
      self.removed = removed
      self.unchanged = unchanged
    }
  }

  /// What happens in a run.
  public enum Event: Sendable {
    /// An article was read; so many bytes.
    case read(Int)
    /// An article was analysed whose file has something doubtful.
    case diagnostics([Diagnostic], Article)
    /// Input could not be read; what the store has from there stays.
    case failure(InputFailure)
    /// So many articles are committed so far.
    case committed(Int)
  }

  public let options: Options
  private let analyzer: QuotationAnalyzer

  public init(options: Options = Options()) {
    self.options = options
    analyzer = QuotationAnalyzer(options: options.analysis)
  }

  /// Brings a store up to date with a source.
  ///
  /// - Parameters:
  ///   - source: The articles.
  ///   - paths: What the source reads. Articles from there that are in the store but not in the source
  ///     any more are removed, except from what could not be read. Standard input (`-`) adds only.
  ///   - report: Hears what happens, on the caller's thread.
  public func index(
    _ source: inout ArticleSource, paths: [String], into store: StoreWriter,
    report: (Event) -> Void = { _ in }
  ) throws(StoreFailure) -> Summary {
    let (groups, mustRegroup) = try groupKeeper(of: store)
    let comparer = groups.map { _ in WordingComparer() }
    var run = IndexingRun(store: store, options: options, groups: groups)
    var failure: StoreFailure?
    let map = OrderedParallelMap(
      jobs: options.jobs, windowCount: 8 * options.jobs, windowCost: 32 << 20)
    do {
      try map.run(
        next: {
          do throws(StoreFailure) {
            return try run.next(&source, report)
          } catch {
            failure = error
            return nil
          }
        },
        transform: { [analyzer] in $0.prepared(by: analyzer, comparer: comparer) },
        consume: { prepared in
          if failure == nil { try run.add(prepared, report) }
        })
      if let failure { throw failure }
      let summary = try run.finish(paths, report)
      if mustRegroup { try regroup(store) }
      return summary
    } catch let error as StoreFailure {
      throw error
    } catch {
      preconditionFailure("a run throws failures of the store only: \(error)")
    }
  }

  /// Removes articles from a store.
  ///
  /// - Returns: How many there were.
  public func remove(_ numbers: [Int64], from store: StoreWriter) throws(StoreFailure) -> Int {
    let (groups, mustRegroup) = try groupKeeper(of: store)
    let removed = try store.commit(
      numbers.map { .remove($0) },
      with: groups.map { groups in { try groups.update($0, put: []) } }
    ).removed
    if mustRegroup { try regroup(store) }
    return removed
  }

  /// What keeps the groups of a store; nil if it has none. Groups that were made by other rules are
  /// dropped, and must be made anew in the end.
  private func groupKeeper(
    of store: StoreWriter
  ) throws(StoreFailure) -> (keeper: GroupKeeper?, mustRegroup: Bool) {
    guard let grouping = try store.grouping() else { return (nil, false) }
    guard grouping.isCurrent else {
      try store.setGroups([], nil)
      return (nil, true)
    }
    return (
      GroupKeeper(
        comparer: WordingComparer(), corrections: try store.corrections(), jobs: options.jobs),
      false
    )
  }

  /// What ``index(_:paths:into:report:)`` would do, without doing it.
  ///
  /// - Parameter store: The store as it is; nil where there is none yet.
  public func plan(
    _ source: inout ArticleSource, paths: [String], for store: StoreReader?,
    report: (Event) -> Void = { _ in }
  ) throws(StoreFailure) -> Summary {
    var triage = ArticleTriage(options: options.analysis)
    var summary = Summary()
    while let item = source.next() {
      switch item {
      case .failure(let failure):
        triage.note(failure)
        report(.failure(failure))
      case .article(let article, _):
        report(.read(article.bytes.count))
        let decision = try triage.decide(article) { (key) throws(StoreFailure) in
          try store?.known(key)
        }
        switch decision {
        case .changed(_, _, _, isNew: true): summary.added += 1
        case .changed(let key, _, _, isNew: false):
          summary.updated += 1
          if let known = try store?.known(key) { triage.note(known.number) }
        case .moved, .unchanged: summary.unchanged += 1
        }
      }
    }
    for root in triage.roots(paths) {
      try store?.forEachArticle(below: root) { number, location in
        if !triage.seen.contains(number), !triage.isUnread(location) { summary.removed += 1 }
      }
    }
    return summary
  }
}
