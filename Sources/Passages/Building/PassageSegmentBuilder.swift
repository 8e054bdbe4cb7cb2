internal import Prose

/// Makes an immutable segment of a passage index from the texts of documents.
///
///     var builder = PassageSegmentBuilder()
///     for article in articles {
///       try builder.add(document: article.rowID, text: article.bytes)
///       if builder.isFull { store(builder.finish()) }
///     }
///     if !builder.isEmpty { store(builder.finish()) }
///
/// One builder should make all segments of a run: it remembers the words that it has read.
public struct PassageSegmentBuilder {
  /// So many words make a segment full: about 24 MB of English, for which 100 MB of memory are used.
  private static let mostWords = 1 << 22

  private let segmenter = WordSegmenter()
  private var forms = FormTable()
  /// The terms of all words, in the order of the texts.
  private var stream: [UInt32] = []
  private var documents: [Document] = []
  private var lastDocument: Int64?

  private struct Document {
    var id: Int64
    var wordsEnd: Int
    var samples: [UInt8]
  }

  public init() {}

  /// Whether nothing was added since the last segment.
  public var isEmpty: Bool { documents.isEmpty }
  /// Whether the segment should be finished, so that memory stays bounded.
  public var isFull: Bool { stream.count >= Self.mostWords }

  /// Adds a document.
  ///
  /// - Parameters:
  ///   - document: The document's number, greater than all before it, in other segments too.
  ///   - text: Valid UTF-8, shorter than 4 GiB. The places that are found are spans of these bytes.
  /// - Complexity: O(*n*).
  public mutating func add(document: Int64, text: [UInt8]) throws(PassageError) {
    if let lastDocument, document <= lastDocument { throw .documentsOutOfOrder(document) }
    guard text.count < Int(UInt32.max) - FormTable.mostWords * stream.count else {
      throw .tooLarge
    }
    let firstWord = stream.count
    var samples = DocumentSamples(textLength: text.count)
    text.withUnsafeBufferPointer { bytes in
      segmenter.forEachWord(of: bytes) { start, end in
        let form = UnsafeBufferPointer(rebasing: bytes[start..<end])
        // A word is never empty, so that its buffer has an address.
        let hash = FormHash.of(
          form.baseAddress.unsafelyUnwrapped, count: form.count, readable: bytes.count - start)
        let before = stream.count
        forms.forEachTerm(of: form, hash: hash) { stream.append($0) }
        samples.add(words: before - firstWord..<stream.count - firstWord, at: start)
      }
    }
    documents.append(Document(id: document, wordsEnd: stream.count, samples: samples.bytes))
    lastDocument = document
  }

  /// The segment of what was added since the last one.
  ///
  /// - Complexity: O(*n*).
  public mutating func finish() -> [UInt8] {
    var writer = SegmentWriter()
    writeLists(&writer)
    var firstWord = 0
    for document in documents {
      writer.addDocument(
        document.id, wordCount: document.wordsEnd - firstWord, samples: document.samples)
      firstWord = document.wordsEnd
    }
    writer.finish()
    stream.removeAll(keepingCapacity: true)
    documents.removeAll(keepingCapacity: true)
    if forms.isFull { forms = FormTable() }
    return writer.takeRest()
  }

  // MARK: From the stream to lists

  private func writeLists(_ writer: inout SegmentWriter) {
    let words = PositionTable(termCount: forms.keys.count) { body in
      for (position, term) in stream.enumerated() { body(Int(term), UInt32(position)) }
    }
    let commonCount = forms.commonTerms.count
    let pairs = PositionTable(termCount: commonCount * commonCount) { body in
      forEachCommonPair { first, second, position in
        body(first * commonCount + second, position)
      }
    }
    var order: [(key: UInt64, term: Int, isPair: Bool)] = []
    for term in 0..<forms.keys.count where !words[term].isEmpty {
      order.append((forms.keys[term], term, false))
    }
    for pair in 0..<commonCount * commonCount where !pairs[pair].isEmpty {
      let first = forms.wordKeys[Int(forms.commonTerms[pair / commonCount])]
      let second = forms.wordKeys[Int(forms.commonTerms[pair % commonCount])]
      order.append((PassageKey.pair(first, second), pair, true))
    }
    order.sort { $0.key < $1.key }
    var list = PositionListEncoder()
    for entry in order {
      let positions = entry.isPair ? pairs[entry.term] : words[entry.term]
      for position in positions { list.append(position) }
      writer.add(key: entry.key, &list, first: positions[positions.startIndex])
    }
  }

  /// Calls `body` with each two common words that follow each other in a document, by their numbers,
  /// and the position of the first.
  @inline(__always)
  private func forEachCommonPair(_ body: (Int, Int, UInt32) -> Void) {
    var start = 0
    for document in documents {
      var previous: Int32 = -1
      for position in start..<document.wordsEnd {
        let number = forms.commonNumbers[Int(stream[position])]
        if previous >= 0, number >= 0 { body(Int(previous), Int(number), UInt32(position - 1)) }
        previous = number
      }
      start = document.wordsEnd
    }
  }
}

/// The positions of each of some terms, those of one term together, sorted by counting.
private struct PositionTable {
  private var ends: [Int32]
  private var positions: [UInt32]

  /// - Parameter forEach: Calls its argument with each term and position, in ascending order of the
  ///   positions. It is called twice.
  @inline(__always)
  init(termCount: Int, forEach: ((Int, UInt32) -> Void) -> Void) {
    // One place for what stands before the first term.
    var ends = [Int32](repeating: 0, count: termCount + 1)
    forEach { term, _ in ends[term + 1] += 1 }
    for term in 0..<termCount { ends[term + 1] += ends[term] }
    var positions = [UInt32](repeating: 0, count: Int(ends[termCount]))
    forEach { term, position in
      positions[Int(ends[term])] = position
      ends[term] += 1
    }
    self.ends = ends
    self.positions = positions
  }

  /// The positions of a term.
  subscript(term: Int) -> ArraySlice<UInt32> {
    positions[(term > 0 ? Int(ends[term - 1]) : 0)..<Int(ends[term])]
  }
}
