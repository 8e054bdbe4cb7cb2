/// Where a segment's bytes are kept: in memory, in a file, in a BLOB.
///
/// A search reads a few hundred short ranges. An implementation that has to copy them needs no cache
/// of its own: what was read is not asked for again in the course of one search.
public protocol SegmentBytes {
  /// The number of bytes.
  var count: Int { get }

  /// Calls `body` with the bytes of a range, which are valid as long as the call lasts.
  ///
  /// - Parameter range: Lies inside `0..<count`.
  /// - Throws: What keeps the bytes from being read, and what `body` throws.
  func withBytes(in range: Range<Int>, _ body: (UnsafeRawBufferPointer) throws -> Void) throws
}

/// A segment's bytes in memory.
public struct SegmentMemory: SegmentBytes, Sendable {
  private let bytes: [UInt8]

  public init(_ bytes: [UInt8]) { self.bytes = bytes }

  public var count: Int { bytes.count }

  public func withBytes(in range: Range<Int>, _ body: (UnsafeRawBufferPointer) throws -> Void)
    throws
  {
    try bytes.withUnsafeBytes { try body(UnsafeRawBufferPointer(rebasing: $0[range])) }
  }
}
