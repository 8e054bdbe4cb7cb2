internal import Prose

/// The search for one quotation.
struct PassageSearch {
  /// A place that was found.
  struct Found: Hashable {
    var evidence: Int
    var segment: Int
    var document: Int
    /// Counted from the document's start.
    var words: Range<Int>

    /// Whether it comes before another one in the result.
    func precedes(_ other: Found) -> Bool {
      if evidence != other.evidence { return evidence > other.evidence }
      return isEarlier(than: other)
    }

    func isEarlier(than other: Found) -> Bool {
      if segment != other.segment { return segment < other.segment }
      if document != other.document { return document < other.document }
      return words.lowerBound < other.words.lowerBound
    }
  }

  let query: PassageQuery
  let segments: [PassageSegment]
  let deleted: Set<Int64>
  let options: PassageSearcher.Options
  var chains: ChainSearch
  /// The least evidence that a place must have.
  var least: Int
  /// The places found so far, in the order of the result.
  var found: [Found] = []
  /// Whether no place was left out that could be among the found.
  var isExact = true

  /// For each segment the places of the units that were asked, each as position × 2¹⁶ + unit, sorted.
  var votes: [[UInt64]]
  /// The positions of features that were read, by segment and feature.
  var read: [[[UInt32]?]]

  /// So many votes are cheap enough not to ask whether they are needed.
  static let fewVotes = 2048
  /// So many votes are collected at most, and so many stretches looked at. A quotation of a few common
  /// words has more; then the most promising are looked at, and the result is not called exact.
  static let mostVotes = 1 << 21
  static let mostStretches = 1024

  init(
    query: PassageQuery, segments: [PassageSegment], deleted: Set<Int64>,
    options: PassageSearcher.Options
  ) {
    self.query = query
    self.segments = segments
    self.deleted = deleted
    self.options = options
    chains = ChainSearch(query)
    votes = [[UInt64]](repeating: [], count: segments.count)
    read = [[[UInt32]?]](
      repeating: [[UInt32]?](repeating: nil, count: query.features.count), count: segments.count)
    least = max(1, Int((options.minimumCoverage * Double(query.worth)).rounded(.up)))
  }

  mutating func run() throws {
    guard options.limit > 0, !query.features.isEmpty else { return }
    try visitSeeds(votes: Self.fewVotes)
    // Words that are in the quotation by mistake can be the rarest.
    if least < query.worth / 3 { try visitSeeds(votes: Self.mostSeedVotes) }
    var asked = cheapFeatures(votes: Self.fewVotes, from: query.featuresToAsk(least: least))
    while asked > 1, query.features[..<asked].reduce(0, { $0 + $1.votes }) > Self.mostVotes {
      asked -= 1
      isExact = false
    }
    asked = try askEverywhere(atLeast: asked)
    var stretches = self.stretches(asked: asked)
    while asked < query.features.count {
      let more = min(asked + 2, query.features.count)
      guard isWorthAsking(asked..<more, about: stretches) else { break }
      try ask(asked..<more, in: stretches)
      asked = more
      stretches = self.stretches(asked: asked)
    }
    try visit(stretches)
  }

  /// So many features that they have no more than some votes, but at least `least`.
  func cheapFeatures(votes: Int, from least: Int) -> Int {
    var count = 0
    var sum = 0
    while count < query.features.count {
      sum += query.features[count].votes
      if count >= least, sum > votes { break }
      count += 1
    }
    return count
  }

  /// Whether it costs less to ask features about stretches than to look at all of these, by what
  /// either takes in nanoseconds; only the time that a search takes depends on it.
  private func isWorthAsking(
    _ features: Range<Int>, about stretches: [PlaceBounds.Stretch]
  ) -> Bool {
    let width = stretches.reduce(0) { $0 + $1.words.count }
    let corpus = segments.reduce(1) { $0 + $1.wordCount }
    let looking = stretches.count * 10_000 + width * 20
    let asking = query.features[features].reduce(votes.reduce(0) { $0 + $1.count } * 20) {
      let reading = min(2 * $1.count, 200 * stretches.count)
      return $0 + reading + 40 * Int(Double($1.votes) * min(1, Double(width) / Double(corpus)))
    }
    return asking < looking
  }
}
