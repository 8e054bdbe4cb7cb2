import LanguageData

/// A set of the hashes of what phrases begin with, which may hold more than was added, in one bit
/// each.
struct PhraseBeginnings {
  private static let size: UInt32 = 1 << 17
  private(set) var bits = [UInt64](repeating: 0, count: Int(size) / 64)

  /// Adds what a key begins with, up to each space behind the first and whole; a word has nothing.
  mutating func add(_ key: UnsafeBufferPointer<UInt8>) {
    guard var space = key.firstIndex(of: 0x20) else { return }
    while space < key.count {
      let next = key[(space + 1)...].firstIndex(of: 0x20) ?? key.count
      let hash = ByteStringTable.hash(UnsafeBufferPointer(rebasing: key[..<next])) % Self.size
      bits[Int(hash) / 64] |= 1 << UInt64(hash % 64)
      space = next
    }
  }

  /// Whether a hash may have been added.
  ///
  /// - Parameter bits: Those of a set.
  static func mayContain(_ hash: UInt32, in bits: UnsafePointer<UInt64>) -> Bool {
    let hash = hash % size
    return bits[Int(hash) / 64] >> UInt64(hash % 64) & 1 != 0
  }
}
