internal import GRDB

/// Articles with the groups of their renderings: a snapshot, or what a transaction has come to.
public protocol GroupedArticles {
  /// How renderings were grouped; nil if no groups are kept.
  func grouping() throws(StoreFailure) -> StoredGrouping?
  /// The article of a number; nil if there is none.
  func article(_ number: Int64) throws(StoreFailure) -> StoredArticle?
  /// The passage index.
  func passages() throws(StoreFailure) -> StoredPassages
  /// The renderings of an article, by passage.
  func renderings(of article: Int64) throws(StoreFailure) -> [StoredRendering]
  /// The renderings of a group, by article and passage.
  func renderings(inGroup group: Int64) throws(StoreFailure) -> [StoredRendering]
}

extension StoreReader: GroupedArticles {
  public func grouping() throws(StoreFailure) -> StoredGrouping? {
    try connection.access { try GroupTables.grouping($0) }
  }

  public func renderings(of article: Int64) throws(StoreFailure) -> [StoredRendering] {
    try connection.access { try GroupTables.renderings(of: article, $0) }
  }

  public func renderings(inGroup group: Int64) throws(StoreFailure) -> [StoredRendering] {
    try connection.access { try GroupTables.renderings(inGroup: group, $0) }
  }

  /// The groups with several renderings that at least so many articles print; the renderings of
  /// each by article and passage.
  ///
  /// - Complexity: O(*n*) in the renderings of the store.
  public func groups(leastArticles: Int) throws(StoreFailure) -> [[StoredRendering]] {
    try connection.access { try GroupTables.groups(leastArticles: leastArticles, $0) }
  }

  /// How many quotations are compared with each other; 0 if no groups are kept.
  public func comparedQuotationCount() throws(StoreFailure) -> Int {
    try connection.access { try GroupTables.quotationCount($0) }
  }
}

/// A transaction that is being made, with all changes so far.
public struct StoreTransaction: GroupedArticles {
  /// The numbers of the articles that were inserted, in the order of the changes; nil for one that
  /// was there as it is.
  public let inserted: [Int64?]
  /// What it took from groups.
  public let removed: [RemovedRenderings]
  let connection: StoreConnection
  let db: Database

  public func grouping() throws(StoreFailure) -> StoredGrouping? {
    try attempt { try GroupTables.grouping(db) }
  }

  public func article(_ number: Int64) throws(StoreFailure) -> StoredArticle? {
    try attempt { try ArticleRows.article(number, db) }
  }

  public func passages() throws(StoreFailure) -> StoredPassages {
    try attempt { try StoredPassages(connection, db) }
  }

  public func renderings(of article: Int64) throws(StoreFailure) -> [StoredRendering] {
    try attempt { try GroupTables.renderings(of: article, db) }
  }

  public func renderings(inGroup group: Int64) throws(StoreFailure) -> [StoredRendering] {
    try attempt { try GroupTables.renderings(inGroup: group, db) }
  }

  /// A number that no group has.
  public func nextGroup() throws(StoreFailure) -> Int64 {
    try attempt { try GroupTables.nextGroup(db) }
  }

  /// Notes how common words are now.
  public func setGrouping(_ grouping: StoredGrouping) throws(StoreFailure) {
    try attempt { try GroupTables.set(grouping, db) }
  }

  /// Adds renderings; those that are there get the group given.
  public func put(_ renderings: [StoredRendering]) throws(StoreFailure) {
    try attempt { try GroupTables.put(renderings, db) }
  }

  private func attempt<Result>(_ body: () throws -> Result) throws(StoreFailure) -> Result {
    try StoreConnection.attempt(connection.path, body)
  }
}

extension StoreWriter {
  /// How renderings were grouped; nil if no groups are kept.
  public func grouping() throws(StoreFailure) -> StoredGrouping? {
    try connection.access { try GroupTables.grouping($0) }
  }

  /// Puts other groups in the place of all, in one transaction.
  ///
  /// - Parameters:
  ///   - renderings: Of all articles.
  ///   - grouping: How they were grouped; nil to keep no groups any more.
  public func setGroups(
    _ renderings: [StoredRendering], _ grouping: StoredGrouping?
  ) throws(StoreFailure) {
    try connection.access { db in
      try db.inTransaction(.immediate) {
        try GroupTables.clear(db)
        if let grouping {
          try GroupTables.put(renderings, db)
          try GroupTables.set(grouping, db)
        }
        return .commit
      }
    }
  }
}
