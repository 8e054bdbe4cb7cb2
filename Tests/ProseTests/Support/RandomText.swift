import TestSupport

/// Texts of all scripts and marks, for property tests.
enum RandomText {
  /// Ranges to draw scalars from: what news print is made of first, then what breaks assumptions.
  private static let common: [ClosedRange<UInt32>] = [
    0x20...0x7E, 0x61...0x7A, 0x20...0x22, 0x27...0x2F, 0x0A...0x0D, 0x2010...0x2026,
    0xA0...0xFF, 0x100...0x17F, 0x370...0x3FF, 0x400...0x45F, 0x2018...0x201F,
  ]
  private static let rare: [ClosedRange<UInt32>] = [
    0x00...0x1F, 0x7F...0x9F, 0x180...0x2AF, 0x2B0...0x2FF, 0x300...0x36F, 0x483...0x489,
    0x531...0x58F, 0x5B0...0x5F4, 0x600...0x6FF, 0x700...0x74F, 0x900...0x97F, 0xE01...0xE5B,
    0xE80...0xEFF, 0x1000...0x104F, 0x10A0...0x10FF, 0x1100...0x11FF, 0x1780...0x17FF,
    0x1E00...0x1FFF, 0x2000...0x206F, 0x20A0...0x20BF, 0x2100...0x23FF, 0x2600...0x27BF,
    0x3000...0x30FF, 0x3100...0x33FF, 0x4E00...0x4E80, 0xAC00...0xAC80, 0xFE00...0xFE0F,
    0xFE10...0xFEFF, 0xFF00...0xFFEF, 0xFFF0...0xFFFD, 0x10330...0x1034A, 0x1D400...0x1D4FF,
    0x1F100...0x1F1FF, 0x1F300...0x1F64F, 0x1F3FB...0x1F3FF, 0x1F900...0x1F9FF,
    0x20000...0x20020, 0xE0001...0xE007F, 0xE0100...0xE0120, 0x200B...0x200F, 0x10FF00...0x10FFFF,
  ]
  /// Sequences that rules are written for.
  private static let pieces = [
    "don’t", "U.S.", "1,250.5", "a.m.", "\r\n", ". . .", "--", "''", "``", "10:30", "a:b", "@a_b",
    "e\u{301}", "\u{200D}", "👩‍👩‍👧", "🇺🇦🇩", "א\"ב", "א'", "カタ", "ไทยไทย", "中文", "한국", "a\u{AD}b",
    "3.5%", "_x_", "a__1", "http://a.b/c", "ﬁ", "½", "İ", "’90s", "1'2", "1;2", "1:2", "a·b", "x‧y",
    "\u{2028}", "\u{85}", " \u{308}", "\u{FEFF}", "\u{3000}", "  ", "\u{A0}", "⹂x",
  ]

  /// A text of up to `length` pieces.
  static func text(upTo length: Int, using generator: inout SeededGenerator) -> String {
    var text = String.UnicodeScalarView()
    for _ in 0..<Int.random(in: 0...length, using: &generator) {
      let choice = Int.random(in: 0..<10, using: &generator)
      if choice == 0, let piece = pieces.randomElement(using: &generator) {
        text.append(contentsOf: piece.unicodeScalars)
        continue
      }
      let ranges = choice < 8 ? common : rare
      guard let range = ranges.randomElement(using: &generator) else { continue }
      if let scalar = Unicode.Scalar(UInt32.random(in: range, using: &generator)) {
        text.append(scalar)
      }
    }
    return String(text)
  }

  /// Bytes of a text of which some are dropped, changed or added.
  static func brokenBytes(upTo length: Int, using generator: inout SeededGenerator) -> [UInt8] {
    var bytes = Array(text(upTo: length, using: &generator).utf8)
    for _ in 0..<Int.random(in: 1...4, using: &generator) {
      if bytes.isEmpty { break }
      let place = Int.random(in: 0..<bytes.count, using: &generator)
      switch Int.random(in: 0..<3, using: &generator) {
      case 0: bytes.remove(at: place)
      case 1: bytes[place] = UInt8.random(in: 0...255, using: &generator)
      default: bytes.insert(UInt8.random(in: 0x80...0xFF, using: &generator), at: place)
      }
    }
    return bytes
  }
}
