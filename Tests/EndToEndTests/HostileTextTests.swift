import Foundation
import Testing

/// Text from strangers in every command and format: it never drives a terminal, never becomes markup
/// and never breaks a data format; data keep it as it is.
@Suite struct HostileTextTests {
  private let verbatim: Verbatim

  init() throws { verbatim = try Verbatim() }

  /// Two outlets' articles with hostile text in the words, the name of the speaker, the file's name and
  /// everything that is known of the article.
  private func writeArticles(_ text: String) throws {
    let plain = text.replacing("/", with: "_").replacing("\0", with: "")
    for (number, ending) in ["on every bolt of the old pier", "on each bolt of the old pier"]
      .enumerated()
    {
      let words = "We have spent two long years of work and care \(text) \(ending)."
      let body = "“\(words)” said Mayor Ana \(text) Ruiz.\n\nBen Cole of \(text) left.\n"
      let line: [String: String] = [
        "id": "\(text)\(number)", "title": text, "outlet": "\(text)\(number)", "author": text,
        "date": "2024-03-01", "url": text, "text": body,
      ]
      let data = try JSONSerialization.data(withJSONObject: line)
      try verbatim.write("lines/\(number).jsonl", data + Data("\n".utf8))
      try verbatim.write("texts/\(number)\(plain).txt", body)
    }
    try verbatim.write("source.txt", "We have spent two long years of work and care \(text) here.")
  }

  @Test(arguments: HostileText.all)
  func everyReport(_ hostile: (name: String, text: String)) throws {
    try writeArticles(hostile.text)
    #expect(try verbatim.run("index", "c.db", "lines", "texts").status == 0)
    let quote = "two long years of work and care \(hostile.text)"
    let commands: [(arguments: [String], formats: [String])] = [
      (["list", "--all", "lines", "texts"], ["text", "json", "jsonl", "csv", "markdown"]),
      (["list", "--all", "--by", "outlet", "lines"], ["text", "markdown", "csv"]),
      (["list", "--all", "--by", "article", "texts"], ["text", "markdown"]),
      (["list", "--person=\(hostile.text)", "lines"], ["text", "json"]),
      (["explain", "lines", "texts"], [""]),
      (
        ["verify", "lines", "--against", "source.txt"],
        ["text", "json", "jsonl", "csv", "markdown"]
      ),
      (["verify", "--quote", quote, "--against", "texts"], ["text", "json", "markdown"]),
      (
        ["compare", "--all", "lines", "texts"],
        ["text", "json", "jsonl", "csv", "markdown", "html"]
      ),
      (
        ["diff", "one \(hostile.text) two", "one two \(hostile.text)"],
        ["text", "json", "jsonl", "markdown", "html"]
      ),
      (["search", "c.db", quote], ["text", "json", "jsonl"]),
      (["people", "c.db"], ["text", "json", "jsonl", "csv"]),
      (["index", "c.db", "--statistics"], ["text", "json"]),
    ]
    for (arguments, formats) in commands {
      for format in formats {
        let given = arguments + (format.isEmpty ? [] : ["--format", format])
        let all = given + (format == "csv" ? ["--csv-safe"] : [])
        let outcome = try verbatim.run(all)
        check(outcome, format.isEmpty ? "text" : format, "\(hostile.name): \(given[0]) \(format)")
        #expect((0...1).contains(outcome.status), "\(hostile.name): \(given[0]) \(format)")
      }
    }
  }

  @Test(arguments: HostileText.all)
  func everyReportOnGoldenCases(_ hostile: (name: String, text: String)) throws {
    try writeArticles(hostile.text)
    let record = try verbatim.run("golden", "record", "texts")
    check(record, "text", "record")
    for name in try FileManager.default.contentsOfDirectory(
      atPath: verbatim.folder.appendingPathComponent("texts").path) where name.hasSuffix(".txt")
    {
      let path = verbatim.folder.appendingPathComponent("texts/\(name)").path
      let text = try String(contentsOfFile: path, encoding: .utf8)
      try text.replacing("two long", with: "ten \(hostile.text) long")
        .write(toFile: path, atomically: true, encoding: .utf8)
    }
    for format in ["text", "markdown", "html", "junit", "tap", "json", "sarif"] {
      let outcome = try verbatim.run("golden", "check", "texts", "--format", format)
      #expect(outcome.status == 1)
      check(outcome, format, "\(hostile.name): golden \(format)")
    }
    check(try verbatim.run("golden", "review", "texts"), "text", "review")
  }

