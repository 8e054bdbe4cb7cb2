/// A hash table from ``WordKey``s to small values, built once and then only read.
///
/// Keys are hashes already, so that a look-up costs a few instructions, where a `Dictionary` hashes
/// the key once more.
struct KeyTable<Value: BitwiseCopyable & Sendable>: Sendable {
  private struct Slot: BitwiseCopyable, Sendable {
    var key: UInt64
    var value: Value?
  }

  private var slots: [Slot]
  private(set) var count = 0

  /// Creates an empty table with room for about `capacity` keys.
  init(capacity: Int) {
    var size = 16
    while size < capacity * 2 { size *= 2 }
    slots = [Slot](repeating: Slot(key: 0, value: nil), count: size)
  }

  /// The value of a key; nil when absent. Setting nil does nothing.
  subscript(key: UInt64) -> Value? {
    @inline(__always)
    get { slots[slot(of: key)].value }
    set {
      guard let newValue else { return }
      if (count + 1) * 2 > slots.count { grow() }
      let slot = slot(of: key)
      if slots[slot].value == nil { count += 1 }
      slots[slot] = Slot(key: key, value: newValue)
    }
  }

  /// The value of a key, which gets one where it has none.
  @inline(__always)
  mutating func value(of key: UInt64, orInsert newValue: @autoclosure () -> Value) -> Value {
    let found = slot(of: key)
    if let value = slots[found].value { return value }
    let value = newValue()
    self[key] = value
    return value
  }

  /// The slot of a key, or the empty one where it would stand.
  @inline(__always)
  private func slot(of key: UInt64) -> Int {
    let mask = slots.count &- 1
    var slot = Int(truncatingIfNeeded: key ^ (key >> 32)) & mask
    while slots[slot].key != key, slots[slot].value != nil { slot = (slot &+ 1) & mask }
    return slot
  }

  private mutating func grow() {
    let old = slots
    slots = [Slot](repeating: Slot(key: 0, value: nil), count: old.count * 2)
    for entry in old where entry.value != nil { slots[slot(of: entry.key)] = entry }
  }
}
