extension PassageSearch {
  /// Asks the rarest features everywhere, so many more than a search must ask as there are too many
  /// places where those may be part of a good one; and collects their votes there.
  ///
  /// - Parameter least: How many must be asked.
  /// - Returns: How many were asked.
  mutating func askEverywhere(atLeast least: Int) throws -> Int {
    // About a place with an ellipsis there is so much room that commoner features stand in it by chance.
    var asked = query.skips > 0 ? least : featuresThatTell(atLeast: least)
    var last = query.skips > 0 ? 0 : Int.max
    while true {
      let bounds = PlaceBounds(query, asked: asked, least: self.least)
      var crowds: [Crowds] = []
      for segment in segments.indices {
        var places: [FeaturePlaces] = []
        for feature in 0..<asked where query.features[feature].count > 0 {
          places.append(
            FeaturePlaces(
              positions: try positions(of: feature, in: segment),
              units: query.features[feature].units))
        }
        crowds.append(Crowds(bounds, places, wordCount: segments[segment].wordCount))
      }
      let more = featuresToAskNext(asked)
      let count = crowds.reduce(0) { $0 + $1.votes.count }
      // Where the last ones did not help, the next, which are commoner, will not.
      if 2 * count < last, isWorthAsking(asked..<more, aboutVotes: count) {
        asked = more
        last = count
        continue
      }
      for segment in segments.indices {
        votes[segment] = crowds[segment].votes
        votes[segment].sort()
      }
      return asked
    }
  }

  /// So many features that a place must have several of them.
  private func featuresThatTell(atLeast least: Int) -> Int {
    var asked = least
    var votes = query.features[..<asked].reduce(0) { $0 + $1.votes }
    while asked < query.features.count, votes > Self.fewVotes,
      self.least - query.granted(asked: asked) < Self.telling
    {
      votes += query.features[asked].votes
      if votes > Self.mostVotes { break }
      asked += 1
    }
    return asked
  }

  /// What several features at one place are worth.
  private static let telling = 40 * ChainCosts.unitsPerBit

  /// All that were asked are added up once more with the next, so there should be enough of these.
  private func featuresToAskNext(_ asked: Int) -> Int {
    let known = query.features[..<asked].reduce(0) { $0 + $1.count }
    var (next, sum) = (asked, 0)
    while next < query.features.count, 2 * sum <= known {
      sum += query.features[next].count
      next += 1
    }
    return next
  }

  /// Whether it costs less to ask features everywhere than to look after votes one by one, by what
  /// either takes in nanoseconds; only the time that a search takes depends on it.
  private func isWorthAsking(_ features: Range<Int>, aboutVotes count: Int) -> Bool {
    let known = query.features[..<features.lowerBound].reduce(0) { $0 + $1.count }
    let new = query.features[features].reduce(0) { $0 + $1.count }
    let votes = query.features[..<features.upperBound].reduce(0) { $0 + $1.votes }
    return !features.isEmpty && votes <= Self.mostVotes && known + 3 * new < 60 * count
  }
}
