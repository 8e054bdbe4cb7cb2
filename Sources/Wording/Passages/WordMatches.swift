/// The words that a quotation and a stretch of a source share, each with its place in both, in an
/// order that both have.
struct WordMatches {
  /// A word of the quotation and an equal one of the source.
  struct Match: Hashable {
    var quotation: Int
    var source: Int

    /// Whether the words of another match come next in both texts.
    func isFollowed(by other: Match) -> Bool {
      quotation + 1 == other.quotation && source + 1 == other.source
    }
  }

  /// The heaviest chain of matches that ascends in both texts.
  let chain: [Match]

  /// - Parameters:
  ///   - words: The words of the quotation to match.
  ///   - stretch: The words of the source to match them with.
  /// - Complexity: O(*h* log *m*) for *m* words of the quotation and *h* pairs of equal words.
  init(_ words: QuotationWords, _ source: WordSequence, _ stretch: Range<Int>) {
    var pairs: [Match] = []
    for position in stretch {
      // From the last to the first, so that one word of the source is taken once.
      var index = words.last(of: source.words[position].key)
      var count = 0
      while index >= 0, count < Self.mostPairs {
        count += 1
        pairs.append(Match(quotation: words.range.lowerBound + index, source: position))
        index = words.previous(index)
      }
    }
    chain = Self.heaviestChain(of: pairs, words.range) { Int(words.sequence.words[$0].bits) }
  }

  /// With how many equal words of the quotation a word of the source is paired; of more, as in a text
  /// that repeats itself without end, the last.
  private static let mostPairs = 64

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
      if found.pair >= 0, pairs[found.pair].isFollowed(by: pair) { weight += 1 }
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

/// Words of a quotation, found by their keys.
///
/// A table with open addressing: many stretches of a source are looked at for one quotation, word by
/// word, and nearly all of their words are not in it.
struct QuotationWords {
  let sequence: WordSequence
  let range: Range<Int>
  /// The last word with a key, at the key's place or behind it; -1 where nothing is.
  private var table: [Int32]
  /// For each word the one before it with the same key; -1 for the first.
  private var chain: [Int32]
  private let mask: Int

  init(_ sequence: WordSequence, _ range: Range<Int>) {
    self.sequence = sequence
    self.range = range
    var size = 16
    while size < 2 * range.count { size *= 2 }
    mask = size - 1
    table = [Int32](repeating: -1, count: size)
    chain = [Int32](repeating: -1, count: range.count)
    for index in 0..<range.count {
      let slot = slot(of: sequence.words[range.lowerBound + index].key)
      chain[index] = table[slot]
      table[slot] = Int32(truncatingIfNeeded: index)
    }
  }

  /// The number of the last word with a key; -1 if there is none.
  func last(of key: UInt64) -> Int { Int(table[slot(of: key)]) }

  /// The number of the word before one that is equal to it; -1 if there is none.
  func previous(_ index: Int) -> Int { Int(chain[index]) }

  private func slot(of key: UInt64) -> Int {
    var slot = Int(truncatingIfNeeded: (key ^ key >> 29) &* 0x9E37_79B9_7F4A_7C15 >> 32) & mask
    while table[slot] >= 0,
      sequence.words[range.lowerBound + Int(table[slot])].key != key
    {
      slot = (slot + 1) & mask
    }
    return slot
  }
}
