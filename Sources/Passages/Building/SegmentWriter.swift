/// Writes a segment from its start to its end, in pieces.
struct SegmentWriter {
  private var layout = SegmentLayout()
  /// What was written and not yet taken.
  private var pending = SegmentLayout.header
  /// The number of bytes that were taken.
  private var taken = 0
  private var checksums: [UInt32] = []

  private var keys: [UInt64] = []
  private var counts: [UInt32] = []
  /// The length of a term's list, or its only position.
  private var values: [UInt32] = []

  private var documents: [UInt8] = []
  private var samples: [UInt8] = []

  /// About so many terms are in a bucket of the dictionary.
  private static let termsPerBucket = 24

  /// The number of bytes that wait to be taken.
  var pendingCount: Int { pending.count }

  // MARK: What is written

  /// Writes the places of a term. Terms come in the order of their keys.
  mutating func add(key: UInt64, _ list: inout PositionListEncoder, first: UInt32) {
    keys.append(key)
    counts.append(UInt32(list.count))
    if list.count == 1 {
      values.append(first)
      list.reset()
    } else {
      let start = pending.count
      list.finish(into: &pending)
      values.append(UInt32(pending.count - start))
    }
  }

  /// Notes a document. Documents come in the order of their numbers.
  ///
  /// - Parameters:
  ///   - wordCount: The number of its words.
  ///   - samples: As ``DocumentSamples`` makes them.
  mutating func addDocument(_ id: Int64, wordCount: Int, samples: some Sequence<UInt8>) {
    if layout.documentCount == 0 { layout.firstDocument = id }
    layout.lastDocument = id
    layout.documentCount += 1
    documents.append(UInt64(bitPattern: id), bytes: 8)
    documents.append(UInt64(layout.wordCount), bytes: 4)
    documents.append(UInt64(self.samples.count), bytes: 4)
    self.samples += samples
    layout.wordCount += wordCount
  }

  /// Writes all that follows the lists. Nothing may be added any more.
  mutating func finish() {
    layout.listsEnd = offset
    pending += documents
    layout.documentsEnd = offset
    pending += samples
    layout.samplesEnd = offset
    writeDictionary()
    seal(isLast: true)
    let table = checksums.reduce(into: [UInt8]()) { $0.append(UInt64($1), bytes: 4) }
    pending += table
    pending += layout.footer(tableChecksum: table.withUnsafeBytes { PageChecksum.of($0) })
  }

  private var offset: Int { taken + pending.count }

  private mutating func writeDictionary() {
    var bucketBits = 0
    while keys.count >> bucketBits > Self.termsPerBucket { bucketBits += 1 }
    let shift = UInt64(PassageKey.bits - bucketBits)
    var directory: [UInt8] = []
    var list = UInt64(SegmentLayout.headerSize)
    var term = 0
    for bucket in 0..<1 << bucketBits {
      directory.append(UInt64(offset - layout.samplesEnd), bytes: 4)
      directory.append(list, bytes: 8)
      var last = UInt64(bucket) << shift
      while term < keys.count, keys[term] >> shift == UInt64(bucket) {
        pending.appendVarint(keys[term] - last)
        pending.appendVarint(UInt64(counts[term]))
        pending.appendVarint(UInt64(values[term]))
        if counts[term] > 1 { list += UInt64(values[term]) }
        last = keys[term]
        term += 1
      }
    }
    directory.append(UInt64(offset - layout.samplesEnd), bytes: 4)
    directory.append(list, bytes: 8)
    layout.dictionaryEnd = offset
    pending += directory
    layout.directoryEnd = offset
  }

  // MARK: What is taken

  /// The number of bytes of ``pending`` that have their checksum.
  private var sealed = 0

  /// Reckons the checksums of the pages that are whole.
  private mutating func seal(isLast: Bool) {
    pending.withUnsafeBytes { pending in
      while sealed + PageChecksum.pageSize <= pending.count || isLast && sealed < pending.count {
        let end = min(sealed + PageChecksum.pageSize, pending.count)
        checksums.append(PageChecksum.of(UnsafeRawBufferPointer(rebasing: pending[sealed..<end])))
        sealed = end
      }
    }
  }

  /// Takes the whole pages that were written.
  mutating func takePages() -> [UInt8] {
    seal(isLast: false)
    let pages = Array(pending[..<sealed])
    pending.removeSubrange(..<sealed)
    taken += sealed
    sealed = 0
    return pages
  }

  /// Takes all that is left, after ``finish()``.
  mutating func takeRest() -> [UInt8] {
    taken += pending.count
    defer { pending = [] }
    return pending
  }
}
