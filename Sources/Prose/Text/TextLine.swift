/// A line of a text without its newline and without the white space around it.
struct TextLine {
  /// The offset of the first byte that is not white space; equal to `end` in a blank line.
  var start: Int
  /// The offset after the last byte that is not white space.
  var end: Int
  /// The offset of the line's first byte, white space included.
  var outerStart: Int

  var isBlank: Bool { start == end }

  /// The bytes of white space that the line is indented by.
  var indent: Int { start - outerStart }
}

extension TextLine {
  /// The lines of a text.
  ///
  /// Newlines are those of Unicode's `Newline_Function`: LF, CR, CR LF, VT, FF, NEL, U+2028 and
  /// U+2029.
  static func lines(of bytes: UnsafeBufferPointer<UInt8>) -> [TextLine] {
    var lines: [TextLine] = []
    lines.reserveCapacity(bytes.count / 64 + 8)
    var lineStart = 0
    var offset = 0
    let count = bytes.count
    let raw = UnsafeRawBufferPointer(bytes)
    while offset < count {
      // Eight characters of ASCII at a time that are no controls.
      if offset + 8 <= count,
        !hasControlOrHighBit(raw.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
      {
        offset += 8
        continue
      }
      let byte = bytes[offset]
      // Most bytes are letters: two comparisons decide.
      if byte > 0x0D && byte < 0xC2 {
        offset += 1
        continue
      }
      let width = newlineWidth(bytes, at: offset)
      if width == 0 {
        offset += 1
        continue
      }
      lines.append(trimmed(bytes, lineStart, offset))
      offset += width
      lineStart = offset
    }
    if lineStart < count { lines.append(trimmed(bytes, lineStart, count)) }
    return lines
  }

  /// The bytes of the newline at `offset`; zero when there is none.
  static func newlineWidth(_ bytes: UnsafeBufferPointer<UInt8>, at offset: Int) -> Int {
    switch bytes[offset] {
    case 0x0A...0x0C: return 1
    case 0x0D: return offset + 1 < bytes.count && bytes[offset + 1] == 0x0A ? 2 : 1
    case 0xC2: return offset + 1 < bytes.count && bytes[offset + 1] == 0x85 ? 2 : 0
    case 0xE2:
      guard offset + 2 < bytes.count, bytes[offset + 1] == 0x80 else { return 0 }
      return bytes[offset + 2] == 0xA8 || bytes[offset + 2] == 0xA9 ? 3 : 0
    default: return 0
    }
  }

  private static func trimmed(
    _ bytes: UnsafeBufferPointer<UInt8>, _ outerStart: Int, _ outerEnd: Int
  ) -> TextLine {
    // Most lines are neither blank nor indented.
    if outerStart < outerEnd, (0x21...0x7E).contains(bytes[outerStart]),
      (0x21...0x7E).contains(bytes[outerEnd - 1])
    {
      return TextLine(start: outerStart, end: outerEnd, outerStart: outerStart)
    }
    var end = outerEnd
    var onlyIgnorable = true
    while end > outerStart {
      let last = bytes.scalar(before: end)
      if ScalarClass.of(last.value).kind != .space { break }
      end -= last.width
    }
    var start = outerStart
    while start < end {
      let first = bytes.scalar(at: start)
      if ScalarClass.of(first.value).kind != .space { break }
      start += first.width
    }
    // A line of nothing but invisible characters is blank.
    var offset = start
    while offset < end && onlyIgnorable {
      let scalar = bytes.scalar(at: offset)
      let kind = ScalarClass.of(scalar.value).kind
      onlyIgnorable = kind == .ignorable || kind == .space
      offset += scalar.width
    }
    if onlyIgnorable { end = start }
    return TextLine(start: start, end: end, outerStart: outerStart)
  }
}

/// Whether one of eight bytes is a control character of ASCII, or none of ASCII at all.
@inline(__always)
private func hasControlOrHighBit(_ word: UInt64) -> Bool {
  (word | (word &- 0x2020_2020_2020_2020)) & 0x8080_8080_8080_8080 != 0
}
