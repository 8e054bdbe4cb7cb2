import Foundation
import Testing
import Verbatim

private let samples = URL(fileURLWithPath: #filePath)
  .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
  .appendingPathComponent("golden/articles")

/// The analyzer's answers for the sample articles beside the right ones.
///
/// Attribution is statistical, so what is asserted is how many answers must be right at least. The
/// floors lie a little below what was measured (pieces 311 of 320, speech or not 221 of 244, reasons
/// 15 of 17, turns 201 of 204, kinds 203 of 204, speakers 187 of 204); whoever improves the engine
/// raises them. With `VERBATIM_SAMPLE_DIFFERENCES` set, the differences are printed in any case.
@Suite(.enabled(if: FileManager.default.fileExists(atPath: samples.path), "there are no samples"))
struct SampleAnswersTests {
  @Test func answersAreRightOftenEnough() throws {
    var score = SampleScore()
    var source = ArticleSource(paths: [samples.path])
    let analyzer = QuotationAnalyzer()
    var articles = 0
    while let item = source.next() {
      guard case .article(let article, _) = item, let path = article.path else {
        Issue.record("a sample could not be read: \(item)")
        continue
      }
      let answers = try SampleAnswers(
        String(contentsOfFile: path.replacing(".txt", with: ".quotes"), encoding: .utf8),
        article: article)
      score.add(analyzer.analyze(article), answers)
      articles += 1
    }
    #expect(articles == 21)
    check(score, .pieces, atLeast: 0.96)
    check(score, .speechOrNot, atLeast: 0.86)
    check(score, .reason, atLeast: 0.8)
    check(score, .turns, atLeast: 0.96)
    check(score, .kind, atLeast: 0.97)
    check(score, .speaker, atLeast: 0.86)
    if ProcessInfo.processInfo.environment["VERBATIM_SAMPLE_DIFFERENCES"] != nil {
      print(score)
    }
  }

  private func check(_ score: SampleScore, _ question: SampleScore.Question, atLeast floor: Double)
  {
    #expect(score.share(question) >= floor, "\(score)")
  }
}
