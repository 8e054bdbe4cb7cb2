internal import GRDB
public import Passages
public import Wording

/// The passage index of a snapshot. Serves one thread.
public final class StoredPassages {
  private let path: String
  private let searcher: PassageSearcher

  /// So much of the index is kept in memory at most.
  private static let cachedBytes = 96 << 20

  init(_ connection: StoreConnection, _ db: Database) throws {
    path = connection.path
    let cache = ChunkCache(bytes: Self.cachedBytes)
    searcher = PassageSearcher(
      segments: try PassageTables.entries(db).map {
        try PassageTables.segment($0, connection.queue, cache: cache)
      },
      deleted: try PassageTables.deleted(db))
  }

  /// The places of all articles at which the words of a quotation stand, those with most evidence
  /// first. A place's document is the article's number.
  public func search(
    _ quotation: WordSequence, options: PassageSearcher.Options
  ) throws(StoreFailure) -> PassageResult {
    try StoreConnection.attempt(path) { try searcher.search(quotation, options: options) }
  }
}

extension StoreReader {
  /// The passage index.
  public func passages() throws(StoreFailure) -> StoredPassages {
    try connection.access { try StoredPassages(connection, $0) }
  }
}
