/// Says how much evidence the places of a corpus can have at most, from the places of some features
/// of a quotation: those that are asked.
///
/// What the other features could add is granted to every place. Of a chain that has more evidence
/// than that alone, at least one asked feature is known; so no such place is missed.
struct PlaceBounds {
  private let query: PassageQuery
  /// For every word of the quotation the worth of the words before it that only asked features
  /// lead to.
  private var worthBefore: [Int] = [0]
  /// For every word the number of units that were asked before it.
  private var askedBefore: [Int]
  /// What every place is granted.
  private let granted: Int
  /// The evidence that a place must have.
  private let least: Int
  /// How many words of drift a place can have and still be worth while.
  private let drift: Int

  /// - Parameters:
  ///   - asked: How many of the query's features are asked, the rarest.
  ///   - least: The evidence that a place must have.
  init(_ query: PassageQuery, asked: Int, least: Int) {
    self.query = query
    self.least = least
    granted = query.granted(asked: asked)
    for (index, word) in query.words.enumerated() {
      let isGranted = query.lastFeature[index] >= asked
      worthBefore.append(worthBefore[index] + (isGranted ? 0 : word.worth))
    }
    askedBefore = [Int](repeating: 0, count: query.words.count + 1)
    for unit in query.units where unit.feature < asked { askedBefore[unit.word + 1] += 1 }
    for index in query.words.indices { askedBefore[index + 1] += askedBefore[index] }
    drift = max(0, query.worth - least) / ChainCosts.driftCost
  }

  /// A stretch of a segment with the most evidence that a place in it can have.
  struct Stretch {
    var segment: Int
    var words: Range<Int>
    var bound: Int

    fileprivate mutating func join(_ other: Stretch) {
      words =
        min(
          words.lowerBound, other.words.lowerBound)..<max(
          words.upperBound, other.words.upperBound)
      bound = max(bound, other.bound)
    }
  }

  /// The stretches of a segment that hold every place with enough evidence. They do not overlap.
  ///
  /// - Parameter votes: The places of units, each as position × 2¹⁶ + unit, sorted.
  /// - Complexity: O(*v* *w*) for *v* votes of which *w* are near each other.
  func stretches(_ votes: [UInt64], segment: Int, wordCount: Int) -> [Stretch] {
    let units = query.units
    let skips = query.skips
    let reach = query.words.count + drift + skips * ChainCosts.mostSkipped
    var best = [Int](repeating: 0, count: votes.count)
    var stretches: [Stretch] = []
    var first = 0
    for index in votes.indices {
      let position = Int(votes[index] >> 16)
      let unit = units[Int(votes[index] & 0xFFFF)]
      let own = worthBefore[unit.end] - worthBefore[unit.start]
      while position - Int(votes[first] >> 16) > reach { first += 1 }
      var most = own
      var other = index - 1
      if other - first >= ChainSearch.mostPredecessors {
        most = worthBefore[query.words.count]
        other = -1
      }
      while other >= first {
        // Most are worth no more than what was found before.
        if best[other] + own > most {
          let before = units[Int(votes[other] & 0xFFFF)]
          let distance = position - Int(votes[other] >> 16)
          if distance > 0, before.word < unit.word {
            let gain =
              worthBefore[unit.end] - worthBefore[min(unit.end, max(unit.start, before.end))]
            most = max(most, best[other] + gain - leastCost(before, unit, distance))
          }
        }
        other -= 1
      }
      best[index] = most
      guard most + granted >= least else { continue }
      let skipsBefore = query.words[unit.word].skipsBefore
      let start = position - unit.word - drift - skipsBefore * ChainCosts.mostSkipped
      let end =
        position + query.words.count - unit.word + drift
        + (skips - skipsBefore) * ChainCosts.mostSkipped
      var stretch = Stretch(
        segment: segment, words: (start..<end).clamped(to: 0..<wordCount), bound: most + granted)
      while let last = stretches.last, stretch.words.lowerBound < last.words.upperBound {
        stretch.join(last)
        stretches.removeLast()
      }
      stretches.append(stretch)
    }
    return stretches
  }

  /// What it costs at least that two units are in one chain with nothing asked between them.
  ///
  /// Where no word is missing or more on either side, the run may go on from one to the other, unless
  /// it would hold what was asked and is not there.
  @inline(__always)
  private func leastCost(_ first: PassageQuery.Unit, _ second: PassageQuery.Unit, _ distance: Int)
    -> Int
  {
    let drift = distance - (second.word - first.word)
    if drift == 0 {
      return askedBefore[second.word] > askedBefore[first.word + 1] ? ChainCosts.breakCost : 0
    }
    let isSkip = query.words[second.word].skipsBefore > query.words[first.word].skipsBefore
    return ChainCosts.breakCost + (isSkip && drift > 0 ? 0 : abs(drift) * ChainCosts.driftCost)
  }
}
