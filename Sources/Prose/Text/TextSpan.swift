/// A half-open range of UTF-8 byte offsets into an article's original text.
///
/// Every place that Verbatim reports is a span. Offsets in other units are computed at the edge of
/// the program, by ``OffsetMap``.
public struct TextSpan: Hashable, Sendable {
  /// The offset of the first byte.
  public var start: Int
  /// The offset after the last byte.
  public var end: Int

  /// Creates the span of the bytes from `start` up to, not including, `end`.
  @inlinable
  public init(_ start: Int, _ end: Int) {
    precondition(0 <= start && start <= end, "a span's end lies before its start")
    self.start = start
    self.end = end
  }

  /// The number of bytes.
  @inlinable public var count: Int { end - start }
  /// Whether the span holds no byte.
  @inlinable public var isEmpty: Bool { start == end }
  /// The span as a range, for subscripts.
  @inlinable public var range: Range<Int> { start..<end }

  /// Whether `other` lies wholly inside this span.
  @inlinable
  public func contains(_ other: TextSpan) -> Bool { start <= other.start && other.end <= end }

  /// Whether the byte at `offset` lies inside this span.
  @inlinable
  public func contains(_ offset: Int) -> Bool { start <= offset && offset < end }

  /// Whether the two spans share at least one byte.
  @inlinable
  public func overlaps(_ other: TextSpan) -> Bool { start < other.end && other.start < end }
}

extension TextSpan: Comparable {
  /// Orders by start; of two spans with one start, the longer comes first, so that what encloses
  /// precedes what it holds.
  @inlinable
  public static func < (a: TextSpan, b: TextSpan) -> Bool {
    a.start != b.start ? a.start < b.start : a.end > b.end
  }
}

extension TextSpan: CustomStringConvertible {
  public var description: String { "\(start)..<\(end)" }
}
