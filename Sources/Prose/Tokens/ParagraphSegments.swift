/// The segments of the paragraph that a ``TokenScanner`` reads, and what they tell when it looks
/// ahead.
///
/// Small enough to be handed over in registers.
struct ParagraphSegments {
  /// The whole text.
  let bytes: UnsafeBufferPointer<UInt8>
  private let segments: UnsafePointer<WordSegment>
  /// The number of segments.
  let count: Int

  init(_ segmentation: borrowing WordSegmentation, bytes: UnsafeBufferPointer<UInt8>) {
    self.bytes = bytes
    segments = UnsafePointer(segmentation.segments.base)
    count = segmentation.segments.count
  }

  @inline(__always)
  subscript(index: Int) -> WordSegment {
    assert(index >= 0 && index < count, "index out of range")
    return segments[index]
  }

  /// The kind of a segment; white space behind the paragraph.
  @inline(__always)
  func kind(at index: Int) -> ScalarClass.Kind { index < count ? segments[index].kind : .newline }

  /// Whether a segment of the paragraph is of a kind.
  @inline(__always)
  func isKind(_ kind: ScalarClass.Kind, at index: Int) -> Bool { self.kind(at: index) == kind }

  /// Whether a segment starts with a letter or a digit.
  @inline(__always)
  func isWordLike(at index: Int) -> Bool {
    let kind = kind(at: index)
    return kind == .letter || kind == .digit
  }

  /// Whether a segment is white space.
  @inline(__always)
  func isGap(at index: Int) -> Bool {
    let kind = kind(at: index)
    return kind == .space || kind == .newline
  }

  /// The index of the first segment at or after `index` that is not white space.
  func skippingSpace(_ index: Int) -> Int {
    var index = index
    while index < count && (isGap(at: index) || isKind(.ignorable, at: index)) { index += 1 }
    return index
  }

  /// The index of the first segment at or after `index` that starts at or after a byte.
  func index(from index: Int, atOrAfter offset: Int) -> Int {
    var index = index
    while index < count && segments[index].start < offset { index += 1 }
    return index
  }

  /// Whether two segments are the same text.
  func haveSameText(_ a: Int, _ b: Int) -> Bool {
    let a = self[a]
    let b = self[b]
    return a.count == b.count && bytes[a.start..<a.end].elementsEqual(bytes[b.start..<b.end])
  }
}
