/// A hash table from byte strings to small numbers that is used where it lies: in the binary, or
/// in memory that stays. It is made from a ``ByteStringTable`` and gives the same answers.
///
/// Its bytes, all numbers as the machine has them: a head of two numbers of four bytes, how many
/// keys and slots there are; the slots; for each key its first eight bytes, and where it stands
/// and how long it is; the bytes of all keys. The sizes of all parts are multiples of eight.
package struct PackedStringTable: @unchecked Sendable {
  /// In the high half a part of the hash, in the low half the index and one; 0 where the slot is
  /// free. Slots are so small that those of all words stay in the processor's caches.
  private typealias Slot = UInt32

  /// What is known of a key. Most keys are not longer than their beginning, so that no other read
  /// from memory is needed.
  private struct Key {
    var beginning: UInt64
    var start: UInt32
    var count: UInt32
  }

  // Never written to.
  private let slots: UnsafePointer<Slot>
  private let mask: Int
  private let keys: UnsafePointer<Key>
  private let arena: UnsafeRawPointer
  /// The number of keys.
  package let count: Int

  /// The most keys that a table has room for.
  package static let mostKeys = 1 << 16 - 2

  /// A table of bytes that stay where they are for as long as the program runs.
  ///
  /// - Parameter base: Bytes that ``bytes(of:)`` has made, at a multiple of eight.
  package init(at base: UnsafeRawPointer) {
    count = Int(base.load(as: UInt32.self))
    let slotCount = Int(base.load(fromByteOffset: 4, as: UInt32.self))
    mask = slotCount - 1
    let slots = base + 8
    let keys = slots + slotCount * MemoryLayout<Slot>.stride
    self.slots = slots.assumingMemoryBound(to: Slot.self)
    self.keys = keys.assumingMemoryBound(to: Key.self)
    arena = keys + count * MemoryLayout<Key>.stride
  }

  /// A table of memory of its own, which is never freed.
  package init(_ table: ByteStringTable) {
    self.init(at: Self.kept(Self.bytes(of: table)))
  }

  /// Bytes in memory that is never freed, at a multiple of sixteen.
  package static func kept(_ bytes: [UInt8]) -> UnsafeRawPointer {
    let memory = UnsafeMutableRawBufferPointer.allocate(byteCount: bytes.count, alignment: 16)
    memory.copyBytes(from: bytes)
    return UnsafeRawPointer(memory.baseAddress.unsafelyUnwrapped)
  }

  /// The bytes of a table with the same keys. The same keys in the same order give the same bytes.
  package static func bytes(of table: ByteStringTable) -> [UInt8] {
    precondition(table.count <= mostKeys, "more keys than slots can number")
    var slotCount = 16
    while slotCount < table.count * 2 { slotCount *= 2 }
    var slots = [Slot](repeating: 0, count: slotCount)
    var keys: [UInt8] = []
    var arena: [UInt8] = []
    for index in 0..<table.count {
      let key = table.key(at: index)
      let hash = key.withUnsafeBufferPointer { ByteStringTable.hash($0) }
      var place = Int(hash) & (slotCount - 1)
      while slots[place] != 0 { place = (place + 1) & (slotCount - 1) }
      slots[place] = tag(hash) | Slot(index + 1)
      keys.append(number: key.withUnsafeBufferPointer(beginning))
      keys.append(number: UInt32(arena.count))
      keys.append(number: UInt32(key.count))
      arena += key
    }
    while arena.count % 8 != 0 { arena.append(0) }
    var bytes: [UInt8] = []
    bytes.append(number: UInt32(table.count))
    bytes.append(number: UInt32(slotCount))
    for slot in slots { bytes.append(number: slot) }
    return bytes + keys + arena
  }

  /// The index of a key: its position in the order of insertion; nil when absent.
  ///
  /// - Complexity: O(*n*) in the key's length.
  package func index(of key: UnsafeBufferPointer<UInt8>) -> Int? {
    index(of: key, hash: ByteStringTable.hash(key))
  }

  /// The index of a key whose ``ByteStringTable/hash(_:)`` is known.
  package func index(of key: UnsafeBufferPointer<UInt8>, hash: UInt32) -> Int? {
    var place = Int(hash) & mask
    let tag = Self.tag(hash)
    while true {
      let slot = slots[place]
      if slot == 0 { return nil }
      if slot & 0xFFFF_0000 == tag {
        let index = Int(slot & 0xFFFF) - 1
        if equals(index, key) { return index }
      }
      place = (place + 1) & mask
    }
  }

  /// The index of a key of at most eight bytes, which are a number as
  /// ``ByteStringTable/hash(short:count:)`` has it; nil when absent.
  @inline(__always)
  package func index(ofShort key: UInt64, count: Int) -> Int? {
    let hash = ByteStringTable.hash(short: key, count: count)
    var place = Int(hash) & mask
    let tag = Self.tag(hash)
    while true {
      let slot = slots[place]
      if slot == 0 { return nil }
      if slot & 0xFFFF_0000 == tag {
        let index = Int(slot & 0xFFFF) - 1
        if keys[index].beginning == key, Int(keys[index].count) == count { return index }
      }
      place = (place + 1) & mask
    }
  }

  /// The index of a key; nil when absent.
  package func index(of key: String) -> Int? {
    var key = key
    return key.withUTF8 { index(of: $0) }
  }

  /// The key at an index.
  package func key(at index: Int) -> UnsafeBufferPointer<UInt8> {
    let key = keys[index]
    return UnsafeBufferPointer(
      start: (arena + Int(key.start)).assumingMemoryBound(to: UInt8.self), count: Int(key.count))
  }

  private func equals(_ index: Int, _ key: UnsafeBufferPointer<UInt8>) -> Bool {
    let own = keys[index]
    guard Int(own.count) == key.count, own.beginning == Self.beginning(key) else { return false }
    guard key.count > 8, let base = UnsafeRawPointer(key.baseAddress) else { return true }
    let bytes = arena + Int(own.start)
    var offset = 8
    while offset + 8 <= key.count {
      if Self.eight(bytes + offset) != Self.eight(base + offset) { return false }
      offset += 8
    }
    return Self.eight(bytes + key.count - 8) == Self.eight(base + key.count - 8)
  }

  /// The part of a hash that a slot holds; the other part chooses the slot.
  @inline(__always)
  private static func tag(_ hash: UInt32) -> Slot { hash & 0xFFFF_0000 }

  @inline(__always)
  private static func eight(_ place: UnsafeRawPointer) -> UInt64 {
    place.loadUnaligned(as: UInt64.self).littleEndian
  }

  /// The first eight bytes of a key, or fewer and zeros; no byte behind the key is read.
  @inline(__always)
  private static func beginning(_ key: UnsafeBufferPointer<UInt8>) -> UInt64 {
    guard let base = UnsafeRawPointer(key.baseAddress) else { return 0 }
    return key.count >= 8 ? eight(base) : ByteStringTable.rest(base, 0, key.count)
  }
}

extension [UInt8] {
  /// Appends a number as the machine has it.
  package mutating func append(number: some FixedWidthInteger) {
    Swift.withUnsafeBytes(of: number) { append(contentsOf: $0) }
  }
}
