/// A hash table from byte strings to small numbers, built once and then only read.
///
/// It looks a word up straight from an article's bytes, where a `Dictionary` would need a `String`
/// for each token.
package struct ByteStringTable: Sendable {
  /// In the high half the hash, in the low half the index and one; 0 where the slot is free. Most
  /// words that are not in the table are told by one read from memory.
  private var slots: [UInt64]
  private var starts: [Int32] = [0]
  private var arena: [UInt8] = []

  /// Creates an empty table with room for about `capacity` keys.
  package init(capacity: Int) {
    var size = 16
    while size < capacity * 2 { size *= 2 }
    slots = [UInt64](repeating: 0, count: size)
  }

  /// The number of keys.
  package var count: Int { starts.count - 1 }

  /// The index of a key: its position in the order of insertion; nil when absent.
  ///
  /// - Complexity: O(*n*) in the key's length.
  package func index(of key: UnsafeBufferPointer<UInt8>) -> Int? {
    index(of: key, hash: Self.hash(key))
  }

  /// The index of a key whose hash is known.
  package func index(of key: UnsafeBufferPointer<UInt8>, hash: UInt32) -> Int? {
    let mask = slots.count - 1
    var place = Int(hash) & mask
    while true {
      let slot = slots[place]
      if slot == 0 { return nil }
      if UInt32(truncatingIfNeeded: slot >> 32) == hash {
        let index = Int(UInt32(truncatingIfNeeded: slot)) - 1
        if equals(index, key) { return index }
      }
      place = (place + 1) & mask
    }
  }

  /// The index of a key, which is added when it is new.
  package mutating func insert(_ key: UnsafeBufferPointer<UInt8>) -> Int {
    let hash = Self.hash(key)
    if let index = index(of: key, hash: hash) { return index }
    if (count + 1) * 2 > slots.count { grow() }
    let index = count
    arena.append(contentsOf: key)
    starts.append(Int32(arena.count))
    place(UInt64(hash) << 32 | UInt64(index + 1))
    return index
  }

  /// The key at an index.
  package func key(at index: Int) -> ArraySlice<UInt8> {
    arena[Int(starts[index])..<Int(starts[index + 1])]
  }

  private mutating func place(_ slot: UInt64) {
    var place = Int(slot >> 32) & (slots.count - 1)
    while slots[place] != 0 { place = (place + 1) & (slots.count - 1) }
    slots[place] = slot
  }

  private mutating func grow() {
    let old = slots
    slots = [UInt64](repeating: 0, count: old.count * 2)
    for slot in old where slot != 0 { place(slot) }
  }

  private func equals(_ index: Int, _ key: UnsafeBufferPointer<UInt8>) -> Bool {
    let start = Int(starts[index])
    guard Int(starts[index + 1]) - start == key.count else { return false }
    guard let base = UnsafeRawPointer(key.baseAddress), key.count > 0 else { return true }
    return arena.withUnsafeBytes { arena in
      guard let own = arena.baseAddress.map({ $0 + start }) else { return false }
      var offset = 0
      while offset + 8 <= key.count {
        if Self.word(own + offset) != Self.word(base + offset) { return false }
        offset += 8
      }
      return Self.rest(own, offset, key.count) == Self.rest(base, offset, key.count)
    }
  }

  /// A hash that takes eight bytes at a time.
  package static func hash(_ key: UnsafeBufferPointer<UInt8>) -> UInt32 {
    UInt32(truncatingIfNeeded: longHash(key))
  }

  /// The hash of a key of at most eight bytes, which are a number, the first byte the lowest one and
  /// zeros behind the last.
  @inline(__always)
  package static func hash(short key: UInt64, count: Int) -> UInt32 {
    UInt32(truncatingIfNeeded: mixed(UInt64(truncatingIfNeeded: count), key))
  }

  /// The hash in all its bits.
  package static func longHash(_ key: UnsafeBufferPointer<UInt8>) -> UInt64 {
    guard let base = UnsafeRawPointer(key.baseAddress), key.count > 0 else { return 0 }
    var hash = UInt64(truncatingIfNeeded: key.count)
    var offset = 0
    while offset + 8 <= key.count {
      hash = mixed(hash, word(base + offset))
      offset += 8
    }
    return offset < key.count ? mixed(hash, rest(base, offset, key.count)) : hash
  }

  /// The same of a string's UTF-8.
  package static func longHash(_ key: String) -> UInt64 {
    var key = key
    return key.withUTF8 { longHash($0) }
  }

  /// One step of the hash.
  @inline(__always)
  package static func mixed(_ hash: UInt64, _ word: UInt64) -> UInt64 {
    let product = (hash ^ word) &* 0x9E37_79B9_7F4A_7C15
    return product ^ product >> 32
  }

  @inline(__always)
  private static func word(_ place: UnsafeRawPointer) -> UInt64 {
    place.loadUnaligned(as: UInt64.self).littleEndian
  }

  /// The bytes from `offset` on, fewer than eight, in one number, the first byte the lowest one and
  /// zeros behind the last; no byte behind them is read.
  @inline(__always)
  package static func rest(_ base: UnsafeRawPointer, _ offset: Int, _ count: Int) -> UInt64 {
    let rest = count - offset
    if rest >= 4 {
      // Two parts, which may overlap.
      let first = base.loadUnaligned(fromByteOffset: offset, as: UInt32.self).littleEndian
      let last = base.loadUnaligned(fromByteOffset: count - 4, as: UInt32.self).littleEndian
      return UInt64(first) | UInt64(last) << UInt64(8 * (rest - 4))
    }
    guard rest > 0 else { return 0 }
    let first = base.load(fromByteOffset: offset, as: UInt8.self)
    let middle = base.load(fromByteOffset: offset + rest / 2, as: UInt8.self)
    let last = base.load(fromByteOffset: count - 1, as: UInt8.self)
    return UInt64(first) | UInt64(middle) << UInt64(8 * (rest / 2))
      | UInt64(last) << UInt64(8 * (rest - 1))
  }
}
