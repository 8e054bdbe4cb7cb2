import Foundation
import Testing

@Suite struct DiffTests {
  private let verbatim: Verbatim

  init() throws { verbatim = try Verbatim() }

  @Test func twoTexts() throws {
    let outcome = try verbatim.run(
      "diff", "We may sign the harbour treaty in June.", "We will sign the harbour treaty in June.")
    #expect(outcome.status == 0)
    #expect(outcome.text.hasPrefix("meaning-altered, "))
    #expect(outcome.text.contains("A  We may  sign the harbour treaty in June."))
    #expect(outcome.text.contains("(modal)"))
    #expect(outcome.errors.isEmpty)
  }

  @Test func textsFromFilesAndStandardInput() throws {
    let text = "The old trams of Aldermouth will run again by winter."
    try verbatim.write("a.txt", text + "\n")
    #expect(try verdicts("diff", "@a.txt", text) == ["verbatim"])
    #expect(try verdicts("diff", text, "@-", input: text) == ["verbatim"])
    let mayor = "@mayor says that the trams of Aldermouth will run again."
    #expect(try verdicts("diff", "@" + mayor, "@" + mayor) == ["verbatim"])
  }

  @Test func contractOfALine() throws {
    let outcome = try verbatim.run(
      "diff", "--format", "jsonl", "We may sign the harbour treaty in June.",
      "We will sign the harbour treaty in June.")
    let line = try #require(try outcome.lines().first)
    #expect(
      Set(line.keys) == [
        "id", "verdict", "severity", "relation", "similarity", "differences", "profile", "medium",
        "breaches",
      ])
    #expect(line["id"] is NSNull)
    #expect(line["severity"] as? Int == 4)
    let differences = try #require(line["differences"] as? [[String: Any]])
    let difference = try #require(differences.first)
    #expect(Set(difference.keys) == ["class", "severity", "edit", "a", "b"])
    let a = try #require(difference["a"] as? [String: Any])
    #expect(Set(a.keys) == ["text", "utf8", "scalar", "utf16"])
    #expect(a["text"] as? String == "may")
    #expect(a["utf8"] as? [Int] == [3, 6])
  }

  @Test func batchKeepsItsOrderAndGoesOn() throws {
    var lines: [String] = []
    for number in 0..<2000 {
      let word = number.isMultiple(of: 3) ? "will" : "may"
      lines.append(
        #"{"id":"p\#(number)","a":"We may sign the harbour treaty in June.","b":{"pieces":["We \#(word) sign","the harbour treaty in June."]}}"#
      )
    }
    lines.insert("broken", at: 1000)
    try verbatim.write("pairs.jsonl", lines.joined(separator: "\n"))
    let outcome = try verbatim.run("diff", "--batch", "pairs.jsonl", "--format", "jsonl")
    #expect(outcome.status == 3)
    #expect(outcome.errors.contains("pairs.jsonl:1001:1: broken JSON"))
    let results = try outcome.lines()
    #expect(results.map { $0["id"] as? String } == (0..<2000).map { "p\($0)" })
    let first = try #require((results[0]["differences"] as? [[String: Any]])?.first)
    let b = try #require(first["b"] as? [String: Any])
    #expect(b["piece"] as? Int == 0)
    for jobs in ["1", "3"] {
      let other = try verbatim.run(
        "diff", "--batch", "pairs.jsonl", "--format", "jsonl", "--jobs", jobs)
      #expect(other.output == outcome.output)
    }
  }

  @Test func batchFromStandardInput() throws {
    let line =
      #"{"id":"p1","a":"The trams of Aldermouth run again.","b":"The trams of Aldermouth run again."}"#
    let outcome = try verbatim.run("diff", "--batch", "-", input: line)
    #expect(outcome.status == 0)
    #expect(outcome.text == "p1: verbatim, the same words\n\n1 pair: 1 verbatim.\n")
  }

  @Test(
    arguments: [
      ([], 0), (["meaning"], 1), (["minor"], 1), (["style"], 1), (["modal"], 1), (["negation"], 0),
      (["altered"], 1), (["meaning-altered"], 1), (["different"], 0), (["different", "modal"], 1),
    ] as [([String], Int32)])
  func failOn(_ levels: [String], _ expected: Int32) throws {
    let options = levels.flatMap { ["--fail-on", $0] }
    try verbatim.write("a.txt", "We may sign the harbour treaty in June.")
    let outcome = try verbatim.shell(
      "\"$VERBATIM\" diff @a.txt 'We will sign the harbour treaty in June.' "
        + options.joined(separator: " "))
    #expect(outcome.status == expected)
  }

  @Test func profiles() throws {
    let a = "We may sign the harbour treaty in June."
    let b = "We will sign the harbour treaty in June."
    try verbatim.write(
      "house.json",
      #"{"title": "The Courier", "rules": {"modal": {"rule": "forbidden", "source": "memo 7"}}}"#)
    let outcome = try verbatim.run("diff", a, b, "--profile", "house.json")
    #expect(outcome.text.contains("breaks the profile house: forbidden — memo 7"))
    #expect(outcome.text.contains("profile house"))
    for name in ["neutral", "ap", "chicago"] {
      #expect(try verdicts("diff", a, b, "--profile", name) == ["meaning-altered"])
    }
    #expect(try verbatim.run("profiles").text.contains("guardian  The Guardian\n"))
    let rules = try verbatim.run("profiles", "wsj", "--medium", "spoken").text
    #expect(rules.contains("grammar: allowed\n"))
    let file = try verbatim.run("profiles", "ap", "--format", "json").text
    try verbatim.write("copy.json", file)
    #expect(try verbatim.run("diff", a, b, "--profile", "copy.json").status == 0)
  }

  @Test(arguments: ["text", "json", "jsonl", "markdown", "html"])
  func formats(_ format: String) throws {
    let outcome = try verbatim.run(
      "diff", "We may sign <b> the harbour treaty.", "We will sign <b> the harbour treaty.",
      "--format", format)
    #expect(outcome.status == 0)
    #expect(outcome.text.hasSuffix("\n"))
    #expect(outcome.text.contains("meaning-altered"))
  }

  @Test(
    arguments: [
      (["diff"], 2, "two wordings"), (["diff", "one"], 2, "two wordings"),
      (["diff", "one", "two", "three"], 2, "three"),
      (["diff", "one", "two", "--batch", "p.jsonl"], 2, "not both"),
      (["diff", "@-", "@-"], 2, "standard input"),
      (["diff", "a", "b", "--jobs", "0"], 2, "--jobs"),
      (["diff", "a", "b", "--fail-on", "negatoin"], 2, "did you mean “negation”?"),
      (["diff", "a", "b", "--fail-on", "verbatim"], 2, "no level"),
      (["diff", "a", "b", "--profile", "guardain"], 2, "did you mean “guardian”?"),
      (["diff", "a", "b", "--medium", "sung"], 2, "spoken"),
      (["diff", "a", "b", "--profile", "none.json"], 3, "none.json: no such file"),
      (
        ["diff", "a", "b", "--profile", "bad.json"], 3,
        "bad.json:1:12: “modall” is no class of difference; did you mean “modal”?"
      ),
      (["diff", "@none.txt", "@bin"], 3, "none.txt: no such file"),
      (["diff", "@none.txt", "@bin"], 3, "bin:1: holds NUL characters"),
      (["diff", "--batch", "none.jsonl"], 3, "none.jsonl: no such file"),
      (["diff", "--batch", "."], 3, "is a folder"),
      (["profiles", "guardain"], 2, "did you mean"),
      (["profiles", "--format", "json"], 2, "built-in"),
    ] as [([String], Int32, String)])
  func badInput(_ arguments: [String], _ status: Int32, _ message: String) throws {
    try verbatim.write("bad.json", #"{"rules": {"modall": "forbidden"}}"#)
    try verbatim.write("bin", Data([0x57, 0x00, 0x01, 0x02]))
    let words = arguments.map { "'\($0)'" }.joined(separator: " ")
    let outcome = try verbatim.shell("\"$VERBATIM\" \(words) < /dev/null")
    #expect(outcome.status == status)
    #expect(outcome.errors.contains(message), "\(outcome.errors)")
    #expect(outcome.text.isEmpty)
  }

  /// Whatever the two sides are, there is an answer.
  @Test(arguments: [
    ("", ""), ("", "We go."), ("…", "“”"), ("go", "go"), ("8", "eight"),
    ("שלום לכולם היום", "שלום לכולם אתמול"), ("мы go 行きます", "мы went 行きます"),
    ("a\u{0301}e\u{0301}", "áé"), ("\u{202E}abc", "abc"), ("   \n\t", " "),
    ("日本語の文章です", "日本語の文書です"), ("👩‍🚀 flies", "👩 flies"),
  ])
  func unusualSides(_ a: String, _ b: String) throws {
    for format in ["text", "jsonl", "html", "markdown"] {
      let outcome = try verbatim.run("diff", "--format", format, "--", a, b)
      #expect(outcome.status == 0)
      #expect(!outcome.text.isEmpty)
    }
  }

  /// Sides of 20,000 words, every fiftieth of them another.
  @Test func longSides() throws {
    let words = (0..<20_000).map { "tram\($0 % 977)x\($0 % 91)" }
    let changed = words.enumerated().map { $0 % 50 == 7 ? "harbour" : $1 }
    try verbatim.write("a.txt", words.joined(separator: " "))
    try verbatim.write("b.txt", changed.joined(separator: " "))
    let outcome = try verbatim.run("diff", "@a.txt", "@b.txt")
    #expect(outcome.status == 0)
    #expect(outcome.text.contains("⋯ 29 words the same ⋯"))
    #expect(outcome.text.contains("\n400  "))
  }

  #if canImport(Glibc)
    @Test func colorOnATerminalOnly() throws {
      let a = "We may sign the harbour treaty in June."
      let b = "We will sign the harbour treaty in June."
      let colored = try verbatim.runOnTerminal(
        "diff", a, b, environment: ["NO_COLOR": "", "TERM": "xterm"])
      #expect(colored.contains("\u{1B}[1;31m"))
      let plain = try verbatim.runOnTerminal(
        "diff", a, b, environment: ["NO_COLOR": "1", "TERM": "xterm"])
      #expect(!plain.contains("\u{1B}"))
      #expect(plain.contains("1^^^"))
    }
  #endif

  private func verdicts(_ arguments: String..., input: String = "") throws -> [String] {
    let words = arguments.map { "'\($0)'" }.joined(separator: " ")
    try verbatim.write("in.txt", input)
    let outcome = try verbatim.shell("\"$VERBATIM\" \(words) --format jsonl < in.txt")
    return try outcome.lines().map { try #require($0["verdict"] as? String) }
  }
}
