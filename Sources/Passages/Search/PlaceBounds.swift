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
  /// For every word the number of asked words before it that are not common.
  private var askedBefore: [Int] = [0]
  /// What every place is granted.
  let granted: Int
  /// The units that vote, by their numbers in the votes.
  private(set) var units: [Unit] = []
  /// How many bits' worth of drift a place can have that is worth while.
  private let drift: Int

  /// A feature at one of its places in the quotation.
  struct Unit {
    var feature: Int
    /// Its first word.
    var word: Int
    /// Its words, and common words beside them, which may be shared along with it.
    var start: Int
    var end: Int
  }

  /// - Parameters:
  ///   - asked: How many of the query's features are asked, the rarest.
  ///   - least: The evidence that a place must have.
  init(_ query: PassageQuery, asked: Int, least: Int) {
    self.query = query
    let grants = Self.grants(query, asked: asked)
    granted = query.words.indices.reduce(0) { $0 + (grants[$1] ? query.words[$1].worth : 0) }
    var isAsked = [Bool](repeating: false, count: query.words.count)
    for (number, feature) in query.features.prefix(asked).enumerated() {
      for word in feature.words {
        let last = word + feature.width
        units.append(
          Unit(
            feature: number, word: word,
            start: word > 0 && query.words[word - 1].isCommon ? word - 1 : word,
            end: last < query.words.count && query.words[last].isCommon ? last + 1 : last))
        if feature.width == 1 { isAsked[word] = true }
      }
    }
    for word in query.words.indices {
      worthBefore.append(worthBefore[word] + (grants[word] ? 0 : query.words[word].worth))
      askedBefore.append(askedBefore[word] + (isAsked[word] ? 1 : 0))
    }
    drift = max(0, query.worth - least) / ChainCosts.driftCost
  }

  /// The words that features which are not asked lead to.
  private static func grants(_ query: PassageQuery, asked: Int) -> [Bool] {
    var grants = [Bool](repeating: false, count: query.words.count)
    for feature in query.features.dropFirst(asked) where feature.count > 0 {
      for word in feature.words {
        for index in max(0, word - 1)..<min(query.words.count, word + feature.width + 1)
        where query.words[index].isCommon || index == word {
          grants[index] = true
        }
      }
    }
    return grants
  }

  /// The fewest features to ask so that every place with at least `least` evidence has one of them.
  static func featuresToAsk(_ query: PassageQuery, least: Int) -> Int {
    var asked = 0
    while asked < query.features.count {
      let grants = Self.grants(query, asked: asked)
      let granted = query.words.indices.reduce(0) { $0 + (grants[$1] ? query.words[$1].worth : 0) }
      if granted < least { return asked }
      asked += 1
    }
    return asked
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

  /// The stretches of a segment that hold every place with at least `least` evidence. They do not
  /// overlap.
  ///
  /// - Parameter votes: The places of units, each as position × 2¹⁶ + unit, sorted.
  /// - Complexity: O(*v* *w*) for *v* votes of which *w* are near each other.
  func stretches(_ votes: [UInt64], least: Int, segment: Int, wordCount: Int) -> [Stretch] {
    let skips = query.skips
    let reach = query.words.count + drift + skips * ChainCosts.mostSkipped
    var best = [Int](repeating: 0, count: votes.count)
    var stretches: [Stretch] = []
    for index in votes.indices {
      let position = Int(votes[index] >> 16)
      let unit = units[Int(votes[index] & 0xFFFF)]
      var most = worthBefore[unit.end] - worthBefore[unit.start]
      var other = index - 1
      while other >= 0 {
        let distance = position - Int(votes[other] >> 16)
        if distance > reach { break }
        let before = units[Int(votes[other] & 0xFFFF)]
        if distance > 0, before.word < unit.word {
          let gain = worthBefore[unit.end] - worthBefore[min(unit.end, max(unit.start, before.end))]
          most = max(most, best[other] + gain - leastCost(before, unit, distance))
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
        segment: segment, words: max(0, start)..<max(0, start, min(wordCount, end)),
        bound: most + granted)
      while let last = stretches.last, stretch.words.lowerBound < last.words.upperBound {
        stretch.join(last)
        stretches.removeLast()
      }
      stretches.append(stretch)
    }
    return stretches
  }

  /// What it costs at least that two units are in one chain with nothing asked between them.
  @inline(__always)
  private func leastCost(_ first: Unit, _ second: Unit, _ distance: Int) -> Int {
    let drift = distance - (second.word - first.word)
    if drift == 0 {
      return askedBefore[second.word] > askedBefore[first.word + 1] ? ChainCosts.breakCost : 0
    }
    let isSkip = query.words[second.word].skipsBefore > query.words[first.word].skipsBefore
    return ChainCosts.breakCost + (isSkip && drift > 0 ? 0 : abs(drift) * ChainCosts.driftCost)
  }
}
