internal import Prose

/// Text as valid UTF-8, with what had to be done to make it so.
struct DecodedText {
  var bytes: [UInt8]
  var diagnostics: [Diagnostic] = []
}

/// Turns the bytes of a file into valid UTF-8.
///
/// UTF-8 is taken as it is, a byte order mark included; what is invalid in it is replaced. UTF-16 is
/// recognised by its byte order mark only: everything else would be a guess.
enum TextDecoding {
  enum Fault: Error, Hashable {
    case utf32
  }

  static func decode(_ bytes: [UInt8]) throws(Fault) -> DecodedText {
    if bytes.starts(with: [0xFF, 0xFE, 0, 0]) || bytes.starts(with: [0, 0, 0xFE, 0xFF]) {
      throw .utf32
    }
    var text: DecodedText
    if bytes.starts(with: [0xFF, 0xFE]) {
      text = decodeUTF16(bytes, isBigEndian: false)
    } else if bytes.starts(with: [0xFE, 0xFF]) {
      text = decodeUTF16(bytes, isBigEndian: true)
    } else {
      text = repairUTF8(bytes)
    }
    if let warning = nulWarning(in: text.bytes) { text.diagnostics.append(warning) }
    return text
  }

  /// Whether the bytes begin with the byte order mark of UTF-16 (or of UTF-32, little-endian).
  static func beginsAsUTF16(_ bytes: some Collection<UInt8>) -> Bool {
    bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF])
  }

  /// A warning if there are NUL characters: they are kept, but print has none.
  static func nulWarning(in bytes: [UInt8]) -> Diagnostic? {
    guard let first = bytes.firstIndex(of: 0) else { return nil }
    let count = bytes[first...].count { $0 == 0 }
    return Diagnostic(
      code: "nul-bytes", severity: .warning,
      message: """
        \(counted(count, "NUL character")) in the text, kept as read; the file may be no text, or \
        UTF-16 without a byte order mark
        """,
      span: TextSpan(first, first + 1))
  }
}

extension TextDecoding {
  private static let replacement: [UInt8] = [0xEF, 0xBF, 0xBD]

  private static func repairUTF8(_ bytes: [UInt8]) -> DecodedText {
    guard var invalid = firstInvalidUTF8(in: bytes.span) else { return DecodedText(bytes: bytes) }
    let first = invalid.lowerBound
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count + bytes.count / 8)
    var copied = 0
    var count = 0
    while true {
      result += bytes[copied..<invalid.lowerBound]
      result += replacement
      copied = invalid.upperBound
      count += 1
      guard let next = firstInvalidUTF8(in: bytes.span, from: copied) else { break }
      invalid = next
    }
    result += bytes[copied...]
    return DecodedText(
      bytes: result,
      diagnostics: [
        Diagnostic(
          code: "invalid-utf8", severity: .warning,
          message: """
            \(counted(count, "invalid UTF-8 sequence")) replaced by U+FFFD, the first at byte \
            \(first) of the file; save the file as UTF-8
            """,
          span: TextSpan(first, first + replacement.count))
      ])
  }

  private static func decodeUTF16(_ bytes: [UInt8], isBigEndian: Bool) -> DecodedText {
    let high = isBigEndian ? 0 : 1
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    var broken = 0
    var firstBroken = 0
    var offset = 2
    func unit(at offset: Int) -> UInt32? {
      guard offset + 1 < bytes.count else { return nil }
      return UInt32(bytes[offset + high]) << 8 | UInt32(bytes[offset + 1 - high])
    }
    while offset < bytes.count {
      var scalar: Unicode.Scalar?
      if let first = unit(at: offset) {
        scalar = Unicode.Scalar(first)
        if 0xD800..<0xDC00 ~= first, let second = unit(at: offset + 2), 0xDC00...0xDFFF ~= second {
          scalar = Unicode.Scalar(0x10000 + (first - 0xD800) << 10 + (second - 0xDC00))
          offset += 2
        }
      }
      if scalar == nil {
        if broken == 0 { firstBroken = result.count }
        broken += 1
      }
      if let encoded = UTF8.encode(scalar ?? "\u{FFFD}") { result += encoded }
      offset += 2
    }
    var diagnostics = [
      Diagnostic(
        code: "utf-16", severity: .note,
        message: "converted from UTF-16; places are those of the text as UTF-8")
    ]
    if broken > 0 {
      diagnostics.append(
        Diagnostic(
          code: "invalid-utf16", severity: .warning,
          message: "\(counted(broken, "unpaired UTF-16 unit")) replaced by U+FFFD",
          span: TextSpan(firstBroken, firstBroken + replacement.count)))
    }
    return DecodedText(bytes: result, diagnostics: diagnostics)
  }
}

/// `1 letter`, `2 letters`.
func counted(_ count: Int, _ noun: String) -> String {
  count == 1 ? "1 \(noun)" : "\(count) \(noun)s"
}
