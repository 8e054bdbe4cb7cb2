/// Cuts a text at its word boundaries: those of ICU's root locale, UAX #29 with CLDR's tailoring.
///
/// Common text — letters of Latin, Greek and Cyrillic, digits, punctuation — is read with a table
/// that is derived from ICU. As soon as anything else appears, such as a combining mark, an emoji,
/// or a script that needs a dictionary, ICU itself reads the stretch between the two nearest places
/// that no rule looks across. So the boundaries are ICU's on every text.
public struct WordSegmenter: Sendable {
  private static let shared: (prototype: BreakIterator.Prototype, table: WordBreakTable) = {
    do throws(ICUError) {
      let prototype = try BreakIterator.Prototype.shared(.words, locale: "root")
      return (prototype, try WordBreakTable(BreakIterator(prototype)))
    } catch {
      // ICU without its own data is a broken installation, not bad input.
      fatalError("ICU's word boundary data cannot be read: \(error)")
    }
  }()

  public init() {}

  /// The boundaries of a text, as offsets in bytes, its start excluded and its end included.
  ///
  /// - Parameter bytes: Valid UTF-8, shorter than 4 GiB.
  /// - Complexity: O(*n*).
  public func boundaries(of bytes: [UInt8]) -> [Int] {
    bytes.withUnsafeBufferPointer { segments(of: $0).map(\.end) }
  }

  /// The segments of a text, in order; together they are the text.
  func segments(of bytes: UnsafeBufferPointer<UInt8>) -> [WordSegment] {
    var segments: [WordSegment] = []
    let (prototype, table) = Self.shared
    table.entries.withUnsafeBufferPointer { entries in
      var pass = WordSegmentation(bytes: bytes, entries: entries, prototype: prototype)
      segments = pass.run()
    }
    return segments
  }
}
