/// Numbers by hashes: a table that says where something may be found that was added before.
///
/// Different things may have one hash; who asks says of each number whether it is the one. Unlike
/// a `Dictionary` it hashes nothing itself and holds no keys.
package struct HashIndex: Sendable {
  private struct Slot {
    var hash: UInt64
    /// -1 where the slot is free.
    var value: Int32
  }

  private var slots: [Slot]
  private var count = 0

  /// An empty table with room for about `capacity` numbers.
  package init(capacity: Int = 32) {
    var size = 16
    while size < capacity * 2 { size *= 2 }
    slots = [Slot](repeating: Slot(hash: 0, value: -1), count: size)
  }

  /// The number of a hash that is the one; nil when there is none.
  @inlinable
  package func first(_ hash: UInt64, where isIt: (Int) -> Bool) -> Int? {
    var place = firstPlace(hash)
    while let found = entry(at: place) {
      if found.hash == hash, isIt(found.value) { return found.value }
      place = next(place)
    }
    return nil
  }

  /// Adds a number, also to those of an equal hash.
  package mutating func add(_ value: Int, hash: UInt64) {
    if (count + 1) * 2 > slots.count { grow() }
    put(Slot(hash: hash, value: Int32(value)))
    count += 1
  }

  /// Puts a number in the place of one that was added with the same hash.
  ///
  /// - Returns: The number that stood there; nil when none did, and the number was added.
  package mutating func update(_ value: Int, hash: UInt64) -> Int? {
    var place = firstPlace(hash)
    while slots[place].value >= 0 {
      if slots[place].hash == hash {
        defer { slots[place].value = Int32(value) }
        return Int(slots[place].value)
      }
      place = next(place)
    }
    add(value, hash: hash)
    return nil
  }

  @usableFromInline
  package func entry(at place: Int) -> (hash: UInt64, value: Int)? {
    let slot = slots[place]
    return slot.value < 0 ? nil : (slot.hash, Int(slot.value))
  }

  @usableFromInline
  package func firstPlace(_ hash: UInt64) -> Int {
    // A multiplicative hash has its best bits at the top.
    Int(truncatingIfNeeded: hash >> 32) & (slots.count - 1)
  }

  @usableFromInline
  package func next(_ place: Int) -> Int { (place + 1) & (slots.count - 1) }

  private mutating func put(_ slot: Slot) {
    var place = firstPlace(slot.hash)
    while slots[place].value >= 0 { place = next(place) }
    slots[place] = slot
  }

  private mutating func grow() {
    let old = slots
    slots = [Slot](repeating: Slot(hash: 0, value: -1), count: old.count * 2)
    for slot in old where slot.value >= 0 { put(slot) }
  }
}
