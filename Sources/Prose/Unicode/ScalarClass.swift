internal import CICU

/// What the token layer needs to know of a Unicode scalar.
struct ScalarClass: Hashable, Sendable {
  /// The kind in the low five bits, `isUpper` in bit 6, `isLower` in bit 7.
  let rawValue: UInt8

  @inline(__always) init(rawValue: UInt8) { self.rawValue = rawValue }

  @inline(__always) init(_ kind: Kind, upper: Bool = false, lower: Bool = false) {
    rawValue = kind.rawValue | (upper ? 0x40 : 0) | (lower ? 0x80 : 0)
  }

  @inline(__always) var kind: Kind { Kind(known: rawValue & 0x1F) }
  @inline(__always) var isUpper: Bool { rawValue & 0x40 != 0 }
  @inline(__always) var isLower: Bool { rawValue & 0x80 != 0 }

  /// The kinds of scalar that start a segment of text.
  enum Kind: UInt8, Sendable, CaseIterable {
    case symbol = 0
    case space, newline, ignorable
    case letter, digit, underscore
    case mark, openBracket, closeBracket
    case fullStop, comma, colon, semicolon, questionMark, exclamationMark
    case ellipsis, dash, hyphen
    case at, hash

    /// The kind of a raw value that is known to be one.
    ///
    /// The raw values count from zero without a gap, so they are the cases' own representation;
    /// `init(rawValue:)` compiles to a table that is too slow to ask for every character.
    @inline(__always)
    init(known rawValue: UInt8) {
      assert(Kind(rawValue: rawValue) != nil, "no raw value of a kind")
      self = unsafeBitCast(rawValue, to: Kind.self)
    }
  }
}

extension ScalarClass {
  /// The class of any scalar.
  @inline(__always)
  static func of(_ scalar: UInt32) -> ScalarClass {
    scalar < UInt32(tableSize)
      ? ScalarClass(rawValue: table[Int(scalar)]) : classify(scalar)
  }

  /// Scalars below this number are looked up: Latin to Georgian, and general punctuation.
  private static let tableSize = 0x3100

  private static let table: [UInt8] = {
    var table = (0..<UInt32(tableSize)).map { byCategory($0).rawValue }
    for (scalar, kind) in special where scalar < UInt32(tableSize) {
      table[Int(scalar)] = ScalarClass(kind).rawValue
    }
    return table
  }()

  /// Scalars whose kind their general category does not tell, or tells wrongly.
  private static let special: [UInt32: Kind] = {
    var kinds: [UInt32: Kind] = [:]
    func assign(_ kind: Kind, _ text: String) {
      for scalar in text.unicodeScalars { kinds[scalar.value] = kind }
    }
    // Quotation marks, and whatever is set in their place: accents, primes, low and reversed forms.
    assign(.mark, "\"'`´“”„‟‘’‚‛«»‹›′″‴‵‶‷「」『』〝〞〟﹁﹂﹃﹄｢｣＂＇｀❛❜❝❞❟❠❮❯⹂˝")
    assign(.fullStop, ".。．｡।॥۔܁։")
    assign(.comma, ",،、，､՝﹐﹑")
    assign(.colon, ":：﹕")
    assign(.semicolon, ";؛；﹔")
    assign(.questionMark, "?？؟⁇⁈﹖\u{37E}‽")
    assign(.exclamationMark, "!！‼⁉﹗")
    assign(.ellipsis, "…⋯︙")
    assign(.dash, "—–―‒⸺⸻﹘－")
    assign(.hyphen, "-\u{2010}\u{2011}﹣")
    assign(.at, "@＠")
    assign(.hash, "#＃")
    assign(.underscore, "_")
    assign(.newline, "\n\r\u{B}\u{C}\u{85}\u{2028}\u{2029}")
    assign(.ignorable, "\u{200B}")
    return kinds
  }()

  private static func classify(_ scalar: UInt32) -> ScalarClass {
    special[scalar].map { ScalarClass($0) } ?? byCategory(scalar)
  }

  /// The class that a scalar's properties give it.
  private static func byCategory(_ scalar: UInt32) -> ScalarClass {
    let value = Int32(bitPattern: scalar)
    // Numbered as in ICU's UCharCategory.
    switch cicu_general_category(value) {
    case 1, 3: return ScalarClass(.letter, upper: true)
    case 2: return ScalarClass(.letter, lower: true)
    case 4, 5: return ScalarClass(.letter, lower: cicu_is_lower(value) != 0)
    case 9...11: return ScalarClass(.digit)
    case 12...15: return ScalarClass(cicu_is_white_space(value) != 0 ? .space : .symbol)
    case 16: return ScalarClass(.ignorable)
    case 20: return ScalarClass(.openBracket)
    case 21: return ScalarClass(.closeBracket)
    case 28, 29: return ScalarClass(cicu_is_quotation_mark(value) != 0 ? .mark : .symbol)
    default: return ScalarClass(.symbol)
    }
  }
}
