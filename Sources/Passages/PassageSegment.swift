/// An immutable part of a passage index: the words of some documents and where they stand.
///
/// Opening reads the directory only. A segment that is damaged makes whatever needs the damaged
/// bytes throw; every page is checked once, when it is first read. A segment serves one thread: open
/// one for each.
public final class PassageSegment {
  /// For every so many words of a document the segment notes where they stand in its text.
  public static let wordsPerSample = 64

  /// Opens a segment.
  ///
  /// - Throws: ``PassageError`` when the bytes are no segment; what `bytes` throws.
  public init(_ bytes: any SegmentBytes) throws { fatalError() }

  /// Opens a segment in memory.
  public convenience init(_ bytes: [UInt8]) throws { try self.init(SegmentMemory(bytes)) }

  /// The number of documents, deleted ones among them.
  public var documentCount: Int { fatalError() }
  /// The number of words.
  public var wordCount: Int { fatalError() }
  /// The first and the last document's number; nil for a segment without documents.
  public var documents: ClosedRange<Int64>? { fatalError() }
}
