/// The content of a JSON string, given with its quotation marks, that ``JSONObjectScanner`` has
/// checked; nil if it stands for no text, because a surrogate lacks its partner.
///
/// - Parameter isPlain: Whether the string holds no escapes.
func decodedJSONString(_ bytes: Span<UInt8>, isPlain: Bool) -> String? {
  bytes.withUnsafeBufferPointer { buffer in
    guard buffer.count >= 2 else { return nil }
    let content = UnsafeBufferPointer(rebasing: buffer[1..<(buffer.count - 1)])
    return isPlain ? String(decoding: content, as: UTF8.self) : unescaped(content)
  }
}

/// The strings of a JSON array; nil if it holds anything else.
func decodedJSONStrings(_ bytes: Span<UInt8>) -> [String]? {
  guard let elements = try? JSONObjectScanner.elements(of: bytes) else { return nil }
  var strings: [String] = []
  strings.reserveCapacity(elements.count)
  for element in elements {
    guard element.kind == .string,
      let text = decodedJSONString(
        bytes.extracting(element.value), isPlain: element.facts.isPlain)
    else { return nil }
    strings.append(text)
  }
  return strings
}

/// The text of a string whose escapes are well formed; nil if a surrogate lacks its partner.
private func unescaped(_ content: UnsafeBufferPointer<UInt8>) -> String? {
  var bytes: [UInt8] = []
  bytes.reserveCapacity(content.count)
  var index = 0
  while index < content.count {
    // What stands between two escapes is copied at once.
    let end = content[index...].firstIndex(of: UInt8(ascii: "\\")) ?? content.count
    bytes.append(contentsOf: UnsafeBufferPointer(rebasing: content[index..<end]))
    guard end + 1 < content.count else { break }
    index = end + 2
    switch content[end + 1] {
    case UInt8(ascii: "b"): bytes.append(0x08)
    case UInt8(ascii: "f"): bytes.append(0x0C)
    case UInt8(ascii: "n"): bytes.append(0x0A)
    case UInt8(ascii: "r"): bytes.append(0x0D)
    case UInt8(ascii: "t"): bytes.append(0x09)
    case UInt8(ascii: "u"):
      guard let scalar = escapedScalar(content, &index) else { return nil }
      bytes.append(contentsOf: UTF8.encode(scalar)!)
    case let byte: bytes.append(byte)
    }
  }
  return String(decoding: bytes, as: UTF8.self)
}

/// The scalar whose hexadecimal digits start at an index, which is moved behind it; nil for a
/// surrogate without its partner.
private func escapedScalar(
  _ content: UnsafeBufferPointer<UInt8>, _ index: inout Int
) -> Unicode.Scalar? {
  guard let first = codeUnit(content, at: index) else { return nil }
  index += 4
  guard first & 0xFC00 == 0xD800 else { return Unicode.Scalar(first) }
  guard index + 1 < content.count, content[index] == UInt8(ascii: "\\"),
    content[index + 1] == UInt8(ascii: "u"), let second = codeUnit(content, at: index + 2),
    second & 0xFC00 == 0xDC00
  else { return nil }
  index += 6
  return Unicode.Scalar(0x10000 + (first & 0x3FF) << 10 + second & 0x3FF)
}

/// The UTF-16 unit of four hexadecimal digits; nil where there are none.
private func codeUnit(_ content: UnsafeBufferPointer<UInt8>, at index: Int) -> UInt32? {
  guard index + 4 <= content.count else { return nil }
  var unit: UInt32 = 0
  for byte in content[index..<index + 4] {
    guard let digit = hexadecimalValue(byte) else { return nil }
    unit = unit << 4 | digit
  }
  return unit
}

/// The value of a hexadecimal digit; nil for any other byte.
func hexadecimalValue(_ byte: UInt8) -> UInt32? {
  switch byte {
  case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt32(byte - UInt8(ascii: "0"))
  case UInt8(ascii: "a")...UInt8(ascii: "f"): UInt32(byte - UInt8(ascii: "a")) + 10
  case UInt8(ascii: "A")...UInt8(ascii: "F"): UInt32(byte - UInt8(ascii: "A")) + 10
  default: nil
  }
}
