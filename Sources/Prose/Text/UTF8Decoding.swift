extension UnsafeBufferPointer<UInt8> {
  /// The scalar that starts at `offset` in valid UTF-8, and the number of its bytes.
  ///
  /// Never reads past the end, whatever the bytes are.
  @inline(__always)
  package func scalar(at offset: Int) -> (value: UInt32, width: Int) {
    let first = UInt32(self[offset])
    if first < 0x80 { return (first, 1) }
    if first < 0xE0 {
      return offset + 1 < count ? ((first & 0x1F) << 6 | tail(offset + 1), 2) : (0xFFFD, 1)
    }
    if first < 0xF0 {
      guard offset + 2 < count else { return (0xFFFD, 1) }
      return ((first & 0x0F) << 12 | tail(offset + 1) << 6 | tail(offset + 2), 3)
    }
    guard offset + 3 < count else { return (0xFFFD, 1) }
    let high = (first & 0x07) << 18 | tail(offset + 1) << 12
    return (high | tail(offset + 2) << 6 | tail(offset + 3), 4)
  }

  /// The scalar that ends at `end` in valid UTF-8, and the number of its bytes; U+FFFD of no bytes
  /// at the start of the text.
  @inline(__always)
  func scalar(before end: Int) -> (value: UInt32, width: Int) {
    if end <= 0 { return (0xFFFD, 0) }
    var start = end - 1
    while start > 0 && start > end - 4 && self[start] & 0xC0 == 0x80 { start -= 1 }
    let decoded = scalar(at: start)
    return decoded.width == end - start ? decoded : (0xFFFD, end - start)
  }

  @inline(__always)
  private func tail(_ offset: Int) -> UInt32 { UInt32(self[offset] & 0x3F) }

  /// The number of scalars, and of those beyond the Basic Multilingual Plane, whose first byte lies
  /// from `start` up to `end`.
  @inline(__always)
  func countScalars(_ start: Int, _ end: Int) -> (scalars: Int, supplementary: Int) {
    let high: UInt64 = 0x8080_8080_8080_8080
    var tails = 0
    var fours = 0
    var offset = start
    if let base = baseAddress {
      let raw = UnsafeRawPointer(base)
      while offset + 8 <= end {
        let eight = raw.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
        offset &+= 8
        if eight & high == 0 { continue }
        // The highest bit of a byte says what the byte is: 10xxxxxx goes on, 1111xxxx is the first
        // of four. Bits that a shift brings in from the next byte stay below the highest.
        tails &+= (eight & ~(eight << 1) & high).nonzeroBitCount
        fours &+= (eight & eight << 1 & eight << 2 & eight << 3 & high).nonzeroBitCount
      }
    }
    while offset < end {
      tails &+= self[offset] & 0xC0 == 0x80 ? 1 : 0
      fours &+= self[offset] >= 0xF0 ? 1 : 0
      offset &+= 1
    }
    return (end - start - tails, fours)
  }
}
