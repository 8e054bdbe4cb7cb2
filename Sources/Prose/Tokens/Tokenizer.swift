/// Cuts a text into paragraphs and tokens.
///
/// The boundaries of words are ICU's (UAX #29 with CLDR's tailoring). On top of them the tokenizer
/// joins what an editor sees as one thing: contractions, initials and abbreviations with their
/// full stop, hyphenated words, numbers with separators and units, ellipses and dashes in every
/// printed form, addresses. It labels each token, but decides nothing about quotations: whatever
/// can be printed as a quotation mark is a token of kind ``Token/Kind/mark``, apostrophes inside
/// words excepted.
public struct Tokenizer: Sendable {
  private let segmenter = WordSegmenter()

  public init() {}

  /// The paragraphs and tokens of a text.
  ///
  /// - Parameter bytes: Valid UTF-8, shorter than 2 GiB. Bytes that are not valid UTF-8 do no harm,
  ///   but the tokens that they stand in are of no use.
  /// - Complexity: O(*n*).
  public func tokenize(_ bytes: [UInt8]) -> TokenizedText {
    var paragraphs: [Paragraph] = []
    var tokens: [Token] = []
    bytes.withUnsafeBufferPointer { buffer in
      let spans = ParagraphFinder(buffer).spans()
      var scanner = TokenScanner(segmenter.segmentation(of: buffer), bytes: buffer)
      paragraphs = scanner.scan(spans)
      tokens = scanner.tokens
    }
    return TokenizedText(bytes: bytes, paragraphs: paragraphs, tokens: tokens)
  }
}
