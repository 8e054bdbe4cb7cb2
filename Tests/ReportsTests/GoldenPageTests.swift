import Foundation
import Golden
import Prose
import Testing

@testable import Reports

@Suite struct GoldenPageTests {
  private let page = goldenReport(GoldenSamples.all, .html)

  @Test func oneFileWithoutAnythingFromElsewhere() {
    #expect(page.hasPrefix("<!DOCTYPE html>\n<html lang=\"en\">"))
    #expect(page.hasSuffix("</html>\n"))
    for foreign in ["http:", "https:", "<link", "<img", "@import", "url(", " style=\"", " on"] {
      // In texts, an attribute would need a quotation mark, which is escaped.
      let isAttribute = foreign == " on"
      #expect(!page.contains(isAttribute ? " onclick=" : foreign))
    }
    #expect(page.components(separatedBy: "<script").count == 2)
  }

  @Test func policyNamesStyleAndScript() throws {
    for (element, directive) in [("style", "style-src"), ("script", "script-src")] {
      let start = try #require(page.range(of: "<\(element)>"))
      let end = try #require(page.range(of: "</\(element)>"))
      var hash = SHA256()
      hash.update(page[start.upperBound..<end.lowerBound].utf8)
      let source = Data(hash.finish()).base64EncodedString()
      #expect(page.contains("\(directive) 'sha256-\(source)'"))
    }
  }

  @Test(arguments: ["", "f", "fo", "foo", "foob", "fooba", "\u{FF}\u{0}~"])
  func base64(_ text: String) {
    #expect(HTML.base64(Array(text.utf8)) == Data(text.utf8).base64EncodedString())
  }

  @Test func otherPagesHaveNoScript() {
    #expect(!HTML.pageStart(title: "x").contains("Security"))
  }

  @Test func tagsAreBalanced() throws {
    for results in [GoldenSamples.all, [], [GoldenSamples.passed]] {
      let page = goldenReport(results, .html)
      let script = try #require(page.range(of: "<script>"))
      let end = try #require(page.range(of: "</script>"))
      let markup = page[..<script.lowerBound] + page[end.upperBound...]
      var open: [Substring] = []
      for tag in markup.split(separator: "<").dropFirst() {
        let name = tag.prefix { $0.isLetter || $0.isNumber || $0 == "/" || $0 == "!" }
        if ["!DOCTYPE", "meta", "input", "br"].contains(name) { continue }
        if name.hasPrefix("/") {
          #expect(open.popLast() == name.dropFirst(), "\(tag.prefix(80))")
        } else {
          open.append(name)
        }
      }
      #expect(open.isEmpty)
    }
  }

