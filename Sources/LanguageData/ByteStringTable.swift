/// A hash table from byte strings to small numbers, built once and then only read.
///
/// It looks a word up straight from an article's bytes, where a `Dictionary` would need a `String`
/// for each token.
package struct ByteStringTable: Sendable {
  private var slots: [Int32]
  private var hashes: [UInt32] = []
  private var starts: [Int32] = [0]
  private var arena: [UInt8] = []

  /// Creates an empty table with room for about `capacity` keys.
  package init(capacity: Int) {
    var size = 16
    while size < capacity * 2 { size *= 2 }
    slots = [Int32](repeating: -1, count: size)
  }

  /// The number of keys.
  package var count: Int { hashes.count }

  /// The index of a key: its position in the order of insertion; nil when absent.
  ///
  /// - Complexity: O(*n*) in the key's length.
  package func index(of key: UnsafeBufferPointer<UInt8>) -> Int? {
    let hash = Self.hash(key)
    var slot = Int(hash) & (slots.count - 1)
    while slots[slot] >= 0 {
      let index = Int(slots[slot])
      if hashes[index] == hash && equals(index, key) { return index }
      slot = (slot + 1) & (slots.count - 1)
    }
    return nil
  }

  /// The index of a key, which is added when it is new.
  package mutating func insert(_ key: UnsafeBufferPointer<UInt8>) -> Int {
    if let index = index(of: key) { return index }
    if (count + 1) * 2 > slots.count { grow() }
    let hash = Self.hash(key)
    let index = count
    hashes.append(hash)
    arena.append(contentsOf: key)
    starts.append(Int32(arena.count))
    place(index, hash)
    return index
  }

  /// The key at an index.
  package func key(at index: Int) -> ArraySlice<UInt8> {
    arena[Int(starts[index])..<Int(starts[index + 1])]
  }

  private mutating func place(_ index: Int, _ hash: UInt32) {
    var slot = Int(hash) & (slots.count - 1)
    while slots[slot] >= 0 { slot = (slot + 1) & (slots.count - 1) }
    slots[slot] = Int32(index)
  }

  private mutating func grow() {
    slots = [Int32](repeating: -1, count: slots.count * 2)
    for (index, hash) in hashes.enumerated() { place(index, hash) }
  }

  private func equals(_ index: Int, _ key: UnsafeBufferPointer<UInt8>) -> Bool {
    let start = Int(starts[index])
    guard Int(starts[index + 1]) - start == key.count else { return false }
    return arena.withUnsafeBufferPointer { arena in
      for offset in 0..<key.count where arena[start + offset] != key[offset] { return false }
      return true
    }
  }

  /// FNV-1a, 32 bits.
  private static func hash(_ key: UnsafeBufferPointer<UInt8>) -> UInt32 {
    var hash: UInt32 = 2_166_136_261
    for byte in key { hash = (hash ^ UInt32(byte)) &* 16_777_619 }
    return hash ^ (hash >> 15)
  }
}
