/// Bytes of output under construction.
struct ByteBuffer {
  private(set) var bytes: [UInt8] = []

  /// Creates an empty buffer.
  ///
  /// - Parameter capacity: How many bytes have room from the start.
  init(capacity: Int = 0) { if capacity > 0 { bytes.reserveCapacity(capacity) } }

  mutating func append(_ text: String) { bytes.append(contentsOf: text.utf8) }

  mutating func append(_ byte: UInt8) { bytes.append(byte) }

  mutating func append(bytes other: some Sequence<UInt8>) { bytes.append(contentsOf: other) }

  mutating func append(integer value: Int) {
    if value < 0 { append(UInt8(ascii: "-")) }
    // The digits, last first, where the longest number has twenty.
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 20) { digits in
      var rest = value.magnitude
      var first = digits.count
      repeat {
        first -= 1
        digits[first] = UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest % 10)
        rest /= 10
      } while rest > 0
      bytes.append(contentsOf: UnsafeBufferPointer(rebasing: digits[first...]))
    }
  }

  /// Appends a number with two decimals, whatever the locale: `0.97`.
  ///
  /// What is not a number is written as zero, and the infinite as a very large number, so that the
  /// result is a valid number in every format.
  mutating func append(decimal value: Double) {
    if value < 0 { append(UInt8(ascii: "-")) }
    let limit = 1e12
    let magnitude = value.isNaN ? 0 : min(value.magnitude, limit)
    let hundredths = Int(magnitude * 100 + 0.5)
    append(integer: hundredths / 100)
    append(UInt8(ascii: "."))
    append(UInt8(ascii: "0") + UInt8(hundredths / 10 % 10))
    append(UInt8(ascii: "0") + UInt8(hundredths % 10))
  }

  mutating func append(_ byte: UInt8, count: Int) {
    bytes.append(contentsOf: repeatElement(byte, count: max(0, count)))
  }

  mutating func append(spaces count: Int) { append(UInt8(ascii: " "), count: count) }

  mutating func newline() { bytes.append(UInt8(ascii: "\n")) }

  /// Hands over what has been written and starts anew.
  mutating func take() -> [UInt8] {
    defer { bytes = [] }
    return bytes
  }
}

/// A number with two decimals, as ``ByteBuffer/append(decimal:)`` writes it.
func decimalText(_ value: Double) -> String {
  var buffer = ByteBuffer()
  buffer.append(decimal: value)
  return String(decoding: buffer.bytes, as: UTF8.self)
}
