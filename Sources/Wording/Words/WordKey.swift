/// The number under which a compared word is known: a hash of its folded letters.
///
/// FNV-1a with 64 bits: two words of a language of a million words share a key with a chance of about
/// one in forty million. It runs on over joined words, so that the key of *in*, *to* read on is that
/// of *into*.
enum WordKey {
  static let empty: UInt64 = 14_695_981_039_346_656_037

  @inline(__always)
  static func extend(_ key: UInt64, _ byte: UInt8) -> UInt64 {
    (key ^ UInt64(byte)) &* 1_099_511_628_211
  }

  static func of<Bytes: Sequence<UInt8>>(_ letters: Bytes) -> UInt64 {
    letters.reduce(empty, extend)
  }

  static func of(_ letters: String) -> UInt64 { of(letters.utf8) }

  /// The key of a phrase, from the keys of its words.
  static func phrase(_ key: UInt64, _ word: UInt64) -> UInt64 {
    (key ^ word) &* 0x9E37_79B9_7F4A_7C15 ^ (key >> 29)
  }
}
