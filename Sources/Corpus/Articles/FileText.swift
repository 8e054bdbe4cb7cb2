internal import Prose

/// The text of a file as an article keeps it: valid UTF-8.
///
/// ``DecodedText`` does the work. What is added: a byte order mark of UTF-8 stays, because spans must
/// be exact in the original bytes; UTF-16 is told of, because there they cannot be.
struct FileText {
  enum Fault: Error, Hashable {
    case utf32
  }

  let bytes: [UInt8]
  let diagnostics: [Diagnostic]

  init(_ input: [UInt8]) throws(Fault) {
    if input.starts(with: [0xFF, 0xFE, 0, 0]) || input.starts(with: [0, 0, 0xFE, 0xFF]) {
      throw .utf32
    }
    self.init(decoding: input)
  }

  /// The text of bytes that cannot be UTF-32, or UTF-16, because they are known to be UTF-8.
  init(utf8 input: [UInt8]) {
    self.init(decoding: input)
  }

  private init(decoding input: [UInt8]) {
    let decoded = DecodedText(input)
    if decoded.encoding != .utf8 {
      bytes = decoded.bytes
      let note = Diagnostic(
        code: "utf-16", severity: .note,
        message: "converted from UTF-16; places are those of the text as UTF-8")
      diagnostics = [note] + decoded.diagnostics
    } else if input.starts(with: Self.mark) {
      bytes = Self.mark + decoded.bytes
      diagnostics = decoded.diagnostics.map { diagnostic in
        var moved = diagnostic
        moved.span = diagnostic.span.map {
          TextSpan($0.start + Self.mark.count, $0.end + Self.mark.count)
        }
        return moved
      }
    } else {
      bytes = decoded.bytes
      diagnostics = decoded.diagnostics
    }
  }

  /// The byte order mark of UTF-8.
  static let mark: [UInt8] = [0xEF, 0xBB, 0xBF]

  /// Whether the bytes begin with the byte order mark of UTF-16, or of UTF-32, little-endian.
  static func beginsAsUTF16(_ bytes: some Collection<UInt8>) -> Bool {
    bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF])
  }
}

/// The offset of the first byte that starts no well-formed UTF-8 sequence; nil if there is none.
func firstInvalidUTF8(in bytes: Span<UInt8>) -> Int? {
  let offset = bytes.withUnsafeBufferPointer { UTF8Validation.firstInvalid($0, from: 0) }
  return offset < bytes.count ? offset : nil
}

/// `1 letter`, `2 letters`.
func counted(_ count: Int, _ noun: String) -> String {
  count == 1 ? "1 \(noun)" : "\(count) \(noun)s"
}
