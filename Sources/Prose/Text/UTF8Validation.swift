/// The well-formedness of UTF-8: table 3-7 of The Unicode Standard.
package enum UTF8Validation {
  /// The offset of the first byte at or after `start` that starts no well-formed sequence; the end
  /// of the text when all of it is well-formed.
  ///
  /// - Complexity: O(*n*); 32 bytes of ASCII at a time.
  package static func firstInvalid(
    _ bytes: UnsafeBufferPointer<UInt8>, from start: Int
  ) -> Int {
    let count = bytes.count
    guard let base = bytes.baseAddress else { return count }
    let raw = UnsafeRawPointer(base)
    let high: UInt64 = 0x8080_8080_8080_8080
    var offset = start
    while offset < count {
      while offset + 32 <= count {
        let a = raw.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
        let b = raw.loadUnaligned(fromByteOffset: offset + 8, as: UInt64.self)
        let c = raw.loadUnaligned(fromByteOffset: offset + 16, as: UInt64.self)
        let d = raw.loadUnaligned(fromByteOffset: offset + 24, as: UInt64.self)
        if (a | b | c | d) & high != 0 { break }
        offset += 32
      }
      // Up to the next character beyond ASCII, and over all that follow it directly.
      while offset < count && bytes[offset] < 0x80 { offset += 1 }
      while offset < count && bytes[offset] >= 0x80 {
        let width = width(bytes, at: offset)
        if width == 0 { return offset }
        offset += width
      }
    }
    return count
  }

  /// The number of bytes of the well-formed sequence at `offset`; zero when there is none.
  @inline(__always)
  static func width(_ bytes: UnsafeBufferPointer<UInt8>, at offset: Int) -> Int {
    let first = bytes[offset]
    if first < 0x80 { return 1 }
    let (expected, low, high) = pattern(first)
    guard expected > 0, offset + expected <= bytes.count else { return 0 }
    let second = bytes[offset + 1]
    guard low <= second, second <= high else { return 0 }
    if expected > 2 && bytes[offset + 2] & 0xC0 != 0x80 { return 0 }
    if expected > 3 && bytes[offset + 3] & 0xC0 != 0x80 { return 0 }
    return expected
  }

  /// The number of bytes at `offset`, where no well-formed sequence starts, that one U+FFFD stands
  /// for.
  static func maximalSubpart(_ bytes: UnsafeBufferPointer<UInt8>, at offset: Int) -> Int {
    let (expected, low, high) = pattern(bytes[offset])
    guard expected > 0, offset + 1 < bytes.count else { return 1 }
    guard low <= bytes[offset + 1], bytes[offset + 1] <= high else { return 1 }
    var length = 2
    while length < expected, offset + length < bytes.count,
      bytes[offset + length] & 0xC0 == 0x80
    {
      length += 1
    }
    return length
  }

  /// The length that a first byte announces, and the range of the second byte; a length of zero
  /// for a byte that starts nothing.
  @inline(__always)
  private static func pattern(_ first: UInt8) -> (width: Int, low: UInt8, high: UInt8) {
    switch first {
    case 0xC2...0xDF: (2, 0x80, 0xBF)
    case 0xE0: (3, 0xA0, 0xBF)
    case 0xED: (3, 0x80, 0x9F)
    case 0xE1...0xEF: (3, 0x80, 0xBF)
    case 0xF0: (4, 0x90, 0xBF)
    case 0xF1...0xF3: (4, 0x80, 0xBF)
    case 0xF4: (4, 0x80, 0x8F)
    default: (0, 0, 0)
    }
  }

  /// The offset of the first NUL at or after `start`.
  static func firstNUL(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int? {
    guard let base = bytes.baseAddress else { return nil }
    let raw = UnsafeRawPointer(base)
    var offset = start
    while true {
      while offset + 8 <= bytes.count {
        let word = raw.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
        // A byte is zero where subtracting one borrows and its high bit was clear.
        if (word &- 0x0101_0101_0101_0101) & ~word & 0x8080_8080_8080_8080 != 0 { break }
        offset += 8
      }
      let end = min(offset + 8, bytes.count)
      if offset == end { return nil }
      while offset < end {
        if bytes[offset] == 0 { return offset }
        offset += 1
      }
    }
  }

  /// Appends the UTF-8 of a scalar.
  static func append(_ scalar: UInt32, to output: inout [UInt8]) {
    func tail(_ shift: UInt32) -> UInt8 { UInt8(truncatingIfNeeded: 0x80 | scalar >> shift & 0x3F) }
    switch scalar {
    case 0..<0x80: output.append(UInt8(scalar))
    case 0x80..<0x800:
      output.append(UInt8(truncatingIfNeeded: 0xC0 | scalar >> 6))
      output.append(tail(0))
    case 0x800..<0x10000:
      output.append(UInt8(truncatingIfNeeded: 0xE0 | scalar >> 12))
      output.append(tail(6))
      output.append(tail(0))
    default:
      output.append(UInt8(truncatingIfNeeded: 0xF0 | scalar >> 18))
      output.append(tail(12))
      output.append(tail(6))
      output.append(tail(0))
    }
  }
}
