public import Prose

/// What stands between quotation marks, or is reported without them.
///
/// A quotation has one piece for each stretch of marked text: one, as a rule; several when the
/// reporting words interrupt it (`“…,” she said, “…”`) or when it runs over paragraphs, of which
/// each opens with a mark and only the last one closes.
public struct Quotation: Hashable, Sendable {
  /// How much of what was said is marked.
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    /// All of the content stands between marks.
    case direct
    /// Indirect speech with marked pieces: `He said that the plan was “a disgrace”`.
    case mixed
    /// Reported without marks.
    case indirect
    /// A transcript's turn, `NAME: …`, without marks.
    case turn
  }

  /// The pieces, in the order of the text; never empty.
  public var pieces: [Piece]
  public var kind: Kind
  /// The marks that the first piece stands in.
  public var style: MarkStyle
  /// The index of the quotation that this one stands inside of; nil at the outermost level.
  public var parent: Int?
  /// Whether somebody said it.
  public var speech: Speech

  public init(
    pieces: [Piece], kind: Kind = .direct, style: MarkStyle, parent: Int? = nil,
    speech: Speech = .speech
  ) {
    precondition(!pieces.isEmpty, "a quotation has at least one piece")
    self.pieces = pieces
    self.kind = kind
    self.style = style
    self.parent = parent
    self.speech = speech
  }

  /// The span from the first piece's start to the last piece's end, the words between included.
  public var span: TextSpan { TextSpan(pieces[0].span.start, pieces[pieces.count - 1].span.end) }

  /// Whether the last piece ends with a mark.
  public var isClosed: Bool { pieces[pieces.count - 1].closing != nil }
}

extension Quotation {
  /// One stretch of marked text.
  public struct Piece: Hashable, Sendable {
    /// The piece with its marks.
    public var span: TextSpan
    /// The opening mark; nil when it is missing in print.
    public var opening: TextSpan?
    /// The closing mark; nil when it is missing in print, also where it is right to be missing
    /// because the next paragraph goes on.
    public var closing: TextSpan?

    public init(span: TextSpan, opening: TextSpan?, closing: TextSpan?) {
      self.span = span
      self.opening = opening
      self.closing = closing
    }

    /// The piece without its marks.
    public var content: TextSpan {
      TextSpan(
        opening?.end ?? span.start, max(opening?.end ?? span.start, closing?.start ?? span.end))
    }
  }

  /// Whether somebody said the words, or why not.
  public enum Speech: Hashable, Sendable {
    case speech
    case notSpeech(Reason)

    /// Why marked words are not speech.
    public enum Reason: String, Hashable, Sendable, CaseIterable {
      /// The title of a work.
      case title
      /// A term that is mentioned, defined or translated.
      case term
      /// A nickname inside or beside a name.
      case nickname
      /// Irony or distance: scare quotes.
      case irony
      /// A headline's or a caption's marks that nobody's words can be seen behind.
      case headline
    }
  }
}
