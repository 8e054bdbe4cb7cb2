extension PlaceBounds {
  /// The stretches of a segment that hold every place with enough evidence. They do not overlap.
  ///
  /// - Parameter votes: The places of units, each as position × 2¹⁶ + unit, sorted.
  /// - Complexity: O(*v* *w*) for *v* votes that stand where there are enough, of which *w* are near
  ///   each other, and O(*n*) in all votes.
  func stretches(_ votes: [UInt64], segment: Int, wordCount: Int) -> [Stretch] {
    var stretches: [Stretch] = []
    let chains = ChainBounds(self, voteCount: votes.count)
    votes.withUnsafeBufferPointer { votes in
      chains.forEachGoodEnd(of: votes) { index, most in
        let unit = units[Int(votes[index] & 0xFFFF)]
        let position = Int(votes[index] >> 16)
        let start = position - unit.word - drift - unit.skipsBefore * ChainCosts.mostSkipped
        let end =
          position + query.words.count - unit.word + drift
          + (query.skips - unit.skipsBefore) * ChainCosts.mostSkipped
        var stretch = Stretch(
          segment: segment, words: (start..<end).clamped(to: 0..<wordCount), bound: most + granted)
        while let last = stretches.last, stretch.words.lowerBound < last.words.upperBound {
          stretch.join(last)
          stretches.removeLast()
        }
        stretches.append(stretch)
      }
    }
    return stretches
  }
}

/// The most evidence that chains of votes can have.
private struct ChainBounds {
  private let bounds: PlaceBounds
  /// What asked units must add to what is granted.
  private let needed: Int
  /// For every vote the most evidence of a chain that ends with it, as far as that was asked.
  private let best: UnsafeMutableBufferPointer<Int>
  /// The most that a chain which ends there or before would have left, if each word since had cost as
  /// much as one of drift.
  private let decayed: UnsafeMutableBufferPointer<Int>

  init(_ bounds: PlaceBounds, voteCount: Int) {
    self.bounds = bounds
    needed = bounds.least - bounds.granted
    best = .allocate(capacity: voteCount)
    best.initialize(repeating: 0)
    decayed = .allocate(capacity: voteCount)
    decayed.initialize(repeating: 0)
  }

  /// Calls `body`, once, with each vote that can end a chain with enough evidence, and the most that
  /// such a chain has without what is granted.
  ///
  /// All of a good chain stands within ``PlaceBounds/reach`` of its end. So chains are worked out only
  /// where the votes are worth enough together.
  func forEachGoodEnd(
    of votes: UnsafeBufferPointer<UInt64>, _ body: (_ vote: Int, _ most: Int) -> Void
  ) {
    defer {
      best.deallocate()
      decayed.deallocate()
    }
    var standing = [Int32](repeating: 0, count: bounds.units.count)
    bounds.units.withUnsafeBufferPointer { units in
      standing.withUnsafeMutableBufferPointer { standing in
        var sum = 0
        var first = 0
        // Up to which vote chains were worked out, and the first that is within reach of that.
        var done = 0
        var firstOfDone = 0
        for index in votes.indices {
          let unit = Int(votes[index] & 0xFFFF)
          if standing[unit] == 0 { sum += units[unit].worth }
          standing[unit] += 1
          let position = Int(votes[index] >> 16)
          while position - Int(votes[first] >> 16) > bounds.reach {
            let unit = Int(votes[first] & 0xFFFF)
            standing[unit] -= 1
            if standing[unit] == 0 { sum -= units[unit].worth }
            first += 1
          }
          guard sum >= needed else { continue }
          for other in max(done, first)...index {
            let position = Int(votes[other] >> 16)
            while position - Int(votes[firstOfDone] >> 16) > bounds.reach { firstOfDone += 1 }
            best[other] = most(endingAt: other, from: firstOfDone, votes, units)
            decayed[other] = best[other]
            if other > 0 {
              let distance = position - Int(votes[other - 1] >> 16)
              decayed[other] = max(
                best[other], decayed[other - 1] - distance * ChainCosts.driftCost)
            }
          }
          done = index + 1
          if best[index] >= needed { body(index, best[index]) }
        }
      }
    }
  }

  /// The most evidence of a chain that ends with a vote.
  @inline(__always)
  private func most(
    endingAt index: Int, from first: Int, _ votes: UnsafeBufferPointer<UInt64>,
    _ units: UnsafeBufferPointer<PlaceBounds.Unit>
  ) -> Int {
    let position = Int(votes[index] >> 16)
    let unit = units[Int(votes[index] & 0xFFFF)]
    let own = unit.worth
    var other = index - 1
    if other - first >= ChainSearch.mostPredecessors {
      return bounds.worthBefore[bounds.query.words.count]
    }
    var most = own
    let hasSkips = bounds.query.skips > 0
    while other >= first {
      let distance = position - Int(votes[other] >> 16)
      // So far back, the words between cost more than any chain has.
      if !hasSkips, distance > unit.word,
        decayed[other] + own - ChainCosts.breakCost
          - (distance - unit.word) * ChainCosts.driftCost <= most
      {
        break
      }
      // Most are worth no more than what was found before.
      if best[other] + own > most {
        let before = units[Int(votes[other] & 0xFFFF)]
        if distance > 0, before.word < unit.word {
          let gain =
            bounds.worthBefore[unit.end]
            - bounds.worthBefore[min(unit.end, max(unit.start, before.end))]
          most = max(most, best[other] + gain - leastCost(before, unit, distance))
        }
      }
      other -= 1
    }
    return most
  }

  /// What it costs at least that two units are in one chain with nothing asked between them.
  ///
  /// Where no word is missing or more on either side, the run may go on from one to the other, unless
  /// it would hold what was asked and is not there.
  @inline(__always)
  private func leastCost(
    _ first: PlaceBounds.Unit, _ second: PlaceBounds.Unit, _ distance: Int
  ) -> Int {
    let drift = distance - (second.word - first.word)
    if drift == 0 {
      return second.askedBefore > first.askedWithin ? ChainCosts.breakCost : 0
    }
    let isSkip = second.skipsBefore > first.skipsBefore
    return ChainCosts.breakCost + (isSkip && drift > 0 ? 0 : abs(drift) * ChainCosts.driftCost)
  }
}
