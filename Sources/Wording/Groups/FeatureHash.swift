/// Hashes of what renderings are found by: words, pairs of neighbouring words, and words in the
/// mouth of one speaker.
enum FeatureHash {
  /// A hash of two hashes, in their order.
  @inline(__always)
  static func mix(_ a: UInt64, _ b: UInt64) -> UInt64 {
    var value = (a ^ (b &* 0x9E37_79B9_7F4A_7C15)) &* 0xBF58_476D_1CE4_E5B9
    value ^= value >> 29
    value = value &* 0x94D0_49BB_1331_11EB
    return value ^ (value >> 32)
  }

  /// Calls `body` with the hash of each feature of a wording; a feature that occurs twice is given
  /// twice.
  ///
  /// - Parameter bySpeaker: Whether to give the words of each speaker too. They lead from a fragment
  ///   of a word or two, which very many renderings hold, to those of the same speaker.
  @inline(__always)
  static func forEach(
    in entry: WordingTable.Entry, bySpeaker: Bool, _ body: (UInt64) -> Void
  ) {
    entry.words.withUnsafeBufferPointer { words in
      var previous: UInt64?
      for word in words {
        let key = UInt64(word.key)
        if word.bits >= leastBitsOfAWord {
          body(mix(1, key))
          if bySpeaker, entry.speakers.count <= mostSpeakers {
            for speaker in entry.speakers { body(mix(mix(2, UInt64(speaker)), key)) }
          }
        }
        if let previous { body(mix(previous, key)) }
        previous = key
      }
    }
  }

  /// Words that tell less are looked up in pairs only.
  private static let leastBitsOfAWord: UInt8 = 6
  private static let mostSpeakers = 4
}
