/// Strings with their escapes.
extension JSONObjectScanner {
  /// A string, from its opening to its closing quotation mark.
  mutating func string(_ bytes: Span<UInt8>) throws(Fault) -> StringFacts {
    let start = offset
    var facts = StringFacts()
    offset += 1
    while true {
      skipOrdinary(bytes)
      guard offset < bytes.count else {
        throw Fault(offset: start, what: "this string has no closing quotation mark")
      }
      switch bytes[offset] {
      case UInt8(ascii: "\""):
        offset += 1
        return facts
      case UInt8(ascii: "\\"):
        facts.isPlain = false
        let place = offset
        if try !escape(bytes), facts.unpairedSurrogate == nil { facts.unpairedSurrogate = place }
      default:
        throw Fault(offset: offset, what: "a control character stands in a string unescaped")
      }
    }
  }

  /// Skips, eight bytes at a time, what needs no look: all but `"`, `\` and control characters.
  private mutating func skipOrdinary(_ bytes: Span<UInt8>) {
    let raw = bytes.bytes
    while offset + 8 <= bytes.count {
      // The condition of the loop is the check that the unsafe load leaves out.
      let word = UInt64(
        littleEndian: raw.unsafeLoadUnaligned(fromByteOffset: offset, as: UInt64.self))
      let controls = (word &- 0x2020_2020_2020_2020) & ~word & 0x8080_8080_8080_8080
      let stops =
        bytesWithZero(word ^ 0x2222_2222_2222_2222) | bytesWithZero(word ^ 0x5C5C_5C5C_5C5C_5C5C)
        | controls
      if stops != 0 {
        offset += stops.trailingZeroBitCount / 8
        return
      }
      offset += 8
    }
    while offset < bytes.count {
      switch bytes[offset] {
      case 0x22, 0x5C, 0..<0x20: return
      default: offset += 1
      }
    }
  }

  /// An escape sequence.
  ///
  /// - Returns: whether it stands for a character: an unpaired surrogate does not.
  private mutating func escape(_ bytes: Span<UInt8>) throws(Fault) -> Bool {
    let start = offset
    offset += 1
    guard offset < bytes.count else { return true }  // The string's end is missing: found next.
    switch bytes[offset] {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"), UInt8(ascii: "b"),
      UInt8(ascii: "f"), UInt8(ascii: "n"), UInt8(ascii: "r"), UInt8(ascii: "t"):
      offset += 1
      return true
    case UInt8(ascii: "u"):
      let unit = try codeUnit(bytes, escapeStart: start)
      guard 0xD800...0xDFFF ~= unit else { return true }
      guard unit < 0xDC00, offset + 1 < bytes.count, bytes[offset] == UInt8(ascii: "\\"),
        bytes[offset + 1] == UInt8(ascii: "u")
      else { return false }
      let second = offset
      offset += 1
      if 0xDC00...0xDFFF ~= (try codeUnit(bytes, escapeStart: second)) { return true }
      offset = second
      return false
    default: throw Fault(offset: start, what: "JSON knows no such escape sequence")
    }
  }

  /// The four digits after `\u`; the offset is at the `u`.
  private mutating func codeUnit(
    _ bytes: Span<UInt8>, escapeStart: Int
  ) throws(Fault) -> UInt32 {
    offset += 1
    var unit: UInt32 = 0
    for _ in 0..<4 {
      guard offset < bytes.count, let digit = hexadecimalValue(bytes[offset]) else {
        throw Fault(offset: escapeStart, what: "four hexadecimal digits must follow “\\u”")
      }
      unit = unit << 4 | digit
      offset += 1
    }
    return unit
  }
}
