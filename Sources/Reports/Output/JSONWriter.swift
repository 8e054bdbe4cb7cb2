/// Writes JSON that is valid whatever the strings hold, with keys in the order of the calls.
struct JSONWriter {
  var buffer = ByteBuffer()
  /// Whether a value precedes on the same level.
  private var needsComma = false

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

  mutating func key(_ name: String) {
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
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x22: buffer.append("\\\"")
      case 0x5C: buffer.append("\\\\")
      case 0x0A: buffer.append("\\n")
      case 0x0D: buffer.append("\\r")
      case 0x09: buffer.append("\\t")
      // Besides what JSON demands: every scalar that some reader of lines takes for a line's end.
      case 0..<0x20, 0x7F...0x9F, 0x2028, 0x2029: appendCodeUnit(scalar.value)
      case 0x20..<0x7F: buffer.append(UInt8(truncatingIfNeeded: scalar.value))
      default: buffer.append(bytes: scalar.utf8)
      }
    }
  }

  private mutating func appendCodeUnit(_ value: UInt32) {
    let digits = Array("0123456789abcdef".utf8)
    buffer.append("\\u")
    for shift in [12, 8, 4, 0] as [UInt32] { buffer.append(digits[Int(value >> shift & 0xF)]) }
  }
}
