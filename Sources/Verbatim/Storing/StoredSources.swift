internal import Locking
internal import Passages
internal import Prose
public import Reports
internal import Speakers
public import Store
public import Wording

/// The articles of a store as sources, found by its passage index.
///
/// The store is asked under a lock, by one thread at a time; what takes time, making a source of an
/// article, is done by all.
public final class StoredSources: SourceLibrary {
  private struct State {
    let passages: StoredPassages
    /// The sources that were made last, since quotations of one article stand in the same ones.
    var recent: [(number: Int64, source: VerificationSource)] = []
    var failure: StoreFailure?
  }

  public let read: VerifiedQuotation.Read
  private let reader: StoreReader
  private let options: PassageSearcher.Options
  private let state: Guarded<State>

  private static let maximumRecent = 64

  /// - Parameter maximumPlaces: With how many places a quotation is compared; the index is asked for
  ///   four times as many, at least 32, since it ranks them by their words alone.
  public init(_ reader: StoreReader, maximumPlaces: Int = 8) throws(StoreFailure) {
    self.reader = reader
    let limit = max(32, 4 * maximumPlaces)
    // A source may lack much of the quotation, or have it in parts; and the best place of all is
    // often the quotation itself, in its own article.
    options = PassageSearcher.Options(
      limit: limit, minimumCoverage: 0.1, minimumShareOfBest: 0.1)
    let extent = try reader.extent()
    read = .init(sources: extent.articles, words: extent.words)
    state = Guarded(State(passages: try reader.passages()))
  }

  /// What kept the store from being read, if anything did: what was not found may be there then.
  public var failure: StoreFailure? { state.withLock { $0.failure } }

  public func answer(for quotation: WordSequence, wantsAll: Bool) -> SourceAnswer {
    let found = state.withLock { state -> PassageResult? in
      guard state.failure == nil else { return nil }
      do throws(StoreFailure) {
        return try state.passages.search(quotation, options: options)
      } catch {
        state.failure = error
        return nil
      }
    }
    guard let found else { return SourceAnswer() }
    let places = found.places
    var warnings = PassageSearcher.warnings(on: found, of: quotation, wantsAll: wantsAll)
    if wantsAll, places.count >= options.limit {
      warnings.append(
        "only the \(options.limit) most promising places of the store were looked at. "
          + "Raise --max-places.")
    }
    return SourceAnswer(
      sources: Set(places.map(\.document)).sorted().compactMap { source($0) }, warnings: warnings)
  }

  private func source(_ number: Int64) -> VerificationSource? {
    let known = state.withLock { state in state.recent.first { $0.number == number }?.source }
    if let known { return known }
    do throws(StoreFailure) {
      guard let article = try reader.article(number) else { return nil }
      let source = VerificationSource(article.attributed)
      state.withLock { state in
        state.recent.append((number, source))
        if state.recent.count > Self.maximumRecent { state.recent.removeFirst() }
      }
      return source
    } catch {
      state.withLock { $0.failure = error }
      return nil
    }
  }
}
