/// The numbers under which a segment files words and pairs of words: 48 bits, spread evenly.
///
/// Two of a million distinct words share a number with a chance of one in six hundred; what shares
/// one is found together, and the comparison of the wordings tells it apart.
enum PassageKey {
  static let bits = 48

  /// The number of a word, from its key as the wording engine has it.
  static func word(_ key: UInt64) -> UInt64 { mix(key) >> (64 - bits) }

  /// The number of two words that stand next to each other.
  static func pair(_ first: UInt64, _ second: UInt64) -> UInt64 {
    mix(mix(first) &* 0x9E37_79B9_7F4A_7C15 &+ second) >> (64 - bits)
  }

  private static func mix(_ key: UInt64) -> UInt64 {
    var value = (key ^ (key >> 32)) &* 0xBF58_476D_1CE4_E5B9
    value ^= value >> 29
    value = value &* 0x94D0_49BB_1331_11EB
    return value ^ (value >> 32)
  }
}
