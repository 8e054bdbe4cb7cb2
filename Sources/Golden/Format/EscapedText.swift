internal import Prose

/// Text on one line of a golden file.
///
/// Everything that could break a line, hide or reorder it is escaped: `\n`, `\r`, `\t`, `\\`, and
/// `\u{…}` for other controls, for marks without a shape, for a blank at either end, and for accents
/// that an editor might join with their letter.
enum EscapedText {
  static func escaping(_ text: String) -> String {
    var result = ""
    let scalars = text.unicodeScalars
    let isComposed = isComposed(text)
    for (index, scalar) in zip(scalars.indices, scalars) {
      switch scalar {
      case "\n": result += "\\n"
      case "\r": result += "\\r"
      case "\t": result += "\\t"
      case "\\": result += "\\\\"
      case " ":
        let isAtEdge =
          index == scalars.startIndex || scalars.index(after: index) == scalars.endIndex
        result += isAtEdge ? "\\u{20}" : " "
      default:
        if mustEscape(scalar) || (!isComposed && isAccent(scalar)) {
          result += "\\u{" + String(scalar.value, radix: 16, uppercase: true) + "}"
        } else {
          result.unicodeScalars.append(scalar)
        }
      }
    }
    return result
  }

  /// The text that an escaped one stands for; nil if a backslash stands before anything else.
  static func unescaping(_ text: some StringProtocol) -> String? {
    var result = ""
    var scalars = Substring(text).unicodeScalars
    while let scalar = scalars.popFirst() {
      guard scalar == "\\" else {
        result.unicodeScalars.append(scalar)
        continue
      }
      switch scalars.popFirst() {
      case "n": result += "\n"
      case "r": result += "\r"
      case "t": result += "\t"
      case "\\": result += "\\"
      case "u":
        guard scalars.popFirst() == "{", let end = scalars.firstIndex(of: "}"),
          let value = UInt32(String(scalars[..<end]), radix: 16), let given = Unicode.Scalar(value)
        else { return nil }
        result.unicodeScalars.append(given)
        scalars = scalars[scalars.index(after: end)...]
      default: return nil
      }
    }
    return result
  }

  /// Whether canonical composition (NFC) leaves the text as it is.
  private static func isComposed(_ text: String) -> Bool {
    let bytes = Array(text.utf8)
    if bytes.allSatisfy({ $0 < 0x80 }) { return true }
    return (try? NormalizedText(bytes, form: .nfc))?.bytes == bytes
  }

  private static func isAccent(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .spacingMark, .enclosingMark: true
    default: false
    }
  }

  private static func mustEscape(_ scalar: Unicode.Scalar) -> Bool {
    if (0x20..<0x7F).contains(scalar.value) { return false }
    switch scalar.properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator, .privateUse, .unassigned:
      return true
    case .spaceSeparator: return true
    default: return false
    }
  }
}

/// Looks at lines by their bytes: to a `Character`, an accent at the start of a word belongs to the
/// blank before it.
extension Substring {
  func begins(with prefix: some StringProtocol) -> Bool { utf8.starts(with: prefix.utf8) }

  /// What follows a prefix, without the blanks before it; nil if the line does not begin so.
  func removing(_ prefix: String) -> Substring? {
    begins(with: prefix) ? Substring(utf8.dropFirst(prefix.utf8.count)).withoutLeadingBlanks : nil
  }

  var isBlank: Bool { utf8.allSatisfy { $0 == 0x20 || $0 == 0x09 } }

  var withoutLeadingBlanks: Substring { Substring(utf8.drop { $0 == 0x20 }) }

  /// Without the blanks at both ends.
  var trimmed: Substring {
    var bytes = utf8.drop { $0 == 0x20 }
    while bytes.last == 0x20 { bytes.removeLast() }
    return Substring(bytes)
  }
}
