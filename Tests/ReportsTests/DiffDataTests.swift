import Foundation
import Prose
import Testing
import Wording

@testable import Reports

@Suite struct DiffDataTests {
  @Test func contractOfALine() {
    let text = report([markedPair(["Né, we {may} go"], ["Né, we {will} go"], [.modal])], .jsonl)
    #expect(
      text == #"{"id":"p1","verdict":"meaning-altered","severity":4,"relation":"full","#
        + #""similarity":0.88,"differences":[{"class":"modal","severity":4,"edit":"substitution","#
        + #""a":{"text":"may","utf8":[8,11],"scalar":[7,10],"utf16":[7,10]},"#
        + #""b":{"text":"will","utf8":[8,12],"scalar":[7,11],"utf16":[7,11]}}],"#
        + #""profile":"neutral","medium":null,"breaches":[]}"# + "\n")
  }

  @Test func placesInPieces() throws {
    let pair = markedPair(
      ["😀 we", "{may} {go}"], ["We {will} {}now"], [.modal, .omission])
    let a = pair.differences.map(\.a)
    #expect(a.map(\.text) == ["may", "go"])
    #expect(a.map(\.piece) == [1, 1])
    #expect(a.map(\.utf8) == [0..<3, 4..<6])
    #expect(a.map(\.utf16) == [0..<3, 4..<6])
    #expect(pair.differences.map(\.b.piece) == [nil, nil])
    #expect(pair.differences[1].b.utf8 == 8..<8)
  }

  @Test func breachesNameDifferences() throws {
    let house = Profile(
      name: "courier", title: "The Courier", rulings: [.filler: .init(.forbidden, source: "memo")])
    let text = report(
      [
        markedPair(
          ["We {may} {um} go"], ["We {will} {}go"], [.modal, .filler], profile: house,
          medium: .printed)
      ], .jsonl)
    #expect(
      text.hasSuffix(
        #""profile":"courier","medium":"printed","breaches":[{"difference":1,"rule":"forbidden","source":"memo"}]}"#
          + "\n"), "\(text)")
  }

  @Test func oneDocument() throws {
    let pair = markedPair(["We {may} go"], ["We {will} go"], [.modal], id: "a\"b\n")
    for pairs in [[], [pair], [pair, pair]] {
      let text = report(
        pairs, .json, isBatch: true,
        failures: [ReadFailure(path: "p.jsonl", line: 3, message: "broken")])
      let document = try #require(
        try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
      let written = try #require(document["pairs"] as? [[String: Any]])
      #expect(written.map { $0["id"] as? String } == pairs.map(\.id))
      let failures = try #require(document["failures"] as? [[String: Any]])
      #expect(failures.first?["line"] as? Int == 3)
    }
  }

  @Test func markdown() {
    let text = report(
      [markedPair(["We {may|} *go*"], ["We {will} *go*"], [.modal])], .markdown, isBatch: true)
    #expect(text.contains("> A: We **may\\|** \\*go\\*\n"), "\(text)")
    #expect(text.contains("> B: We **will** \\*go\\*\n"))
    #expect(
      text.contains("| 1 | meaning | modal | may\\| | will | how certain or binding it is |\n"))
    #expect(text.hasSuffix("1 pair: 1 meaning-altered.\n"))
  }
}

@Suite struct DiffHTMLTests {
  @Test func oneFileWithoutAnythingFromElsewhere() {
    let text = report([markedPair(["We {may} go"], ["We {will} go"], [.modal])], .html)
    #expect(text.hasPrefix("<!DOCTYPE html>\n<html lang=\"en\">"))
    #expect(text.hasSuffix("</html>\n"))
    for foreign in ["<script", "http:", "https:", "<link", "<img", "@import", "url("] {
      #expect(!text.contains(foreign))
    }
    #expect(text.contains("prefers-color-scheme: dark"))
    #expect(text.contains("@media print"))
    #expect(
      text.contains(
        "<del class=\"meaning\" title=\"1: how certain or binding it is (modal)\">may</del><sup>1</sup>"
      ))
    #expect(text.contains("<ins class=\"meaning\""))
  }

  @Test func everythingIsEscaped() {
    let text = report(
      [
        markedPair(
          ["<b>We</b> {<i>\"may\"} & 'go'"], ["<b>We</b> {\u{202E}} & 'go'"], [.modal],
          id: "</h2><script>")
      ], .html)
    #expect(!text.contains("<script>"))
    #expect(!text.contains("<b>"))
    #expect(text.contains("&lt;b&gt;We&lt;/b&gt; <del"))
    #expect(
      text.contains(">&lt;i&gt;&quot;may&quot;</del><sup>1</sup> &amp; &#39;go&#39;"), "\(text)")
    #expect(!text.unicodeScalars.contains("\u{202E}"))
  }

  /// Differences may lie inside one another; elements must not cross.
  @Test func segmentsDoNotOverlap() {
    let text = MarkedText(
      spans: [.init(0, 10), .init(4, 6), .init(8, 14), .init(14, 14), .init(20, 30)],
      in: .init(0, 24))
    #expect(
      text.segments == [
        .init(span: .init(0, 4), differences: [0], ending: []),
        .init(span: .init(4, 6), differences: [0, 1], ending: [1]),
        .init(span: .init(6, 8), differences: [0], ending: []),
        .init(span: .init(8, 10), differences: [0, 2], ending: [0]),
        .init(span: .init(10, 14), differences: [2], ending: [2, 3]),
        .init(span: .init(14, 20), differences: [], ending: []),
        .init(span: .init(20, 24), differences: [4], ending: [4]),
      ])
  }

  @Test func tagsAreBalanced() {
    let text = report(
      [
        markedPair(
          ["We {may} go, {}they say"], ["We {will} go, {so }they say"],
          [.modal, .insertion], id: nil)
      ], .html)
    for tag in ["div", "p", "del", "ins", "table", "tr", "td", "section", "main", "sup", "span"] {
      let opened =
        text.components(separatedBy: "<\(tag)>").count
        + text.components(separatedBy: "<\(tag) ").count - 2
      #expect(opened == text.components(separatedBy: "</\(tag)>").count - 1, "\(tag)")
    }
  }
}
