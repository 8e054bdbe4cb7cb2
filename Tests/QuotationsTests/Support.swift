import Prose
import Quotations
import Testing

/// A text with the quotations that are expected in it: `⟦` and `⟧` stand around each piece, and
/// `⟦+` opens a further piece of the quotation before.
struct MarkedText {
  let text: String
  let marked: String

  init(_ marked: String) {
    self.marked = marked
    text =
      marked.replacing("⟦+", with: "").replacing("⟦", with: "").replacing("⟧", with: "")
  }
}

/// Writes the marks of ``MarkedText`` around the quotations that were found.
func marked(_ text: TokenizedText, _ quotations: [Quotation]) -> String {
  var opens: [Int: [(end: Int, sign: String)]] = [:]
  var closes: [Int: Int] = [:]
  for quotation in quotations {
    for (index, piece) in quotation.pieces.enumerated() {
      opens[piece.span.start, default: []].append((piece.span.end, index == 0 ? "⟦" : "⟦+"))
      closes[piece.span.end, default: 0] += 1
    }
  }
  var result: [UInt8] = []
  for offset in 0...text.bytes.count {
    for _ in 0..<closes[offset, default: 0] { result += Array("⟧".utf8) }
    for open in opens[offset, default: []].sorted(by: { $0.end > $1.end }) {
      result += Array(open.sign.utf8)
    }
    if offset < text.bytes.count { result.append(text.bytes[offset]) }
  }
  return String(decoding: result, as: UTF8.self)
}

/// Checks that exactly the marked quotations are found, and exactly these kinds of diagnostics.
func check(
  _ marked: String, diagnostics: [String] = [], options: QuotationFinder.Options = .init(),
  sourceLocation: SourceLocation = #_sourceLocation
) {
  let expected = MarkedText(marked)
  let text = Tokenizer().tokenize(Array(expected.text.utf8))
  let found = QuotationFinder(options: options).quotations(in: text)
  let actual = QuotationsTests.marked(text, found.quotations)
  #expect(actual == expected.marked, sourceLocation: sourceLocation)
  #expect(found.diagnostics.map(\.code) == diagnostics, sourceLocation: sourceLocation)
}

/// What the marks of a text are that are no quotation marks.
func otherUses(_ string: String) -> [OtherMark.Use] {
  let text = Tokenizer().tokenize(Array(string.utf8))
  return QuotationFinder().quotations(in: text).otherMarks.map(\.use)
}
