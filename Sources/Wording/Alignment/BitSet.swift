/// A set of small numbers in memory that belongs to somebody else: one bit for each.
struct BitSet {
  let words: UnsafeMutablePointer<UInt64>
  let wordCount: Int

  /// How many words of memory a set of numbers below `count` takes.
  static func wordCount(for count: Int) -> Int { (count + 63) / 64 }

  @inline(__always)
  func insert(_ number: Int) { words[number >> 6] |= 1 << UInt64(number & 63) }

  @inline(__always)
  func remove(_ number: Int) { words[number >> 6] &= ~(1 << UInt64(number & 63)) }

  @inline(__always)
  func formUnion(_ other: BitSet) {
    for index in 0..<wordCount { words[index] |= other.words[index] }
  }

  /// Adds all numbers below `count`.
  func insertAll(below count: Int) {
    for number in 0..<count { insert(number) }
  }

  func removeAll() { words.update(repeating: 0, count: wordCount) }

  /// Hands out the numbers, the least first. Those that are handed out may be removed meanwhile.
  @inline(__always)
  func forEachNumber(_ body: (Int) -> Void) {
    for index in 0..<wordCount {
      var rest = words[index]
      while rest != 0 {
        body(index << 6 | rest.trailingZeroBitCount)
        rest &= rest &- 1
      }
    }
  }
}
