/// An inverted index: for each feature that several wordings share, the wordings that have it.
///
/// Features are kept by a slot of a table, which some share by chance, and told apart by a tag.
struct FeatureIndex: Sendable {
  struct Posting: Sendable, BitwiseCopyable {
    var entry: UInt32
    var tag: UInt16
  }

  private let mask: UInt64
  /// For each slot where its postings begin; one more at the end.
  private let starts: [UInt32]
  /// For each slot how many wordings have its features.
  private let frequencies: [UInt32]
  private let postings: [Posting]

  /// - Parameter longestPosting: How many wordings of a slot are kept, the fullest first.
  /// - Complexity: O(*n*) in the words.
  init(_ table: WordingTable, longestPosting: Int) {
    let featureCount = table.entries.reduce(0) { $0 + 2 * $1.words.count }
    var slotCount = 1024
    while slotCount < featureCount { slotCount *= 2 }
    let mask = UInt64(slotCount - 1)

    // Each wording counts once, however often a feature occurs in it.
    var frequencies = [UInt32](repeating: 0, count: slotCount)
    var lastEntry = [UInt32](repeating: .max, count: slotCount)
    for (number, entry) in table.entries.enumerated() {
      FeatureHash.forEach(in: entry, bySpeaker: true) { feature in
        let slot = Int(feature & mask)
        guard lastEntry[slot] != UInt32(number) else { return }
        lastEntry[slot] = UInt32(number)
        frequencies[slot] += 1
      }
    }

    var starts = [UInt32](repeating: 0, count: slotCount + 1)
    var end: UInt32 = 0
    for slot in 0..<slotCount {
      starts[slot] = end
      if frequencies[slot] > 1 { end += min(frequencies[slot], UInt32(longestPosting)) }
    }
    starts[slotCount] = end

    for slot in lastEntry.indices { lastEntry[slot] = .max }
    var filled = starts
    var postings = [Posting](repeating: Posting(entry: 0, tag: 0), count: Int(end))
    let fullestFirst = table.entries.indices.sorted { a, b in
      let (first, second) = (table.entries[a].words.count, table.entries[b].words.count)
      return first != second ? first > second : a < b
    }
    for number in fullestFirst {
      FeatureHash.forEach(in: table.entries[number], bySpeaker: true) { feature in
        let slot = Int(feature & mask)
        guard lastEntry[slot] != UInt32(number), filled[slot] < starts[slot + 1] else { return }
        lastEntry[slot] = UInt32(number)
        postings[Int(filled[slot])] = Posting(
          entry: UInt32(number), tag: Self.tag(of: feature))
        filled[slot] += 1
      }
    }
    self.mask = mask
    self.starts = starts
    self.frequencies = frequencies
    self.postings = postings
  }

  /// How many wordings have a feature, or one that shares its slot.
  func frequency(of feature: UInt64) -> Int { Int(frequencies[Int(feature & mask)]) }

  /// The wordings that have a feature, the fullest first.
  @inline(__always)
  func forEachEntry(with feature: UInt64, _ body: (Int) -> Void) {
    let slot = Int(feature & mask)
    let tag = Self.tag(of: feature)
    for place in Int(starts[slot])..<Int(starts[slot + 1]) where postings[place].tag == tag {
      body(Int(postings[place].entry))
    }
  }

  private static func tag(of feature: UInt64) -> UInt16 {
    UInt16(truncatingIfNeeded: feature >> 48)
  }
}
