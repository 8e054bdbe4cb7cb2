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
  public init() {}

  /// Whether nothing was added since the last segment.
  public var isEmpty: Bool { fatalError() }
  /// Whether the segment should be finished, so that no more than about 150 MB of memory are in use.
  public var isFull: Bool { fatalError() }

  /// Adds a document.
  ///
  /// - Parameters:
  ///   - document: The document's number, greater than all before it, in other segments too.
  ///   - text: Valid UTF-8. The places that are found are spans of these bytes.
  /// - Complexity: O(*n*).
  public mutating func add(document: Int64, text: [UInt8]) throws(PassageError) { fatalError() }

  /// The segment of what was added since the last one.
  ///
  /// - Complexity: O(*n*).
  public mutating func finish() -> [UInt8] { fatalError() }
}
