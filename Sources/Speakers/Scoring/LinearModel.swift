/// A scorer whose score is the sum of the features' weights.
///
/// The weights are a table of slots that is used where it lies, in the binary or in memory of its
/// own: nothing is read or built at start, see ``LinearModel/init(image:lexiconDigest:textCount:)``.
package struct LinearModel: CandidateScorer, Sendable {
  /// A feature's key in the low half and the bits of its weight in the high half, little-endian;
  /// 0 where the slot is free. One read from memory answers most questions.
  typealias Slot = UInt64

  /// Memory that goes with the last model that uses it.
  private final class Memory: @unchecked Sendable {
    let slots: UnsafeMutablePointer<Slot>

    init(count: Int) {
      slots = .allocate(capacity: count)
      slots.initialize(repeating: 0, count: count)
    }

    deinit { slots.deallocate() }
  }

  // Never written to once the model is made.
  nonisolated(unsafe) let slots: UnsafePointer<Slot>
  let slotCount: Int
  private let memory: Memory?

  /// A model of slots that stay where they are for as long as the program runs.
  init(slots: UnsafePointer<Slot>, count: Int) {
    self.slots = slots
    slotCount = count
    memory = nil
  }

  /// Creates a model from feature keys and their weights, in the same order.
  package init(keys: [UInt32], values: [Float]) {
    slotCount = max(16, keys.count * 2)
    let memory = Memory(count: slotCount)
    self.memory = memory
    slots = UnsafePointer(memory.slots)
    for (index, key) in keys.enumerated() {
      memory.slots[place(of: key)] =
        (Slot(key) | Slot(values[index].bitPattern) << 32).littleEndian
    }
  }

  /// Creates a model from weights by feature key. The same weights give the same slots.
  package init(_ weights: [UInt32: Float]) {
    let sorted = weights.sorted { $0.key < $1.key }
    self.init(keys: sorted.map(\.key), values: sorted.map(\.value))
  }

  package func weight(of feature: Feature) -> Float {
    let slot = Slot(littleEndian: slots[place(of: feature.key)])
    return Float(bitPattern: UInt32(slot >> 32))
  }

  package func score(_ features: [Feature]) -> Float {
    features.withUnsafeBufferPointer { score($0) }
  }

  package func scores(_ lists: FeatureLists) -> [Float] {
    lists.features.withUnsafeBufferPointer { features in
      var start = 0
      return lists.ends.map { end in
        defer { start = end }
        return score(UnsafeBufferPointer(rebasing: features[start..<end]))
      }
    }
  }

  /// The table is larger than the fast caches. So slots are fetched first, in a loop without
  /// branches, whose reads overlap; only then is looked what is in them.
  @inline(__always)
  private func score(_ features: UnsafeBufferPointer<Feature>) -> Float {
    var sum: Float = 0
    var start = 0
    while start < features.count {
      let count = min(features.count - start, Self.fetchedTogether)
      withUnsafeTemporaryAllocation(of: Slot.self, capacity: Self.fetchedTogether) { fetched in
        // The bounds are those of this loop.
        let fetched = fetched.baseAddress.unsafelyUnwrapped
        let features = features.baseAddress.unsafelyUnwrapped + start
        for index in 0..<count { fetched[index] = slots[firstPlace(of: features[index].key)] }
        for index in 0..<count {
          let slot = Slot(littleEndian: fetched[index])
          if UInt32(truncatingIfNeeded: slot) == features[index].key {
            sum += Float(bitPattern: UInt32(slot >> 32))
          } else if slot != 0 {
            sum += weight(of: features[index])
          }
        }
      }
      start += count
    }
    return sum
  }

  /// How many slots are fetched before any is looked at.
  private static let fetchedTogether = 64

  /// Where the search for a key begins.
  @inline(__always)
  private func firstPlace(of key: UInt32) -> Int {
    // A multiplicative hash has its best bits at the top, and these choose the slot.
    Int((UInt64(key &* 0x9E37_79B1) &* UInt64(slotCount)) >> 32)
  }

  /// The place of the slot that holds a key, or of the free one where it would stand.
  @inline(__always)
  private func place(of key: UInt32) -> Int {
    var place = firstPlace(of: key)
    while true {
      let slot = Slot(littleEndian: slots[place])
      if UInt32(truncatingIfNeeded: slot) == key || slot == 0 { return place }
      place += 1
      if place == slotCount { place = 0 }
    }
  }
}
