internal import GRDB
internal import Passages
internal import Prose
public import Speakers

/// Writes to a store: one process at a time, in transactions, beside any number of readers.
///
///     let writer = try StoreWriter(path: "corpus.db")
///     if try writer.known(key)?.version != version { batch.append(.put(prepared)) }
///     try writer.commit(batch)
///
/// What was committed stays, whatever happens to the process. An article and its part of the passage
/// index are always committed together. A writer belongs to one thread.
public final class StoreWriter {
  /// One change to a store.
  public enum Change: Sendable {
    /// Add an article, in the place of the one with the same key if there is one.
    case put(PreparedArticle)
    /// Note where an unchanged article stands now.
    case move(KnownArticle, key: ArticleKey, position: Int, path: String?)
    /// Remove an article.
    case remove(Int64)
  }

  /// What a commit changed.
  public struct Outcome: Hashable, Sendable {
    public var added = 0
    public var updated = 0
    public var removed = 0
    /// The numbers of the articles that were put.
    public var numbers: [Int64] = []
  }

  /// What has become of changes.
  private struct Progress {
    var outcome = Outcome()
    /// The numbers of the articles that were put, nil for those that were there already.
    var inserted: [Int64?] = []
    /// What articles that are gone, or were replaced, had in groups.
    var removed: [RemovedRenderings] = []
  }

  let connection: StoreConnection
  private let lock: WriterLock
  private let policy: MergePolicy
  private var tables = ArticleTables()
  private var builder = PassageSegmentBuilder()

  /// Opens a store to write to it, and makes it if there is none.
  public convenience init(path: String) throws(StoreFailure) {
    try self.init(path: path, policy: MergePolicy())
  }

  /// Opens a store that exists.
  public convenience init(existingAt path: String) throws(StoreFailure) {
    guard StoreFile.exists(path: path) else { throw .missing(path: path) }
    try self.init(path: path)
  }

  init(path: String, policy: MergePolicy) throws(StoreFailure) {
    try StoreFile.checkIsNoSpecialFile(path: path)
    lock = try WriterLock(store: path)
    connection = try .writing(path)
    self.policy = policy
  }

  /// The path as it was given.
  public var path: String { connection.path }

  /// What the store knows of an article; nil if it does not have it.
  public func known(_ key: ArticleKey) throws(StoreFailure) -> KnownArticle? {
    try connection.access { try ArticleTables.known(key, $0) }
  }

  /// Makes all changes or, when it throws, none.
  ///
  /// An article that is put exactly as it is already there stays as it is.
  ///
  /// - Parameter companion: Makes further changes in the same transaction, which fails if it throws.
  public func commit(
    _ changes: [Change], with companion: ((StoreTransaction) throws -> Void)? = nil
  ) throws(StoreFailure) -> Outcome {
    guard !changes.isEmpty else { return Outcome() }
    do {
      let outcome = try connection.access { db in
        var progress = Progress()
        try db.inTransaction(.immediate) {
          for change in changes { try apply(change, &progress, db) }
          try finishSegment(db)
          try companion?(
            StoreTransaction(
              inserted: progress.inserted, removed: progress.removed, connection: connection,
              db: db))
          return .commit
        }
        return progress.outcome
      }
      try merge()
      return outcome
    } catch {
      tables.reset()
      builder = PassageSegmentBuilder()
      range = nil
      documentCount = 0
      throw error
    }
  }

  private func apply(_ change: Change, _ progress: inout Progress, _ db: Database) throws {
    switch change {
    case .put(let prepared):
      let known = try ArticleTables.known(prepared.key, db)
      if let known {
        if known.version == prepared.version {
          progress.outcome.numbers.append(known.number)
          progress.inserted.append(nil)
          return
        }
        try remove(known.number, &progress, db)
      }
      let number = try tables.insert(prepared, db)
      if builder.isFull { try finishSegment(db) }
      try builder.add(document: number, text: prepared.attributed.article.searchableText)
      range = (range?.lowerBound ?? number)...number
      documentCount += 1
      progress.outcome.numbers.append(number)
      progress.inserted.append(number)
      if known == nil { progress.outcome.added += 1 } else { progress.outcome.updated += 1 }
    case .move(let known, let key, let position, let path):
      try tables.move(known.number, to: position, path: path, of: key.location, db)
    case .remove(let number):
      try remove(number, &progress, db)
      progress.outcome.removed += 1
    }
  }

  private func remove(_ number: Int64, _ progress: inout Progress, _ db: Database) throws {
    let renderings = try GroupTables.renderings(of: number, db)
    if !renderings.isEmpty, let article = try ArticleRows.article(number, db) {
      progress.removed.append(
        RemovedRenderings(article: article.attributed, renderings: renderings))
    }
    try ArticleTables.delete(number, db)
    try PassageTables.markDeleted(number, db)
  }

  // MARK: Passages

  /// The documents in the builder.
  private var range: ClosedRange<Int64>?
  private var documentCount = 0

  private func finishSegment(_ db: Database) throws {
    guard let range else { return }
    var bytes: [UInt8]? = builder.finish()
    try PassageTables.insert(documents: range, count: documentCount, db) {
      defer { bytes = nil }
      return bytes
    }
    self.range = nil
    documentCount = 0
  }

  /// Merges segments as long as there are too many, each merge in a transaction of its own.
  private func merge() throws(StoreFailure) {
    while true {
      let isDone = try connection.access { db in
        let entries = try PassageTables.entries(db)
        guard let range = policy.merge(of: entries.map(\.byteCount)) else { return true }
        try db.inTransaction(.immediate) {
          try PassageTables.merge(entries[range], db, connection.queue)
          return .commit
        }
        return false
      }
      if isDone { return }
    }
  }

  /// Makes one segment of all, without what was deleted, and gives unused space back.
  ///
  /// Needs as much free space again as the store takes.
  public func vacuum() throws(StoreFailure) {
    try connection.access { db in
      let entries = try PassageTables.entries(db)
      let hasDeleted = try !PassageTables.deleted(db).isEmpty
      if entries.count > 1 || hasDeleted {
        try db.inTransaction(.immediate) {
          try PassageTables.merge(entries[...], db, connection.queue)
          return .commit
        }
      }
      try db.execute(sql: "DELETE FROM source WHERE id NOT IN (SELECT source FROM article)")
      try db.execute(sql: "DELETE FROM analysis WHERE id NOT IN (SELECT analysis FROM article)")
      tables.reset()
      // The file itself shrinks once no reader needs the old pages: when the last of them is done.
      try db.execute(sql: "VACUUM")
    }
  }

  // MARK: What is there

  /// Calls `body` with the number of each article that was read from a location or from below it, and
  /// where it was read from.
  public func forEachArticle(
    below location: String, _ body: (Int64, String) -> Void
  ) throws(StoreFailure) {
    try connection.access { try ArticleTables.forEachArticle(below: location, $0, body) }
  }

  /// All articles, as ``StoreReader/articles()`` gives them.
  public func articles() -> StoredArticles { StoredArticles(connection) }

  /// What users have said about who is who; see ``StoreReader/corrections()``.
  public func corrections() throws(StoreFailure) -> PeopleCorrections {
    try connection.access { try CorrectionTable.corrections($0) }
  }
}
