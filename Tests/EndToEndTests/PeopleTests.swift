import Foundation
import Testing

/// `verbatim people` and its corrections.
@Suite struct PeopleTests {
  private let verbatim: Verbatim

  init() throws {
    verbatim = try Verbatim()
    let texts = [
      "“The fares stay,” said Mayor Ana Ruiz. “For now,” Ruiz said.",
      "“The ferry sails,” said Ana Ruiz.", "“We doubt that,” said Lady Clara Vega.",
      "“It leaks,” said Robert Cole.", "“It sinks,” said Robert J. Cole.",
    ]
    for (number, text) in texts.enumerated() {
      try verbatim.write(
        "articles/\(number).txt",
        "---\noutlet: Outlet \(number)\ndate: 2024-03-0\(number + 1)\n---\n\n\(text)\n")
    }
    #expect(try verbatim.run("index", "c.db", "articles").status == 0)
  }

  /// The people as `name quotations`.
  private func people() throws -> [String] {
    try verbatim.run("people", "c.db", "--format", "jsonl", "--sort", "name").lines().map {
      "\($0["name"] ?? "") \($0["quotations"] ?? "")"
    }
  }

  @Test func show() throws {
    #expect(try people() == ["Ana Ruiz 3", "Clara Vega 1", "Robert J. Cole 2"])
    let line = try #require(
      try verbatim.run("people", "c.db", "--person", "ruiz", "--format", "jsonl").lines().first)
    #expect(line["articles"] as? Int == 2)
    #expect(line["firstDate"] as? String == "2024-03-01")
    #expect(line["lastDate"] as? String == "2024-03-02")
    #expect((line["outlets"] as? [[String: Any]])?.count == 2)
    let text = try verbatim.run("people", "c.db").text
    #expect(text.contains("Robert J. Cole · 2 quotations in 2 articles\n  also: "))
    #expect(try verbatim.run("people", "c.db", "--format", "csv").text.hasPrefix("name,kind,id,"))
  }

  @Test func correctionsAreRemembered() throws {
    #expect(try verbatim.run("people", "merge", "c.db", "Clara Vega", "Ana Ruiz").status == 0)
    #expect(
      try verbatim.run("people", "split", "c.db", "Robert J. Cole", "Robert Cole").status == 0)
    #expect(try verbatim.run("people", "rename", "c.db", "Ana Ruiz", "Ana Ruiz Vega").status == 0)
    let wanted = ["Ana Ruiz Vega 4", "Robert Cole 1", "Robert J. Cole 1"]
    #expect(try people() == wanted)
    try verbatim.write("articles/1.txt", "“The ferry sails again,” said Ana Ruiz.")
    #expect(try verbatim.run("index", "c.db", "articles").status == 0)
    #expect(try people() == wanted)
    let listed = try verbatim.run(
      "list", "c.db", "--person", "ana ruiz vega", "--format", "jsonl"
    ).quotations()
    #expect(listed.count == 4)
    #expect(listed.contains("“We doubt that,”"))
    for _ in 0..<3 { #expect(try verbatim.run("people", "undo", "c.db").status == 0) }
    #expect(try verbatim.run("people", "undo", "c.db").status == 2)
    #expect(try people() == ["Ana Ruiz 3", "Clara Vega 1", "Robert J. Cole 2"])
  }

  @Test func impossibleCorrections() throws {
    for (arguments, words) in [
      ("merge c.db 'Nobody Here' 'Ana Ruiz'", "nobody is called “Nobody Here”"),
      ("merge c.db 'Robert J. Cole' 'Robert Cole'", "are one person already"),
      ("split c.db 'Clara Vega' 'Ana Ruiz'", "is no name of “Ana Ruiz”"),
      ("split c.db 'Ruiz' 'Ana Ruiz'", "no article knows anybody as “Ruiz” alone"),
    ] {
      let outcome = try verbatim.shell("$VERBATIM people \(arguments)")
      #expect(outcome.status == 2, "\(arguments)")
      #expect(outcome.errors.contains(words), "\(outcome.errors)")
    }
    #expect(try verbatim.run("people", "missing.db").status == 3)
  }
}
