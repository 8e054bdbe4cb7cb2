import Foundation
import Testing

/// Each limit: hitting it is said with its place and a remedy, and the rest is done.
@Suite struct LimitTests {
  private let verbatim: Verbatim
  private let good = "“It is built,” said Ana Ruiz.\n"

  init() throws {
    verbatim = try Verbatim()
    try verbatim.write("good.txt", good)
  }

  @Test func lineOfJSONLines() throws {
    let long = #"{"id":"x","text":"\#(String(repeating: "word ", count: 230_000))"}"#
    let short = #"{"id":"y","text":"“Yes,” said Bo Lund."}"#
    try verbatim.write("lines.jsonl", long + "\n" + short + "\n")
    let outcome = try verbatim.run(
      "list", "--all", "--format", "jsonl", "--max-line", "1", "lines.jsonl", "good.txt")
    #expect(outcome.status == 3)
    #expect(
      outcome.errors.hasPrefix(
        "verbatim: error: lines.jsonl:1: the line is longer than the limit of 1 MiB; "))
    #expect(try outcome.quotations() == ["“Yes,”", "“It is built,”"])
    let whole = try verbatim.run("list", "--all", "--format", "jsonl", "lines.jsonl")
    #expect(whole.status == 0)
    #expect(whole.errors.isEmpty)
  }

  @Test func lineOfABatch() throws {
    let long = #"{"id":"p","a":"\#(String(repeating: "word ", count: 230_000))","b":"no"}"#
    let short = #"{"id":"q","a":"We may sign.","b":"We will sign."}"#
    try verbatim.write("pairs.jsonl", long + "\n" + short + "\n")
    let outcome = try verbatim.run(
      "diff", "--batch", "pairs.jsonl", "--format", "jsonl", "--max-line", "1")
    #expect(outcome.status == 3)
    #expect(
      outcome.errors.hasPrefix(
        "verbatim: error: pairs.jsonl:1: the line is longer than the limit of 1 MiB; "))
    #expect(try outcome.lines().count == 1)
  }

  @Test func depthOfQuotations() throws {
    let text = "“One ‘two “three” four’ five,” said Ana Ruiz.\n"
    try verbatim.write("deep.txt", text)
    let outcome = try verbatim.run(
      "list", "--all", "--format", "jsonl", "--max-depth", "2", "deep.txt", "good.txt")
    #expect(outcome.status == 0)
    #expect(
      outcome.errors.hasPrefix(
        "verbatim: warning: deep.txt:1:11: Quotations stand inside one another more than 2 deep; "))
    #expect(outcome.errors.split(separator: "\n").count == 1)
    #expect(
      try outcome.quotations() == [
        "“One ‘two “three” four’ five,”", "‘two “three” four’", "“It is built,”",
      ])
    let whole = try verbatim.run("list", "--all", "--format", "jsonl", "deep.txt")
    #expect(whole.errors.isEmpty)
    #expect(try whole.quotations().count == 3)
  }

  @Test func warningsOfAnArticle() throws {
    let broken = String(repeating: "“We go now, said Ana Ruiz.\n\n", count: 6)
    try verbatim.write("broken.txt", broken)
    func explain(_ more: String...) throws -> String {
      let outcome = try verbatim.run(["explain", "broken.txt"] + more)
      #expect(outcome.status == 0)
      return outcome.text
    }
    let all = try explain()
    #expect(all.ranges(of: "unclosed-mark").count == 6)
    #expect(!all.contains("more-diagnostics"))
    let few = try explain("--max-warnings", "2")
    #expect(few.ranges(of: "unclosed-mark").count == 2)
    #expect(few.contains("more-diagnostics: The article has 4 more diagnostics"))
    #expect(few.ranges(of: "“We go now,").count == all.ranges(of: "“We go now,").count)
  }

  @Test func pairedWords() throws {
    // No word stands once on both sides, so that nothing tells where to cut.
    let a = String(repeating: "the bridge will open and the harbour will close ", count: 20)
    let b = String(repeating: "the harbour will open and the bridge will close ", count: 20)
    let whole = try verbatim.run("diff", a, b)
    #expect(whole.errors.isEmpty)
    let outcome = try verbatim.run("diff", "--max-paired", "50", a, b)
    #expect(outcome.status == 0)
    #expect(
      outcome.errors.hasPrefix(
        "verbatim: warning: the wordings: 180 words from 1:1 and 180 words from 1:1 are too many"))
    #expect(outcome.errors.contains("--max-paired"))
    #expect(!outcome.output.isEmpty)
    let lines = #"{"id":"p","a":"\#(a)","b":"\#(b)"}"# + "\n" + #"{"id":"q","a":"Yes.","b":"Yes."}"#
    try verbatim.write("pairs.jsonl", lines + "\n")
    let batch = try verbatim.run(
      "diff", "--batch", "pairs.jsonl", "--format", "jsonl", "--max-paired", "50")
    #expect(batch.status == 0)
    #expect(batch.errors.hasPrefix("verbatim: warning: p: 180 words from 1:1 "))
    #expect(batch.errors.split(separator: "\n").count == 1)
    #expect(try batch.lines().count == 2)
  }

  @Test func placesOfAQuotation() throws {
    let speech = "We will never close the old harbour to the fishing boats."
    let source = (1...12).map { "Turn \($0). \(speech) It was noted by the clerk.\n\n" }.joined()
    try verbatim.write("source.txt", source)
    let all = ["--quote", speech, "--against", "source.txt", "--format", "jsonl"]
    func verify(_ more: String...) throws -> Outcome {
      try verbatim.run(["verify"] + all + more)
    }
    let few = try verify("--all-places", "--max-places", "2")
    #expect(few.status == 0)
    #expect(few.errors.hasPrefix("verbatim: warning: "))
    #expect(few.errors.contains("--max-places"))
    #expect(try verify("--max-places", "2").errors.isEmpty)
  }

  /// However many places one source has, the option alone says how many are compared.
  @Test func placesOfOneSource() throws {
    let speech = "We will never close the old harbour to the fishing boats."
    let rest =
      "Then the clerk read the minutes of the meeting before, item by item, and nobody in the hall had "
      + "anything to add to them until the lamps were lit and the tea was cold."
    let source = (1...20).map { "Turn \($0). \(speech) \(rest)\n\n" }.joined()
    try verbatim.write("source.txt", source)
    try verbatim.write("articles.txt", "\(source)\n")
    #expect(try verbatim.run("index", "c.db", "articles.txt").status == 0)
    for against in ["source.txt", "c.db"] {
      let outcome = try verbatim.run(
        "verify", "--quote", speech, "--against", against, "--all-places", "--max-places", "15",
        "--format", "jsonl")
      let found = try #require(try outcome.lines().first?["found"] as? [Any])
      #expect(found.count == 15, "\(against)")
      #expect(outcome.errors.contains("at least 1 more place may be meant"), "\(against)")
    }
  }

  /// Repeats that follow each other closely are as many places as repeats far apart.
  @Test(arguments: ["\n\n", " ", ", said clerk and mayor. "])
  func placesSideBySide(_ gap: String) throws {
    let speech = "We will never close the old harbour to the fishing boats"
    try verbatim.write("source.txt", (1...20).map { _ in "\(speech).\(gap)" }.joined() + "\n")
    for (limit, found) in [(15, 15), (20, 20)] {
      let outcome = try verbatim.run(
        "verify", "--quote", speech, "--against", "source.txt", "--all-places", "--max-places",
        "\(limit)", "--format", "jsonl")
      let places = try #require(try outcome.lines().first?["found"] as? [Any])
      #expect(places.count == found)
      #expect(outcome.errors.contains("more place may be meant") == (found < 20))
    }
  }

  /// A store is asked for so many places of a quotation, and says so when all of them were wanted.
  @Test func placesOfAStore() throws {
    let speech = "We will never close the old harbour to the fishing boats."
    for number in 1...40 {
      try verbatim.write("articles/\(number).txt", "Turn \(number). \(speech) It was noted.\n")
    }
    #expect(try verbatim.run("index", "c.db", "articles").status == 0)
    func verify(_ more: String...) throws -> String {
      try verbatim.run(["verify", "--quote", speech, "--against", "c.db"] + more).errors
    }
    #expect(try verify().isEmpty)
    #expect(try verify("--all-places").contains("only the 32 most promising places of the store"))
    #expect(try verify("--all-places", "--max-places", "41").isEmpty)
  }

  /// A store is searched for the first words of what is very long.
  @Test func wordsOfASearch() throws {
    let words = (1...150).map { "word\($0) of harbour" }.joined(separator: " ")
    try verbatim.write("article.txt", "\(words).\n")
    #expect(try verbatim.run("index", "c.db", "article.txt").status == 0)
    let note = "of its 450 words the store was searched for the first 128"
    let search = try verbatim.run("search", "c.db", words)
    #expect(search.status == 0)
    #expect(search.errors.contains(note))
    #expect(search.text.hasPrefix("verbatim, the same words"))
    let verify = try verbatim.run("verify", "--quote", words, "--against", "c.db")
    #expect(verify.errors.contains(note))
    try verbatim.write("table.jsonl", #"{"id": "q7", "quotation": "\#(words)"}"# + "\n")
    let table = try verbatim.run("search", "c.db", "--quotes", "table.jsonl", "--format", "jsonl")
    #expect(table.errors.hasPrefix("verbatim: warning: q7: \(note)"))
    #expect(try verbatim.run("search", "c.db", "word7 of harbour word8").errors.isEmpty)
  }

  @Test func pairedWordsOfRenderings() throws {
    let start = "We promised every family of Larkholm that the northern ferry"
    let end = "and no minister will ever talk us out of that promise again"
    for (name, middle) in [
      ("a", "the bridge will open and the harbour will close"),
      ("b", "the harbour will open and the bridge will close"),
    ] {
      let middle = Array(repeating: middle, count: 12).joined(separator: " ")
      try verbatim.write("\(name).txt", "“\(start) \(middle) \(end),” said Ana Ruiz.\n")
    }
    let whole = try verbatim.run("compare", "a.txt", "b.txt")
    #expect(whole.errors.isEmpty)
    let outcome = try verbatim.run("compare", "--max-paired", "30", "a.txt", "b.txt")
    #expect(outcome.status == 0)
    #expect(outcome.errors.contains("too long to be paired"))
    #expect(outcome.errors.contains("--max-paired"))
    #expect(!outcome.output.isEmpty)
  }

  @Test(arguments: [
    ["compare", "--max-paired", "0", "good.txt"],
    ["list", "--max-line", "0"], ["list", "--max-depth", "0"], ["list", "--max-warnings", "-1"],
    ["diff", "--max-paired", "0", "a", "b"], ["diff", "--max-line", "9999", "a", "b"],
    ["verify", "--quote", "a", "--against", "good.txt", "--max-places", "0"],
  ])
  func numbersOutOfRange(_ arguments: [String]) throws {
    let outcome = try verbatim.run(arguments)
    #expect(outcome.status == 2)
    #expect(outcome.errors.contains(arguments.first { $0.hasPrefix("--max") } ?? ""))
  }

  @Test(arguments: ["list", "explain", "verify", "compare", "index", "diff"])
  func limitsHaveAHeadingOfTheirOwn(_ command: String) throws {
    let help = try verbatim.run(command, "--help").text
    let limits = try #require(help.range(of: "\nLIMITS"))
    #expect(help[limits.upperBound...].contains("--max-line"))
  }
}
