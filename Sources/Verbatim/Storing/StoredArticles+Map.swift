public import Speakers
public import Store

extension StoredArticles {
  /// Transforms all articles, several at a time, with results in the order of the store.
  ///
  /// Memory is bounded: articles are read only while few others are unfinished. The results do not
  /// depend on `jobs`.
  ///
  /// - Parameters:
  ///   - transform: Makes of an article what the caller wants to keep; runs on any thread.
  ///   - consume: Gets the results on the caller's thread.
  /// - Throws: ``StoreFailure`` when the store cannot be read on; what `consume` throws.
  public mutating func map<Output: Sendable>(
    jobs: Int, transform: @escaping @Sendable (AttributedArticle) -> Output,
    consume: (Output) throws -> Void
  ) throws {
    try mapStored(jobs: jobs) {
      transform($0.attributed)
    } consume: {
      try consume($0)
    }
  }

  /// Transforms all articles with what the store knows of them besides; see
  /// ``map(jobs:transform:consume:)``.
  mutating func mapStored<Output: Sendable>(
    jobs: Int, transform: @escaping @Sendable (StoredArticle) -> Output,
    consume: (Output) throws -> Void
  ) throws {
    var failure: StoreFailure?
    let map = OrderedParallelMap(jobs: jobs, windowCount: 8 * jobs, windowCost: 32 << 20)
    try map.run(
      next: {
        do throws(StoreFailure) {
          return try next().map { ($0, $0.attributed.article.bytes.count) }
        } catch {
          failure = error
          return nil
        }
      }, transform: transform, consume: consume)
    if let failure { throw failure }
  }
}
