import Verbatim

/// What holds for every place in a text.
struct TextInvariants {
  let bytes: [UInt8]
  let map: OffsetMap

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    map = OffsetMap(bytes)
  }

  /// Whether no character is cut at an offset.
  func isBoundary(_ offset: Int) -> Bool {
    offset == bytes.count || (0..<bytes.count).contains(offset) && bytes[offset] & 0xC0 != 0x80
  }

  /// Checks that a span lies in the text and cuts no character.
  func check(_ span: TextSpan, _ what: @autoclosure () -> String) throws(BrokenInvariant) {
    try require(
      span.start >= 0 && span.start <= span.end && span.end <= bytes.count,
      "\(what()): \(span) is not in a text of \(bytes.count) bytes")
    try require(
      isBoundary(span.start) && isBoundary(span.end), "\(what()): \(span) cuts a character")
  }

  /// Checks that an offset is the same place in bytes, scalars, UTF-16 units, and line and column.
  func checkConversions(of offset: Int) throws(BrokenInvariant) {
    let location = map.location(of: offset)
    try requireEqual(location.utf8, offset, "the byte offset of \(offset)")
    try requireEqual(map.utf8Offset(ofScalar: location.scalar), offset, "scalars to bytes")
    try requireEqual(map.utf8Offset(ofUTF16: location.utf16), offset, "UTF-16 to bytes")
    try requireEqual(
      map.utf8Offset(line: location.line, column: location.column), offset,
      "line \(location.line), column \(location.column) to bytes")
    try requireEqual(map.scalarOffset(of: offset), location.scalar, "bytes to scalars")
    try requireEqual(map.utf16Offset(of: offset), location.utf16, "bytes to UTF-16")
  }

  /// Checks that a span slices the same words in bytes, scalars and UTF-16 units.
  func checkSlices(of span: TextSpan) throws(BrokenInvariant) {
    try checkConversions(of: span.start)
    try checkConversions(of: span.end)
    let words = String(decoding: bytes[span.range], as: UTF8.self)
    let start = map.location(of: span.start)
    let end = map.location(of: span.end)
    try requireEqual(
      words.unicodeScalars.count, end.scalar - start.scalar, "the scalars of \(span)")
    try requireEqual(words.utf16.count, end.utf16 - start.utf16, "the UTF-16 units of \(span)")
  }

  /// Checks that diagnostics say something, of places in the text.
  func check(_ diagnostics: [Diagnostic]) throws(BrokenInvariant) {
    for diagnostic in diagnostics {
      try require(
        !diagnostic.code.isEmpty && !diagnostic.message.isEmpty, "a diagnostic says nothing")
      if let span = diagnostic.span { try check(span, diagnostic.code) }
    }
  }
}
