public import Prose

extension Rendering {
  /// The rendering that several texts are, each a piece of one quotation: `“…,” she said, “…”`.
  ///
  /// The texts are joined into one with a paragraph break between them, which belongs to no piece,
  /// so that no sentence and no word runs from one piece into the next.
  ///
  /// - Complexity: O(*n*).
  public init(pieces: [String], tokenizer: Tokenizer = Tokenizer()) {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(
      pieces.reduce(0) { $0 + $1.utf8.count + Self.pieceSeparator.utf8.count })
    var spans: [TextSpan] = []
    spans.reserveCapacity(pieces.count)
    for piece in pieces {
      if !spans.isEmpty { bytes += Self.pieceSeparator.utf8 }
      let start = bytes.count
      bytes += piece.utf8
      spans.append(TextSpan(start, bytes.count))
    }
    self.init(text: tokenizer.tokenize(bytes), pieces: spans)
  }

  /// What stands between two pieces that were joined into one text.
  public static let pieceSeparator = "\n\n"
}
