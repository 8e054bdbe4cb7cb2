/// Writes JSON that is valid whatever the strings hold, with keys in the order of the calls.
struct JSONWriter {
  var buffer = ByteBuffer()
  /// Whether a value precedes on the same level.
  private var needsComma = false

  /// Writes behind what a buffer holds, without a copy of it.
  static func append(to buffer: inout ByteBuffer, _ body: (inout JSONWriter) -> Void) {
    var writer = JSONWriter()
    swap(&writer.buffer, &buffer)
    body(&writer)
    swap(&writer.buffer, &buffer)
  }

  mutating func object(_ body: (inout JSONWriter) -> Void) {
    beginObject()
    body(&self)
    endObject()
  }

  mutating func array<Element>(
    _ elements: some Sequence<Element>, _ body: (inout JSONWriter, Element) -> Void
  ) {
    beginArray()
    for element in elements { body(&self, element) }
    endArray()
  }

  mutating func beginObject() { open(UInt8(ascii: "{")) }
  mutating func endObject() { close(UInt8(ascii: "}")) }
  mutating func beginArray() { open(UInt8(ascii: "[")) }
  mutating func endArray() { close(UInt8(ascii: "]")) }

  /// Writes a key of plain ASCII, as all are that are known beforehand.
  mutating func key(_ name: StaticString) {
    separate()
    buffer.append(UInt8(ascii: "\""))
    buffer.append(bytes: UnsafeBufferPointer(start: name.utf8Start, count: name.utf8CodeUnitCount))
    buffer.append(UInt8(ascii: "\""))
    buffer.append(UInt8(ascii: ":"))
    needsComma = false
  }

  /// Writes any key.
  mutating func key(named name: String) {
    string(name)
    buffer.append(UInt8(ascii: ":"))
    needsComma = false
  }

  mutating func string(_ text: String?) {
    guard let text else { return null() }
    separate()
    buffer.append(UInt8(ascii: "\""))
    appendEscaped(text)
    buffer.append(UInt8(ascii: "\""))
  }

  mutating func integer(_ value: Int) {
    separate()
    buffer.append(integer: value)
  }

  mutating func decimal(_ value: Double) {
    separate()
    buffer.append(decimal: value)
  }

  mutating func bool(_ value: Bool) {
    separate()
    buffer.append(value ? "true" : "false")
  }

  mutating func null() {
    separate()
    buffer.append("null")
  }

  /// Writes a value that is JSON text already.
  ///
  /// Line breaks can only be white space between its tokens, and become spaces, so that a line of
  /// JSON Lines stays one line.
  mutating func raw(_ json: String) {
    separate()
    buffer.append(bytes: json.utf8.lazy.map { $0 == 0x0A || $0 == 0x0D ? 0x20 : $0 })
  }

  /// Writes a value that another writer has written.
  mutating func written(_ json: [UInt8]) {
    separate()
    buffer.append(bytes: json)
  }

  /// Starts a new line between elements, for documents that people and `diff` read.
  mutating func lineBreak() {
    if needsComma { buffer.append(UInt8(ascii: ",")) }
    needsComma = false
    buffer.newline()
  }

  private mutating func separate() {
    if needsComma { buffer.append(UInt8(ascii: ",")) }
    needsComma = true
  }

  private mutating func open(_ bracket: UInt8) {
    separate()
    buffer.append(bracket)
    needsComma = false
  }

  private mutating func close(_ bracket: UInt8) {
    buffer.append(bracket)
    needsComma = true
  }

  private mutating func appendEscaped(_ text: String) {
    var text = text
    text.withUTF8 { bytes in
      var start = 0
      var index = 0
      while index < bytes.count {
        // Nearly all bytes stand for themselves, and are passed by eight at a time.
        while index + 8 <= bytes.count, Self.standForThemselves(bytes, at: index) { index += 8 }
        guard index < bytes.count else { break }
        guard let (escape, length) = Self.escape(bytes, at: index) else {
          index += 1
          continue
        }
        buffer.append(bytes: UnsafeBufferPointer(rebasing: bytes[start..<index]))
        buffer.append(escape)
        index += length
        start = index
      }
      buffer.append(bytes: UnsafeBufferPointer(rebasing: bytes[start...]))
    }
  }

  /// Whether the eight bytes at an index are ASCII of which none is escaped.
  @inline(__always)
  private static func standForThemselves(
    _ bytes: UnsafeBufferPointer<UInt8>, at index: Int
  ) -> Bool {
    let word = UnsafeRawPointer(bytes.baseAddress!)
      .loadUnaligned(fromByteOffset: index, as: UInt64.self)
    let highBits: UInt64 = 0x8080_8080_8080_8080
    let ones: UInt64 = 0x0101_0101_0101_0101
    // The high bit of a byte is set where it is below 0x20, `"`, `\`, 0x7F or no ASCII; a borrow
    // may set one too many, which costs a closer look.
    let quotes = word ^ (ones &* 0x22)
    let backslashes = word ^ (ones &* 0x5C)
    let special =
      (word &- ones &* 0x20) | (quotes &- ones) | (backslashes &- ones) | (word &+ ones) | word
    return special & highBits == 0
  }

  /// What is written for the character at an index, and how many bytes it has; nil for a byte that
  /// stands for itself.
  @inline(__always)
  private static func escape(
    _ bytes: UnsafeBufferPointer<UInt8>, at index: Int
  ) -> (text: String, length: Int)? {
    switch bytes[index] {
    case 0x22: return ("\\\"", 1)
    case 0x5C: return ("\\\\", 1)
    case 0x0A: return ("\\n", 1)
    case 0x0D: return ("\\r", 1)
    case 0x09: return ("\\t", 1)
    // Besides what JSON demands: every scalar that some reader of lines takes for a line's end.
    case 0..<0x20, 0x7F: return (codeUnit(UInt32(bytes[index])), 1)
    case 0xC2 where bytes[index + 1] < 0xA0: return (codeUnit(UInt32(bytes[index + 1])), 2)
    case 0xE2 where bytes[index + 1] == 0x80 && bytes[index + 2] & 0xFE == 0xA8:
      return (codeUnit(0x2000 | UInt32(bytes[index + 2] & 0x3F)), 3)
    default: return nil
    }
  }

  private static func codeUnit(_ value: UInt32) -> String {
    let digits = String(value, radix: 16)
    return "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
  }
}
