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

  private let query: PassageQuery
  private let segments: [PassageSegment]
  private let deleted: Set<Int64>
  private let options: PassageSearcher.Options
  private var chains: ChainSearch
  /// The least evidence that a place must have.
  private var least: Int
  /// The places found so far, in the order of the result.
  private(set) var found: [Found] = []
  /// Whether no place was left out that could be among the found.
  private(set) var isExact = true

  /// For each segment the places of the units that were asked, each as position × 2¹⁶ + unit, sorted.
  private var votes: [[UInt64]]
  /// The positions of features that were read, by segment and feature.
  private var read: [[[UInt32]?]]

  /// So many votes are cheap enough not to ask whether they are needed.
  private static let fewVotes = 2048
  /// Of so many votes at most a first good place is looked for.
  private static let mostSeedVotes = 1 << 15
  /// At least so many seeds are looked at.
  private static let fewSeeds = 8
  /// So many votes are collected at most, and so many stretches looked at. A quotation of a few common
  /// words has more; then the most promising are looked at, and the result is not called exact.
  private static let mostVotes = 1 << 21
  private static let mostStretches = 1024

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
    try ask(0..<asked, in: nil)
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
  private func cheapFeatures(votes: Int, from least: Int) -> Int {
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

  // MARK: Seeds

  /// Looks at some places where rare features of the quotation stand as they do in it. How good the
  /// best of them is says how many features must be asked so that no better one is missed.
  private mutating func visitSeeds(votes: Int) throws {
    var seeds: [(weight: Int, segment: Int, start: Int)] = []
    var asked = cheapFeatures(votes: votes, from: 3)
    while asked > 1, query.features[..<asked].reduce(0, { $0 + $1.votes }) > Self.mostSeedVotes {
      asked -= 1
    }
    for segment in segments.indices {
      seeds += try self.seeds(asked: asked, in: segment)
    }
    seeds.sort {
      if $0.weight != $1.weight { return $0.weight > $1.weight }
      return $0.segment != $1.segment ? $0.segment < $1.segment : $0.start < $1.start
    }
    // A document counts once here: two of its chains can turn out to be one.
    var best: [Found] = []
    for (number, seed) in seeds.prefix(seedCount).enumerated() {
      // What stands behind an ellipsis, or before it, is looked for at the best seeds.
      let margin =
        Self.seedMargin + (number < 2 ? min(query.skips, 4) * ChainCosts.mostSkipped : 0)
      let words = (seed.start - margin..<seed.start + query.words.count + margin)
        .clamped(to: 0..<segments[seed.segment].wordCount)
      found = []
      try visit(PlaceBounds.Stretch(segment: seed.segment, words: words, bound: 0))
      for place in found {
        let index = best.firstIndex {
          $0.segment == place.segment && $0.document == place.document
        }
        if let index {
          if place.precedes(best[index]) { best[index] = place }
        } else {
          best.append(place)
        }
      }
    }
    found = []
    best.sort { $0.precedes($1) }
    if best.count >= options.limit { least = max(least, best[options.limit - 1].evidence) }
  }

  private static let seedMargin = 24

  /// Where in a segment a quotation would begin that has most features at their places.
  private mutating func seeds(
    asked: Int, in segment: Int
  ) throws -> [(weight: Int, segment: Int, start: Int)] {
    var starts: [UInt64] = []
    for (number, unit) in query.units.enumerated() where unit.feature < asked {
      for position in try positions(of: unit.feature, in: segment) {
        starts.append((UInt64(position) + Self.seedBase - UInt64(unit.word)) << 16 | UInt64(number))
      }
    }
    starts.sort()
    let worths = query.units.indices.map { worth(ofUnit: $0) }
    let seedCount = self.seedCount
    var best: [(weight: Int, segment: Int, start: Int)] = []
    func add(_ seed: (weight: Int, segment: Int, start: Int)) {
      // Nearly all seeds are worse than the few that are kept.
      if best.count == seedCount, seed.weight <= best[best.count - 1].weight { return }
      best.insert(seed, at: best.firstIndex { $0.weight < seed.weight } ?? best.count)
      if best.count > seedCount { best.removeLast() }
    }
    var first = 0
    var weight = 0
    var last: (weight: Int, segment: Int, start: Int)?
    for index in starts.indices {
      let start = starts[index] >> 16
      weight += worths[Int(starts[index] & 0xFFFF)]
      while start - starts[first] >> 16 > Self.seedWidth {
        weight -= worths[Int(starts[first] & 0xFFFF)]
        first += 1
      }
      let seed = (weight, segment, Int(start) - Int(Self.seedBase))
      if let known = last, seed.2 - known.start <= Int(Self.seedWidth) {
        if weight > known.weight { last = seed }
      } else {
        if let last { add(last) }
        last = seed
      }
    }
    if let last { add(last) }
    return best
  }

  private var seedCount: Int { max(Self.fewSeeds, options.limit) }
  private static let seedBase = UInt64(PassageQuery.mostWords)
  private static let seedWidth: UInt64 = 6

  private func worth(ofUnit unit: Int) -> Int {
    let unit = query.units[unit]
    return (unit.word..<unit.word + query.features[unit.feature].width)
      .reduce(0) { $0 + query.words[$1].worth }
  }

  // MARK: Votes

  /// All positions of a feature in a segment.
  private mutating func positions(of feature: Int, in segment: Int) throws -> [UInt32] {
    if let positions = read[segment][feature] { return positions }
    var positions: [UInt32] = []
    if let list = query.features[feature].lists[segment] {
      try segments[segment].append(list, to: &positions)
    }
    read[segment][feature] = positions
    return positions
  }

  /// Collects the votes of features.
  ///
  /// - Parameter stretches: Where they count, with all votes so far; nil for everywhere.
  private mutating func ask(_ features: Range<Int>, in stretches: [PlaceBounds.Stretch]?) throws {
    for segment in segments.indices {
      let kept = stretches?.filter { $0.segment == segment }.map(\.words)
        .sorted { $0.lowerBound < $1.lowerBound }
      var votes: [UInt64] = []
      if let kept { Self.keep(self.votes[segment], in: kept, &votes) }
      for feature in features where query.features[feature].count > 0 {
        let positions = try self.positions(of: feature, in: segment, near: kept)
        for number in query.features[feature].units {
          for position in positions { votes.append(UInt64(position) << 16 | UInt64(number)) }
        }
      }
      votes.sort()
      self.votes[segment] = votes
    }
  }

  /// The positions of a feature, all of them or those in some stretches.
  private mutating func positions(
    of feature: Int, in segment: Int, near stretches: [Range<Int>]?
  ) throws -> [UInt32] {
    guard let stretches, read[segment][feature] == nil,
      let list = query.features[feature].lists[segment],
      list.blockCount > 2 * stretches.count
    else {
      let all = try positions(of: feature, in: segment)
      guard let stretches else { return all }
      var kept: [UInt32] = []
      var index = 0
      for stretch in stretches {
        while index < all.count, all[index] < stretch.lowerBound { index += 1 }
        while index < all.count, all[index] < stretch.upperBound {
          kept.append(all[index])
          index += 1
        }
      }
      return kept
    }
    var kept: [UInt32] = []
    var near: [UInt32] = []
    for stretch in stretches {
      let range = UInt32(stretch.lowerBound)..<UInt32(stretch.upperBound)
      near.removeAll(keepingCapacity: true)
      try segments[segment].append(list, near: range, to: &near)
      kept += near.lazy.filter { range.contains($0) }
    }
    return kept
  }

  private static func keep(
    _ votes: [UInt64], in stretches: [Range<Int>], _ kept: inout [UInt64]
  ) {
    var index = 0
    for stretch in stretches {
      while index < votes.count, votes[index] >> 16 < stretch.lowerBound { index += 1 }
      while index < votes.count, votes[index] >> 16 < stretch.upperBound {
        kept.append(votes[index])
        index += 1
      }
    }
  }

  /// The stretches that can hold a place worth finding, the most promising first.
  private func stretches(asked: Int) -> [PlaceBounds.Stretch] {
    let bounds = PlaceBounds(query, asked: asked, least: least)
    return segments.indices.flatMap {
      bounds.stretches(votes[$0], segment: $0, wordCount: segments[$0].wordCount)
    }.sorted {
      if $0.bound != $1.bound { return $0.bound > $1.bound }
      if $0.segment != $1.segment { return $0.segment < $1.segment }
      return $0.words.lowerBound < $1.words.lowerBound
    }
  }

  // MARK: Stretches

  /// Looks at stretches until none that is left can be among the found.
  private mutating func visit(_ stretches: [PlaceBounds.Stretch]) throws {
    for (number, stretch) in stretches.enumerated() {
      if stretch.bound < least { return }
      if number == Self.mostStretches {
        isExact = false
        return
      }
      if stretch.bound == found.last?.evidence, found.count == options.limit,
        try isLater(stretch, than: found[found.count - 1])
      {
        continue
      }
      try visit(stretch)
    }
  }

  /// Whether all of a stretch lies behind a place.
  private func isLater(_ stretch: PlaceBounds.Stretch, than place: Found) throws -> Bool {
    if stretch.segment != place.segment { return stretch.segment > place.segment }
    let document = try segments[place.segment].document(at: place.document)
    return stretch.words.lowerBound > document.words.lowerBound + place.words.lowerBound
  }

  private mutating func visit(_ stretch: PlaceBounds.Stretch) throws {
    guard !stretch.words.isEmpty else { return }
    let segment = segments[stretch.segment]
    let terms = try self.terms(stretch.words, in: stretch.segment)
    var index = try segment.indexOfDocument(atWord: stretch.words.lowerBound)
    while index < segment.documentCount {
      let document = try segment.document(at: index)
      if document.words.lowerBound >= stretch.words.upperBound { break }
      let words = document.words.clamped(to: stretch.words)
      if !words.isEmpty, !deleted.contains(document.id) {
        let base = stretch.words.lowerBound
        let slice = terms[words.lowerBound - base..<words.upperBound - base]
        for chain in chains.chains(slice, least: least) {
          let start = chain.words.lowerBound + base - document.words.lowerBound
          add(
            Found(
              evidence: chain.evidence, segment: stretch.segment, document: index,
              words: start..<start + chain.words.count))
        }
      }
      index += 1
    }
  }

  /// For each word of a stretch the number of the query's word that it equals, or -1.
  private func terms(_ words: Range<Int>, in segment: Int) throws -> [Int32] {
    var terms = [Int32](repeating: -1, count: words.count)
    var positions: [UInt32] = []
    let range = UInt32(words.lowerBound)..<UInt32(words.upperBound)
    for (number, lists) in query.lists.enumerated() {
      guard let list = lists[segment] else { continue }
      positions.removeAll(keepingCapacity: true)
      try segments[segment].append(list, near: range, to: &positions)
      for position in positions where range.contains(position) {
        terms[Int(position) - words.lowerBound] = Int32(number)
      }
    }
    return terms
  }

  private mutating func add(_ place: Found) {
    let index = found.firstIndex { place.precedes($0) } ?? found.count
    found.insert(place, at: index)
    if found.count > options.limit { found.removeLast() }
    if found.count == options.limit { least = max(least, found[found.count - 1].evidence) }
    let share = options.minimumShareOfBest * Double(found[0].evidence)
    least = max(least, Int(share.rounded(.up)))
    while let last = found.last, last.evidence < least { found.removeLast() }
  }
}
