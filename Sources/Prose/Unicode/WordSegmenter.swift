/// Cuts a text at its word boundaries: those of ICU's root locale, UAX #29 with CLDR's tailoring.
///
/// Common text — letters of Latin, Greek and Cyrillic, digits, punctuation — is read with a table
/// that is derived from ICU. As soon as anything else appears, such as a combining mark, an emoji,
/// or a script that needs a dictionary, ICU itself reads the stretch between the two nearest places
/// that no rule looks across. So the boundaries are ICU's on every text.
public struct WordSegmenter: Sendable {
  private static let prototype: BreakIterator.Prototype = {
    do throws(ICUError) {
      return try BreakIterator.Prototype.shared(.words, locale: "root")
    } catch {
      // ICU without its own data is a broken installation, not bad input.
      fatalError("ICU's word boundary data cannot be read: \(error)")
    }
  }()

  private static let table: WordBreakTable = {
    do throws(ICUError) {
      return try WordBreakTable(BreakIterator(prototype))
    } catch {
      fatalError("ICU's word boundary data cannot be used: \(error)")
    }
  }()

  public init() {}

  /// The boundaries of a text, as offsets in bytes, its start excluded and its end included.
  ///
  /// - Parameter bytes: Valid UTF-8, shorter than 4 GiB. Bytes that are not valid UTF-8 do no harm.
  /// - Complexity: O(*n*).
  public func boundaries(of bytes: [UInt8]) -> [Int] {
    var boundaries: [Int] = []
    boundaries.reserveCapacity(bytes.count / 2)
    bytes.withUnsafeBufferPointer { buffer in
      forEachStretch(of: buffer) { segmentation in
        let segments = segmentation.segments.base
        for index in 0..<segmentation.segments.count { boundaries.append(segments[index].end) }
      }
    }
    return boundaries
  }

  /// Calls `body` with the segments of one stretch of lines after the other.
  func forEachStretch(
    of bytes: UnsafeBufferPointer<UInt8>, _ body: (borrowing WordSegmentation) -> Void
  ) {
    var segmentation = segmentation(of: bytes)
    var start = 0
    while start < bytes.count {
      // A line feed is the end of a segment whatever surrounds it.
      var end = min(start + 4096, bytes.count)
      while end < bytes.count && bytes[end - 1] != 0x0A { end += 1 }
      segmentation.read(start..<end)
      body(segmentation)
      start = end
    }
  }

  /// A segmentation of a text, to be read stretch by stretch.
  func segmentation(of bytes: UnsafeBufferPointer<UInt8>) -> WordSegmentation {
    WordSegmentation(bytes: bytes, table: Self.table, prototype: Self.prototype)
  }
}
