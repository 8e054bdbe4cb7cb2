/// The chunks of passage segments that were read last, in memory.
///
/// A search reads thousands of short ranges; to ask SQLite for each takes many times as long as what is
/// done with it. When there is no room for another chunk, one goes that was not asked for since the
/// last time round. A cache serves one thread.
final class ChunkCache {
  /// A segment's chunks: for each the number of the slot that it is in, or -1.
  struct Table {
    fileprivate let slots: UnsafeMutableBufferPointer<Int32>
  }

  private struct Slot {
    var memory: UnsafeMutableRawPointer
    var count: Int
    /// Where the number of the slot is noted, if it holds a chunk.
    var owner: UnsafeMutablePointer<Int32>?
    var wasUsed: Bool
    /// How many are just reading it.
    var readers: Int
  }

  private let capacity: Int
  /// In memory of its own, as are the tables, since it is asked for at every read.
  private let slots: UnsafeMutablePointer<Slot>
  private var slotCount = 0
  private var hand = 0
  private var tables: [Table] = []

  /// - Parameter bytes: About how much memory it may take.
  init(bytes: Int) {
    capacity = max(8, bytes / PassageTables.chunkSize)
    slots = .allocate(capacity: capacity)
  }

  deinit {
    for slot in 0..<slotCount { slots[slot].memory.deallocate() }
    slots.deallocate()
    for table in tables { table.slots.deallocate() }
  }

  /// Makes a segment known.
  ///
  /// - Returns: By what its chunks are asked for, as long as the cache is there.
  func addSegment(chunkCount: Int) -> Table {
    let table = Table(slots: .allocate(capacity: chunkCount))
    table.slots.initialize(repeating: -1)
    tables.append(table)
    return table
  }

  /// Calls `body` with the bytes of a chunk.
  ///
  /// - Parameter read: Reads them, if they are not there: fills the memory, which has room for
  ///   ``PassageTables/chunkSize`` bytes, and returns their number.
  @inline(__always)
  func withChunk(
    _ chunk: Int, of table: Table, read: (UnsafeMutableRawPointer) throws -> Int,
    _ body: (UnsafeRawBufferPointer) throws -> Void
  ) throws {
    var slot = Int(table.slots[chunk])
    if slot < 0 {
      slot = freeSlot()
      slots[slot].count = try read(slots[slot].memory)
      slots[slot].owner = table.slots.baseAddress.map { $0 + chunk }
      table.slots[chunk] = Int32(slot)
    }
    slots[slot].wasUsed = true
    slots[slot].readers += 1
    defer { slots[slot].readers -= 1 }
    try body(UnsafeRawBufferPointer(start: slots[slot].memory, count: slots[slot].count))
  }

  /// A slot that holds nothing.
  private func freeSlot() -> Int {
    if slotCount < capacity {
      (slots + slotCount).initialize(
        to: Slot(
          memory: .allocate(byteCount: PassageTables.chunkSize, alignment: 16), count: 0,
          owner: nil, wasUsed: false, readers: 0))
      slotCount += 1
      return slotCount - 1
    }
    // A read inside of another one keeps that one's slot; there are more slots than that goes deep.
    while true {
      hand = (hand + 1) % slotCount
      if slots[hand].readers > 0 { continue }
      if slots[hand].wasUsed {
        slots[hand].wasUsed = false
        continue
      }
      slots[hand].owner?.pointee = -1
      slots[hand].owner = nil
      return hand
    }
  }
}
