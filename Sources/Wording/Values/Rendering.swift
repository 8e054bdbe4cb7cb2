public import Prose

/// One outlet's wording of an utterance: a text and the pieces of it that render the utterance.
public struct Rendering: Sendable {
  /// The text that the pieces stand in.
  public var text: TokenizedText
  /// The pieces, in the order of the text. They may include the quotation marks around them, which
  /// are never compared.
  public var pieces: [TextSpan]

  public init(text: TokenizedText, pieces: [TextSpan]) {
    self.text = text
    self.pieces = pieces
  }

  /// The rendering that a whole text is.
  public init(text: TokenizedText) {
    self.init(text: text, pieces: [TextSpan(0, text.bytes.count)])
  }
}
