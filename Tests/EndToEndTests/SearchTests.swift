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

  /// Many quotations of a table, each answered as it would be alone.
  @Test func tables() throws {
    try verbatim.write(
      "q.jsonl",
      """
      {"id":"one","quotation":"\(Self.words)"}
      {"quotation":["The bridge", "is shut"]}
      {"id":"none","text":"Xylophones quarrel underneath"}

      """)
    let outcome = try verbatim.run("search", "c.db", "--quotes", "q.jsonl", "--format", "jsonl")
    #expect(outcome.status == 0, "\(outcome.errors)")
    let lines = try outcome.lines()
    #expect(lines.map { $0["id"] as? String } == ["one", nil, "none"])
    let hits = lines.map { $0["hits"] as? [[String: Any]] ?? [] }
    let alone = try verbatim.run("search", "c.db", Self.words, "--format", "jsonl").lines()
    #expect(NSArray(array: hits[0]) == NSArray(array: alone))
    #expect(hits[1].count == 1)
    #expect(hits[2].isEmpty)
    #expect((lines[0]["read"] as? [String: Any])?["sources"] as? Int == 5)
    let text = try verbatim.run("search", "c.db", "--quotes", "q.jsonl", "--limit", "1").text
    #expect(text.hasPrefix("one · “\(Self.words)”\n\nverbatim, the same words\n"))
    #expect(text.contains("none · “Xylophones quarrel underneath”\n\nNot in what was read"))

    try verbatim.write("q.csv", "id,quotation\n1,The bridge is shut\n2,\n")
    let table = try verbatim.run("search", "c.db", "--quotes", "q.csv", "--format", "jsonl")
    #expect(table.status == 3)
    #expect(table.errors.contains("q.csv:3: the row has no quotation"))
    #expect(try table.lines().count == 1)
    for arguments in ["--quotes q.csv words", "", "--quotes q.csv --format json"] {
      #expect(try verbatim.shell("$VERBATIM search c.db \(arguments)").status == 2)
    }
  }

  /// A program that asks one by one gets each answer before it asks on.
  @Test func askedByAndBy() throws {
    let outcome = try verbatim.shell(
      """
      coproc search { $VERBATIM search c.db --quotes - --format jsonl; }
      for words in "The bridge is shut" "\(Self.words)"; do
        printf '{"text":"%s"}\\n' "$words" >&${search[1]}
        read -t 60 -u ${search[0]} answer || exit 9
        echo "$answer"
      done
      """)
    #expect(outcome.status == 0)
    let counts = try outcome.lines().map { ($0["hits"] as? [Any])?.count ?? 0 }
    #expect(counts.count == 2 && counts[0] == 1 && counts[1] >= 3)
  }

  // MARK: Hard quotations

  /// What is short, stands twice, runs over sentences and paragraphs, or is split by an ellipsis.
  @Test func hardQuotations() throws {
    let filler = (0..<260).map { "Item \($0) was read out slowly." }.joined(separator: " ")
    let texts = [
      ("twice", "“The old mill stays open,” said Ana Ruiz. Later: “The old mill stays open.”"),
      ("again", "“The old mill stays open,” said Ben Cole."),
      (
        "long",
        "“We counted the boats. Nobody was missing.\n\n“Then the storm turned north,” said Ana Ruiz. "
          + "“It began with a crack in the lighthouse. \(filler) It ended with a flood in the granary.”"
      ),
    ]
    let lines = try texts.map { id, text in
      let data = try JSONSerialization.data(withJSONObject: ["id": id, "text": text])
      return String(decoding: data, as: UTF8.self) + "\n"
    }
    try verbatim.write("b.jsonl", lines.joined())
    #expect(try verbatim.run("index", "c.db", "b.jsonl").status == 0)
    // Two articles have it equally well.
    for words in ["The old mill stays open", "old mill stays open"] {
      #expect(
        try hits(words: words).sorted() == ["again verbatim Ben Cole", "twice verbatim Ana Ruiz"])
    }
    #expect(
      try hits(words: "We counted the boats. Nobody was missing.").first == "long verbatim Ana Ruiz"
    )
    #expect(
      try hits(words: "Nobody was missing. Then the storm turned north").first?.hasPrefix("long ")
        == true)
    let split = try hits(
      words: "It began with a crack in the lighthouse ... It ended with a flood in the granary")
    #expect(split.first?.hasPrefix("long ") == true, "\(split)")
  }
}
