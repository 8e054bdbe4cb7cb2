public import Verbatim

/// Quotations: the bytes are a text, and their number tells the options.
///
/// Quotations nest or lie apart, their pieces are in order and slice alike in every unit, and every
/// mark is in a quotation, known to be something else, or in a diagnostic.
public enum QuotationInvariants {
  private static let tokenizer = Tokenizer()

  static func check(_ bytes: [UInt8]) throws(BrokenInvariant) {
    let singles = QuotationFinder.SingleQuotes.allCases
    let dashes = QuotationFinder.DashDialogue.allCases
    let options = QuotationFinder.Options(
      singleQuotes: singles[bytes.count % 3], dashDialogue: dashes[bytes.count / 3 % 3],
      marksLocale: [nil, nil, "de-CH", "fr"][bytes.count / 9 % 4],
      maximumDiagnostics: .max, maximumDepth: .max)
    let text = tokenizer.tokenize(DecodedText(bytes).bytes)
    try check(text, QuotationFinder(options: options).quotations(in: text))
  }

  /// Checks what was found in a text, by a finder without limits on depth and diagnostics.
  public static func check(
    _ text: TokenizedText, _ found: FoundQuotations
  ) throws(BrokenInvariant) {
    let places = TextInvariants(text.bytes)
    var isCovered = [Bool](repeating: false, count: text.bytes.count)
    func cover(_ span: TextSpan) { for offset in span.range { isCovered[offset] = true } }
    try checkNesting(found.quotations, places)
    for piece in found.quotations.flatMap(\.pieces) {
      for mark in [piece.opening, piece.closing].compactMap(\.self) {
        try places.check(mark, "a mark")
        try require(piece.span.contains(mark), "the mark at \(mark) is outside its piece")
        cover(mark)
      }
      try places.checkSlices(of: piece.span)
    }
    for mark in found.otherMarks {
      try places.check(mark.span, "\(mark.use)")
      try require(
        !isCovered[mark.span.range].contains(true),
        "\(mark.span) is a quotation mark and \(mark.use)"
      )
      cover(mark.span)
    }
    try places.check(found.diagnostics)
    for diagnostic in found.diagnostics { if let span = diagnostic.span { cover(span) } }
    for token in text.tokens where token.kind == .mark {
      try require(isCovered[token.start], "nothing is known of the mark at \(token.span)")
    }
  }

  /// Checks that pieces are in order, and that quotations are too and nest or lie apart.
  static func checkNesting(
    _ quotations: [Quotation], _ places: TextInvariants
  ) throws(BrokenInvariant) {
    for (index, quotation) in quotations.enumerated() {
      var last = 0
      for piece in quotation.pieces {
        try places.check(piece.span, "a piece")
        try require(!piece.span.isEmpty, "an empty piece at \(piece.span.start)")
        try require(last <= piece.span.start, "pieces overlap at \(piece.span.start)")
        try require(piece.span.contains(piece.content), "\(piece.content) is outside its piece")
        last = piece.span.end
      }
      if index > 0 {
        try require(
          !(quotation.span < quotations[index - 1].span), "\(quotation.span) is out of order")
      }
      guard let parent = quotation.parent else { continue }
      try require((0..<index).contains(parent), "\(quotation.span) is inside of what follows it")
      try require(
        quotations[parent].span.contains(quotation.span),
        "\(quotation.span) is not inside \(quotations[parent].span)")
    }
  }
}
