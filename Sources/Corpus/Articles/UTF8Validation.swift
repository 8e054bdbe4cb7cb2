/// The first ill-formed sequence in `bytes` from `start` on; nil if all is valid UTF-8.
///
/// The range is the maximal subpart of Unicode 15.0, section 3.9 (table 3-7 says what is
/// well-formed): what a decoder replaces by one U+FFFD. Linear, eight ASCII bytes at a time.
func firstInvalidUTF8(in bytes: Span<UInt8>, from start: Int = 0) -> Range<Int>? {
  let raw = bytes.bytes
  var offset = start
  while offset < bytes.count {
    if offset + 8 <= bytes.count,
      raw.unsafeLoadUnaligned(fromByteOffset: offset, as: UInt64.self) & 0x8080_8080_8080_8080 == 0
    {
      offset += 8
      continue
    }
    let first = bytes[offset]
    if first < 0x80 {
      offset += 1
      continue
    }
    // The number of bytes that follow, and what the second byte may be.
    let tailCount: Int
    var allowed: ClosedRange<UInt8> = 0x80...0xBF
    switch first {
    case 0xC2...0xDF: tailCount = 1
    case 0xE0: (tailCount, allowed) = (2, 0xA0...0xBF)
    case 0xED: (tailCount, allowed) = (2, 0x80...0x9F)
    case 0xE1...0xEF: tailCount = 2
    case 0xF0: (tailCount, allowed) = (3, 0x90...0xBF)
    case 0xF4: (tailCount, allowed) = (3, 0x80...0x8F)
    case 0xF1...0xF3: tailCount = 3
    default: return offset..<(offset + 1)
    }
    var end = offset + 1
    for _ in 0..<tailCount {
      guard end < bytes.count, allowed ~= bytes[end] else { return offset..<end }
      allowed = 0x80...0xBF
      end += 1
    }
    offset = end
  }
  return nil
}
