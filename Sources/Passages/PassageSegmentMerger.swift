/// Makes one segment of several, without the documents that were deleted.
///
///     var merger = try PassageSegmentMerger(segments, deleted: deleted)
///     while let chunk = try merger.nextChunk() { write(chunk) }
///
/// The result is what a builder would have made of the documents that are left. Memory is bounded by
/// the longest list of places of one word and by the number of distinct words.
public struct PassageSegmentMerger {
  /// - Parameters:
  ///   - segments: In the order of their documents.
  ///   - deleted: The numbers of documents to leave out.
  /// - Throws: ``PassageError`` when a segment is damaged or the order is broken; what the segments'
  ///   bytes throw.
  public init(_ segments: [PassageSegment], deleted: Set<Int64> = []) throws { fatalError() }

  /// The next bytes of the merged segment, about a megabyte; nil at its end.
  public mutating func nextChunk() throws -> [UInt8]? { fatalError() }
}
