import Testing
import Verbatim

/// Pieces of quotations nest or are apart, and what stands inside what is told rightly; every mark is
/// in a quotation, known to be something else, or in a diagnostic.
@Suite struct NestingTests {
  @Test(arguments: 0..<150)
  func anyText(_ seed: Int) {
    let text = SampleTexts.random(seed)
    checkNesting(Article(id: "a", text: text))
    checkMarks(Array(text.utf8))
  }

  @Test func samples() {
    for article in SampleTexts.articles {
      checkNesting(article)
      checkMarks(article.bytes)
    }
  }

  private func checkNesting(_ article: Article) {
    let quotations = QuotationAnalyzer().analyze(article).quotations
    var open: [TextSpan] = []
    for span in quotations.flatMap(\.pieces).map(\.span).sorted() {
      while let last = open.last, last.end <= span.start { open.removeLast() }
      if let last = open.last { #expect(last.contains(span)) }
      open.append(span)
    }
    for quotation in quotations {
      guard let parent = quotation.parent else { continue }
      #expect(quotations[parent].pieces.contains { $0.span.contains(quotation.pieces[0].span) })
    }
  }

  /// Whatever a reader takes for a quotation mark, by Unicode's property or by its looks.
  private static let marks = Set(
    "\"'`´“”„‟‘’‚‛«»‹›″‴‵‶‷「」『』〝〞〟﹁﹂﹃﹄｢｣＂＇｀❛❜❝❞❟❠❮❯⹂˝".unicodeScalars)

  private func checkMarks(_ bytes: [UInt8]) {
    let text = Tokenizer().tokenize(bytes)
    let finder = QuotationFinder(options: .init(maximumDiagnostics: .max))
    let found = finder.quotations(in: text)
    var known = Set<Int>()
    for piece in found.quotations.flatMap(\.pieces) {
      for mark in [piece.opening, piece.closing].compactMap(\.self) { known.formUnion(mark.range) }
    }
    for mark in found.otherMarks { known.formUnion(mark.span.range) }
    for span in found.diagnostics.compactMap(\.span) { known.formUnion(span.range) }
    // Apostrophes inside of words, and marks of addresses and tags, belong to their tokens.
    for token in text.tokens where token.kind == .mark {
      guard let first = text.text(of: token.span).unicodeScalars.first else { continue }
      if Self.marks.contains(first) { #expect(known.contains(token.start), "\(first)") }
    }
  }
}
