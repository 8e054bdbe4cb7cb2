extension UnsafeBufferPointer<UInt8> {
  /// The scalar that starts at `offset` in valid UTF-8, and the number of its bytes.
  ///
  /// Never reads past the end, whatever the bytes are.
  @inline(__always)
  func scalar(at offset: Int) -> (value: UInt32, width: Int) {
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
}