  @Test func changedWordsAreMarked() {
    #expect(page.contains("“We <del>may</del> sign it"))
    #expect(page.contains("“We <ins>will</ins> sign it"))
    #expect(page.contains("<del class=\"whole\">Ada Quill</del>"))
    #expect(
      page.contains("<span class=\"badge meaning\">how certain or binding it is (modal)</span>"))
  }

  @Test func passageIsTheParagraph() {
    #expect(
      page.contains(
        "<p class=\"context\" dir=\"auto\"><mark title=\"speaker changed\">“The river does not wait "
          + "for us,”</mark> Quill said. Asked about costs, she called the estimate "
          + "<mark class=\"accepted\" title=\"Ada Quill\">“a first guess.”</mark></p>"))
  }

  @Test func allPiecesOfAQuotationAreMarked() {
    var result = GoldenSamples.failed
    result.answer[1].places.append(result.answer[2].places[0])
    let page = goldenReport([result], .html)
    #expect(
      page.contains("the estimate <mark title=\"speaker changed\">“a first guess.”</mark></p>"))
  }

  @Test(arguments: ["\n", "\r\n"])
  func paragraphsEndAtBlankLines(_ newline: String) {
    let lines = ["Above.", "", "One", "“Here.” two", "", "Below."]
    let text = lines.joined(separator: newline)
    #expect(
      context(of: "“Here.”", in: text) == "One\n<mark title=\"speaker changed\">“Here.”</mark> two")
    #expect(context(of: "Above.", in: text) == "<mark title=\"speaker changed\">Above.</mark>")
    #expect(context(of: "Below.", in: text) == "<mark title=\"speaker changed\">Below.</mark>")
  }

  /// The passage that the page shows around words.
  private func context(of words: String, in text: String) -> String {
    var result = GoldenSamples.failed
    var difference = GoldenDifference(
      .speakerChanged, id: "12345678", subject: words, fact: .speaker)
    difference.place = GoldenSamples.place(of: words, in: text)
    result.differences = [difference]
    result.answer = []
    result.texts = [.init(path: "bridge.md", text: text)]
    let parts = goldenReport([result], .html).components(
      separatedBy: "<p class=\"context\" dir=\"auto\">")
    return parts[1].components(separatedBy: "</p>")[0]
  }

  @Test func longParagraphsAreCutAtSpaces() {
    let words = "“Here.”"
    let text =
      String(repeating: "before ", count: 200) + words + String(repeating: " after", count: 200)
    let context = context(of: words, in: text)
    #expect(context.hasPrefix("… before before"))
    #expect(context.hasSuffix("after after …"))
    #expect(context.utf8.count < 700)
  }

  @Test func articlesHaveAllTheirQuotations() {
    let article = page.components(separatedBy: "<div class=\"text\" dir=\"auto\">")[1]
    #expect(
      article.contains(
        "<a href=\"#d-c0ffee00\"><mark title=\"quotation added\">“Nobody has counted the wells.”"))
    #expect(
      article.contains(
        "<mark class=\"accepted\" title=\"a neighbour (unnamed)\">«نحن ننتظر»</mark>"))
    #expect(page.contains("5 passages marked, 3 changed"))
  }

  /// What two articles have at one place is marked in the one that is meant.
  @Test func articlesOfOneFile() {
    var result = GoldenSamples.failed
    result.answer = [GoldenSamples.answer[0]]
    result.answer[0].places[0].path = "all.jsonl#2"
    result.differences = []
    result.texts = ["all.jsonl#1", "all.jsonl#2"].map { path in
      .init(path: path, text: GoldenSamples.article)
    }
    let page = goldenReport([result], .html)
    #expect(page.contains("all.jsonl#1 <span class=\"count\">0 passages marked"))
    #expect(page.contains("all.jsonl#2 <span class=\"count\">1 passage marked"))
  }

  @Test func whereAllIsWellEverythingIsShown() {
    let page = goldenReport([GoldenSamples.passed], .html)
    #expect(page.contains("id=\"o-passed\" checked>"))
    #expect(page.contains("<p class=\"verdict well\">1 golden case: 1 passed</p>"))
    #expect(self.page.contains("id=\"o-passed\"> passed"))
  }
}

@Suite struct GoldenMarkdownTests {
  @Test func tablesHoldTheDifferences() {
    let text = goldenReport([GoldenSamples.failed], .markdown)
    #expect(
      text.contains(
        "| 3f9a01bc | **wording changed** | how certain or binding it is (modal) "
          + "| “We **may** sign it before the end of the month,” "
          + "| “We **will** sign it before the end of the month,” "
          + "| golden/articles/bridge.md:3:1<br>golden/articles/bridge.golden:6 |\n"))
    #expect(text.hasPrefix("# Golden cases\n\n**1 golden case: 1 failed**\n"))
    #expect(text.hasSuffix("\nAccept or reject each difference: verbatim golden review\n"))
  }

  /// Each row of a table has its cells, and each line begins as the format means it to.
  @Test(arguments: [false, true])
  func nothingBreaksOut(_ includesPassed: Bool) {
    let text = goldenReport(GoldenSamples.all, .markdown, includesPassed: includesPassed)
    for line in text.split(separator: "\n") {
      let plain = line.replacing("\\\\", with: "").replacing("\\|", with: "")
      if line.hasPrefix("|") { #expect(plain.count { $0 == "|" } == 7, "\(line)") }
      let starts = ["|", "# ", "## ", "- ", "**", "Differences: ", "Accept ", "irony"]
      #expect(starts.contains(where: line.hasPrefix), "\(line)")
      let tags = plain.replacing("\\<", with: "").replacing("<br>", with: "")
      #expect(!tags.replacing("<!-- -->", with: "").contains("<"), "\(line)")
    }
  }

  @Test func nobodyIsNotified() {
    var result = GoldenSamples.failed
    result.differences[1].after = "@everyone"
    #expect(goldenReport([result], .markdown).contains("| @<!-- -->everyone |"))
  }

  @Test func passedCasesAreListedOnRequest() {
    var calm = GoldenSamples.passed
    calm.differences = []
    #expect(
      goldenReport([calm], .markdown, includesPassed: true)
        .hasSuffix("\n## As accepted\n\n- golden/articles/calm.golden\n"))
    #expect(!goldenReport([calm], .markdown).contains("calm"))
  }
}
