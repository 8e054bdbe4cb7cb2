internal import GRDB
public import Passages
public import Wording

extension StoreReader {
  /// The places of all articles at which the words of a quotation stand, those with most evidence
  /// first.
  public func passages(
    of quotation: WordSequence, options: PassageSearcher.Options
  ) throws(StoreFailure) -> PassageResult {
    try connection.access { db in
      let segments = try PassageTables.entries(db).map { try PassageTables.segment($0, db) }
      let searcher = PassageSearcher(
        segments: segments, deleted: try PassageTables.deleted(db))
      return try searcher.search(quotation, options: options)
    }
  }
}
