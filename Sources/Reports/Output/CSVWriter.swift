/// Writes rows of CSV by RFC 4180, with lines that end with CR LF.
///
/// A spreadsheet takes a cell that begins with `=`, `+`, `-`, `@`, their full-width forms, a tab or a
/// line break for a formula; in the safe mode such a cell gets an apostrophe before it, which
/// spreadsheets hide and other readers do not. The safe mode is on request, because whoever reads
/// the table with a program would have to take the apostrophes out again.
struct CSVWriter {
  let isSafe: Bool

  init(isSafe: Bool = false) { self.isSafe = isSafe }

  func row(_ cells: [String], _ buffer: inout ByteBuffer) {
    for (index, cell) in cells.enumerated() {
      if index > 0 { buffer.append(UInt8(ascii: ",")) }
      self.cell(cell, &buffer)
    }
    buffer.append("\r\n")
  }

  /// Places as a cell, `12..40;55..80`, which no spreadsheet takes for a date or a time.
  static func ranges(_ ranges: [Range<Int>]) -> String {
    ranges.map { "\($0.lowerBound)..\($0.upperBound)" }.joined(separator: ";")
  }

  private func cell(_ text: String, _ buffer: inout ByteBuffer) {
    let needsApostrophe = isSafe && (text.unicodeScalars.first.map(Self.startsFormula) ?? false)
    let needsQuotes = text.utf8.contains { $0 == 0x22 || $0 == 0x2C || $0 == 0x0A || $0 == 0x0D }
    if needsQuotes { buffer.append(UInt8(ascii: "\"")) }
    if needsApostrophe { buffer.append(UInt8(ascii: "'")) }
    for byte in text.utf8 {
      if byte == UInt8(ascii: "\"") { buffer.append(byte) }
      buffer.append(byte)
    }
    if needsQuotes { buffer.append(UInt8(ascii: "\"")) }
  }

  private static func startsFormula(_ scalar: Unicode.Scalar) -> Bool {
    "=+-@\t\r\n＝＋－＠".unicodeScalars.contains(scalar)
  }
}
