import MetamorphicSupport
import Testing
import Verbatim

/// The same article in another typography has the same quotations by the same speakers.
@Suite struct RewritingTests {
  private static let samples = SampleTexts.articles.map(MarkedArticle.init)

  /// Of the project's own articles, which are full of dirty print, 99 of 100 quotations come out the
  /// same.
  @Test(arguments: Typography.allCases)
  func samplesComeOutTheSame(_ typography: Typography) {
    var sum = RewritingOutcome()
    for article in Self.samples { sum += RewritingOutcome(article, typography) }
    #expect(sum.quotations > 100)
    let failures = sum.failures.map { "\($0.kind): \($0.before) became \($0.after)" }
    #expect(100 * sum.sameSpeaker >= 99 * sum.quotations, "\(failures)")
  }

  /// Of real texts 99 of 100 do as well.
  @Test(
    .enabled(
      if: SampleTexts.sharedFolder != nil, "there is no folder of shared texts beside the checkout"),
    arguments: Typography.allCases)
  func realTextsComeOutTheSame(_ typography: Typography) {
    var sum = RewritingOutcome()
    for article in Self.realTexts { sum += RewritingOutcome(article, typography) }
    #expect(sum.quotations > 200)
    #expect(100 * sum.sameSpeaker >= 99 * sum.quotations, "\(sum.sameSpeaker) of \(sum.quotations)")
  }

  private static let realTexts = [
    ("polnear-dev.jsonl", 10), ("litbank-open.jsonl", 16), ("pdnc-open.jsonl", 160),
  ].flatMap { SampleTexts.shared($0.0, every: $0.1) }.map(MarkedArticle.init)

  /// What stands inside of the marks is content wherever a rewriting puts them.
  @Test(arguments: Typography.allCases)
  func placesMapBack(_ typography: Typography) {
    let text = "“He told me ‘no’ twice,” Ana Ruiz said. “I left.”\n\n“And then?” asked Ben Cole."
    let article = MarkedArticle(Article(id: "a", text: text))
    let edit = article.rewritten(typography)
    let rewritten = MarkedArticle(Article(id: "a", bytes: edit.bytes))
    let contents = rewritten.contents(edit).map { article.text.text(of: $0) }
    #expect(contents == ["He told me ‘no’ twice,", "no", "I left.", "And then?"])
  }
}
