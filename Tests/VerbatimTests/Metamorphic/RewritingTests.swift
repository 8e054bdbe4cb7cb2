import MetamorphicSupport
import Testing
import Verbatim

/// The same article in another typography has the same quotations by the same speakers.
@Suite struct RewritingTests {
  /// Of the project's own articles, which are full of dirty print, 99 of 100 quotations come out the
  /// same.
  @Test(arguments: Typography.allCases)
  func samplesComeOutTheSame(_ typography: Typography) {
    var sum = RewritingOutcome()
    for article in SampleTexts.articles where !Self.isAboutMarks(article.id) {
      sum += RewritingOutcome(MarkedArticle(article), typography)
    }
    #expect(sum.quotations > 100)
    let failures = sum.failures.map { "\($0.kind): \($0.before) became \($0.after)" }
    #expect(100 * sum.sameSpeaker >= 99 * sum.quotations, "\(failures)")
  }

  /// Of real texts 99 of 100 do, as the whole corpora show; of these few at least 98.
  @Test(
    .enabled(
      if: SampleTexts.sharedFolder != nil, "there is no folder of shared texts beside the checkout"),
    arguments: Typography.allCases,
    [("polnear-dev.jsonl", 8), ("litbank-open.jsonl", 8), ("pdnc-open.jsonl", 80)])
  func realTextsComeOutTheSame(_ typography: Typography, _ corpus: (file: String, step: Int)) {
    var sum = RewritingOutcome()
    for article in SampleTexts.shared(corpus.file, every: corpus.step) {
      sum += RewritingOutcome(MarkedArticle(article), typography)
    }
    #expect(sum.quotations > 50)
    #expect(100 * sum.sameSpeaker >= 98 * sum.quotations, "\(sum.sameSpeaker) of \(sum.quotations)")
  }

  /// Cases made of a certain print prove nothing in another.
  private static func isAboutMarks(_ id: String) -> Bool { id.hasSuffix(".md") }

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
