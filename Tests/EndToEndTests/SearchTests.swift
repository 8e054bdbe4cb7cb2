import Foundation
import Testing

/// `verbatim search` in a store of invented articles.
@Suite struct SearchTests {
  private let verbatim: Verbatim

  init() throws {
    verbatim = try Verbatim()
    let articles: [(String, String, String, String)] = [
      (
        "a", "Gazette", "2024-01-10",
        "“We will not raise the ferry fares this winter,” said Ana Ruiz."
      ),
      ("b", "Courant", "2024-01-11", "“We may raise the ferry fares this winter,” said Ana Ruiz."),
      (
        "c", "Gazette", "2024-02-01",
        "“We will not raise the ferry fares this winter,” said Ben Cole."
      ),
      (
        "d", "Echo", "2024-02-02",
        "The council will not raise the ferry fares this winter, it seems."
      ),
      ("e", "Echo", "2024-02-03", "“The bridge is shut,” said Ana Ruiz."),
    ]
    let lines = articles.map { id, outlet, date, text in
      "{\"id\":\"\(id)\",\"outlet\":\"\(outlet)\",\"date\":\"\(date)\",\"text\":\"\(text)\"}\n"
    }
    try verbatim.write("a.jsonl", lines.joined())
    #expect(try verbatim.run("index", "c.db", "a.jsonl").status == 0)
  }

  private static let words = "We will not raise the ferry fares this winter"

  /// The hits as `article verdict speaker`.
  private func hits(_ options: String = "", words: String = words) throws -> [String] {
    let outcome = try verbatim.shell(
      "$VERBATIM search c.db '\(words)' --format jsonl \(options)")
    #expect(outcome.status == 0, "\(outcome.errors)")
    return try outcome.lines().map { line in
      let article = try #require(line["article"] as? [String: Any])
      let speaker = (line["speaker"] as? [String: Any])?["name"] as? String ?? "-"
      return "\(article["id"] ?? "") \(line["verdict"] ?? "") \(speaker)"
    }
  }

  @Test func bestFirst() throws {
    let hits = try hits()
    #expect(Set(hits.prefix(2)) == ["a verbatim Ana Ruiz", "c verbatim Ben Cole"])
    #expect(hits.contains("b meaning-altered Ana Ruiz"))
    #expect(hits.contains { $0.hasPrefix("d ") && $0.hasSuffix(" -") })
    #expect(!hits.contains { $0.hasPrefix("e ") })
  }

  @Test func options() throws {
    #expect(try hits("--speaker 'ben cole'") == ["c verbatim Ben Cole"])
    #expect(try hits("--outlet gazette --to 2024-01-31") == ["a verbatim Ana Ruiz"])
    #expect(try hits("--from 2024-02-01 --outlet Gazette") == ["c verbatim Ben Cole"])
    #expect(try hits("--limit 1").count == 1)
    #expect(try hits("--speaker nobody").isEmpty)
    #expect(try hits(words: "Xylophones quarrel underneath").isEmpty)
  }

  @Test func places() throws {
    let outcome = try verbatim.run(
      "search", "c.db", Self.words, "--speaker", "ben cole", "--format", "jsonl")
    let line = try #require(try outcome.lines().first)
    let passage = try #require(line["passage"] as? [String: Any])
    #expect(passage["text"] as? String == Self.words)
    #expect(passage["utf8"] as? [Int] == [3, 48])
    #expect((line["quotation"] as? [String: Any])?["kind"] as? String == "direct")
    let listed = try verbatim.run("list", "a.jsonl", "--person", "ben cole", "--format", "jsonl")
    #expect(
      (line["quotation"] as? [String: Any])?["id"] as? String
        == (try listed.lines().first)?["id"] as? String)
  }

  @Test func forPeople() throws {
    let text = try verbatim.run("search", "c.db", Self.words, "--limit", "3").text
    #expect(text.contains("verbatim, the same words"))
    #expect(text.contains(" · Gazette · 2024-01-10 · Ana Ruiz"))
    #expect(text.contains("3 places in 5 sources, "))
    let none = try verbatim.run("search", "c.db", "Xylophones quarrel underneath").text
    #expect(none.hasPrefix("Not in what was read: 5 sources, "))
    let json = try verbatim.run("search", "c.db", Self.words, "--format", "json").output
    let object = try #require(try JSONSerialization.jsonObject(with: json) as? [String: Any])
    #expect((object["hits"] as? [Any])?.count ?? 0 >= 3)
  }

  @Test func statusAndUsage() throws {
    #expect(try verbatim.run("search", "c.db", Self.words, "--fail-on", "meaning").status == 1)
    #expect(
      try verbatim.run("search", "c.db", "The bridge is shut", "--fail-on", "meaning").status == 0)
    #expect(try verbatim.run("search", "c.db", "…").status == 2)
    #expect(try verbatim.run("search", "c.db", "words", "--from", "yesterday").status == 2)
    #expect(try verbatim.run("search", "a.jsonl", "words").status == 3)
  }
}
