internal import Foundation
internal import GRDB
internal import Passages

/// A passage segment's bytes in the rows of its chunks.
struct SegmentRows: SegmentBytes {
  let segment: Int64
  let count: Int
  private let queue: DatabaseQueue
  private let cache: ChunkCache
  private let table: ChunkCache.Table

  init(segment: Int64, count: Int, queue: DatabaseQueue, cache: ChunkCache) {
    self.segment = segment
    self.count = count
    self.queue = queue
    self.cache = cache
    table = cache.addSegment(
      chunkCount: (count + PassageTables.chunkSize - 1) / PassageTables.chunkSize)
  }

  func withBytes(
    in range: Range<Int>, _ body: (UnsafeRawBufferPointer) throws -> Void
  ) throws {
    guard !range.isEmpty else { return try body(UnsafeRawBufferPointer(start: nil, count: 0)) }
    let size = PassageTables.chunkSize
    let numbers = range.lowerBound / size...(range.upperBound - 1) / size
    if numbers.count == 1 {
      let start = numbers.lowerBound * size
      return try withChunk(numbers.lowerBound) { chunk in
        guard chunk.count >= range.upperBound - start else { throw Self.damaged }
        try body(
          UnsafeRawBufferPointer(
            rebasing: chunk[range.lowerBound - start..<range.upperBound - start]))
      }
    }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(range.count)
    for number in numbers {
      let start = number * size
      try withChunk(number) { chunk in
        let end = min(size, range.upperBound - start)
        guard chunk.count >= end else { throw Self.damaged }
        bytes += chunk[max(0, range.lowerBound - start)..<end]
      }
    }
    try bytes.withUnsafeBytes(body)
  }

  private func withChunk(
    _ number: Int, _ body: (UnsafeRawBufferPointer) throws -> Void
  ) throws {
    try cache.withChunk(number, of: table) { memory in
      // Merging asks from inside of a transaction, searching does not.
      try queue.unsafeReentrantRead { db in try read(number, into: memory, db) }
    } _: {
      try body($0)
    }
  }

  private func read(
    _ number: Int, into memory: UnsafeMutableRawPointer, _ db: Database
  ) throws -> Int {
    let statement = try db.cachedStatement(sql: "SELECT bytes FROM passage_chunk WHERE id = ?")
    let rows = try Row.fetchCursor(
      statement, arguments: [PassageTables.chunkID(segment, number)])
    guard let row = try rows.next() else { throw Self.damaged }
    return try row.withUnsafeData(atIndex: 0) { data in
      guard let data, data.count <= PassageTables.chunkSize else { throw Self.damaged }
      return data.withUnsafeBytes { bytes in
        if let start = bytes.baseAddress { memory.copyMemory(from: start, byteCount: bytes.count) }
        return bytes.count
      }
    }
  }

  private static let damaged = DamagedRow(what: "a part of the passage index is missing")
}
