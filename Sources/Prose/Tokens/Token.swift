/// A token: what an editor sees as one thing in a line of print.
///
/// White space is not a token.
public struct Token: Hashable, Sendable, BitwiseCopyable {
  @usableFromInline var startOffset: UInt32
  @usableFromInline var endOffset: UInt32
  /// What the token is.
  public var kind: Kind
  /// What else is known of it.
  public var traits: Traits

  @inlinable
  public init(start: Int, end: Int, kind: Kind, traits: Traits = []) {
    startOffset = UInt32(truncatingIfNeeded: start)
    endOffset = UInt32(truncatingIfNeeded: end)
    self.kind = kind
    self.traits = traits
  }

  /// The offset of the token's first byte.
  @inlinable public var start: Int { Int(startOffset) }
  /// The offset after the token's last byte.
  @inlinable public var end: Int { Int(endOffset) }
  /// The token's place in the text.
  @inlinable public var span: TextSpan { TextSpan(start, end) }
}

extension Token {
  /// The kinds of token.
  public enum Kind: UInt8, Hashable, Sendable, CaseIterable, BitwiseCopyable {
    /// Letters, with the apostrophes and full stops that belong to them: `don’t`, `U.S.`, `Mr.`.
    case word
    /// Digits with their separators and what is printed in one with them: `1,250.5`, `90s`,
    /// `2.6million`, `10:30`, `9/11`, `5-4`. With a hyphenated word it is a word: `60-year-old`.
    case number
    /// `…`, `...`, `. . .` or `. . . .`, whole.
    case ellipsis
    /// `—`, `–` or `--`, and a hyphen that stands between spaces.
    case dash
    /// `(`, `[`, `{` and their like.
    case openBracket
    /// `)`, `]`, `}` and their like.
    case closeBracket
    /// Anything that can be printed as a quotation mark, single marks and `''` included. Whether
    /// it is one is not the token layer's business.
    case mark
    case fullStop
    case comma
    case colon
    case semicolon
    case questionMark
    case exclamationMark
    /// A web address, an e-mail address, `@name` or `#topic`.
    case reference
    /// Everything else.
    case symbol
  }

  /// What is known of a token besides its kind.
  public struct Traits: OptionSet, Hashable, Sendable, BitwiseCopyable {
    public let rawValue: UInt8
    @inlinable public init(rawValue: UInt8) { self.rawValue = rawValue }

    /// White space, or the start of the text, stands before the token.
    @inlinable public static var spaceBefore: Traits { Traits(rawValue: 1 << 0) }
    /// The first letter is a capital.
    @inlinable public static var capitalized: Traits { Traits(rawValue: 1 << 1) }
    /// Every letter is a capital, and there are at least two; the `s` of a possessive ending does
    /// not count: `NATO’s`.
    @inlinable public static var allCapitals: Traits { Traits(rawValue: 1 << 2) }
    /// The full stop at the end belongs to the word: `Mr.`, `U.S.`, `J.`.
    @inlinable public static var abbreviation: Traits { Traits(rawValue: 1 << 3) }
    /// The word holds an apostrophe inside: `don’t`, `O’Neill`, `Smith’s`.
    @inlinable public static var apostrophe: Traits { Traits(rawValue: 1 << 4) }
    /// The token is the first of its paragraph.
    @inlinable public static var paragraphStart: Traits { Traits(rawValue: 1 << 5) }
  }
}
