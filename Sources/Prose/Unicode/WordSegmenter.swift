/// Cuts a text at its word boundaries: those of ICU's root locale, UAX #29 with CLDR's tailoring.
struct WordSegmenter: Sendable {
  private static let prototype: BreakIterator.Prototype = {
    do throws(ICUError) {
      return try BreakIterator.Prototype(.words, locale: "root")
    } catch {
      // ICU without its own data is a broken installation, not bad input.
      fatalError("ICU's word boundary data cannot be read: \(error)")
    }
  }()

  /// The segments of a text, in order; together they are the text.
  func segments(of bytes: UnsafeBufferPointer<UInt8>) -> [WordSegment] {
    var segments: [WordSegment] = []
    segments.reserveCapacity(bytes.count / 2 + 1)
    var start = 0
    let iterator: BreakIterator
    do throws(ICUError) {
      iterator = try BreakIterator(Self.prototype)
      try iterator.forEachChunk(of: bytes) { chunk in
        for end in chunk {
          segments.append(WordSegment(bytes, start: start, end: Int(end)))
          start = Int(end)
        }
      }
    } catch {
      fatalError("ICU's word boundaries cannot be computed: \(error)")
    }
    return segments
  }
}
