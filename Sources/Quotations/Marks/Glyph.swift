/// The shapes in which quotation marks are printed.
///
/// A glyph says what was printed, not what it does there: its direction is evidence and no more.
enum Glyph: UInt8, Sendable, CaseIterable {
  case straight, leftDouble, rightDouble, lowDouble
  /// `''` and `’’`.
  case doubledApostrophe
  /// Two backticks, and `‘‘`.
  case doubledBacktick
  case straightSingle, leftSingle, rightSingle, lowSingle, backtick
  case leftGuillemet, rightGuillemet, leftChevron, rightChevron
  case leftCorner, rightCorner, leftWhiteCorner, rightWhiteCorner

  /// The groups whose members may stand for each other at the two ends of a quotation.
  enum Family: UInt8, Sendable {
    case double, low, doubled, single, lowSingle, guillemets, chevrons, corners, whiteCorners
  }

  /// Reads the glyph of one mark token; nil for what is no known mark.
  init?(_ bytes: ArraySlice<UInt8>) {
    let first = bytes.startIndex
    switch bytes.count {
    case 1:
      switch bytes[first] {
      case 0x22: self = .straight
      case 0x27: self = .straightSingle
      case 0x60: self = .backtick
      default: return nil
      }
    case 2:
      switch (bytes[first], bytes[first + 1]) {
      case (0x27, 0x27): self = .doubledApostrophe
      case (0x60, 0x60): self = .doubledBacktick
      case (0xC2, 0xAB): self = .leftGuillemet
      case (0xC2, 0xBB): self = .rightGuillemet
      case (0xC2, 0xB4): self = .straightSingle
      case (0xCB, 0x9D): self = .straight
      default: return nil
      }
    case 3:
      let scalar =
        UInt32(bytes[first] & 0x0F) << 12 | UInt32(bytes[first + 1] & 0x3F) << 6
        | UInt32(bytes[first + 2] & 0x3F)
      switch scalar {
      // Beside the marks of print their ornaments, upright forms and widths; and the primes, which
      // programs and people set in the place of straight marks.
      case 0x201C, 0x201F, 0x301D, 0x2036, 0x275D: self = .leftDouble
      // Japanese print closes with the low one what 0x301D opens.
      case 0x201D, 0x301E, 0x301F, 0x275E: self = .rightDouble
      case 0x201E, 0x2E42, 0x2760: self = .lowDouble
      case 0x2018, 0x201B, 0x275B: self = .leftSingle
      case 0x2019, 0x275C: self = .rightSingle
      case 0x201A, 0x275F: self = .lowSingle
      case 0x2039, 0x276E: self = .leftChevron
      case 0x203A, 0x276F: self = .rightChevron
      case 0x300C, 0xFE41, 0xFF62: self = .leftCorner
      case 0x300D, 0xFE42, 0xFF63: self = .rightCorner
      case 0x300E, 0xFE43: self = .leftWhiteCorner
      case 0x300F, 0xFE44: self = .rightWhiteCorner
      case 0xFF02, 0x2033, 0x2034, 0x2037: self = .straight
      case 0xFF07, 0x2032: self = .straightSingle
      case 0x2035, 0xFF40: self = .backtick
      default: return nil
      }
    default: return nil
    }
  }

  var family: Family {
    switch self {
    case .straight, .leftDouble, .rightDouble: .double
    case .lowDouble: .low
    case .doubledApostrophe, .doubledBacktick: .doubled
    case .straightSingle, .leftSingle, .rightSingle, .backtick: .single
    case .lowSingle: .lowSingle
    case .leftGuillemet, .rightGuillemet: .guillemets
    case .leftChevron, .rightChevron: .chevrons
    case .leftCorner, .rightCorner: .corners
    case .leftWhiteCorner, .rightWhiteCorner: .whiteCorners
    }
  }

  /// Whether the mark can be an apostrophe.
  var isSingle: Bool { family == .single }
  /// Whether the mark belongs to the inner level of a pair of levels.
  var isInner: Bool {
    switch family {
    case .single, .lowSingle, .chevrons, .whiteCorners: true
    default: false
    }
  }
  /// Whether the glyph opens, or closes, by the name that Unicode gives it.
  var isLeft: Bool {
    switch self {
    case .leftDouble, .leftSingle, .leftGuillemet, .leftChevron: true
    default: false
    }
  }
  var isRight: Bool {
    switch self {
    case .rightDouble, .rightSingle, .rightGuillemet, .rightChevron: true
    default: false
    }
  }
  /// Whether French printing puts a space inside.
  var standsOff: Bool { family == .guillemets || family == .chevrons }
  /// Whether it stands between letters without spaces.
  var isCorner: Bool { family == .corners || family == .whiteCorners }

  /// The style of a quotation that opens with this glyph, or closes with it where no mark opens.
  var style: MarkStyle {
    switch self {
    case .straight: .straight
    case .leftDouble, .rightDouble: .curly
    case .lowDouble: .lowHigh
    case .doubledApostrophe, .doubledBacktick: .doubledApostrophes
    case .straightSingle, .backtick: .straightSingle
    case .leftSingle, .rightSingle: .curlySingle
    case .lowSingle: .lowHighSingle
    case .leftGuillemet, .rightGuillemet: .guillemets
    case .leftChevron, .rightChevron: .singleGuillemets
    case .leftCorner, .rightCorner, .leftWhiteCorner, .rightWhiteCorner: .corners
    }
  }
}
