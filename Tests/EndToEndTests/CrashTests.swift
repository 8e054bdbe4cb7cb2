import Foundation
import Testing

/// `verbatim index`, killed at random moments.
@Suite struct CrashTests {
  private let verbatim: Verbatim

  init() throws { verbatim = try Verbatim() }

  private func corpus(_ word: String, count: Int) throws {
    let lines = (0..<count).map { number in
      "{\"id\":\"n\(number)\",\"text\":\"“\(word) number \(number) is kept,” said Ana Ruiz.\"}\n"
    }
    try verbatim.write("a.jsonl", lines.joined())
  }

  /// Kills twelve runs, which add, replace and merge. After each the store is whole, nothing that
  /// was committed is lost, and nothing is there twice.
  @Test func killsLoseNothing() throws {
    let count = 400
    try corpus("Word", count: count)
    var stored = 0
    // Groups are kept from the start, so that every run has to commit them with the articles.
    try verbatim.write("none.txt", "Nobody says anything.")
    #expect(try verbatim.run("index", "c.db", "none.txt", "--regroup").status == 0)
    #expect(try verbatim.run("index", "c.db", "--remove", "none.txt").status == 0)
    for kill in 0..<12 {
      if kill == 6 {
        // From here on articles are replaced.
        #expect(try verbatim.run("index", "c.db", "a.jsonl", "--commit-every", "4").status == 0)
        try corpus("Phrase", count: count)
        stored = 0
      }
      let delay = Double.random(in: 0.02...0.6)
      let outcome = try verbatim.shell(
        """
        $VERBATIM index c.db a.jsonl --commit-every 4 > /dev/null & sleep \(delay)
        kill -9 $!; wait $! 2>/dev/null
        [ -e c.db ] || exit 5
        $VERBATIM index c.db --check > checked 2> failure || { grep -q "is an empty database" failure && exit 5; cat failure >&2; exit 1; }
        $VERBATIM list c.db --format jsonl
        """)
      // Killed before there was anything.
      if outcome.status == 5 { continue }
      #expect(outcome.status == 0, "\(outcome.errors)")
      let quotations = try outcome.quotations()
      #expect(Set(quotations).count == quotations.count)
      let word = kill < 6 ? "Word" : "Phrase"
      let done = quotations.count { $0.contains(word) }
      #expect(done >= stored)
      stored = done
      if kill >= 6 { #expect(quotations.count == count) }
    }
    #expect(try verbatim.run("index", "c.db", "a.jsonl", "--commit-every", "4").status == 0)
    #expect(
      try verbatim.run("list", "c.db", "--format", "jsonl").text
        == verbatim.run("list", "a.jsonl", "--format", "jsonl").text)
    #expect(try verbatim.run("index", "c.db", "--check").status == 0)
    #expect(try verbatim.run("index", "c.db", "--regroup").status == 0)
    #expect(
      try verbatim.run("compare", "c.db", "--format", "json").text
        == verbatim.run("compare", "a.jsonl", "--format", "json").text)
    let files = try verbatim.shell("ls c.db*").text
    #expect(files == "c.db\n")
  }
}
