import MetamorphicSupport
import TestSupport
import Testing
import Verbatim

/// What stands far away does not matter.
///
/// Who speaks may depend on the whole article, because a paragraph far away may be the one that
/// gives somebody's full name; which glyphs open, and whether dashes do, depends on what most of the
/// article does. The exact form: without a paragraph that no quotation enters or leaves, all other
/// paragraphs have the same marked pieces.
@Suite struct LocalityTests {
  @Test func paragraphsStandAlone() {
    var cases = 0
    for (index, article) in SampleTexts.articles.enumerated() {
      var random = SeededGenerator(seed: index)
      cases += check(article, &random, count: 6)
    }
    #expect(cases > 200)
  }

  @Test(
    .enabled(
      if: SampleTexts.sharedFolder != nil, "there is no folder of shared texts beside the checkout"),
    arguments: [("polnear-dev.jsonl", 12), ("litbank-open.jsonl", 12), ("pdnc-open.jsonl", 120)])
  func realParagraphsStandAlone(_ file: String, _ step: Int) {
    var cases = 0
    for (index, article) in SampleTexts.shared(file, every: step).enumerated() {
      var random = SeededGenerator(seed: index)
      cases += check(article, &random, count: 4)
    }
    #expect(cases > 15)
  }

  private func check(
    _ article: Article, _ random: inout SeededGenerator, count: Int
  ) -> Int {
    let original = MarkedArticle(article)
    guard !original.found.quotations.contains(where: { $0.style == .dash }) else { return 0 }
    let paragraphs = original.text.paragraphs
    var cases = 0
    for index in paragraphs.indices.shuffled(using: &random).prefix(count)
    where index + 1 < paragraphs.count {
      // With the blank lines behind it.
      let span = TextSpan(paragraphs[index].span.start, paragraphs[index + 1].span.start)
      let isApart = original.found.quotations.allSatisfy { quotation in
        !quotation.span.overlaps(span) || span.contains(quotation.span)
      }
      guard isApart else { continue }
      let edit = EditedText(article.bytes, replacing: [EditedText.Replacement(span, "")])
      let shortened = MarkedArticle(Article(id: article.id, bytes: edit.bytes))
      // Lines that are joined or parted by it are other paragraphs.
      guard shortened.text.paragraphs.count == paragraphs.count - 1 else { continue }
      cases += 1
      let before = original.contents(original.unedited).filter { !$0.overlaps(span) }
      #expect(shortened.contents(edit) == before, "\(article.id), paragraph \(index)")
    }
    return cases
  }

  /// Closing an unclosed quotation where it was ended changes nothing but this quotation.
  @Test func closingAMarkIsLocal() {
    var cases = 0
    for (index, article) in SampleTexts.articles.enumerated() {
      var random = SeededGenerator(seed: index)
      cases += checkClosing(MarkedArticle(article), &random)
    }
    #expect(cases > 50)
  }

  private func checkClosing(_ whole: MarkedArticle, _ random: inout SeededGenerator) -> Int {
    var cases = 0
    let closing = whole.marks.filter { !$0.opens && $0.isPaired && $0.level == 0 }
    for mark in closing.shuffled(using: &random).prefix(4) {
      let loss = EditedText(whole.text.bytes, replacing: [EditedText.Replacement(mark.span, "")])
      let damaged = MarkedArticle(Article(id: whole.id, bytes: loss.bytes))
      let unclosed = damaged.found.diagnostics.filter { $0.code == "unclosed-mark" }
      guard unclosed.count == 1,
        let quotation = damaged.found.quotations.first(where: {
          $0.pieces[0].opening == unclosed[0].span && !$0.isClosed
        })
      else { continue }
      let end = quotation.span.end
      let text = whole.text.text(of: mark.span)
      let repair = EditedText(
        damaged.text.bytes, replacing: [EditedText.Replacement(TextSpan(end, end), text)])
      let repaired = MarkedArticle(Article(id: whole.id, bytes: repair.bytes))
      cases += 1
      #expect(
        repaired.contents(repair) == damaged.contents(damaged.unedited),
        "\(whole.id): \(whole.text.text(of: TextSpan(mark.span.start - 20, mark.span.end)))")
    }
    return cases
  }
}
