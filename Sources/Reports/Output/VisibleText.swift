/// Text made fit for a terminal or a line of a report.
///
/// Text from outside can hold control characters, which drive a terminal, and characters of the
/// bidirectional algorithm, which reorder what stands around them. Both become visible, as
/// `\u{202E}`.
public enum VisibleText {
  /// The text on one line: each run of white space becomes one space, none remains at the ends.
  public static func oneLine(_ text: String) -> String {
    var result = ""
    result.reserveCapacity(text.utf8.count)
    var spaceIsDue = false
    for scalar in text.unicodeScalars {
      if isBreakingSpace(scalar) {
        spaceIsDue = !result.isEmpty
        continue
      }
      if spaceIsDue { result.unicodeScalars.append(" ") }
      spaceIsDue = false
      if mustShow(scalar) {
        result += "\\u{\(String(scalar.value, radix: 16, uppercase: true))}"
      } else {
        result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  /// Whether a line may be broken at the scalar: white space, apart from the no-break spaces.
  static func isBreakingSpace(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09...0x0D, 0x20, 0x85, 0x2028, 0x2029: true
    case 0..<0x80, 0xA0, 0x2007, 0x202F: false
    default: scalar.properties.isWhitespace
    }
  }

  /// Whether a scalar drives a terminal or reorders text, so that it has to be shown by its number.
  static func mustShow(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0..<0x20, 0x7F...0x9F: true
    case 0x061C, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069: true
    case 0xFEFF, 0xFFF9...0xFFFB, 0xE0001, 0xE0020...0xE007F: true
    default: false
    }
  }
}
