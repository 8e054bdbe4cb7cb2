extension PassageSearch {
  /// All positions of a feature in a segment.
  mutating func positions(of feature: Int, in segment: Int) throws -> [UInt32] {
    if let positions = read[segment][feature] { return positions }
    var positions: [UInt32] = []
    if let list = query.features[feature].lists[segment] {
      try segments[segment].append(list, to: &positions)
    }
    read[segment][feature] = positions
    return positions
  }

  /// Collects the votes of features in some stretches, with all votes so far that are in them.
  ///
  /// - Parameter stretches: In the order of their places.
  mutating func ask(_ features: Range<Int>, in stretches: [PlaceBounds.Stretch]) throws {
    for segment in segments.indices {
      let kept = stretches.filter { $0.segment == segment }.map(\.words)
      var votes: [UInt64] = []
      Self.keep(self.votes[segment], in: kept, &votes)
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

  /// The positions of a feature that lie in some stretches.
  private mutating func positions(
    of feature: Int, in segment: Int, near stretches: [Range<Int>]
  ) throws -> [UInt32] {
    var kept: [UInt32] = []
    guard read[segment][feature] == nil, let list = query.features[feature].lists[segment],
      list.blockCount > 2 * stretches.count
    else {
      try positions(of: feature, in: segment).withUnsafeBufferPointer { all in
        Self.forEachRun(of: all, in: stretches, UInt64.init) { kept += $0 }
      }
      return kept
    }
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
    votes.withUnsafeBufferPointer { votes in
      forEachRun(of: votes, in: stretches, { $0 >> 16 }, { kept += $0 })
    }
  }

  /// Calls `body` with those of ascending values that lie in some stretches, stretch by stretch.
  ///
  /// - Complexity: O(*m* log *n*) for *m* stretches between which there are *n* values.
  @inline(__always)
  private static func forEachRun<Value>(
    of values: UnsafeBufferPointer<Value>, in stretches: [Range<Int>],
    _ position: (Value) -> UInt64, _ body: (UnsafeBufferPointer<Value>) -> Void
  ) {
    /// The first value, from an index on, that stands at a place or behind it.
    func first(from start: Int, at place: Int) -> Int {
      let place = UInt64(place)
      var (low, step) = (start, 1)
      while low + step <= values.count, position(values[low + step - 1]) < place {
        low += step
        step *= 2
      }
      var high = min(values.count, low + step - 1)
      while low < high {
        let middle = (low + high) / 2
        if position(values[middle]) < place { low = middle + 1 } else { high = middle }
      }
      return low
    }
    var index = 0
    for stretch in stretches {
      index = first(from: index, at: stretch.lowerBound)
      let end = first(from: index, at: stretch.upperBound)
      if index < end { body(UnsafeBufferPointer(rebasing: values[index..<end])) }
      index = end
    }
  }

  /// The stretches that can hold a place worth finding, in the order of their places.
  func stretches(asked: Int) -> [PlaceBounds.Stretch] {
    let bounds = PlaceBounds(query, asked: asked, least: least)
    return segments.indices.flatMap {
      bounds.stretches(votes[$0], segment: $0, wordCount: segments[$0].wordCount)
    }
  }
}
