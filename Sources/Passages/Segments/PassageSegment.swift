/// An immutable part of a passage index: the words of some documents and where they stand.
///
/// Opening reads the directory only. A segment that is damaged makes whatever needs the damaged
/// bytes throw; every page is checked once, when it is first read. A segment serves one thread: open
/// one for each.
public final class PassageSegment {
  /// For every so many words of a document the segment notes where they stand in its text.
  public static let wordsPerSample = 64

  let layout: SegmentLayout
  private let source: any SegmentBytes
  private let checksums: [UInt32]
  /// One bit for each page that was found undamaged. In memory of its own, since it is asked for at
  /// every read.
  private let checked: UnsafeMutablePointer<UInt64>
  /// See ``SegmentLayout``: for each bucket where it begins in the dictionary, in four bytes, and
  /// where its lists begin, in eight; and an entry for the end. In memory of its own, too.
  private let directory: UnsafeMutableRawBufferPointer
  private let bucketShift: Int

  /// Opens a segment.
  ///
  /// - Throws: ``PassageError`` when the bytes are no segment; what `bytes` throws.
  public init(_ bytes: any SegmentBytes) throws {
    source = bytes
    let size = bytes.count
    guard size >= SegmentLayout.headerSize + SegmentLayout.footerSize else {
      throw PassageError.corrupt("the footer")
    }
    let header = try Self.copy(0..<SegmentLayout.headerSize, of: bytes)
    guard header.prefix(8) == SegmentLayout.header.prefix(8) else {
      throw PassageError.corrupt("the header")
    }
    let version = try header.withUnsafeBytes { header in
      var reader = ByteReader(UnsafeRawBufferPointer(rebasing: header[8...]))
      return Int(clamping: try reader.fixed(8))
    }
    guard version == SegmentLayout.version else { throw PassageError.unknownVersion(version) }
    let footer = try Self.copy(size - SegmentLayout.footerSize..<size, of: bytes)
    let (layout, tableChecksum) = try footer.withUnsafeBytes {
      try SegmentLayout.read(footer: $0, segmentSize: size)
    }
    self.layout = layout
    let table = try Self.copy(layout.checksums, of: bytes)
    guard table.withUnsafeBytes({ PageChecksum.of($0) }) == tableChecksum else {
      throw PassageError.corrupt("the checksums")
    }
    checksums = try table.withUnsafeBytes { table in
      var reader = ByteReader(table)
      return try (0..<layout.pageCount).map { _ in UInt32(try reader.fixed(4)) }
    }
    let bucketCount = layout.directory.count / SegmentLayout.directoryEntrySize - 1
    guard bucketCount >= 1, bucketCount & (bucketCount - 1) == 0 else {
      throw PassageError.corrupt("the directory")
    }
    bucketShift = PassageKey.bits - bucketCount.trailingZeroBitCount
    let wordCount = layout.pageCount / 64 + 1
    checked = .allocate(capacity: wordCount)
    checked.initialize(repeating: 0, count: wordCount)
    directory = .allocate(byteCount: layout.directory.count, alignment: 1)
    try withBytes(in: layout.directory) { directory.copyMemory(from: $0) }
  }

  deinit {
    checked.deallocate()
    directory.deallocate()
  }

  /// Opens a segment in memory.
  public convenience init(_ bytes: [UInt8]) throws { try self.init(SegmentMemory(bytes)) }

  /// The number of documents, deleted ones among them.
  public var documentCount: Int { layout.documentCount }
  /// The number of words.
  public var wordCount: Int { layout.wordCount }
  /// The number of bytes.
  public var size: Int { layout.count }
  /// The first and the last document's number; nil for a segment without documents.
  public var documents: ClosedRange<Int64>? {
    documentCount > 0 ? layout.firstDocument...layout.lastDocument : nil
  }

  // MARK: Reading

  private static func copy(_ range: Range<Int>, of bytes: any SegmentBytes) throws -> [UInt8] {
    var copy: [UInt8] = []
    try bytes.withBytes(in: range) { copy = Array($0) }
    return copy
  }

