extension PassageSearch {
  /// Of so many votes at most a first good place is looked for.
  static let mostSeedVotes = 1 << 15
  /// At least so many seeds are looked at.
  private static let fewSeeds = 8

  /// Looks at some places where rare features of the quotation stand as they do in it. How good the
  /// best of them is says how many features must be asked so that no better one is missed.
  mutating func visitSeeds(votes: Int) throws {
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
    let unasked = query.granted(asked: asked)
    for (number, seed) in seeds.prefix(seedCount).enumerated() {
      // None that follows is likely to be better than what is known.
      if seed.weight + unasked < least { break }
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
}
