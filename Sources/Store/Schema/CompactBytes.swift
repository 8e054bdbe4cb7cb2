/// Writes small integers, strings and flags in few bytes: integers as LEB128, strings with their
/// length before them.
struct CompactWriter {
  private(set) var bytes: [UInt8] = []

  mutating func write(_ value: Int) {
    // Zigzag: small negative numbers are short too.
    var rest = UInt64(bitPattern: Int64(value &<< 1) ^ Int64(value &>> 63))
    while rest >= 0x80 {
      bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    bytes.append(UInt8(rest))
  }

  mutating func write(_ text: String) { write(blob: Array(text.utf8)) }

  mutating func write(blob: [UInt8]) {
    write(blob.count)
    bytes += blob
  }

  mutating func write(_ flag: Bool) { bytes.append(flag ? 1 : 0) }

  /// A number in the four bytes of a `Float` where that loses nothing, otherwise in eight.
  mutating func write(_ value: Double) {
    let short = Float(value)
    if Double(short) == value {
      write(true)
      append(UInt64(short.bitPattern), count: 4)
    } else {
      write(false)
      append(value.bitPattern, count: 8)
    }
  }

  mutating func write<Value>(
    _ value: Value?, _ body: (inout CompactWriter, Value) -> Void
  ) {
    write(value != nil)
    if let value { body(&self, value) }
  }

  mutating func write<Element>(
    _ elements: [Element], _ body: (inout CompactWriter, Element) -> Void
  ) {
    write(elements.count)
    for element in elements { body(&self, element) }
  }

  private mutating func append(_ value: UInt64, count: Int) {
    for index in 0..<count { bytes.append(UInt8(truncatingIfNeeded: value >> (8 * index))) }
  }
}

/// Reads what a ``CompactWriter`` wrote, and throws where it cannot have.
struct CompactReader {
  private let bytes: [UInt8]
  private var offset = 0

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  mutating func int() throws(DamagedRow) -> Int {
    var value: UInt64 = 0
    var shift: UInt64 = 0
    while true {
      let byte = try next()
      guard shift < 64 else { throw Self.damaged }
      value |= UInt64(byte & 0x7F) << shift
      if byte < 0x80 { break }
      shift += 7
    }
    return Int(Int64(bitPattern: value >> 1) ^ -Int64(bitPattern: value & 1))
  }

  mutating func string() throws(DamagedRow) -> String {
    guard let text = String(validating: try blob(), as: UTF8.self) else { throw Self.damaged }
    return text
  }

  mutating func blob() throws(DamagedRow) -> [UInt8] {
    let count = try int()
    guard count >= 0, count <= bytes.count - offset else { throw Self.damaged }
    defer { offset += count }
    return Array(bytes[offset..<offset + count])
  }

  mutating func flag() throws(DamagedRow) -> Bool { try next() != 0 }

  mutating func double() throws(DamagedRow) -> Double {
    if try flag() {
      return Double(Float(bitPattern: UInt32(truncatingIfNeeded: try fixed(4))))
    }
    return Double(bitPattern: try fixed(8))
  }

  mutating func optional<Value>(
    _ body: (inout CompactReader) throws(DamagedRow) -> Value
  ) throws(DamagedRow) -> Value? {
    try flag() ? try body(&self) : nil
  }

  mutating func array<Element>(
    _ body: (inout CompactReader) throws(DamagedRow) -> Element
  ) throws(DamagedRow) -> [Element] {
    let count = try int()
    // Every element takes a byte at least.
    guard count >= 0, count <= bytes.count - offset else { throw Self.damaged }
    var elements: [Element] = []
    elements.reserveCapacity(count)
    for _ in 0..<count { elements.append(try body(&self)) }
    return elements
  }

  private mutating func fixed(_ count: Int) throws(DamagedRow) -> UInt64 {
    var value: UInt64 = 0
    for index in 0..<count { value |= UInt64(try next()) << UInt64(8 * index) }
    return value
  }

  private mutating func next() throws(DamagedRow) -> UInt8 {
    guard offset < bytes.count else { throw Self.damaged }
    defer { offset += 1 }
    return bytes[offset]
  }

  private static let damaged = DamagedRow(what: "a row cannot be read")
}
