internal import Foundation
internal import GRDB
internal import Passages

/// Keeps passage segments in rows, each cut into chunks.
enum PassageTables {
  /// The bytes of a chunk, so that one fills a page without overflow.
  static let chunkSize = 16_000
  /// The bits of a chunk's id that are its number: segments of up to 250 GB.
  static let chunkBits: Int64 = 24

  static func chunkID(_ segment: Int64, _ number: Int) -> Int64 {
    segment << chunkBits | Int64(number)
  }

  /// A segment's row.
  struct Entry {
    var id: Int64
    var documents: ClosedRange<Int64>
    var documentCount: Int
    var byteCount: Int
  }

  /// The segments, in the order of their documents.
  static func entries(_ db: Database) throws -> [Entry] {
    try Row.fetchAll(
      db,
      sql: """
        SELECT id, first_document, last_document, document_count, byte_count FROM passage_segment
        ORDER BY first_document
        """
    ).map { row in
      let (first, last): (Int64, Int64) = (try row.value(1), try row.value(2))
      guard first <= last else { throw DamagedRow(what: "a passage segment has no documents") }
      let byteCount: Int = try row.value(4)
      guard (0...chunkSize << chunkBits).contains(byteCount) else {
        throw DamagedRow(what: "a passage segment has an impossible size")
      }
      return try Entry(
        id: row.value(0), documents: first...last, documentCount: row.value(3), byteCount: byteCount
      )
    }
  }

  /// - Parameter cache: Where its chunks are kept; nil for as few as reading it in order takes.
  static func segment(
    _ entry: Entry, _ queue: DatabaseQueue, cache: ChunkCache? = nil
  ) throws -> PassageSegment {
    try PassageSegment(
      SegmentRows(
        segment: entry.id, count: entry.byteCount, queue: queue,
        cache: cache ?? ChunkCache(bytes: 1 << 20)))
  }

  /// The numbers of articles that are gone, but still in segments.
  static func deleted(_ db: Database) throws -> Set<Int64> {
    try Int64.fetchSet(db, sql: "SELECT document FROM passage_deleted")
  }

  static func markDeleted(_ document: Int64, _ db: Database) throws {
    try db.cachedStatement(sql: "INSERT OR IGNORE INTO passage_deleted (document) VALUES (?)")
      .execute(arguments: [document])
  }

  /// Stores a segment whose bytes come in parts.
  static func insert(
    documents: ClosedRange<Int64>, count: Int, _ db: Database,
    nextBytes: () throws -> [UInt8]?
  ) throws {
    try db.execute(
      sql: """
        INSERT INTO passage_segment (first_document, last_document, document_count, byte_count)
        VALUES (?, ?, ?, 0)
        """, arguments: [documents.lowerBound, documents.upperBound, count])
    let segment = db.lastInsertedRowID
    let statement = try db.cachedStatement(
      sql: "INSERT INTO passage_chunk (id, bytes) VALUES (?, ?)")
    var pending: [UInt8] = []
    var number = 0
    var byteCount = 0
    func write(_ bytes: ArraySlice<UInt8>) throws {
      try statement.execute(arguments: [chunkID(segment, number), Data(bytes)])
      number += 1
    }
    while let bytes = try nextBytes() {
      byteCount += bytes.count
      var start = 0
      if !pending.isEmpty {
        start = min(chunkSize - pending.count, bytes.count)
        pending += bytes[..<start]
        if pending.count < chunkSize { continue }
        try write(pending[...])
        pending.removeAll(keepingCapacity: true)
      }
      while bytes.count - start >= chunkSize {
        try write(bytes[start..<start + chunkSize])
        start += chunkSize
      }
      pending += bytes[start...]
    }
    if !pending.isEmpty { try write(pending[...]) }
    try db.execute(
      sql: "UPDATE passage_segment SET byte_count = ? WHERE id = ?",
      arguments: [byteCount, segment])
  }

  /// Makes one segment of some neighbours, and forgets their deleted documents.
  static func merge(
    _ entries: ArraySlice<Entry>, _ db: Database, _ queue: DatabaseQueue
  ) throws {
    guard let first = entries.first, let last = entries.last else { return }
    let range = first.documents.lowerBound...last.documents.upperBound
    let deleted = try Int64.fetchSet(
      db, sql: "SELECT document FROM passage_deleted WHERE document BETWEEN ? AND ?",
      arguments: [range.lowerBound, range.upperBound])
    let count = entries.reduce(0) { $0 + $1.documentCount } - deleted.count
    if count > 0 {
      var merger = try PassageSegmentMerger(
        entries.map { try segment($0, queue) }, deleted: deleted)
      try insert(documents: range, count: count, db) { try merger.nextChunk() }
    }
    for entry in entries { try delete(entry.id, db) }
    try db.execute(
      sql: "DELETE FROM passage_deleted WHERE document BETWEEN ? AND ?",
      arguments: [range.lowerBound, range.upperBound])
  }

  private static func delete(_ segment: Int64, _ db: Database) throws {
    try db.execute(
      sql: "DELETE FROM passage_chunk WHERE id BETWEEN ? AND ?",
      arguments: [chunkID(segment, 0), chunkID(segment + 1, 0) - 1])
    try db.execute(sql: "DELETE FROM passage_segment WHERE id = ?", arguments: [segment])
  }
}
