import Foundation
import Testing

@Suite struct CompareTests {
  private let verbatim: Verbatim

  init() throws { verbatim = try Verbatim() }

  private func article(_ name: String, outlet: String, date: String, _ text: String) throws {
    try verbatim.write(
      "news/\(name).txt", "---\noutlet: \(outlet)\ndate: \(date)\n---\n\(text)\n")
  }

  private func threeOutlets() throws {
    try article(
      "a", outlet: "Courier", date: "2024-03-01",
      "“The north tower will not open before the autumn,” said Ana Ruiz, the engineer.")
    try article(
      "b", outlet: "Echo", date: "2024-03-01",
      "'The north tower will open before the autumn,' said Ana Ruiz, the engineer.")
    try article(
      "c", outlet: "Gazette", date: "2024-03-02",
      "“The north tower won’t open before the autumn,” said Bruno Falk, the mayor.")
  }

  @Test func contractOfALine() throws {
    try threeOutlets()
    let outcome = try verbatim.run("compare", "--format", "jsonl", "news")
    #expect(outcome.status == 0)
    let group = try #require(try outcome.lines().first)
    #expect(
      Set(group.keys) == [
        "id", "verdict", "severity", "speakerConflict", "speakers", "base", "renderings",
        "differences",
      ])
    #expect(group["verdict"] as? String == "meaning-altered")
    #expect(group["speakerConflict"] as? Bool == true)
    let renderings = try #require(group["renderings"] as? [[String: Any]])
    let articles = renderings.compactMap { $0["article"] as? [String: Any] }
    #expect(articles.map { $0["outlet"] as? String } == ["Courier", "Echo", "Gazette"])
    let pieces = try #require(renderings[1]["pieces"] as? [[String: Any]])
    #expect(pieces.first?["text"] as? String == "'The north tower will open before the autumn,'")
    let differences = try #require(group["differences"] as? [[String: Any]])
    let negation = try #require(differences.first { $0["class"] as? String == "negation" })
    #expect(negation["severity"] as? Int == 4)
    let readings = try #require(negation["readings"] as? [[String: Any]])
    #expect(readings.count == 2)
    // Every place says the bytes that its words have in the article.
    for reading in differences.flatMap({ $0["readings"] as? [[String: Any]] ?? [] }) {
      for witness in reading["witnesses"] as? [[String: Any]] ?? [] {
        guard let place = witness["place"] as? [String: Any] else { continue }
        let number = try #require(witness["rendering"] as? Int)
        let path = try #require(articles[number]["path"] as? String)
        let bytes = try Data(contentsOf: verbatim.folder.appendingPathComponent(path))
        let range = try #require(place["utf8"] as? [Int])
        #expect(
          String(decoding: bytes[range[0]..<range[1]], as: UTF8.self) == place["text"] as? String)
      }
    }
  }

  @Test func theOrderOfTheInputDoesNotMatter() throws {
    try threeOutlets()
    let paths = ["news/a.txt", "news/b.txt", "news/c.txt"]
    let first = try verbatim.run("compare", "--format", "jsonl", paths[0], paths[1], paths[2])
    let second = try verbatim.run(
      "compare", "--format", "jsonl", "--jobs", "3", paths[2], paths[0], paths[1])
    #expect(!first.output.isEmpty)
    #expect(first.output == second.output)
  }

  @Test(arguments: ["text", "json", "csv", "markdown", "html"])
  func formats(_ format: String) throws {
    try threeOutlets()
    let outcome = try verbatim.run("compare", "--format", format, "news")
    #expect(outcome.status == 0)
    #expect(outcome.text.contains("meaning-altered"))
    #expect(outcome.text.contains("Gazette"))
    #expect(outcome.text.contains("negation"))
    if format == "html" {
      #expect(outcome.text.hasPrefix("<!DOCTYPE html>"))
      #expect(!outcome.text.contains("<script"))
      #expect(!outcome.text.contains("http"))
    }
    if format == "json" {
      let document = try JSONSerialization.jsonObject(with: outcome.output) as? [String: Any]
      #expect((document?["groups"] as? [Any])?.count == 1)
    }
  }

  @Test func htmlIsEscaped() throws {
    try article(
      "a", outlet: "A <b> & C", date: "2024-03-01",
      "“The <script>north</script> tower is shut until autumn,” said Ana Ruiz.")
    try article(
      "b", outlet: "Echo", date: "2024-03-01",
      "“The <script>north</script> tower is shut until winter,” said Ana Ruiz.")
    let outcome = try verbatim.run("compare", "--all", "--format", "html", "news")
    #expect(!outcome.text.contains("<script"))
    #expect(!outcome.text.contains("A <b>"))
  }

  @Test func whatAllPrintAlikeIsShownOnRequest() throws {
    for name in ["a", "b"] {
      try article(
        name, outlet: name, date: "2024-03-01",
        "“The north tower is shut until the autumn,” said Ana Ruiz.")
    }
    let plain = try verbatim.run("compare", "news")
    #expect(!plain.text.contains("north tower"))
    #expect(plain.text.contains("--all"))
    #expect(try verbatim.run("compare", "--all", "news").text.contains("north tower"))
    // Data must have no silent gaps.
    #expect(try verbatim.run("compare", "--format", "jsonl", "news").lines().count == 1)
  }

  @Test func oneArticleAloneIsShownOnRequest() throws {
    try article(
      "a", outlet: "Courier", date: "2024-03-01",
      "Tower ‘is shut until the autumn’\n\n“The north tower is shut until the autumn,” said Ana Ruiz."
    )
    #expect(try verbatim.run("compare", "--format", "jsonl", "news").lines().isEmpty)
    #expect(try verbatim.run("compare", "--all", "--format", "jsonl", "news").lines().count == 1)
  }

  @Test func leastArticlesAndOutlets() throws {
    try threeOutlets()
    func count(_ options: String...) throws -> Int {
      try verbatim.shell(
        "\"$VERBATIM\" compare --format jsonl news \(options.joined(separator: " "))"
      ).lines().count
    }
    #expect(try count("--min-renderings", "3") == 1)
    #expect(try count("--min-renderings", "4") == 0)
    #expect(try count("--across-outlets") == 1)
    try FileManager.default.removeItem(
      at: verbatim.folder.appendingPathComponent("news/c.txt"))
    try article(
      "b", outlet: "Courier", date: "2024-03-01",
      "“The north tower will open before the autumn,” said Ana Ruiz, the engineer.")
    #expect(try count("--across-outlets") == 0)
    #expect(try count() == 1)
  }

  @Test func levels() throws {
    try threeOutlets()
    #expect(try verbatim.run("compare", "--fail-on", "negation", "news").status == 1)
    #expect(try verbatim.run("compare", "--fail-on", "meaning", "news").status == 1)
    #expect(try verbatim.run("compare", "--fail-on", "number", "news").status == 0)
  }

  @Test func badInput() throws {
    try threeOutlets()
    let missing = try verbatim.run("compare", "--format", "jsonl", "news", "nowhere.txt")
    #expect(missing.status == 3)
    #expect(missing.errors.contains("nowhere.txt"))
    #expect(try missing.lines().count == 1)
    let wrong = try verbatim.run("compare", "--min-renderings", "1", "news")
    #expect(wrong.status == 2)
    #expect(wrong.errors.contains("--min-renderings"))
  }
}
