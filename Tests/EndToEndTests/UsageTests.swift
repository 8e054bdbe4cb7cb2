import Foundation
import Testing

@Suite struct UsageTests {
  private let verbatim: Verbatim

  init() throws {
    verbatim = try Verbatim()
    try verbatim.write("a.txt", "“It is built,” said Ana Ruiz.\n")
  }

  @Test(arguments: [["--help"], ["list", "--help"], ["explain", "--help"], ["help", "list"], []])
  func helpGoesToStandardOutput(_ arguments: [String]) throws {
    let outcome = try verbatim.shell("\"$VERBATIM\" \(arguments.joined(separator: " "))")
    #expect(outcome.status == 0)
    #expect(outcome.errors.isEmpty)
    #expect(outcome.text.contains("USAGE: verbatim"))
    #expect(outcome.text.contains("EXAMPLES"))
  }

  @Test func version() throws {
    let outcome = try verbatim.run("--version")
    #expect(outcome.status == 0)
    #expect(outcome.text.wholeMatch(of: /verbatim \d+\.\d+\.\d+\n/) != nil)
  }

  @Test(arguments: [
    ["list", "--bogus"], ["lst"], ["list", "--format", "xml", "a.txt"],
    ["list", "--jobs", "0", "a.txt"], ["list", "--jobs", "many", "a.txt"],
    ["list", "--min-words", "-1", "a.txt"], ["list", "--csv-safe", "a.txt"],
    ["list", "--by", "moon", "a.txt"], ["list", "--single-quotes", "maybe", "a.txt"],
    ["list", "--person", " ", "a.txt"], ["list", "--max-article", "0", "a.txt"],
  ])
  func wrongUsage(_ arguments: [String]) throws {
    let line = arguments.map { "'\($0)'" }.joined(separator: " ")
    let outcome = try verbatim.shell("\"$VERBATIM\" \(line)")
    #expect(outcome.status == 2)
    #expect(outcome.output.isEmpty)
    #expect(outcome.errors.hasPrefix("Error: "))
    #expect(outcome.errors.contains("--help"))
  }

  @Test func closedPipeEndsQuietly() throws {
    let line = #"{"id":"x","text":"“It is built, and it will stand,” said Ana Ruiz."}"# + "\n"
    try verbatim.write("many.jsonl", String(repeating: line, count: 2000))
    let outcome = try verbatim.shell(
      """
      "$VERBATIM" list --all --format jsonl many.jsonl | head -n 1
      exit ${PIPESTATUS[0]}
      """)
    #expect(outcome.status == 0)
    #expect(outcome.errors.isEmpty)
    #expect(try outcome.lines().count == 1)
  }

  @Test func outputThatCannotBeWrittenIsAnError() throws {
    try #require(FileManager.default.fileExists(atPath: "/dev/full"))
    for arguments in ["list a.txt", "--help"] {
      let outcome = try verbatim.shell("\"$VERBATIM\" \(arguments) > /dev/full")
      #expect(outcome.status == 3)
      #expect(outcome.errors.hasPrefix("verbatim: error: the output could not be written: "))
    }
  }

  @Test func colorIsForTerminalsAndNeverUnderNoColor() throws {
    let piped = try verbatim.run("list", "--all", "a.txt", environment: ["TERM": "xterm"])
    #expect(!piped.text.contains("\u{1B}"))
    #if canImport(Glibc)
      let terminal = ["TERM": "xterm", "NO_COLOR": ""]
      let colored = try verbatim.runOnTerminal("list", "--all", "a.txt", environment: terminal)
      #expect(colored.contains("\u{1B}[1m"))
      let plain = try verbatim.runOnTerminal(
        "list", "--all", "a.txt", environment: ["TERM": "xterm", "NO_COLOR": "1"])
      #expect(plain.contains("It is built"))
      #expect(!plain.contains("\u{1B}"))
    #endif
  }
}
