import Foundation
import Testing

@Suite struct ListTests {
  private let verbatim: Verbatim

  init() throws { verbatim = try Verbatim() }

  @Test func contractOfALine() throws {
    try verbatim.write("news/a.txt", "“It is built,” said Ana Ruiz.\n")
    let outcome = try verbatim.run("list", "--all", "--format", "jsonl", "news")
    let line = try #require(try outcome.lines().first)
    #expect(
      Set(line.keys) == [
        "article", "id", "kind", "speech", "pieces", "speaker", "mention", "cue", "confidence",
        "evidence",
      ])
    let article = try #require(line["article"] as? [String: Any])
    #expect(Set(article.keys) == ["id", "path", "title", "outlet", "date"])
    #expect(article["id"] as? String == "a.txt")
    #expect(article["path"] as? String == "news/a.txt")
    let pieces = try #require(line["pieces"] as? [[String: Any]])
    #expect(
      Set(try #require(pieces.first).keys) == ["text", "utf8", "scalar", "utf16", "line", "column"])
    #expect((line["id"] as? String)?.hasPrefix("q-") == true)
    #expect(line["kind"] as? String == "direct")
    #expect(line["speech"] is Bool)
  }

  @Test func metadataComesFromFrontMatterAndThenFromOptions() throws {
    try verbatim.write("a.txt", "---\ntitle: T\noutlet: Courier\n---\n“Yes,” said Ana Ruiz.\n")
    try verbatim.write("b.txt", "“No,” said Ana Ruiz.\n")
    let outcome = try verbatim.run(
      "list", "--all", "--format", "jsonl", "--outlet", "Echo", "--date", "2024-03-01", "a.txt",
      "b.txt")
    let articles = try outcome.lines().map { try #require($0["article"] as? [String: Any]) }
    #expect(articles.map { $0["outlet"] as? String } == ["Courier", "Echo"])
    #expect(articles.map { $0["date"] as? String } == ["2024-03-01", "2024-03-01"])
    #expect(articles.map { $0["title"] as? String } == ["T", nil])
  }

  @Test(arguments: [["-"], []])
  func standardInput(_ paths: [String]) throws {
    let text = #"{"id":"j1","text":"“Yes,” said Ana Ruiz.","desk":{"n":1}}"#
    try verbatim.write("in.jsonl", text)
    let outcome = try verbatim.shell(
      "\"$VERBATIM\" list --all --format jsonl \(paths.joined(separator: " ")) < in.jsonl")
    #expect(outcome.status == 0)
    let article = try #require(try outcome.lines().first?["article"] as? [String: Any])
    #expect(article["id"] as? String == "j1")
    #expect(article["extra"] as? [String: [String: Int]] == ["desk": ["n": 1]])
  }

  @Test func minimumOfWords() throws {
    try verbatim.write("a.txt", "“Yes,” said Ana Ruiz. “It is built at last,” said Ana Ruiz.\n")
    let outcome = try verbatim.run(
      "list", "--all", "--format", "jsonl", "--min-words", "3", "a.txt")
    #expect(try outcome.quotations() == ["“It is built at last,”"])
  }

  @Test func listOfPeople() throws {
    try verbatim.write("a.txt", "“It is built,” said Ana Ruiz.\n")
    try verbatim.write("people.csv", "name,aliases,id,gender\nAna María Ruiz,Ana Ruiz,p1,f\n")
    let missing = try verbatim.run("list", "--people", "none.csv", "a.txt")
    #expect(missing.status == 3)
    #expect(missing.errors.hasPrefix("verbatim: error: none.csv: no such file"))
    #expect(missing.output.isEmpty)
    let outcome = try verbatim.run(
      "list", "--people", "people.csv", "--person", "p1", "--format", "jsonl", "a.txt")
    #expect(outcome.status == 0)
    let speaker = try #require(try outcome.lines().first?["speaker"] as? [String: Any])
    #expect(speaker["name"] as? String == "Ana María Ruiz")
    #expect(speaker["id"] as? String == "p1")
  }

  @Test func explanationShowsEveryQuotation() throws {
    try verbatim.write("a.txt", "“It is built,” said Ana Ruiz.\n\nIt was “progress”.\n")
    let outcome = try verbatim.run("explain", "a.txt")
    #expect(outcome.status == 0)
    for words in ["a.txt", "“It is built,”", "“progress”", "marks", "speaker", "candidates"] {
      #expect(outcome.text.contains(words))
    }
  }

  @Test func explanationShowsAPlace() throws {
    try verbatim.write(
      "a.txt", "“It is built,” said Ana Ruiz.\n\nIt “was” so. “No,” said Bo Lind.\n")
    func quotations(at place: String) throws -> [Substring] {
      try verbatim.run("explain", "a.txt", "--at", place).text.split(separator: "\n")
        .filter { $0.hasPrefix("  “") }
    }
    #expect(try quotations(at: "1") == ["  “It is built,”"])
    #expect(try quotations(at: "1:8") == ["  “It is built,”"])
    #expect(try quotations(at: "3") == ["  “was”", "  “No,”"])
    #expect(try quotations(at: "3:14") == ["  “No,”"])
    let none = try verbatim.run("explain", "a.txt", "--at", "2")
    #expect(none.status == 2)
    #expect(none.output.isEmpty)
    #expect(none.errors.hasPrefix("verbatim: error: no quotation stands at 2; "))
    for place in ["0", "x", "1:", "1:2:3", "1:-2", ""] {
      #expect(try verbatim.run("explain", "a.txt", "--at", place).status == 2, "\(place)")
    }
  }

  @Test(arguments: ["text", "json", "jsonl", "csv", "markdown"])
  func outputDoesNotDependOnTheNumberOfJobs(_ format: String) throws {
    var lines = ""
    for number in 0..<40 {
      let filler = String(repeating: "Nothing happened. ", count: number % 13 * 20)
      lines += """
        {"id":"\(number)","outlet":"O\(number % 3)","text":"\(filler)“It is \(number),” said Ana \
        Ruiz. “No,” Bo Lind said."}

        """
      if number % 17 == 0 { lines += "{broken\n" }
    }
    try verbatim.write("a.jsonl", lines)
    let runs = try ["1", "4"].map { jobs in
      try verbatim.run("list", "--all", "--format", format, "--jobs", jobs, "a.jsonl", "none")
    }
    #expect(runs[0].status == 3)
    #expect(runs[0].output.count > 1000)
    for run in runs {
      #expect(run.output == runs[0].output)
      #expect(run.errors == runs[0].errors)
      #expect(run.status == runs[0].status)
    }
  }
}
