import Foundation
import Testing

/// The real program on golden files.
struct GoldenTests {
  private static let article = """
    Harbour reopens

    “The pier is safe,” said Mayor Ada Quill. “We checked every bolt.”

    Bo Lindqvist, who runs the ferry, told reporters: “I will believe it on Monday.”

    """

  /// A folder with one recorded case.
  private func recorded() throws -> Verbatim {
    let verbatim = try Verbatim()
    try verbatim.write("cases/harbour.txt", Self.article)
    let outcome = try verbatim.run("golden", "record", "cases")
    #expect(outcome.status == 1)
    #expect(outcome.text.contains("recorded cases/harbour.txt.golden"))
    return verbatim
  }

  @Test func recordsWhatIsMissingOnly() throws {
    let verbatim = try recorded()
    let golden = try verbatim.contents("cases/harbour.txt.golden")
    #expect(
      golden.contains("> “The pier is safe,”\n> “We checked every bolt.”\nspeaker: Ada Quill"))
    #expect(golden.contains("tool: verbatim "))
    let again = try verbatim.run("golden", "record", "cases")
    #expect(again.status == 0)
    #expect(again.text == "0 recorded, 1 kept.\n")
    #expect(try verbatim.contents("cases/harbour.txt.golden") == golden)
  }

  @Test func checkWritesNothingAndRepeatsItself() throws {
    let verbatim = try recorded()
    try verbatim.write("cases/harbour.txt", Self.article.replacing("every bolt", with: "no bolt"))
    let before = try verbatim.files()
    let first = try verbatim.run("golden", "check", "cases", "--jobs", "1")
    #expect(first.status == 1)
    #expect(first.text.contains("wording changed"))
    #expect(first.text.contains("input changed: harbour.txt"))
    #expect(!first.text.contains(verbatim.folder.path))
    for jobs in ["1", "2", "7"] {
      #expect(try verbatim.run("golden", "check", "cases", "--jobs", jobs).output == first.output)
    }
    #expect(try verbatim.files() == before)
  }

  @Test(arguments: [
    // A folder without cases.
    ([:], 3, "there is no case in cases"),
    // An article that nobody recorded.
    (["a.txt": article], 1, "missing golden"),
    // A header that nobody recorded.
    (
      ["a.txt": article, "a.golden": "verbatim golden 1\njob: list\ninput: a.txt\n"], 1,
      "missing golden"
    ),
    // What was recorded is gone.
    (
      ["a.txt": article, "a.golden": "verbatim golden 1\njob: list\ninput: a.txt\ntool: x\n"], 1,
      "no assertions"
    ),
    // An input is gone.
    (
      ["a.golden": "verbatim golden 1\njob: list\ninput: a.txt\n\nnothing\n"], 3,
      "unreferenced golden"
    ),
    // An input is empty.
    (
      ["a.txt": "  \n", "a.golden": "verbatim golden 1\njob: list\ninput: a.txt\n\nsays: A “b”\n"],
      1, "empty input"
    ),
    (
      [
        "a.txt": "---\ntitle: b\n---\n",
        "a.golden": "verbatim golden 1\njob: list\ninput: a.txt\n\nnothing\n",
      ], 3, "holds no text"
    ),
    (
      ["a.jsonl": "\n", "a.golden": "verbatim golden 1\njob: diff\ninput: a.jsonl\n\na> b\n"], 1,
      "empty input"
    ),
    // A golden file with a mistake.
    (
      [
        "a.txt": article,
        "a.golden": "verbatim golden 1\njob: list\ninput: a.txt\n\n> “b”\nspeker: A\n",
      ], 3, "a.golden:6: “speker” is no fact"
    ),
    // A broken line among the pairs.
    (
      [
        "a.jsonl": "{\"a\": 1}\n",
        "a.golden": "verbatim golden 1\njob: diff\ninput: a.jsonl\n\na> b\n",
      ],
      3, "a.jsonl:1"
    ),
    // Expectations need no recording.
    (
      [
        "a.txt": article,
        "a.golden": "verbatim golden 1\njob: list\ninput: a.txt\n\nsays: Quill “every bolt”\n",
      ],
      0, "1 passed"
    ),
    (
      [
        "a.txt": article,
        "a.golden": "verbatim golden 1\njob: list\ninput: a.txt\n\nsays: Bo “every bolt”\n",
      ],
      1, "said by Ada Quill"
    ),
    (
      [
        "a.txt": article,
        "a.golden":
          "verbatim golden 1\njob: list\ninput: a.txt\nxfail: no\n\nsays: Bo “every bolt”\n",
      ],
      0, "failed as expected"
    ),
    (
      [
        "a.txt": article,
        "a.golden":
          "verbatim golden 1\njob: list\ninput: a.txt\n\nxfail: no\nsays: Ada “every bolt”\n",
      ],
      1, "known failure passes"
    ),
  ])
  func checks(_ files: [String: String], _ status: Int32, _ message: String) throws {
    let verbatim = try Verbatim()
    try FileManager.default.createDirectory(
      at: verbatim.folder.appendingPathComponent("cases"), withIntermediateDirectories: true)
    for (name, text) in files { try verbatim.write("cases/\(name)", text) }
    let outcome = try verbatim.run("golden", "check", "cases")
    #expect(outcome.status == status)
    let output = outcome.text + outcome.errors
    #expect(output.replacing("\n", with: " ").contains(message), "\(output)")
  }

  @Test func acceptsAndRejects() throws {
    let verbatim = try recorded()
    let golden = try verbatim.contents("cases/harbour.txt.golden")
    try verbatim.write(
      "cases/harbour.txt.golden",
      "# Checked by hand.\n"
        + golden.replacing("speaker: Ada Quill", with: "speaker: Ida Quill")
        .replacing("speaker: Bo Lindqvist", with: "speaker: Bo Lindkvist"))
    let ids = try verbatim.run("golden", "check", "cases").text.matches(
      of: #/ {2}([0-9a-f]{8}) {2}/#
    )
    .map { String($0.1) }
    #expect(ids.count == 2)
    let listed = try verbatim.run("golden", "review", "cases")
    #expect(listed.status == 1)
    #expect(listed.text.contains("0 accepted, 0 rejected, 2 open."))
    #expect(try verbatim.contents("cases/harbour.txt.golden.received").hasSuffix(golden))

    let decided = try verbatim.run(
      "golden", "review", "cases", "--accept", ids[0], "--reject", ids[1], "--reason", "asked her",
      "--as", "Eva")
    #expect(decided.status == 1)
    #expect(decided.text == "1 accepted, 1 rejected, 0 open.\n")
    let new = try verbatim.contents("cases/harbour.txt.golden")
    #expect(new.hasPrefix("# Checked by hand.\nverbatim golden 1\n"))
    #expect(new.contains("speaker: Ada Quill") && new.contains("speaker: Bo Lindkvist"))
    let log = try verbatim.contents("cases/approvals.log")
    #expect(log.contains("\tEva\taccepted\t\(ids[0])\tharbour.txt.golden\tspeaker changed"))
    #expect(log.contains("Ida Quill → Ada Quill\tasked her\n"))
    let checked = try verbatim.run("golden", "check", "cases")
    #expect(checked.status == 1)
    #expect(checked.text.contains("rejected before: asked her"))

    let last = try verbatim.run("golden", "review", "cases", "--accept", "all")
    #expect(last.status == 0)
    #expect(try verbatim.contents("cases/harbour.txt.golden").hasSuffix(golden))
    #expect(try verbatim.run("golden", "check", "cases").status == 0)
    #expect(!(try verbatim.files()).keys.contains { $0.hasSuffix(".received") })
  }

  /// Answers the questions of a review on a terminal, which `script` provides.
  @Test(.enabled(if: FileManager.default.isExecutableFile(atPath: "/usr/bin/script")))
  func asksOnATerminal() throws {
    let verbatim = try recorded()
    let golden = try verbatim.contents("cases/harbour.txt.golden")
    try verbatim.write(
      "cases/harbour.txt.golden",
      golden.replacing("speaker: Ada Quill", with: "speaker: Ida Quill")
        .replacing("speaker: Bo Lindqvist", with: "speaker: Bo Lindkvist"))
    let outcome = try verbatim.shell(
      "printf 'x\\na\\nasked her\\nr\\n\\n' | script -qec \"$VERBATIM golden review cases\" /dev/null"
    )
    #expect(outcome.text.contains("Answer with one of the letters"))
    #expect(outcome.text.contains("[2/2]"))
    #expect(outcome.text.contains("1 accepted, 1 rejected, 0 open."))
    let new = try verbatim.contents("cases/harbour.txt.golden")
    #expect(new.contains("speaker: Ada Quill") && new.contains("speaker: Bo Lindkvist"))
    #expect(try verbatim.contents("cases/approvals.log").contains("\tasked her\n"))
  }

  @Test func unknownIdentifiersAndFailedExpectationsAreErrors() throws {
    let verbatim = try recorded()
    let unknown = try verbatim.run("golden", "review", "cases", "--accept", "00000000")
    #expect(unknown.status == 3)
    #expect(unknown.errors.contains("“00000000” names no difference"))
    try verbatim.write(
      "cases/harbour.txt.golden",
      "verbatim golden 1\njob: list\ninput: harbour.txt\n\nsays: Bo “every bolt”\n")
    let failed = try verbatim.run("golden", "review", "cases", "--accept", "all")
    #expect(failed.status == 3)
    #expect(failed.errors.contains("a failed expectation cannot be accepted"))
  }

  @Test func buildServersWriteNothing() throws {
    let verbatim = try recorded()
    try verbatim.write("cases/new.txt", Self.article)
    let before = try verbatim.files()
    for command in ["record", "review"] {
      let outcome = try verbatim.run("golden", command, "cases", environment: ["CI": "true"])
      #expect(outcome.status == 2)
      #expect(outcome.errors.contains("writes nothing where CI is set"))
    }
    #expect(try verbatim.files() == before)
  }

  @Test func makesCasesOfEveryJob() throws {
    let verbatim = try Verbatim()
    try verbatim.write("a/one.txt", Self.article)
    try verbatim.write("a/two.txt", Self.article.replacing("is safe", with: "is not safe"))
    try verbatim.write("a/pairs.jsonl", #"{"id": "p1", "a": "We may.", "b": "We will."}"# + "\n")
    func record(_ arguments: String...) throws {
      let outcome = try verbatim.shell(
        "$VERBATIM golden record \(arguments.joined(separator: " "))")
      #expect(outcome.status == 1, "\(outcome.errors)")
    }
    try record(
      "--job diff a/pairs.jsonl --profile ap -o b/pairs.golden".replacing("b/", with: "a/"))
    try record("--job verify a/one.txt --against a/two.txt -o a/verify.golden --medium spoken")
    try record("--job compare a/one.txt a/two.txt -o compare.golden --redact confidence")
    #expect(
      try verbatim.contents("a/pairs.golden").contains(
        "difference: modal (substitution): “may” → “will”"))
    #expect(try verbatim.contents("a/verify.golden").contains("found: two.txt:3"))
    let compare = try verbatim.contents("compare.golden")
    #expect(compare.contains("input: a/one.txt sha256:"))
    #expect(compare.contains("negation"))
    let outcome = try verbatim.run("golden", "check", ".")
    #expect(outcome.status == 0)
    #expect(outcome.text == "3 golden cases: 3 passed.\n")
    let twice = try verbatim.run(
      "golden", "record", "--job", "diff", "a/pairs.jsonl", "-o", "a/pairs.golden")
    #expect(twice.status == 3)
    #expect(twice.errors.contains("exists already"))
  }

  @Test func writesSeveralReportsAtOnce() throws {
    let verbatim = try recorded()
    let outcome = try verbatim.run(
      "golden", "check", "cases", "--report", "junit=out.xml", "--report", "json=out.json",
      "--report", "tap=/nowhere/out.tap")
    #expect(outcome.status == 3)
    #expect(outcome.errors.contains("/nowhere/out.tap: cannot be written: no such file or folder"))
    #expect(try verbatim.contents("out.xml").contains("<testsuite"))
    #expect(try verbatim.contents("out.json").contains("harbour.txt.golden"))
    let bad = try verbatim.run("golden", "check", "cases", "--report", "pdf=x")
    #expect(bad.status == 2)
    #expect(bad.errors.contains("is no FORMAT=FILE"))
  }

  /// Kills reviews and recordings at any time: every golden file is the old one or the new one.
  @Test func killedProgramsLeaveWholeFiles() throws {
    let verbatim = try recorded()
    let old = try verbatim.contents("cases/harbour.txt.golden")
    let edited = old.replacing("speaker: Ada Quill", with: "speaker: Ida Quill")
    try verbatim.write("cases/harbour.txt.golden", edited)
    // A kill that came too early is followed by a later one, and the other way round, so that most
    // fall near the moment of writing, whatever the machine.
    var delay = 0.01
    var oldCount = 0
    for _ in 0..<100 {
      try verbatim.write("cases/harbour.txt.golden", edited)
      _ = try verbatim.shell(
        "$VERBATIM golden review cases --accept all & sleep \(delay); kill -9 $! 2> /dev/null; wait"
      )
      let now = try verbatim.contents("cases/harbour.txt.golden")
      #expect(now == old || now == edited)
      oldCount += now == edited ? 1 : 0
      delay *= now == edited ? 1.3 : 0.8
    }
    #expect(oldCount > 0 && oldCount < 100, "all kills came too early, or too late")
    for _ in 0..<100 {
      let url = verbatim.folder.appendingPathComponent("cases/harbour.txt.golden")
      try? FileManager.default.removeItem(at: url)
      _ = try verbatim.shell(
        "$VERBATIM golden record cases & sleep \(delay); kill -9 $! 2> /dev/null; wait")
      let isWritten = FileManager.default.fileExists(atPath: url.path)
      if isWritten { #expect(try verbatim.contents("cases/harbour.txt.golden") == old) }
      delay *= isWritten ? 0.8 : 1.3
    }
    try verbatim.write("cases/harbour.txt.golden", edited)
    // What a killed program left behind goes with the next one.
    try verbatim.write("cases/.harbour.txt.golden.999999999.tmp", "half")
    _ = try verbatim.run("golden", "review", "cases", "--accept", "all")
    #expect(try verbatim.contents("cases/harbour.txt.golden") == old)
    #expect(!(try verbatim.files()).keys.contains { $0.hasSuffix(".tmp") })
  }

  @Test func watchesFiles() throws {
    let verbatim = try recorded()
    let outcome = try verbatim.shell(
      """
      $VERBATIM golden check cases --watch > log & pid=$!
      for i in $(seq 300); do grep -q "Checked 1 of 1" log && break; sleep 0.1; done
      sed -i "s/every bolt/no bolt/" cases/harbour.txt
      for i in $(seq 300); do grep -q "wording changed" log && break; sleep 0.1; done
      kill -9 $pid; cat log
      """)
    #expect(outcome.text.contains("1 golden case: 1 passed."))
    #expect(outcome.text.contains("wording changed"))
  }
}

extension Verbatim {
  /// The text of a file in the folder.
  func contents(_ name: String) throws -> String {
    try String(contentsOf: folder.appendingPathComponent(name), encoding: .utf8)
  }

  /// All files of the folder with their contents, without the streams of this support.
  func files() throws -> [String: Data] {
    var files: [String: Data] = [:]
    for name in try FileManager.default.subpathsOfDirectory(atPath: folder.path)
    where !name.hasPrefix(".stream") {
      let url = folder.appendingPathComponent(name)
      if let data = try? Data(contentsOf: url) { files[name] = data }
    }
    return files
  }
}
