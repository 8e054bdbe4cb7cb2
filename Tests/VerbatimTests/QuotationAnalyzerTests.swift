import Testing
import Verbatim

@Suite struct QuotationAnalyzerTests {
  @Test(arguments: [
    ("“It works,” said Ana Ruiz.", ["“It works,”"]),
    ("No marks here.", []),
    ("", []),
    ("“One.”\n\n“Two.”", ["“One.”", "“Two.”"]),
  ])
  func finds(_ text: String, _ expected: [String]) {
    let result = QuotationAnalyzer().analyze(Article(id: "a", text: text))
    let pieces = result.quotations.flatMap(\.pieces)
    #expect(pieces.map { result.article.text(of: $0.span) } == expected)
    #expect(result.attributions.count == result.quotations.count)
  }

  @Test func frontMatterIsNoProse() {
    let front = "---\ntitle: “Not said”\n---\n"
    let body = "“Said,” said Ana Ruiz. She said: “Again.”"
    let bare = QuotationAnalyzer().analyze(Article(id: "a", text: body))
    let whole = QuotationAnalyzer().analyze(
      Article(id: "a", bytes: Array((front + body).utf8), bodyStart: front.utf8.count))
    #expect(whole.quotations.count == 2)
    let shift = front.utf8.count
    #expect(
      whole.quotations.map(\.span)
        == bare.quotations.map { TextSpan($0.span.start + shift, $0.span.end + shift) })
    #expect(
      whole.attributions.map { $0.mention?.span.start }
        == bare.attributions.map { $0.mention.map { $0.span.start + shift } })
  }

  @Test(arguments: [
    (QuotationFinder.SingleQuotes.on, 1), (.off, 0),
  ])
  func singleMarksAreAnOption(_ singleQuotes: QuotationFinder.SingleQuotes, _ expected: Int) {
    let options = QuotationAnalyzer.Options(
      marks: QuotationFinder.Options(singleQuotes: singleQuotes))
    let article = Article(id: "a", text: "‘It works here,’ said Ana Ruiz.")
    #expect(QuotationAnalyzer(options: options).analyze(article).quotations.count == expected)
  }
}
