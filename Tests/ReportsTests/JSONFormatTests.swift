import Foundation
import Prose
import Quotations
import Reports
import Speakers
import Testing

@Suite struct JSONFormatTests {
  @Test func lineHoldsTheWholeContract() {
    let attributed = attributedArticle(
      metadata: Article.Metadata(title: "A \"bridge\"", outlet: "Courier", date: "2024-03-01"),
      [SampleQuotation(text: "“Yes.”")])
    let id = QuotationIdentifiers.identifiers(
      of: attributed.quotations, in: attributed.article)[0]
    #expect(
      report([ArticleListing(attributed)], ListOptions(format: .jsonl)) == """
        {"article":{"id":"a.txt","path":"news/a.txt","title":"A \\"bridge\\"",\
        "outlet":"Courier","date":"2024-03-01"},"id":"\(id)","kind":"direct","speech":true,\
        "pieces":[{"text":"“Yes.”","utf8":[0,10],"scalar":[0,6],"utf16":[0,6],"line":1,"column":1}],\
        "speaker":{"name":"Ana Ruiz","kind":"person"},\
        "mention":{"text":"Ana Ruiz","utf8":[16,24],"scalar":[12,20],"utf16":[12,20],"line":1,\
        "column":13},"cue":{"text":"said","lemma":"say","utf8":[11,15],"scalar":[7,11],\
        "utf16":[7,11],"line":1,"column":8},"confidence":0.90,\
        "evidence":["cue-follows-quotation"]}

        """)
  }

  @Test func whatIsUnknownIsNull() throws {
    let attributed = attributedArticle(path: nil, [SampleQuotation(speaker: nil)])
    let listing = ArticleListing(attributed, filter: QuotationFilter(includesAll: true))
    let object = try object(report([listing], ListOptions(format: .jsonl)))
    for key in ["speaker", "mention", "cue"] { #expect(object[key] is NSNull) }
    let article = try #require(object["article"] as? [String: Any])
    for key in ["path", "title", "outlet", "date"] { #expect(article[key] is NSNull) }
  }

  @Test func extraFieldsAndIdentifiersAreHandedThrough() throws {
    let attributed = attributedArticle(
      metadata: Article.Metadata(extra: [
        .init(key: "desk", json: "{\"n\":\n1}"),
        .init(key: "tokens", json: "[\(String(repeating: "0,", count: 600))0]"),
      ]),
      speakers: [Speaker(name: "Ana Ruiz", kind: .person, identifier: "Q42")],
      [SampleQuotation()])
    let text = report([ArticleListing(attributed)], ListOptions(format: .jsonl))
    #expect(text.split(separator: "\n").count == 1)
    let object = try object(text)
    let article = try #require(object["article"] as? [String: Any])
    #expect(article["extra"] as? [String: [String: Int]] == ["desk": ["n": 1]])
    #expect((object["speaker"] as? [String: Any])?["id"] as? String == "Q42")
  }

  @Test(arguments: [nil, .person, .outlet, .article] as [ListOptions.Grouping?])
  func documentIsValid(_ grouping: ListOptions.Grouping?) throws {
    let nasty = "“\u{0}\u{1B}\"\\\u{2028}\u{FFFD}\u{10FFFF}”"
    let listings = ["a", "b"].map { id in
      ArticleListing(attributedArticle(id: id, [SampleQuotation(text: nasty), SampleQuotation()]))
    }
    let options = ListOptions(format: .json, grouping: grouping)
    let document = try object(report(listings, options))
    let quotations: [Any]
    if grouping == nil {
      quotations = try #require(document["quotations"] as? [Any])
    } else {
      #expect(document["by"] as? String == grouping?.rawValue)
      let groups = try #require(document["groups"] as? [[String: Any]])
      quotations = groups.flatMap { $0["quotations"] as? [Any] ?? [] }
      #expect(groups.reduce(0) { $0 + ($1["count"] as? Int ?? 0) } == 4)
    }
    #expect(quotations.count == 4)
    #expect((document["failures"] as? [Any])?.isEmpty == true)
    #expect(try object(report([ArticleListing](), options))["failures"] != nil)
  }

  @Test func documentNamesWhatCouldNotBeRead() throws {
    var report = ListReport(options: ListOptions(format: .json))
    report.add(ReadFailure(path: "x.jsonl", line: 3, message: "broken"))
    let document = try object(String(decoding: report.finish(), as: UTF8.self))
    let failures = try #require(document["failures"] as? [[String: Any]])
    #expect(failures.count == 1)
    #expect(failures[0]["path"] as? String == "x.jsonl")
    #expect(failures[0]["line"] as? Int == 3)
    #expect(failures[0]["message"] as? String == "broken")
  }

  private func object(_ text: String) throws -> [String: Any] {
    try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
  }
}
