/// Says how much evidence the places of a corpus can have at most, from the places of some features
/// of a quotation: those that are asked.
///
/// What the other features could add is granted to every place. Of a chain that has more evidence
/// than that alone, at least one asked feature is known; so no such place is missed.
struct PlaceBounds {
  let query: PassageQuery
  /// For every word of the quotation the worth of the words before it that only asked features
  /// lead to.
  private(set) var worthBefore: [Int] = [0]
  /// The units, with what is asked of them again and again.
  private(set) var units: [Unit] = []
  /// What every place is granted.
  let granted: Int
  /// The evidence that a place must have.
  let least: Int
  /// How many words of drift a place can have and still be worth while.
  let drift: Int
  /// All words of a place that is worth while lie within so many.
  let reach: Int

  /// A unit of the quotation, see ``PassageQuery/Unit``.
  struct Unit {
    var word: Int
    var start: Int
    var end: Int
    var skipsBefore: Int
    /// What its words are worth that only asked features lead to.
    var worth: Int
    /// How many units are asked before its first word, and before the word behind that.
    var askedBefore: Int
    var askedWithin: Int
  }

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
    var askedBefore = [Int](repeating: 0, count: query.words.count + 1)
    for unit in query.units where unit.feature < asked { askedBefore[unit.word + 1] += 1 }
    for index in query.words.indices { askedBefore[index + 1] += askedBefore[index] }
    for unit in query.units {
      units.append(
        Unit(
          word: unit.word, start: unit.start, end: unit.end,
          skipsBefore: query.words[unit.word].skipsBefore,
          worth: worthBefore[unit.end] - worthBefore[unit.start],
          askedBefore: askedBefore[unit.word], askedWithin: askedBefore[unit.word + 1]))
    }
    drift = max(0, query.worth - least) / ChainCosts.driftCost
    reach = query.words.count + drift + query.skips * ChainCosts.mostSkipped
  }

  /// A stretch of a segment with the most evidence that a place in it can have.
  struct Stretch {
    var segment: Int
    var words: Range<Int>
    var bound: Int

    mutating func join(_ other: Stretch) {
      words =
        min(
          words.lowerBound, other.words.lowerBound)..<max(
          words.upperBound, other.words.upperBound)
      bound = max(bound, other.bound)
    }
  }
}
