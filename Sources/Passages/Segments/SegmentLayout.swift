/// Where the parts of a segment lie.
///
/// A segment can be written from its start to its end without knowing what follows:
///
///     header      magic, version
///     lists       the places of every word and pair that stands at more than one
///     documents   16 bytes each: number, first word, where its samples begin
///     samples     where in the text every 64th word of each document stands
///     dictionary  buckets of words and pairs, in the order of their keys
///     directory   where each bucket and its lists begin
///     checksums   one for each page of all of the above
///     footer      this value
///
/// All numbers have their lowest byte first.
package struct SegmentLayout: Equatable {
  static let magic: UInt64 = 0x7867_7373_6150_6256  // "VbPassgx"
  static let version = 1
  static let headerSize = 16
  package static let footerSize = 8 * 11
  static let documentSize = 16
  static let directoryEntrySize = 12

  var documentCount = 0
  var wordCount = 0
  var firstDocument: Int64 = 0
  var lastDocument: Int64 = 0
  /// The ends of the parts, each of which begins where the one before it ends.
  var listsEnd = 0
  var documentsEnd = 0
  var samplesEnd = 0
  var dictionaryEnd = 0
  package var directoryEnd = 0

  var documents: Range<Int> { listsEnd..<documentsEnd }
  var samples: Range<Int> { documentsEnd..<samplesEnd }
  var dictionary: Range<Int> { samplesEnd..<dictionaryEnd }
  var directory: Range<Int> { dictionaryEnd..<directoryEnd }
  package var pageCount: Int { (directoryEnd + PageChecksum.pageSize - 1) / PageChecksum.pageSize }
  var checksums: Range<Int> { directoryEnd..<directoryEnd + 4 * pageCount }
  var count: Int { checksums.upperBound + Self.footerSize }

  static var header: [UInt8] {
    var bytes: [UInt8] = []
    bytes.append(magic, bytes: 8)
    bytes.append(UInt64(version), bytes: 8)
    return bytes
  }

  /// The footer, with the checksum of the table of checksums and its own.
  package func footer(tableChecksum: UInt32) -> [UInt8] {
    var bytes: [UInt8] = []
    for value in [documentCount, wordCount] { bytes.append(UInt64(value), bytes: 8) }
    for value in [firstDocument, lastDocument] {
      bytes.append(UInt64(bitPattern: value), bytes: 8)
    }
    for value in [listsEnd, documentsEnd, samplesEnd, dictionaryEnd, directoryEnd] {
      bytes.append(UInt64(value), bytes: 8)
    }
    bytes.append(UInt64(tableChecksum), bytes: 4)
    let own = bytes.withUnsafeBytes { PageChecksum.of($0) }
    bytes.append(UInt64(own), bytes: 4)
    bytes.append(Self.magic, bytes: 8)
    return bytes
  }

  /// Reads a footer, and the checksum of the table of checksums that it holds.
  package static func read(
    footer: UnsafeRawBufferPointer, segmentSize: Int
  ) throws(PassageError) -> (layout: SegmentLayout, tableChecksum: UInt32) {
    var reader = ByteReader(footer)
    var numbers: [UInt64] = []
    for _ in 0..<9 { numbers.append(try reader.fixed(8)) }
    let tableChecksum = UInt32(try reader.fixed(4))
    let own = PageChecksum.of(UnsafeRawBufferPointer(rebasing: footer[..<reader.offset]))
    guard try reader.fixed(4) == UInt64(own), try reader.fixed(8) == magic
    else { throw .corrupt("the footer") }
    var layout = SegmentLayout()
    let sizes = numbers.map { Int(clamping: $0) }
    layout.documentCount = sizes[0]
    layout.wordCount = sizes[1]
    layout.firstDocument = Int64(bitPattern: numbers[2])
    layout.lastDocument = Int64(bitPattern: numbers[3])
    layout.listsEnd = sizes[4]
    layout.documentsEnd = sizes[5]
    layout.samplesEnd = sizes[6]
    layout.dictionaryEnd = sizes[7]
    layout.directoryEnd = sizes[8]
    let ends = [headerSize] + sizes[4...] + [segmentSize - footerSize]
    guard zip(ends, ends.dropFirst()).allSatisfy({ $0 <= $1 }), layout.count == segmentSize,
      layout.documents.count == layout.documentCount * documentSize,
      layout.directory.count % directoryEntrySize == 0,
      layout.firstDocument <= layout.lastDocument, layout.wordCount <= Int(UInt32.max)
    else { throw .corrupt("the footer") }
    return (layout, tableChecksum)
  }
}
