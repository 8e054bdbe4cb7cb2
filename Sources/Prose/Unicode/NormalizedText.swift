internal import CICU

/// A normal form of a text that maps back to the original, byte for byte.
///
/// Use it to compare and to search; report only spans of the original:
///
///     let folded = try NormalizedText(article.bytes, form: .nfkcCasefold)
///     let place = folded.originalSpan(of: match)
public struct NormalizedText: Sendable {
  /// The normal forms of UAX #15 and of The Unicode Standard's section 3.13.
  public enum Form: Int32, Hashable, Sendable {
    /// Canonical composition: what looks the same is the same, nothing else changes.
    case nfc = 0
    /// Compatibility composition with case folding, without invisible characters.
    case nfkcCasefold = 1
  }

  /// The normalised text, valid UTF-8.
  public let bytes: [UInt8]
  /// The number of bytes of the original.
  public let originalCount: Int
  private let edits: [Edit]

  private struct Edit {
    var oldStart: UInt32
    var oldLength: UInt32
    var newStart: UInt32
    var newLength: UInt32
  }

  /// Normalises a text.
  ///
  /// - Complexity: O(*n*), at about 200 MB/s.
  /// - Throws: ``ICUError`` when the text has 2 GiB or more.
  public init(_ original: [UInt8], form: Form) throws(ICUError) {
    var status: Int32 = 0
    let result = original.withUnsafeBufferPointer { buffer in
      cicu_normalize(form.rawValue, buffer.baseAddress, Int64(buffer.count), &status)
    }
    defer { cicu_normalized_free(result) }
    try ICUError.check(status, "normalising a text")
    bytes = Array(UnsafeBufferPointer(start: result.bytes, count: Int(result.length)))
    let numbers = UnsafeBufferPointer(start: result.edits, count: 4 * Int(result.edit_count))
    edits = stride(from: 0, to: numbers.count, by: 4).map { index in
      Edit(
        oldStart: numbers[index], oldLength: numbers[index + 1], newStart: numbers[index + 2],
        newLength: numbers[index + 3])
    }
    originalCount = original.count
  }

  /// The span of the original that a span of the normalised text stems from.
  ///
  /// What normalisation changed as a whole comes as a whole: the span of one letter of a ligature
  /// is the ligature. What it removed at either edge of the span is left out.
  ///
  /// - Complexity: O(log *n*) in the number of changed places.
  public func originalSpan(of span: TextSpan) -> TextSpan {
    let end = originalOffset(span.end, roundingUp: true)
    if span.isEmpty { return TextSpan(end, end) }
    return TextSpan(min(originalOffset(span.start, roundingUp: false), end), end)
  }

  /// The offset in the original of an offset in the normalised text.
  ///
  /// For the end of a span, removed text that stands at the offset lies behind it, and an offset
  /// inside a changed place moves to the place's end; for a start it is the other way round.
  private func originalOffset(_ offset: Int, roundingUp isEnd: Bool) -> Int {
    // The last edit that lies before the offset; of edits at the offset itself, those that removed
    // text count for a start only.
    var low = 0
    var high = edits.count
    while low < high {
      let middle = (low + high) / 2
      let start = Int(edits[middle].newStart)
      if isEnd ? start < offset : start <= offset { low = middle + 1 } else { high = middle }
    }
    guard low > 0 else { return min(offset, originalCount) }
    let edit = edits[low - 1]
    let newEnd = Int(edit.newStart + edit.newLength)
    let oldEnd = Int(edit.oldStart + edit.oldLength)
    if offset >= newEnd { return min(oldEnd + offset - newEnd, originalCount) }
    return isEnd ? oldEnd : Int(edit.oldStart)
  }
}
