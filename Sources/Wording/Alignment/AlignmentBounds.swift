/// The most that an alignment can still gain behind each word, by which the table leaves out cells
/// that no best chain can go through.
///
/// A word that the other side has can gain what equal words gain; any other, what words of nearly the
/// same letters gain. Whether the other side has a word is asked of a bit set, which may say yes
/// where it has not: the bound is then higher, never too low.
struct AlignmentBounds {
  /// One bit for each key of a side.
  private struct KeySet {
    let bits: UnsafeMutableBufferPointer<UInt64>

    @inline(__always)
    private func place(_ key: UInt64) -> (word: Int, bit: UInt64) {
      let hash = key &* 0x9E37_79B9_7F4A_7C15
      return (Int(truncatingIfNeeded: hash >> 38) & (bits.count - 1), 1 << (hash >> 58))
    }

    @inline(__always)
    func insert(_ key: UInt64) {
      let (word, bit) = place(key)
      bits[word] |= bit
    }

    @inline(__always)
    func contains(_ key: UInt64) -> Bool {
      let (word, bit) = place(key)
      return bits[word] & bit != 0
    }
  }

  /// Fills in, for both sides, what the words behind each place can gain at most, last place first.
  ///
  /// - Parameters:
  ///   - aRest: One place more than words.
  ///   - bRest: One place more than words.
  static func fill(
    _ a: UnsafeBufferPointer<AlignmentWord>, _ aRest: UnsafeMutablePointer<Int32>,
    _ b: UnsafeBufferPointer<AlignmentWord>, _ bRest: UnsafeMutablePointer<Int32>
  ) {
    var size = 4
    while size * 8 < max(a.count, b.count) { size *= 2 }
    withUnsafeTemporaryAllocation(of: UInt64.self, capacity: 2 * size) { bits in
      bits.initialize(repeating: 0)
      let keys = KeySet(bits: .init(rebasing: bits[..<size]))
      let joinedKeys = KeySet(bits: .init(rebasing: bits[size...]))
      // Special words can be linked to any others.
      let unequal: Int32 =
        a.contains(where: \.isSpecial) || b.contains(where: \.isSpecial)
        ? AlignmentCosts.functionMatch : 0
      for (side, rest, other) in [(a, aRest, b), (b, bRest, a)] {
        bits.update(repeating: 0)
        for word in other {
          keys.insert(word.key)
          joinedKeys.insert(word.joinedKey)
        }
        rest[side.count] = 0
        // Whether the word is the second of two that the other side may have as one.
        var isJoined = false
        for index in stride(from: side.count - 1, through: 0, by: -1) {
          let word = side[index]
          let wasJoined = isJoined
          isJoined = word.joinedKey != 0 && keys.contains(word.joinedKey)
          var gain = max(
            unequal, word.isFunction || word.isNumber ? 0 : AlignmentCosts.nearMatch)
          if keys.contains(word.key) { gain = max(gain, word.match) }
          if isJoined || wasJoined || joinedKeys.contains(word.key) {
            gain = AlignmentCosts.contentMatch
          }
          rest[index] = rest[index + 1] + gain
        }
      }
    }
  }
}
