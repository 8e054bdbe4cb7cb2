extension [UInt8] {
  /// Appends the low bytes of a number, the lowest first.
  mutating func append(_ value: UInt64, bytes: Int) {
    for index in 0..<bytes { append(UInt8(truncatingIfNeeded: value >> UInt64(8 * index))) }
  }

  /// Appends a number in groups of seven bits, the lowest first; all but the last have the high bit.
  @inline(__always)
  mutating func appendVarint(_ value: UInt64) {
    var value = value
    while value >= 0x80 {
      append(UInt8(truncatingIfNeeded: value) | 0x80)
      value >>= 7
    }
    append(UInt8(truncatingIfNeeded: value))
  }
}

/// Reads numbers from bytes of which nothing is trusted.
struct ByteReader {
  private let bytes: UnsafeRawBufferPointer
  private(set) var offset = 0

  init(_ bytes: UnsafeRawBufferPointer) { self.bytes = bytes }

  var isAtEnd: Bool { offset >= bytes.count }

  /// The next `count` bytes as a number, the lowest first.
  mutating func fixed(_ count: Int) throws(PassageError) -> UInt64 {
    guard count <= bytes.count - offset else { throw .corrupt("a number") }
    var value: UInt64 = 0
    for index in 0..<count { value |= UInt64(bytes[offset + index]) << UInt64(8 * index) }
    offset += count
    return value
  }

  /// The next number that ``Swift/Array/appendVarint(_:)`` wrote.
  @inline(__always)
  mutating func varint() throws(PassageError) -> UInt64 {
    var value: UInt64 = 0
    var shift: UInt64 = 0
    while offset < bytes.count, shift < 63 {
      let byte = bytes[offset]
      offset += 1
      value |= UInt64(byte & 0x7F) << shift
      if byte < 0x80 { return value }
      shift += 7
    }
    throw .corrupt("a number")
  }
}
