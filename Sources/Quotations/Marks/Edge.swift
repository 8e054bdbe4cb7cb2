/// What stands next to a mark, on one side of it.
enum Edge: UInt8, Sendable {
  /// The start or the end of the paragraph.
  case boundary
  case space
  case letter
  /// A letter of a script that is written without spaces.
  case ideograph
  case digit
  /// `. , ; ! ?` and their like.
  case stop
  case colon
  case ellipsis
  case dash
  case openBracket
  case closeBracket
  case equals
  /// An apostrophe with an s, as in `“Hamlet”’s`.
  case possessive
  case symbol

  /// The kind of edge that a scalar makes.
  init(_ scalar: UInt32) {
    switch scalar {
    case 0x09...0x0D, 0x20, 0x85, 0xA0, 0x1680, 0x2000...0x200A, 0x2028, 0x2029, 0x202F, 0x205F,
      0x3000:
      self = .space
    case 0x30...0x39: self = .digit
    case 0x41...0x5A, 0x61...0x7A: self = .letter
    case 0x21, 0x2C, 0x2E, 0x3B, 0x3F, 0x3001, 0x3002, 0xFF01, 0xFF0C, 0xFF0E, 0xFF1F, 0xFF1B,
      0x060C, 0x061B, 0x061F, 0x06D4, 0x0964:
      self = .stop
    case 0x3A, 0xFF1A: self = .colon
    case 0x2026: self = .ellipsis
    case 0x2D, 0x2010...0x2015, 0x2212: self = .dash
    case 0x28, 0x5B, 0x7B, 0xFF08, 0x3010: self = .openBracket
    case 0x29, 0x5D, 0x7D, 0xFF09, 0x3011: self = .closeBracket
    case 0x3D: self = .equals
    // An upside-down mark opens a Spanish sentence.
    case 0xA1, 0xBF: self = .letter
    case 0x23...0x2F, 0x3C...0x40, 0x5C...0x60, 0x7C...0xA9, 0xAB...0xB9, 0xBB, 0xD7, 0xF7,
      0x2016...0x206F, 0x2190...0x2BFF, 0x00...0x08, 0x0E...0x1F:
      self = .symbol
    case 0x3040...0x30FF, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xF900...0xFAFF, 0x0E00...0x0EFF,
      0x20000...0x3FFFF:
      self = .ideograph
    default: self = .letter
    }
  }

  /// Whether print shows nothing of a scalar, or only emphasis: it hides nothing from a mark.
  static func isTransparent(_ scalar: UInt32) -> Bool {
    switch scalar {
    // Underscores and asterisks around words are emphasis in plain text.
    case 0x5F, 0x2A, 0xAD, 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x2064, 0xFEFF: true
    default: false
    }
  }
}

/// Reading single scalars out of valid UTF-8, in both directions.
enum Scalars {
  /// The scalar that starts at an offset, and the offset after it.
  @inline(__always)
  static func next(in bytes: [UInt8], at offset: Int) -> (scalar: UInt32, end: Int) {
    let lead = bytes[offset]
    if lead < 0x80 { return (UInt32(lead), offset + 1) }
    let length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2
    let end = min(offset + length, bytes.count)
    var scalar = UInt32(lead) & (0x7F >> UInt32(length))
    var index = offset + 1
    while index < end {
      scalar = scalar << 6 | UInt32(bytes[index] & 0x3F)
      index += 1
    }
    return (scalar, end)
  }

  /// The scalar that ends at an offset, and the offset where it starts.
  @inline(__always)
  static func previous(in bytes: [UInt8], before offset: Int) -> (scalar: UInt32, start: Int) {
    var start = offset - 1
    while start > 0, bytes[start] & 0xC0 == 0x80, offset - start < 4 { start -= 1 }
    return (next(in: bytes, at: start).scalar, start)
  }
}
