/// A hash table from ``WordKey``s to small values, built once and then only read.
///
/// Keys are hashes already, so that a look-up costs a few instructions, where a `Dictionary` hashes
/// the key once more. Keys and values lie apart: a search reads keys only, and no space is lost between
/// them, which a program that starts for two words would have to be given by the system, page by page.
struct KeyTable<Value: BitwiseCopyable & Sendable>: Sendable {
  /// The key of each slot; ``empty`` for none.
  private var keys: [UInt64]
  private var values: [Value]
  private let filler: Value
  private(set) var count = 0

  /// What stands in an empty slot. The key 0 is kept under another one.
  private static var empty: UInt64 { 0 }

  /// Creates an empty table with room for about `capacity` keys.
  ///
  /// - Parameter filler: Any value: what stands where there is none.
  init(capacity: Int, filler: Value) {
    self.filler = filler
    var size = 16
    while size < capacity * 2 { size *= 2 }
    keys = [UInt64](repeating: Self.empty, count: size)
    values = [Value](repeating: filler, count: size)
  }

  /// The value of a key; nil when absent. Setting nil does nothing.
  subscript(key: UInt64) -> Value? {
    @inline(__always)
    get {
      let slot = slot(of: Self.kept(key))
      return keys[slot] == Self.empty ? nil : values[slot]
    }
    set {
      guard let newValue else { return }
      if (count + 1) * 2 > keys.count { grow() }
      let key = Self.kept(key)
      let slot = slot(of: key)
      if keys[slot] == Self.empty {
        count += 1
        keys[slot] = key
      }
      values[slot] = newValue
    }
  }

  /// The value of a key, which gets one where it has none.
  @inline(__always)
  mutating func value(of key: UInt64, orInsert newValue: @autoclosure () -> Value) -> Value {
    if let value = self[key] { return value }
    let value = newValue()
    self[key] = value
    return value
  }

  @inline(__always)
  private static func kept(_ key: UInt64) -> UInt64 {
    key == empty ? 0x9E37_79B9_7F4A_7C15 : key
  }

  /// The slot of a key, or the empty one where it would stand.
  @inline(__always)
  private func slot(of key: UInt64) -> Int {
    let mask = keys.count &- 1
    var slot = Int(truncatingIfNeeded: key ^ (key >> 32)) & mask
    while keys[slot] != key, keys[slot] != Self.empty { slot = (slot &+ 1) & mask }
    return slot
  }

  private mutating func grow() {
    let (oldKeys, oldValues) = (keys, values)
    keys = [UInt64](repeating: Self.empty, count: oldKeys.count * 2)
    values = [Value](repeating: filler, count: oldKeys.count * 2)
    for (index, key) in oldKeys.enumerated() where key != Self.empty {
      let slot = slot(of: key)
      keys[slot] = key
      values[slot] = oldValues[index]
    }
  }
}
