/// The words that a quotation and a stretch of a source share, each with its place in both, in an
/// order that both have.
struct WordMatches {
  /// A word of the quotation and an equal one of the source.
  struct Match: Hashable {
    var quotation: Int
    var source: Int
  }

  /// The heaviest chain of matches that ascends in both texts.
  let chain: [Match]

  /// - Parameters:
  ///   - words: The words of the quotation to match.
  ///   - stretch: The words of the source to match them with.
  /// - Complexity: O(*h* log *m*) for *m* words of the quotation and *h* pairs of equal words.
  init(
    _ quotation: WordSequence, _ words: Range<Int>, _ source: WordSequence, _ stretch: Range<Int>
  ) {
    var places: [UInt64: [Int]] = [:]
    for index in words { places[quotation.words[index].key, default: []].append(index) }
    var pairs: [Match] = []
    for position in stretch {
      // From the last to the first, so that one word of the source is taken once.
      for index in (places[source.words[position].key] ?? []).reversed() {
        pairs.append(Match(quotation: index, source: position))
      }
    }
    chain = Self.heaviestChain(of: pairs, words) { Int(quotation.words[$0].bits) }
  }

  /// Finds the chain by a tree of the best chains that end before each word of the quotation.
  private static func heaviestChain(
    of pairs: [Match], _ words: Range<Int>, bits: (Int) -> Int
  ) -> [Match] {
    var tree = [(weight: Int, pair: Int)](repeating: (0, -1), count: words.count + 1)
    var before = [Int](repeating: -1, count: pairs.count)
    var weights = [Int](repeating: 0, count: pairs.count)
    var best = -1
    for (number, pair) in pairs.enumerated() {
      let rank = pair.quotation - words.lowerBound + 1
      var found = (weight: 0, pair: -1)
      var node = rank - 1
      while node > 0 {
        if tree[node].weight > found.weight { found = tree[node] }
        node &= node - 1
      }
      // Words that follow each other in both texts weigh a little more than scattered ones.
      var weight = found.weight + 2 * max(1, bits(pair.quotation))
      if found.pair >= 0, pairs[found.pair].quotation + 1 == pair.quotation,
        pairs[found.pair].source + 1 == pair.source
      {
        weight += 1
      }
      before[number] = found.pair
      weights[number] = weight
      if best < 0 || weight > weights[best] { best = number }
      node = rank
      while node < tree.count {
        if weight > tree[node].weight { tree[node] = (weight, number) }
        node += node & -node
      }
    }
    var chain: [Match] = []
    while best >= 0 {
      chain.append(pairs[best])
      best = before[best]
    }
    return chain.reversed()
  }
}
