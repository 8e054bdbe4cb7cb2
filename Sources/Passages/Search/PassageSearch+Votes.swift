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

  /// Collects the votes of features.
  ///
  /// - Parameter stretches: Where they count, with all votes so far, in the order of their places; nil
  ///   for everywhere.
  mutating func ask(_ features: Range<Int>, in stretches: [PlaceBounds.Stretch]?) throws {
    for segment in segments.indices {
      let kept = stretches?.filter { $0.segment == segment }.map(\.words)
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

  /// The stretches that can hold a place worth finding, in the order of their places.
  func stretches(asked: Int) -> [PlaceBounds.Stretch] {
    let bounds = PlaceBounds(query, asked: asked, least: least)
    return segments.indices.flatMap {
      bounds.stretches(votes[$0], segment: $0, wordCount: segments[$0].wordCount)
    }
  }
}
