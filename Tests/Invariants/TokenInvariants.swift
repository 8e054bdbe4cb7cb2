import Verbatim

/// Tokens: the bytes are a text.
///
/// Word boundaries are ICU's, however they are found; tokens lie in paragraphs, in order, and cut no
/// character; what is in no token is white space, with what combines with it, or prints nothing.
enum TokenInvariants {
  private static let tokenizer = Tokenizer()
  private static let segmenter = WordSegmenter()
  private static let reference = try? BoundaryFinder(.words)

  static func check(_ bytes: [UInt8]) throws {
    let text = DecodedText(bytes).bytes
    if let reference {
      try requireEqual(
        segmenter.boundaries(of: text), try reference.boundaries(of: text), "word boundaries")
    }
    try check(tokenizer.tokenize(text))
  }

  /// Checks the tokens of a text.
  static func check(_ text: TokenizedText) throws(BrokenInvariant) {
    let places = TextInvariants(text.bytes)
    var lastParagraph = 0
    var lastToken = 0
    for paragraph in text.paragraphs {
      try places.check(paragraph.span, "a paragraph")
      try require(paragraph.span.start >= lastParagraph, "paragraphs overlap")
      lastParagraph = paragraph.span.end
      try requireEqual(paragraph.tokens.lowerBound, lastToken, "a paragraph's first token")
      lastToken = paragraph.tokens.upperBound
      try require(lastToken <= text.tokens.count, "a paragraph has tokens that are not there")
      for token in text.tokens[paragraph.tokens] {
        try require(paragraph.span.contains(token.span), "\(token.span) is outside its paragraph")
      }
    }
    try requireEqual(lastToken, text.tokens.count, "tokens in paragraphs")
    var end = 0
    for token in text.tokens {
      try places.check(token.span, "\(token.kind)")
      try require(!token.span.isEmpty, "an empty token at \(token.start)")
      try require(token.start >= end, "tokens overlap at \(token.start)")
      try checkBlank(text.bytes[end..<token.start], from: end)
      end = token.end
    }
    try checkBlank(text.bytes[end...], from: end)
  }

  private static func checkBlank(
    _ bytes: ArraySlice<UInt8>, from start: Int
  ) throws(BrokenInvariant) {
    if bytes.allSatisfy({ $0 == 0x20 || $0 == 0x0A }) { return }
    for scalar in String(decoding: bytes, as: UTF8.self).unicodeScalars {
      let properties = scalar.properties
      switch properties.generalCategory {
      case .control, .format, .lineSeparator, .paragraphSeparator, .spaceSeparator: continue
      case .nonspacingMark, .enclosingMark, .spacingMark: continue
      default:
        try require(
          properties.isWhitespace || properties.isDefaultIgnorableCodePoint,
          "U+\(String(scalar.value, radix: 16)) behind \(start) is in no token")
      }
    }
  }
}