  /// Every complaint that repeats what was given.
  @Test(arguments: HostileText.all)
  func everyMessage(_ hostile: (name: String, text: String)) throws {
    try verbatim.write("good.txt", "“It is built,” said Ana Ruiz.\n")
    try verbatim.write("people.json", "[\(hostile.text)")
    try verbatim.write("bad.jsonl", "{\"id\": \(hostile.text)}\n")
    try verbatim.write("profile.txt", "\(hostile.text) = \(hostile.text)\n")
    let text = hostile.text
    let runs = [
      ["list", "./\(text)"], ["list", "bad.jsonl"],
      ["list", "--people", "people.json", "good.txt"],
      ["list", "--no\(text)", "good.txt"], ["list", "--format=\(text)", "good.txt"], ["x\(text)"],
      ["explain", "./\(text)"], ["verify", "./\(text)", "--against", "./\(text)"],
      ["verify", "good.txt", "--against", "good.txt", "--profile", "profile.txt"],
      ["verify", "good.txt", "--against", "good.txt", "--profile", "./\(text)"],
      ["compare", "./\(text)"], ["diff", "--batch", "./\(text)"], ["diff", "a", "b", "c\(text)"],
      ["search", "./\(text)", "words"], ["people", "./\(text)"], ["people", "undo", "./\(text)"],
      ["index", "./\(text)/c.db", "good.txt"], ["golden", "check", "./\(text)"],
      ["golden", "record", "./\(text)"], ["golden", "review", "./\(text)", "--accept=\(text)"],
      ["profiles", "p\(text)"],
    ]
    for arguments in runs {
      let outcome = try verbatim.run(arguments)
      check(
        outcome, "text", "\(hostile.name): \(arguments.joined(separator: " ").debugDescription)")
    }
  }

  private func check(_ outcome: Outcome, _ format: String, _ what: String) {
    #expect(HostileText.dangers(outcome.errors) == [], "standard error of \(what)")
    let text = outcome.text
    switch format {
    case "json", "sarif":
      #expect((try? JSONSerialization.jsonObject(with: outcome.output)) != nil, "\(what)")
    case "jsonl":
      #expect((try? outcome.lines()) != nil, "\(what)")
    case "csv":
      for cell in HostileText.cells(ofCSV: text).flatMap(\.self) {
        let first = cell.unicodeScalars.first
        #expect(first.map { !"=+-@\t\r\n".unicodeScalars.contains($0) } ?? true, "\(what): \(cell)")
      }
    case "html":
      #expect(HostileText.foreignMarkup(inHTML: text) == [], "\(what)")
      #expect(HostileText.dangers(text) == [], "\(what)")
    case "junit":
      #expect(HostileText.isXML(outcome.output), "\(what)")
      #expect(HostileText.dangers(text) == [], "\(what)")
    case "markdown":
      #expect(HostileText.dangers(text) == [], "\(what)")
      // Every angle bracket has a backslash before it, or stands in markup of the report's own.
      let own = text.replacing("@<!-- -->", with: "@").replacing("<br>", with: " ")
      let isEscaped = own.split(separator: "<", omittingEmptySubsequences: false).dropLast()
        .allSatisfy { $0.hasSuffix("\\") }
      #expect(isEscaped, "\(what)")
      for raw in ["![x]", "[x](", "`rm`", "~~x~~", "**bold**"] {
        #expect(!text.contains(raw), "\(what): \(raw)")
      }
    case "tap":
      #expect(HostileText.dangers(text) == [], "\(what)")
      for line in text.split(separator: "\n") where !line.hasPrefix(" ") {
        #expect(!line.hasPrefix("Bail out!") && !line.contains(" # TODO"), "\(what)")
      }
    default:
      #expect(HostileText.dangers(text) == [], "\(what)")
    }
  }

