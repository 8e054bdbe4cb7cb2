/// Text made fit for a terminal or a line of a report.
///
/// Text from outside can hold control characters, which drive a terminal, and characters of the
/// bidirectional algorithm, which reorder what stands around them, or characters without any shape,
/// which hide between letters. All become visible, as `\u{202E}`. Data formats keep them.
public enum VisibleText {
  /// The text with its white space as it is, but for line breaks and tabs, which become `\n`, `\r` and
  /// `\t`: for a message of one line that names a path or an argument exactly.
  public static func exact(_ text: String) -> String {
    shown(text) { scalar in
      switch scalar {
      case "\n": "\\n"
      case "\r": "\\r"
      case "\t": "\\t"
      default: isBreakingSpace(scalar) && scalar != " " ? number(of: scalar) : nil
      }
    }
  }

  /// The text with its lines as they are: for text of several lines, such as a help page, that may
  /// hold an argument.
  public static func lines(_ text: String) -> String {
    shown(text) { scalar in
      switch scalar {
      case "\n": "\n"
      case "\u{2028}", "\u{2029}": number(of: scalar)
      default: nil
      }
    }
  }

  /// The text with every scalar replaced that must be shown, or for which there is a replacement.
  private static func shown(
    _ text: String, replacing replacement: (Unicode.Scalar) -> String?
  ) -> String {
    var result = ""
    result.reserveCapacity(text.utf8.count)
    var previous: Unicode.Scalar?
    for scalar in text.unicodeScalars {
      if let replaced = replacement(scalar) {
        result += replaced
      } else if mustShow(scalar, after: previous) {
        result += number(of: scalar)
      } else {
        result.unicodeScalars.append(scalar)
      }
      previous = scalar
    }
    return result
  }

  /// The text on one line: each run of white space becomes one space, none remains at the ends.
  public static func oneLine(_ text: String) -> String {
    var result = ""
    result.reserveCapacity(text.utf8.count)
    var spaceIsDue = false
    var previous: Unicode.Scalar?
    for scalar in text.unicodeScalars {
      if isBreakingSpace(scalar) {
        spaceIsDue = !result.isEmpty
        previous = scalar
        continue
      }
      if spaceIsDue { result.unicodeScalars.append(" ") }
      spaceIsDue = false
      if mustShow(scalar, after: previous) {
        result += number(of: scalar)
      } else {
        result.unicodeScalars.append(scalar)
      }
      previous = scalar
    }
    return result
  }

  /// A scalar by its number: `\u{202E}`.
  static func number(of scalar: Unicode.Scalar) -> String {
    "\\u{\(String(scalar.value, radix: 16, uppercase: true))}"
  }

  /// Whether a line may be broken at the scalar: white space, apart from the no-break spaces.
  static func isBreakingSpace(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09...0x0D, 0x20, 0x85, 0x2028, 0x2029: true
    case 0..<0x80, 0xA0, 0x2007, 0x202F: false
    default: scalar.properties.isWhitespace
    }
  }

  /// Whether a scalar must be shown behind another: joiners too, which make one sign of two in
  /// emoji, and forms of letters in many scripts, but hide in Latin, Greek and Cyrillic.
  static func mustShow(_ scalar: Unicode.Scalar, after previous: Unicode.Scalar?) -> Bool {
    switch scalar.value {
    case 0x200C, 0x200D: (previous?.value ?? 0) < 0x0590
    default: mustShow(scalar)
    }
  }

  /// Whether a scalar drives a terminal or reorders text, so that it has to be shown by its number.
  static func mustShow(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0..<0x20, 0x7F...0x9F: true
    case 0x061C, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069: true
    // What has no shape and no width hides between letters; so do the fillers of Hangul.
    case 0x180E, 0x200B, 0x2060...0x2065, 0x206A...0x206F, 0x115F, 0x1160, 0x3164, 0xFFA0: true
    case 0xFEFF, 0xFFF9...0xFFFB, 0xE0001, 0xE0020...0xE007F: true
    default: false
    }
  }
}
