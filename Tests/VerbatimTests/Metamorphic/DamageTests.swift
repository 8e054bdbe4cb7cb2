import MetamorphicSupport
import TestSupport
import Testing
import Verbatim

/// One damaged mark changes nothing outside of its paragraph, and is reported.
@Suite struct DamageTests {
  @Test func samplesKeepTheRest() {
    check(SampleTexts.articles.filter { $0.id.hasSuffix(".txt") }, marks: 3)
  }

  @Test(
    .enabled(
      if: SampleTexts.sharedFolder != nil, "there is no folder of shared texts beside the checkout"),
    arguments: [("polnear-dev.jsonl", 12), ("litbank-open.jsonl", 12), ("pdnc-open.jsonl", 120)])
  func realTextsKeepTheRest(_ file: String, _ step: Int) {
    check(SampleTexts.shared(file, every: step), marks: 3)
  }

  private func check(_ articles: [Article], marks count: Int) {
    var cases = 0
    var kept = 0
    var diagnosed = 0
    for (index, article) in articles.enumerated() {
      var random = SeededGenerator(seed: index)
      let printed = MarkedArticle(article)
      // Undirected marks cannot be flipped.
      let curly = MarkedArticle(
        Article(id: article.id, bytes: printed.rewritten(.curly).bytes))
      for damage in MarkDamage.allCases {
        let article = damage == .flipped ? curly : printed
        for mark in article.marks.filter(\.isPaired).shuffled(using: &random).prefix(count) {
          guard let outcome = DamageOutcome(article, mark, damage) else { continue }
          cases += 1
          kept += outcome.keepsOthers ? 1 : 0
          diagnosed += outcome.isDiagnosed ? 1 : 0
        }
      }
    }
    #expect(cases > 40)
    #expect(1000 * kept >= 995 * cases, "\(kept) of \(cases) keep the rest")
    #expect(10 * diagnosed >= 9 * cases, "\(diagnosed) of \(cases) are reported")
  }
}
