import Foundation
import Testing

/// Each kind of bad input: the message, the exit status, and that the rest is still done.
@Suite struct BadInputTests {
  private let verbatim: Verbatim
  private let good = "“It is built,” said Ana Ruiz.\n"

  init() throws {
    verbatim = try Verbatim()
    try verbatim.write("good.txt", good)
  }

  /// Lists good input together with another path.
  private func list(_ path: String) throws -> Outcome {
    try verbatim.run("list", "--all", "--format", "jsonl", path, "good.txt")
  }

  @Test func missingFile() throws {
    let outcome = try list("none.txt")
    #expect(outcome.status == 3)
    #expect(
      outcome.errors == "verbatim: error: none.txt: no such file or folder; check the path\n")
    #expect(try outcome.quotations() == ["“It is built,”"])
  }

  @Test func folderWithoutArticles() throws {
    try verbatim.write("folder/image.png", "no text")
    let outcome = try list("folder")
    #expect(outcome.status == 3)
    #expect(outcome.errors.hasPrefix("verbatim: error: folder: the folder holds no article; "))
    #expect(try outcome.quotations() == ["“It is built,”"])
  }

  @Test func invalidUTF8() throws {
    try verbatim.write("broken.txt", Data("Caf".utf8) + [0xE9] + Data(" “Yes,” he said.".utf8))
    let outcome = try list("broken.txt")
    #expect(outcome.status == 0)
    #expect(outcome.errors.hasPrefix("verbatim: warning: broken.txt: 1 invalid UTF-8 sequence"))
    #expect(outcome.errors.contains("save the file as UTF-8"))
    #expect(try outcome.quotations() == ["“Yes,”", "“It is built,”"])
  }

  @Test(arguments: [false, true])
  func utf16(_ isBigEndian: Bool) throws {
    var data = Data(isBigEndian ? [0xFE, 0xFF] : [0xFF, 0xFE])
    for unit in "“Ja 👍,” he said.".utf16 {
      let bytes = [UInt8(unit >> 8), UInt8(unit & 0xFF)]
      data.append(contentsOf: isBigEndian ? bytes : bytes.reversed())
    }
    try verbatim.write("wide.txt", data)
    let outcome = try list("wide.txt")
    #expect(outcome.status == 0)
    #expect(try outcome.quotations() == ["“Ja 👍,”", "“It is built,”"])
  }

  @Test func aLineOfTwoMegabytes() throws {
    let sentence = "Nothing happened, said nobody, and “all is well” was the word. "
    try verbatim.write("line.txt", String(repeating: sentence, count: 2_100_000 / sentence.count))
    let outcome = try list("line.txt")
    #expect(outcome.status == 0)
    #expect(outcome.errors.isEmpty)
    let lines = outcome.text.split(separator: "\n")
    #expect(lines.count == 2_100_000 / sentence.count + 1)
  }

  @Test func nulBytes() throws {
    try verbatim.write("nul.txt", "“Yes\0,” said Ana Ruiz.\0\n")
    let outcome = try list("nul.txt")
    #expect(outcome.status == 0)
    #expect(outcome.errors.hasPrefix("verbatim: warning: nul.txt: 2 NUL characters"))
    #expect(try outcome.quotations() == ["“Yes\0,”", "“It is built,”"])
    #expect(!outcome.output.contains(0))
    let text = try verbatim.run("list", "--all", "nul.txt")
    #expect(text.text.contains("“Yes\\u{0},”"))
    #expect(!text.output.contains(0))
  }

  @Test(arguments: ["", " \n\n", "\u{FEFF}"])
  func emptyFile(_ content: String) throws {
    try verbatim.write("empty.txt", content)
    let outcome = try list("empty.txt")
    #expect(outcome.status == 3)
    #expect(outcome.errors.hasPrefix("verbatim: error: empty.txt: holds no text; "))
    #expect(try outcome.quotations() == ["“It is built,”"])
  }

  @Test func brokenLineOfJSON() throws {
    try verbatim.write(
      "a.jsonl",
      """
      {"id":"1","text":"“One,” said Ana Ruiz."}
      {"id":"2","text":"“Two,” said
      {"id":"3"}

      {"id":"4","text":"“Four,” said Ana Ruiz."}

      """)
    let outcome = try list("a.jsonl")
    #expect(outcome.status == 3)
    let errors = outcome.errors.split(separator: "\n")
    #expect(errors.count == 2)
    #expect(errors.first?.hasPrefix("verbatim: error: a.jsonl:2:") == true)
    #expect(errors.last?.hasPrefix("verbatim: error: a.jsonl:3:") == true)
    #expect(try outcome.quotations() == ["“One,”", "“Four,”", "“It is built,”"])
  }

  @Test func failuresAreInTheDocumentToo() throws {
    let outcome = try verbatim.run("list", "--format", "json", "none.txt", "good.txt")
    let document = try JSONSerialization.jsonObject(with: outcome.output) as? [String: Any]
    let failures = try #require(document?["failures"] as? [[String: Any]])
    #expect(failures.count == 1)
    #expect(failures.first?["path"] as? String == "none.txt")
  }

  @Test func unreadableFile() throws {
    try verbatim.write("secret.txt", good)
    let script: String
    if getuid() == 0 {
      // Root may read everything, so somebody else has to try.
      script = """
        chmod 755 . && chmod 000 secret.txt && cp "$VERBATIM" program && chmod 755 program
        setpriv --reuid=65534 --regid=65534 --clear-groups ./program list --all --format jsonl \
          secret.txt good.txt
        """
    } else {
      script = """
        chmod 000 secret.txt
        "$VERBATIM" list --all --format jsonl secret.txt good.txt
        """
    }
    let outcome = try verbatim.shell(script)
    #expect(outcome.status == 3)
    #expect(outcome.errors.hasPrefix("verbatim: error: secret.txt: permission denied; "))
    #expect(try outcome.quotations() == ["“It is built,”"])
  }

  @Test func articleBeyondTheLimit() throws {
    try verbatim.write("large.txt", String(repeating: "word ", count: 300_000))
    let outcome = try verbatim.run("list", "--max-article", "1", "large.txt", "good.txt")
    #expect(outcome.status == 3)
    #expect(
      outcome.errors.hasPrefix("verbatim: error: large.txt: the article is larger than the limit"))
  }

  @Test func hostileFileName() throws {
    try verbatim.write("folder/a\n\u{1B}[31m.txt", "")
    let outcome = try list("folder")
    #expect(outcome.status == 3)
    #expect(outcome.errors.split(separator: "\n").count == 1)
    #expect(!outcome.errors.contains("\u{1B}"))
  }
}
