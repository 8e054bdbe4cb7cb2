import Passages
import Verbatim

/// A passage index's damaged segment: the first byte tells whether the checksums are made right
/// again, the rest the damage, as in ``Damage``.
///
/// Whatever is damaged, the segment is refused, or gives an answer; nothing is trusted beyond what
/// the checksums tell.
enum PassageInvariants {
  private static let comparer = WordingComparer()
  private static let quotations = ["the bridge is not safe", "it was", "of the lantern"].map {
    comparer.read(Rendering(pieces: [$0]))
  }

  private static let segment: [UInt8] = {
    var builder = PassageSegmentBuilder()
    let words = ["the", "bridge", "is", "not", "safe", "it", "was", "lantern", "of", "copper"]
    for document in 1...12 {
      var text: [String] = []
      for index in 0..<(20 * document) {
        text.append(words[(index * document + index / 7) % words.count])
        if index % 17 == document { text.append("rare\(index)") }
      }
      // Documents of the house's own making are never refused.
      try! builder.add(
        document: Int64(3 * document), text: Array(text.joined(separator: " ").utf8))
    }
    return builder.finish()
  }()

  static func check(_ bytes: [UInt8]) throws {
    guard let first = bytes.first else { return }
    var damaged = Damage.apply(Array(bytes.dropFirst()), to: segment)
    if first & 1 == 1 { damaged = withChecksumsMadeRight(damaged) }
    do {
      let opened = try PassageSegment(SegmentMemory(damaged))
      let searcher = PassageSearcher(segments: [opened])
      for quotation in quotations {
        for place in try searcher.search(quotation).places {
          try require(place.bytes.start <= place.bytes.end, "a place at \(place.bytes)")
        }
      }
      var merger = try PassageSegmentMerger([try PassageSegment(SegmentMemory(damaged))])
      while try merger.nextChunk() != nil {}
    } catch is PassageError {}
  }

  /// The segment with the checksums of what its pages hold; as it is where its end tells no pages.
  private static func withChecksumsMadeRight(_ bytes: [UInt8]) -> [UInt8] {
    let size = SegmentLayout.footerSize
    guard bytes.count > size,
      let layout = bytes[(bytes.count - size)...].withUnsafeBytes({ footer in
        try? SegmentLayout.read(footer: footer, segmentSize: bytes.count).layout
      })
    else { return bytes }
    var result = Array(bytes[..<layout.directoryEnd])
    var table: [UInt8] = []
    for page in 0..<layout.pageCount {
      let start = page * PageChecksum.pageSize
      let end = min(start + PageChecksum.pageSize, result.count)
      var checksum = result[start..<end].withUnsafeBytes { PageChecksum.of($0) }.littleEndian
      withUnsafeBytes(of: &checksum) { table += $0 }
    }
    result += table
    result += layout.footer(tableChecksum: table.withUnsafeBytes { PageChecksum.of($0) })
    return result
  }
}
