/// Finds the pairs of wordings that may be of one utterance.
///
/// Each wording looks up its rarest features in an inverted index of words and word pairs; those
/// wordings that share the most of their weight are its candidates. A feature of very many wordings
/// leads to the fullest of them only, so that all renderings of a much-printed utterance meet at the
/// same few, and time grows with the number of renderings, not with its square.
struct CandidateSearch: Sendable {
  /// Two wordings, the one with the smaller index first.
  struct Pair: Hashable, Comparable, Sendable {
    var first: UInt32
    var second: UInt32

    init(_ a: Int, _ b: Int) {
      first = UInt32(min(a, b))
      second = UInt32(max(a, b))
    }

    static func < (a: Pair, b: Pair) -> Bool {
      a.first != b.first ? a.first < b.first : a.second < b.second
    }
  }

  private let table: WordingTable
  private let options: RenderingGrouper.Options
  private let index: FeatureIndex

  /// - Complexity: O(*n*) in the words.
  init(_ table: WordingTable, options: RenderingGrouper.Options) {
    self.table = table
    self.options = options
    index = FeatureIndex(table, longestPosting: options.longestPosting)
  }

  /// The pairs, in ascending order.
  func pairs(jobs: Int) -> [Pair] {
    var pairs = Parallel.blocks(of: table.entries.count, jobs: jobs) { range in
      var tally = Tally()
      var pairs: [Pair] = []
      for entry in range {
        for other in candidates(of: entry, &tally) { pairs.append(Pair(entry, other)) }
      }
      return pairs
    }.flatMap(\.self)
    pairs.sort()
    var last: Pair?
    pairs.removeAll { pair in
      defer { last = pair }
      return pair == last
    }
    return pairs
  }

  private func candidates(of number: Int, _ tally: inout Tally) -> [Int] {
    let entry = table.entries[number]
    var features: [(feature: UInt64, frequency: Int)] = []
    FeatureHash.forEach(in: entry, bySpeaker: entry.words.count <= Self.fewWords) {
      let frequency = index.frequency(of: $0)
      if frequency > 1 { features.append(($0, frequency)) }
    }
    features.sort {
      $0.frequency != $1.frequency ? $0.frequency < $1.frequency : $0.feature < $1.feature
    }
    tally.removeAll()
    var total: Int32 = 0
    var lookedUp = 0
    var last: UInt64?
    for (feature, frequency) in features where feature != last {
      last = feature
      let weight = weight(ofFrequency: frequency)
      total += weight
      index.forEachEntry(with: feature) { if $0 != number { tally.add(weight, to: $0) } }
      lookedUp += 1
      if lookedUp == options.lookedUpFeatures { break }
    }
    return tally.best(options.candidates, atLeast: total / Self.leastShare)
  }

  /// The bits that a feature tells, from how many of the wordings have it.
  private func weight(ofFrequency frequency: Int) -> Int32 {
    let all = Int.bitWidth - table.entries.count.leadingZeroBitCount
    let some = Int.bitWidth - frequency.leadingZeroBitCount
    return Int32(1 + max(0, all - some))
  }

  /// One of how many parts of the weight that was looked up two wordings must share.
  private static let leastShare: Int32 = 8
  /// Up to how many words a wording is a fragment that the words alone may not lead anywhere.
  private static let fewWords = 4
}

/// Sums of weights for a few of very many wordings: a hash table that is emptied by forgetting.
struct Tally {
  private var keys: [UInt32]
  private var sums: [Int32]
  private var stamps: [UInt32]
  private var stamp: UInt32 = 0
  private var used: [Int] = []

  init() {
    keys = Array(repeating: 0, count: 1 << 10)
    sums = Array(repeating: 0, count: 1 << 10)
    stamps = Array(repeating: 0, count: 1 << 10)
  }

  mutating func removeAll() {
    stamp += 1
    used.removeAll(keepingCapacity: true)
  }

  mutating func add(_ weight: Int32, to entry: Int) {
    if used.count * 2 > keys.count { grow() }
    let slot = slot(of: UInt32(entry))
    if stamps[slot] != stamp {
      stamps[slot] = stamp
      keys[slot] = UInt32(entry)
      sums[slot] = 0
      used.append(slot)
    }
    sums[slot] += weight
  }

  /// The wordings with the greatest sums, in no particular order.
  func best(_ count: Int, atLeast least: Int32) -> [Int] {
    var found = used.filter { sums[$0] >= least }
    if found.count > count {
      found.sort { sums[$0] != sums[$1] ? sums[$0] > sums[$1] : keys[$0] < keys[$1] }
      found.removeLast(found.count - count)
    }
    return found.map { Int(keys[$0]) }
  }

  private func slot(of entry: UInt32) -> Int {
    let mask = keys.count - 1
    var slot = Int(truncatingIfNeeded: UInt64(entry) &* 0x9E37_79B9_7F4A_7C15 >> 32) & mask
    while stamps[slot] == stamp, keys[slot] != entry { slot = (slot + 1) & mask }
    return slot
  }

  private mutating func grow() {
    let old = used.map { (keys[$0], sums[$0]) }
    let count = keys.count * 2
    keys = Array(repeating: 0, count: count)
    sums = Array(repeating: 0, count: count)
    stamps = Array(repeating: 0, count: count)
    stamp = 1
    used.removeAll(keepingCapacity: true)
    for (key, sum) in old { add(sum, to: Int(key)) }
  }
}
