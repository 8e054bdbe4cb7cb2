/// A mark as it is printed, with all that can be said of it without its partner.
///
/// The costs are in tenths: 0 is what print does every day, 50 is an outright error of the printer.
/// They do not depend on what else stands in the article, apart from its ``MarkConventions``.
struct PrintedMark: Sendable {
  var start: Int
  var end: Int
  var glyph: Glyph
  /// The index of the paragraph.
  var paragraph: Int
  /// The index of the mark's token; of the first one where two tokens make one mark.
  var token: Int
  var before: Edge = .space
  var after: Edge = .space
  var traits: Traits = []
  /// What it costs to open a quotation here.
  var openCost: Int32 = 0
  /// What it costs to close a quotation here.
  var closeCost: Int32 = 0
  /// What it costs that the mark is no quotation mark.
  var otherCost: Int32 = 0
  /// What the mark is if it is no quotation mark.
  var otherUse: OtherMark.Use = .stray
  /// Whether the mark is certainly no quotation mark.
  var isSettled = false

  struct Traits: OptionSet, Sendable {
    let rawValue: UInt8
    /// Only marks stand between this mark and the start of the paragraph.
    static let head = Traits(rawValue: 1 << 0)
    /// Only a space stands between this mark and a mark that ends a word: `.’ ”`.
    static let spacedAfterMark = Traits(rawValue: 1 << 1)
    /// Only a space stands between this mark and a mark that begins a word: `“ ‘No`.
    static let spacedBeforeMark = Traits(rawValue: 1 << 2)
    /// The mark touches the mark before it.
    static let touchesPrevious = Traits(rawValue: 1 << 3)
    /// An ellipsis follows after a space: `“ … so be it.”`
    static let spacedBeforeEllipsis = Traits(rawValue: 1 << 4)
    /// Only a space stands between this mark and punctuation: `…, ” he said`.
    static let spacedAfterStop = Traits(rawValue: 1 << 5)
  }

  /// Whether place and neighbours can only mean an opening mark, whatever the glyph.
  var standsLikeOpening: Bool {
    switch before {
    case .boundary, .space, .openBracket, .dash: break
    default: return false
    }
    switch after {
    case .letter, .digit, .openBracket, .ellipsis: return true
    default: return false
    }
  }

  /// Whether place and neighbours can only mean a closing mark, whatever the glyph.
  var standsLikeClosing: Bool {
    switch before {
    case .letter, .digit, .stop, .ellipsis, .closeBracket: break
    default: return false
    }
    switch after {
    case .boundary, .space, .stop, .colon, .closeBracket: return true
    default: return false
    }
  }

  /// Whether a space stands on the inner side of a mark whose glyph tells which side that is; nil
  /// where it does not, or where the mark's place does not fit its glyph.
  var standsOff: Bool? {
    switch glyph {
    case .leftDouble, .lowDouble, .leftSingle, .lowSingle, .doubledBacktick:
      guard before == .boundary || before == .space || before == .openBracket else { return nil }
      return after == .space
    case .rightDouble:
      guard after == .boundary || after == .space || after == .stop || after == .closeBracket
      else { return nil }
      return before == .space
    default: return nil
    }
  }

  /// Whether punctuation that ends speech stands before a mark that stands like a closing one.
  var closesLikeSpeech: Bool { standsLikeClosing && (before == .stop || before == .ellipsis) }
}

/// The marks of an article by paragraph.
struct PrintedMarks: Sendable {
  var marks: [PrintedMark] = []
  /// For each paragraph the indices of its marks.
  var paragraphs: [Range<Int>] = []
}
