/// The chunks of passage segments that were read last, in memory.
///
/// A search reads thousands of short ranges; to ask SQLite for each takes many times as long as what is
/// done with it. When there is no room for another chunk, one goes that was not asked for since the
/// last time round. A cache serves one thread.
final class ChunkCache {
  private struct Slot {
    var memory: UnsafeMutableRawPointer
    var count: Int
    /// The segment and the chunk, by which the table is found that has the slot's number.
    var owner: (segment: Int, chunk: Int)
    var wasUsed: Bool
    /// How many are just reading it.
    var readers: Int
  }

  private let capacity: Int
  private var slots: [Slot] = []
  private var hand = 0
  /// For each segment, the slot of each of its chunks, or -1.
  private var tables: [[Int32]] = []

  /// - Parameter bytes: About how much memory it may take.
  init(bytes: Int) { capacity = max(8, bytes / PassageTables.chunkSize) }

  deinit { for slot in slots { slot.memory.deallocate() } }

  /// Makes a segment known.
  ///
  /// - Returns: The number by which its chunks are asked for.
  func addSegment(chunkCount: Int) -> Int {
    tables.append([Int32](repeating: -1, count: chunkCount))
    return tables.count - 1
  }

  /// Calls `body` with the bytes of a chunk.
  ///
  /// - Parameter read: Reads them, if they are not there: fills the memory, which has room for
  ///   ``PassageTables/chunkSize`` bytes, and returns their number.
  func withChunk(
    _ chunk: Int, ofSegment segment: Int, read: (UnsafeMutableRawPointer) throws -> Int,
    _ body: (UnsafeRawBufferPointer) throws -> Void
  ) throws {
    var slot = Int(tables[segment][chunk])
    if slot < 0 {
      slot = freeSlot()
      slots[slot].count = try read(slots[slot].memory)
      slots[slot].owner = (segment, chunk)
      tables[segment][chunk] = Int32(slot)
    }
    slots[slot].wasUsed = true
    slots[slot].readers += 1
    defer { slots[slot].readers -= 1 }
    try body(UnsafeRawBufferPointer(start: slots[slot].memory, count: slots[slot].count))
  }

  /// A slot that holds nothing.
  private func freeSlot() -> Int {
    var looked = 0
    while slots.count >= capacity, looked < 2 * slots.count {
      looked += 1
      hand = (hand + 1) % slots.count
      if slots[hand].readers > 0 { continue }
      if slots[hand].wasUsed {
        slots[hand].wasUsed = false
        continue
      }
      let owner = slots[hand].owner
      if owner.segment >= 0 { tables[owner.segment][owner.chunk] = -1 }
      slots[hand].owner = (-1, 0)
      return hand
    }
    slots.append(
      Slot(
        memory: .allocate(byteCount: PassageTables.chunkSize, alignment: 16), count: 0,
        owner: (-1, 0), wasUsed: false, readers: 0))
    return slots.count - 1
  }
}