  /// In data the text is what it was.
  @Test(arguments: HostileText.all)
  func dataKeepsIt(_ hostile: (name: String, text: String)) throws {
    try writeArticles(hostile.text)
    let lines = try verbatim.run("list", "--all", "lines", "--format", "jsonl").lines()
    let line = try #require(lines.first)
    let article = try #require(line["article"] as? [String: Any])
    #expect(
      (article["title"] as? String)?.unicodeScalars.elementsEqual(
        hostile.text.unicodeScalars) == true)
    let all = lines.flatMap { $0["pieces"] as? [[String: Any]] ?? [] }
      .compactMap { $0["text"] as? String }.joined()
    // Marks of its own cut the speech into pieces.
    guard !hostile.text.contains("\"") else { return }
    // A line break ends a paragraph, and speech that no mark carries on.
    for part in hostile.text.split(whereSeparator: { "\r\u{2028}\u{B}\u{85}\"".contains($0) }) {
      #expect(all.contains(part), "\(hostile.name)")
    }
  }

  @Test func pathsMayHoldLineBreaks() throws {
    try verbatim.write("a\nb/c\r\nd.txt", "“It is built,” said Ana Ruiz.\n")
    let lines = try verbatim.run("list", "a\nb", "--format", "jsonl").lines()
    let article = try #require(lines.first?["article"] as? [String: Any])
    #expect(article["path"] as? String == "a\nb/c\r\nd.txt")
    for format in ["text", "markdown"] {
      let outcome = try verbatim.run("list", "a\nb", "--by", "article", "--format", format)
      #expect(outcome.text.contains("c d.txt"))
    }
    let missing = try verbatim.run("list", "no\nsuch\tfile")
    #expect(missing.errors.hasPrefix("verbatim: error: no\\nsuch\\tfile: "))
    #expect(missing.errors.split(separator: "\n").count == 1)
  }

  /// What is no file is not waited for and not read for ever where somebody else's file names it.
  @Test func specialFiles() throws {
    let pipe = verbatim.folder.appendingPathComponent("pipe").path
    #expect(mkfifo(pipe, 0o600) == 0)
    try verbatim.write("cases/a.txt", "“It is built,” said Ana Ruiz.\n")
    #expect(try verbatim.run("golden", "record", "cases").status == 1)
    let golden = "cases/a.txt.golden"
    let answer = try String(
      contentsOf: verbatim.folder.appendingPathComponent(golden), encoding: .utf8)
    for named in ["../pipe", "/dev/zero"] {
      try verbatim.write(golden, answer.replacing("input: a.txt", with: "input: \(named)"))
      let outcome = try verbatim.run("golden", "check", "cases")
      #expect(outcome.status == 3)
      #expect(outcome.text.contains("is no regular file"), "\(named)")
    }
    let batch = try verbatim.run("diff", "--batch", "/dev/zero")
    #expect(batch.status == 3)
    #expect(batch.errors.hasPrefix("verbatim: error: /dev/zero: is a device; give a file"))
  }

  /// Links that lead back are followed once, and one that leads nowhere is named.
  @Test func loopsOfLinksEnd() throws {
    try verbatim.write("folder/inner/a.txt", "“It is built,” said Ana Ruiz.\n")
    for (name, target) in [
      ("folder/self", "."), ("folder/inner/up", ".."), ("folder/inner/top", "../../folder"),
      ("folder/x.txt", "x.txt"), ("folder/y.txt", "z.txt"), ("folder/z.txt", "y.txt"),
    ] {
      try FileManager.default.createSymbolicLink(
        atPath: verbatim.folder.appendingPathComponent(name).path, withDestinationPath: target)
    }
    let outcome = try verbatim.run("list", "folder", "--format", "jsonl")
    #expect(outcome.status == 3)
    #expect(try outcome.quotations() == ["“It is built,”"])
    let errors = outcome.errors.split(separator: "\n")
    #expect(errors.count == 3)
    for (error, name) in zip(errors, ["x", "y", "z"]) {
      #expect(
        error == "verbatim: error: folder/\(name).txt: its symbolic links form a loop; "
          + "give the path of the file itself")
    }
  }
}