  /// Calls `body` with the bytes of a range, which were checked.
  func withBytes(in range: Range<Int>, _ body: (UnsafeRawBufferPointer) throws -> Void) throws {
    guard range.lowerBound >= 0, range.upperBound <= layout.count else {
      throw PassageError.corrupt("an offset")
    }
    let size = PageChecksum.pageSize
    let first = range.lowerBound / size
    // What follows the checked pages is the checksums, as slack behind a list.
    let end = min((range.upperBound + size - 1) / size, layout.pageCount)
    var page = first
    while page < end, isChecked(page) { page += 1 }
    if page >= end { return try source.withBytes(in: range, body) }
    let start = first * size
    let whole = start..<max(min(end * size, layout.directoryEnd), range.upperBound)
    try source.withBytes(in: whole) { bytes in
      for page in first..<end where !isChecked(page) {
        let pageEnd = min((page + 1) * size, layout.directoryEnd)
        let bytes = UnsafeRawBufferPointer(rebasing: bytes[page * size - start..<pageEnd - start])
        guard PageChecksum.of(bytes) == checksums[page] else {
          throw PassageError.corrupt("page \(page)")
        }
        checked[page >> 6] |= 1 << UInt64(page & 63)
      }
      try body(
        UnsafeRawBufferPointer(
          rebasing: bytes[range.lowerBound - start..<range.upperBound - start]))
    }
  }

  @inline(__always)
  private func isChecked(_ page: Int) -> Bool {
    checked[page >> 6] & 1 << UInt64(page & 63) != 0
  }

  // MARK: The dictionary

  /// The number of buckets of the dictionary.
  var bucketCount: Int { 1 << (PassageKey.bits - bucketShift) }

  /// Where a bucket begins in the dictionary, and where its lists begin.
  private func directoryEntry(_ bucket: Int) throws(PassageError) -> (entries: Int, lists: Int) {
    let offset = bucket * SegmentLayout.directoryEntrySize
    let lists = UInt64(
      littleEndian: directory.loadUnaligned(fromByteOffset: offset + 4, as: UInt64.self))
    return (
      Int(UInt32(littleEndian: directory.loadUnaligned(fromByteOffset: offset, as: UInt32.self))),
      Int(truncatingIfNeeded: lists & UInt64(Int.max))
    )
  }

  /// One word or pair of the dictionary.
  struct Term {
    var key: UInt64
    var list: PositionList
  }

  /// Calls `body` with the terms of a bucket in the order of their keys, until it returns false.
  func forEachTerm(inBucket bucket: Int, _ body: (Term) throws -> Bool) throws {
    let start = try directoryEntry(bucket)
    let end = try directoryEntry(bucket + 1)
    guard start.entries <= end.entries, end.entries <= layout.dictionary.count else {
      throw PassageError.corrupt("the directory")
    }
    if start.entries == end.entries { return }
    let base = layout.dictionary.lowerBound
    try withBytes(in: base + start.entries..<base + end.entries) { bytes in
      var reader = ByteReader(bytes)
      var key = UInt64(bucket) << UInt64(bucketShift)
      var place = start.lists
      while !reader.isAtEnd {
        key &+= try reader.varint()
        let count = Int(try reader.varint())
        let value = try reader.varint()
        var list = PositionList(count: count, single: 0, bytes: 0..<0)
        if count == 1 {
          list.single = UInt32(truncatingIfNeeded: value)
        } else {
          guard count > 1, count <= layout.wordCount, place >= SegmentLayout.headerSize,
            place <= layout.listsEnd, value <= UInt64(layout.listsEnd - place)
          else { throw PassageError.corrupt("the dictionary") }
          list.bytes = place..<place + Int(value)
          place += Int(value)
          guard list.headSize < list.bytes.count else {
            throw PassageError.corrupt("the dictionary")
          }
        }
        if try !body(Term(key: key, list: list)) { return }
      }
    }
  }

  /// Where a word or a pair stands; nil when it stands nowhere.
  ///
  /// - Complexity: O(1): about thirty terms are read.
  func list(of key: UInt64) throws -> PositionList? {
    var found: PositionList?
    try forEachTerm(inBucket: Int(key >> UInt64(bucketShift))) { term in
      if term.key == key { found = term.list }
      return term.key < key
    }
    return found
  }
}
