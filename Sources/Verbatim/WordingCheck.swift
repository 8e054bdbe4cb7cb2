public import Corpus
internal import Prose
public import Reports
public import Wording

/// Compares two wordings and says what their differences amount to.
///
///     let check = WordingCheck(profile: .neutral)
///     let pair = check.check("We may sign.", "We will sign.")
///     pair.verdict      // meaning-altered
///     pair.differences  // one, of class modal, with the words and places on both sides
///
/// A check holds no state of the texts: one can serve all threads.
public struct WordingCheck: Sendable {
  /// The house style that verdicts follow.
  public var profile: Profile
  /// How the words were given, where the house distinguishes.
  public var medium: Profile.Medium?
  private let comparer: WordingComparer
  private let tokenizer = Tokenizer()

  /// - Parameter limits: How much work one comparison may take.
  public init(
    profile: Profile = .neutral, medium: Profile.Medium? = nil,
    limits: WordingLimits = WordingLimits()
  ) {
    comparer = WordingComparer(limits: limits)
    self.profile = profile
    self.medium = medium
  }

  /// Checks two texts against each other, which are presumed to render one utterance: whoever puts
  /// them side by side says so.
  public func check(_ a: String, _ b: String) -> CheckedPair {
    check(id: nil, .text(a), .text(b), isPresumedSame: true, daysApart: nil)
  }

  /// Checks the wordings of a pair against each other.
  public func check(_ pair: WordingPair) -> CheckedPair {
    var daysApart: Int?
    if let a = PublicationDay.number(of: pair.aDate), let b = PublicationDay.number(of: pair.bDate)
    {
      daysApart = abs(a - b)
    }
    return check(id: pair.id, pair.a, pair.b, daysApart: daysApart)
  }

  private func check(
    id: String?, _ a: WordingPair.Side, _ b: WordingPair.Side,
    isPresumedSame: Bool = false, daysApart: Int?
  ) -> CheckedPair {
    let aRendering = Rendering(pieces: a.pieces, tokenizer: tokenizer)
    let bRendering = Rendering(pieces: b.pieces, tokenizer: tokenizer)
    let comparison = comparer.compare(
      comparer.read(aRendering), comparer.read(bRendering),
      isPresumedSame: isPresumedSame, daysApart: daysApart)
    return CheckedPair(
      id: id, a: aRendering, aIsPieced: a.isPieced, b: bRendering, bIsPieced: b.isPieced,
      comparison: comparison, profile: profile, medium: medium,
      verdict: profile.verdict(of: comparison, medium: medium),
      breaches: profile.breaches(in: comparison, medium: medium))
  }

  /// Checks all pairs of a source, several at a time, with results in the order of the source.
  ///
  /// Memory is bounded: pairs are read only while few others are unfinished. The results do not
  /// depend on `jobs`.
  ///
  /// - Parameters:
  ///   - source: The pairs; read on the caller's thread.
  ///   - jobs: How many pairs to work on at a time.
  ///   - transform: Makes of a checked pair what the caller wants to keep; runs on any thread.
  ///   - consume: Gets the results, and the lines that could not be used, on the caller's thread.
  /// - Throws: what `consume` throws; nothing is read after that.
  public func check<Output: Sendable>(
    _ source: inout PairSource, jobs: Int,
    transform: @escaping @Sendable (CheckedPair) -> Output,
    consume: (Result<Output, InputFailure>) throws -> Void
  ) throws {
    // A pair takes microseconds, so that threads work on many at a time.
    let map = OrderedParallelMap(jobs: jobs, windowCount: 4 * jobs, windowCost: 16 << 20)
    try map.run(
      next: { Self.nextBatch(&source) },
      transform: { items in
        items.map { item -> Result<Output, InputFailure> in
          switch item {
          case .pair(let pair, _): .success(transform(check(pair)))
          case .failure(let failure): .failure(failure)
          }
        }
      },
      consume: { results in
        for result in results { try consume(result) }
      })
  }

  /// So many bytes of input are worth a thread's while.
  private static let batchBytes = 64 << 10

  private static func nextBatch(
    _ source: inout PairSource
  ) -> (element: [PairSource.Item], cost: Int)? {
    var items: [PairSource.Item] = []
    var cost = 0
    while cost < batchBytes, items.count < 256, let item = source.next() {
      items.append(item)
      if case .pair(_, let byteCount) = item { cost += byteCount }
    }
    return items.isEmpty ? nil : (items, cost)
  }
}

extension WordingPair.Side {
  fileprivate var isPieced: Bool {
    if case .pieces = self { true } else { false }
  }
}
