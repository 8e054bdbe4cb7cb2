import Foundation
import Testing

/// `verbatim verify` on the sample hearing, and on input made for a point.
@Suite struct VerifyTests {
  private let verbatim: Verbatim

  init() throws {
    verbatim = try Verbatim()
    for name in ["hearing.srt", "article.md"] {
      let url = Verbatim.package.appendingPathComponent("golden/verify/\(name)")
      try verbatim.write(name, try Data(contentsOf: url))
    }
  }

  /// A line for each object: verdict, conflict, line, time, first part, classes.
  private func summary(_ outcome: Outcome) throws -> [String] {
    try outcome.lines().map { line in
      let verdict = try #require(line["verdict"] as? String)
      let conflict = line["speakerConflict"] as? Bool == true ? "!" : ""
      guard let found = (line["found"] as? [[String: Any]])?.first else {
        return verdict + conflict
      }
      let differences = try #require(found["differences"] as? [[String: Any]])
      let classes = differences.compactMap { $0["class"] as? String }
      return [
        verdict + conflict, "\(found["line"] ?? "")", found["time"] as? String ?? "-",
        classes.joined(separator: " "),
      ].joined(separator: " | ")
    }
  }

  @Test func sample() throws {
    let outcome = try verbatim.run(
      "verify", "article.md", "--against", "hearing.srt", "--format", "jsonl")
    #expect(outcome.status == 0)
    #expect(outcome.errors.isEmpty)
    #expect(
      try summary(outcome) == [
        "verbatim | 38 | 00:00:35.000 | ",
        "marked-edit | 88 | 00:01:26.000 | ellipsis-omission",
        "altered | 53 | 00:00:50.000 | initial-case function-word",
        "meaning-altered | 23 | 00:00:21.000 | modal number",
        "meaning-altered | 59 | 00:00:55.000 | function-word splice initial-case hidden-speaker-change",
        "meaning-altered | 99 | 00:01:36.000 | pieces-reordered",
        "not-found",
        "verbatim! | 93 | 00:01:31.000 | ",
      ])
    for line in try outcome.lines() {
      #expect(
        line.keys.sorted() == [
          "article", "found", "quotation", "read", "severity", "speaker", "speakerConflict",
          "verdict",
        ])
      let read = try #require(line["read"] as? [String: Int])
      #expect(read == ["sources": 1, "words": 351])
    }
  }

  /// What stands at the places that are reported.
  @Test func places() throws {
    let outcome = try verbatim.run(
      "verify", "article.md", "--against", "hearing.srt", "--format", "jsonl")
    let file = Array(
      try String(contentsOf: verbatim.folder.appendingPathComponent("hearing.srt"), encoding: .utf8)
        .unicodeScalars)
    for line in try outcome.lines() {
      for found in line["found"] as? [[String: Any]] ?? [] {
        let passage = try #require(found["passage"] as? [String: Any])
        let scalar = try #require(passage["scalar"] as? [Int])
        let text = try #require(passage["text"] as? String)
        let words = text.split(separator: " ")
        var stands = String.UnicodeScalarView()
        stands.append(contentsOf: file[scalar[0]..<scalar[1]])
        #expect(String(stands).hasPrefix(words.first ?? "?"))
        #expect(String(stands).hasSuffix(words.last ?? "?"))
      }
    }
  }

  @Test func textForEditors() throws {
    let outcome = try verbatim.run("verify", "article.md", "--against", "hearing.srt")
    for words in [
      "meaning-altered, words differ so that the sense may have changed",
      "article.md:15:1 · Marta Okafor", "in hearing.srt:23 · 00:00:21.000 · MARTA OKAFOR",
      "⟨will⟩ → ⟨may⟩", "Not in what was read: 1 source, 351 words.",
      "Speakers differ: Marta Okafor here,", "Looked up in 1 source, 351 words.",
    ] {
      #expect(outcome.text.contains(words), "\(words)")
    }
    #expect(!outcome.text.lowercased().contains(" true"))
    #expect(!outcome.text.contains("\u{1B}"))
    let markdown = try verbatim.run(
      "verify", "article.md", "--against", "hearing.srt", "--format", "markdown")
    #expect(markdown.text.hasPrefix("# Quotations against sources\n"))
    #expect(markdown.text.contains("| meaning | modal | will | may |"))
    let json = try verbatim.run(
      "verify", "article.md", "--against", "hearing.srt", "--format", "json")
    let document = try #require(
      try JSONSerialization.jsonObject(with: json.output) as? [String: Any])
    #expect((document["quotations"] as? [Any])?.count == 8)
  }

  @Test func oneQuotation() throws {
    let outcome = try verbatim.run(
      "verify", "--quote", "I have run the Port of Estermouth for nine years", "--speaker",
      "Okafor", "--against", "hearing.srt", "--format", "jsonl")
    #expect(try summary(outcome) == ["verbatim | 13 | 00:00:12.000 | "])
    #expect(try outcome.lines()[0]["article"] is NSNull)
    let other = try verbatim.run(
      "verify", "--quote", "I have run the Port of Estermouth for nine years", "--speaker",
      "Ulla Lindholm", "--against", "hearing.srt", "--format", "jsonl")
    #expect(try summary(other) == ["verbatim! | 13 | 00:00:12.000 | "])
  }

  @Test func aQuotationThatStopsBeforeACondition() throws {
    let outcome = try verbatim.run(
      "verify", "--quote", "The new quay may cost 16 million crowns", "--against", "hearing.srt",
      "--format", "jsonl")
    #expect(try summary(outcome) == ["meaning-altered | 23 | 00:00:21.000 | cut-condition"])
  }

  @Test func anEllipsisOverAChangeOfSpeaker() throws {
    let outcome = try verbatim.run(
      "verify", "--quote", "You say that nobody was misled. … My office wrote it, with the figures",
      "--against", "hearing.srt", "--format", "jsonl")
    #expect(try summary(outcome)[0].contains("hidden-speaker-change"))
    let same = try verbatim.run(
      "verify", "--quote", "My office wrote it … we told the council within a week",
      "--against", "hearing.srt", "--format", "jsonl")
    #expect(try !summary(same)[0].contains("hidden-speaker-change"))
  }

  @Test func tables() throws {
    try verbatim.write(
      "q.csv",
      "no,quote,speaker\n1,We never will refuse,\n2,\"We owe them that much, at the very least\",Ulla Lindholm\n"
    )
    let csv = try verbatim.run(
      "verify", "--quotes", "q.csv", "--against", "hearing.srt", "--format", "csv")
    let rows = csv.text.split(separator: "\r\n")
    #expect(csv.status == 0)
    #expect(rows.count == 3)
    #expect(rows[0].hasPrefix("no,quote,speaker,verdict,severity,speaker_conflict,source,"))
    #expect(
      rows[2].hasPrefix(
        "2,\"We owe them that much, at the very least\",Ulla Lindholm,verbatim,identical,true,"
          + "hearing.srt,hearing.srt,59,00:00:55.000,"), "\(rows[2])")
    try verbatim.write(
      "q.jsonl", #"{"no": 7, "quotation": "We owe them that much, at the very least"}"# + "\n")
    let lines = try verbatim.run(
      "verify", "--quotes", "q.jsonl", "--against", "hearing.srt", "--format", "jsonl"
    ).lines()
    let row = try #require(lines[0]["row"] as? [String: Any])
    #expect(row["no"] as? Int == 7)
    // What `list` writes can be looked up as it is.
    let piped = try verbatim.shell(
      "\"$VERBATIM\" list --format jsonl article.md | "
        + "\"$VERBATIM\" verify --quotes - --against hearing.srt --format jsonl")
    let direct = try verbatim.run(
      "verify", "article.md", "--against", "hearing.srt", "--format", "jsonl")
    #expect(try summary(piped) == summary(direct))
  }

  @Test func aTableWithoutTheColumn() throws {
    try verbatim.write("q.csv", "no,said\n1,Yes\n")
    let outcome = try verbatim.run("verify", "--quotes", "q.csv", "--against", "hearing.srt")
    #expect(outcome.status == 3)
    #expect(
      outcome.errors == "verbatim: error: q.csv:1: the header row has no column “quotation”, "
        + "“quote” or “text”; it has “no”, “said”; rename the column with the quotations\n")
  }

  @Test func severalPlacesAndSources() throws {
    try verbatim.write("other.txt", "Nobody knows.\n\nWe owe them that much, at the very least.\n")
    let outcome = try verbatim.run(
      "verify", "--quote", "We owe them that much, at the very least", "--against", "hearing.srt",
      "other.txt", "--format", "jsonl")
    let found = try #require(try outcome.lines()[0]["found"] as? [[String: Any]])
    #expect(
      found.compactMap { ($0["source"] as? [String: Any])?["id"] as? String } == [
        "hearing.srt", "other.txt",
      ])
    #expect(found.map { $0["line"] as? Int } == [59, 3])
  }

  @Test func anArticleIsNoSourceOfItself() throws {
    let outcome = try verbatim.run(
      "verify", "article.md", "--against", "article.md", "hearing.srt", "--format", "jsonl")
    for line in try outcome.lines() {
      #expect((line["read"] as? [String: Int])?["sources"] == 1)
    }
  }

  @Test(arguments: [
    ("meaning", 1), ("not-found", 1), ("splice", 1), ("negation", 0),
  ])
  func failOn(_ level: String, _ status: Int32) throws {
    let outcome = try verbatim.run(
      "verify", "article.md", "--against", "hearing.srt", "--fail-on", level)
    #expect(outcome.status == status)
  }

  @Test(arguments: [
    (["verify", "article.md"], "There is nothing to look in: give the sources with --against."),
    (
      ["verify", "article.md", "--quote", "x", "--against", "hearing.srt"],
      "Give articles, --quote or --quotes, not several of them."
    ),
    (
      ["verify", "article.md", "--speaker", "x", "--against", "hearing.srt"],
      "--speaker only makes sense with --quote."
    ),
    (
      ["verify", "--quote", "…", "--against", "hearing.srt"],
      "--quote is “…” and holds no word; give the words that were quoted."
    ),
    (
      ["verify", "-", "--against", "-"],
      "Standard input can be read only once: give “-” for one of them."
    ),
  ])
  func usage(_ arguments: [String], _ message: String) throws {
    let quoted = arguments.map { "'\($0)'" }.joined(separator: " ")
    let outcome = try verbatim.shell("\"$VERBATIM\" \(quoted)")
    #expect(outcome.status == 2)
    #expect(outcome.errors.contains(message))
  }

  @Test func sourcesThatCannotBeRead() throws {
    let some = try verbatim.run(
      "verify", "article.md", "--against", "none.srt", "hearing.srt", "--format", "jsonl")
    #expect(some.status == 3)
    #expect(some.errors == "verbatim: error: none.srt: no such file or folder; check the path\n")
    #expect(try some.lines().count == 8)
    let none = try verbatim.run("verify", "article.md", "--against", "none.srt")
    #expect(none.status == 3)
    #expect(none.output.isEmpty)
    try verbatim.write("empty.srt", "1\n2\n")
    let empty = try verbatim.run("verify", "article.md", "--against", "empty.srt")
    #expect(empty.errors.contains("empty.srt: holds no captions; "))
  }

  @Test func brokenCaptionsAreReadWithWarnings() throws {
    try verbatim.write(
      "broken.srt",
      "\u{FEFF}1\r\n00:00:01,000 --> 00:00:02,000\r\nWe owe them that\r\n2\r\n00:00:xx --> ?\r\nmuch, at the very least.\r\n"
    )
    let outcome = try verbatim.run(
      "verify", "--quote", "We owe them that much, at the very least", "--against", "broken.srt",
      "--format", "jsonl")
    #expect(outcome.status == 0)
    #expect(try summary(outcome) == ["verbatim | 3 | 00:00:01.000 | "])
    #expect(outcome.errors.contains("warning: broken.srt:5:1: "))
  }

  @Test func listTakesCaptionsForTranscripts() throws {
    let outcome = try verbatim.run("list", "--all", "--format", "jsonl", "hearing.srt")
    let turns = try outcome.lines().filter { $0["kind"] as? String == "turn" }
    #expect(turns.count > 10)
    #expect(!outcome.text.contains("-->"))
  }

  @Test func jobsDoNotMatter() throws {
    let one = try verbatim.run(
      "verify", "article.md", "--against", "hearing.srt", "--jobs", "1", "--format", "json")
    let four = try verbatim.run(
      "verify", "article.md", "--against", "hearing.srt", "--jobs", "4", "--format", "json")
    #expect(one.output == four.output)
  }
}
