internal import Prose

extension PassageSegment {
  /// A document of a segment.
  struct Document: Hashable {
    var id: Int64
    /// Its words, by their positions in the segment.
    var words: Range<Int>
    /// The samples of its words' places, as bytes of the segment.
    var samples: Range<Int>
  }

  /// The document at an index.
  func document(at index: Int) throws -> Document {
    let record = try record(index)
    let next = index + 1 < documentCount ? try self.record(index + 1) : nil
    let end = next?.words ?? wordCount
    let samplesEnd = next?.samples ?? layout.samples.count
    guard record.words <= end, end <= wordCount, record.samples <= samplesEnd,
      samplesEnd <= layout.samples.count
    else { throw PassageError.corrupt("the documents") }
    let base = layout.samples.lowerBound
    return Document(
      id: record.id, words: record.words..<end,
      samples: base + record.samples..<base + samplesEnd)
  }

  /// The index of the document that a word stands in.
  ///
  /// - Complexity: O(log *n*) in the number of documents.
  func indexOfDocument(atWord position: Int) throws -> Int {
    guard position < wordCount, documentCount > 0 else {
      throw PassageError.corrupt("a list of places")
    }
    var low = 0
    var high = documentCount - 1
    while low < high {
      let middle = (low + high + 1) / 2
      if try record(middle).words <= position { low = middle } else { high = middle - 1 }
    }
    return low
  }

  private func record(_ index: Int) throws -> (id: Int64, words: Int, samples: Int) {
    var record: (Int64, Int, Int) = (0, 0, 0)
    let start = layout.documents.lowerBound + index * SegmentLayout.documentSize
    try withBytes(in: start..<start + SegmentLayout.documentSize) { bytes in
      record = (
        Int64(littleEndian: bytes.loadUnaligned(as: Int64.self)),
        Int(UInt32(littleEndian: bytes.loadUnaligned(fromByteOffset: 8, as: UInt32.self))),
        Int(UInt32(littleEndian: bytes.loadUnaligned(fromByteOffset: 12, as: UInt32.self)))
      )
    }
    return record
  }

  /// A stretch of a document's text that holds some of its words.
  ///
  /// - Parameter words: Counted from the document's start.
  /// - Complexity: O(*n*) in the words before them, of which one in 64 is looked at.
  func bytes(of words: Range<Int>, in document: Document) throws -> TextSpan {
    var start = 0
    var end = 0
    let first = words.lowerBound / Self.wordsPerSample
    // The words of one printed word share its place.
    let last =
      (words.upperBound + FormTable.mostWords + Self.wordsPerSample - 1) / Self.wordsPerSample
    try withBytes(in: document.samples) { bytes in
      var reader = ByteReader(bytes)
      end = Int(clamping: try reader.varint())
      var offset = 0
      var index = 0
      while !reader.isAtEnd {
        offset += Int(clamping: try reader.varint() & 0xFFFF_FFFF)
        if index == first { start = offset }
        if index == last {
          end = offset
          break
        }
        index += 1
      }
    }
    guard start <= end else { throw PassageError.corrupt("the samples") }
    return TextSpan(start, end)
  }
}
