/// Makes one segment of several, without the documents that were deleted.
///
///     var merger = try PassageSegmentMerger(segments, deleted: deleted)
///     while let chunk = try merger.nextChunk() { write(chunk) }
///
/// The result is, byte for byte, what a builder would have made of the documents that are left. In
/// memory are the dictionary, 24 bytes for each document, and the compressed places of one word.
public struct PassageSegmentMerger {
  private var inputs: [Input]
  private let deleted: Set<Int64>
  private var writer = SegmentWriter()
  private var list = PositionListEncoder()
  private var isFinished = false

  private static let chunkSize = 1 << 20

  /// - Parameters:
  ///   - segments: In the order of their documents.
  ///   - deleted: The numbers of documents to leave out.
  /// - Throws: ``PassageError`` when a segment is damaged or the order is broken; what the segments'
  ///   bytes throw.
  public init(_ segments: [PassageSegment], deleted: Set<Int64> = []) throws {
    self.deleted = deleted
    inputs = []
    var last: Int64?
    var words = 0
    for segment in segments {
      guard let documents = segment.documents else { continue }
      if let last, documents.lowerBound <= last {
        throw PassageError.documentsOutOfOrder(documents.lowerBound)
      }
      last = documents.upperBound
      let input = try Input(segment, deleted: deleted, firstWord: words)
      words += input.wordCount
      guard words <= Int(UInt32.max) else { throw PassageError.tooLarge }
      inputs.append(input)
    }
  }

  /// The next bytes of the merged segment, about a megabyte; nil at its end.
  public mutating func nextChunk() throws -> [UInt8]? {
    if isFinished { return nil }
    while writer.pendingCount < Self.chunkSize {
      let keys = inputs.compactMap { $0.current?.key }
      guard let key = keys.min() else {
        try writeDocuments()
        writer.finish()
        isFinished = true
        return writer.takeRest()
      }
      var first: UInt32?
      for index in inputs.indices where inputs[index].current?.key == key {
        try inputs[index].appendPositions(to: &list, first: &first)
        try inputs[index].advance()
      }
      if let first { writer.add(key: key, &list, first: first) }
    }
    return writer.takePages()
  }

  private mutating func writeDocuments() throws {
    for input in inputs {
      for index in 0..<input.segment.documentCount {
        let document = try input.segment.document(at: index)
        if deleted.contains(document.id) { continue }
        var samples: [UInt8] = []
        try input.segment.withBytes(in: document.samples) { samples = Array($0) }
        writer.addDocument(document.id, wordCount: document.words.count, samples: samples)
      }
    }
  }
}

extension PassageSegmentMerger {
  /// A segment that is merged, and how far it was read.
  private struct Input {
    let segment: PassageSegment
    /// The number of words that are left.
    let wordCount: Int
    /// The stretches of words that are left, each with its first position in the merged segment.
    private let kept: [(words: Range<Int>, target: Int)]
    private var bucket = -1
    private var terms: [PassageSegment.Term] = []
    private var next = 0
    /// The key that was read last.
    private var last: UInt64?
    private var positions: [UInt32] = []

    init(_ segment: PassageSegment, deleted: Set<Int64>, firstWord: Int) throws {
      self.segment = segment
      var kept: [(words: Range<Int>, target: Int)] = []
      var target = firstWord
      if deleted.isEmpty {
        kept = [(0..<segment.wordCount, target)]
        target += segment.wordCount
      } else {
        for index in 0..<segment.documentCount {
          let document = try segment.document(at: index)
          if deleted.contains(document.id) { continue }
          if let last = kept.last, last.words.upperBound == document.words.lowerBound {
            kept[kept.count - 1].words = last.words.lowerBound..<document.words.upperBound
          } else {
            kept.append((document.words, target))
          }
          target += document.words.count
        }
      }
      self.kept = kept
      wordCount = target - firstWord
      try advance()
    }

    /// The term that comes next; nil at the end.
    var current: PassageSegment.Term? { next < terms.count ? terms[next] : nil }

    mutating func advance() throws {
      next += 1
      while next >= terms.count, bucket + 1 < segment.bucketCount {
        bucket += 1
        next = 0
        terms.removeAll(keepingCapacity: true)
        var read: [PassageSegment.Term] = []
        try segment.forEachTerm(inBucket: bucket) { term in
          // Each key is written as its distance from the one before.
          guard last.map({ $0 < term.key }) ?? true, term.key >> PassageKey.bits == 0 else {
            throw PassageError.corrupt("the dictionary")
          }
          last = term.key
          read.append(term)
          return true
        }
        terms = read
      }
    }

    /// Appends the positions of the current term that are left, as they are in the merged segment.
    mutating func appendPositions(
      to list: inout PositionListEncoder, first: inout UInt32?
    ) throws {
      guard let current else { return }
      var stretch = 0
      positions.removeAll(keepingCapacity: true)
      try segment.forEachBlock(of: current.list, &positions) { positions in
        for position in positions {
          let position = Int(position)
          while stretch < kept.count, kept[stretch].words.upperBound <= position { stretch += 1 }
          guard stretch < kept.count else { break }
          guard kept[stretch].words.contains(position) else { continue }
          let target = UInt32(
            truncatingIfNeeded: position - kept[stretch].words.lowerBound + kept[stretch].target)
          if first == nil { first = target }
          list.append(target)
        }
        positions.removeAll(keepingCapacity: true)
      }
    }
  }
}
