import Foundation
import Testing

#if canImport(Glibc)
  import Glibc
#endif

/// `verbatim index`, and stores in the place of paths.
@Suite struct IndexTests {
  private let verbatim: Verbatim

  init() throws {
    verbatim = try Verbatim()
    try FileManager.default.copyItem(
      at: Verbatim.package.appendingPathComponent("golden/articles"),
      to: verbatim.folder.appendingPathComponent("articles"))
    try FileManager.default.copyItem(
      at: Verbatim.package.appendingPathComponent("golden/verify"),
      to: verbatim.folder.appendingPathComponent("verify"))
  }

  /// The numbers of a run: added, updated, removed, unchanged, not readable.
  private func counts(_ arguments: String..., input: String = "", status: Int32 = 0) throws -> [Int]
  {
    let line = (["index"] + arguments).map { "'\($0)'" }.joined(separator: " ")
    try verbatim.write("input", input)
    let outcome = try verbatim.shell("$VERBATIM \(line) --format json < input")
    #expect(outcome.status == status, "\(outcome.errors)")
    let object = try #require(
      try JSONSerialization.jsonObject(with: outcome.output) as? [String: Any])
    return ["added", "updated", "removed", "unchanged", "failures"].map { object[$0] as? Int ?? -1 }
  }

  @Test func onlyChangesAreMade() throws {
    let count = try counts("c.db", "articles")[0]
    #expect(count > 10)
    #expect(try counts("c.db", "articles") == [0, 0, 0, count, 0])
    try verbatim.write("articles/new.txt", "“It is new,” said Ana Ruiz.")
    #expect(try counts("c.db", "articles", "--dry-run") == [1, 0, 0, count, 0])
    #expect(try counts("c.db", "articles") == [1, 0, 0, count, 0])
    try verbatim.write("articles/new.txt", "“It is newer,” said Ana Ruiz.")
    #expect(try counts("c.db", "articles", "--dry-run") == [0, 1, 0, count, 0])
    #expect(try counts("c.db", "articles") == [0, 1, 0, count, 0])
    try FileManager.default.removeItem(
      at: verbatim.folder.appendingPathComponent("articles/new.txt"))
    #expect(try counts("c.db", "articles", "--dry-run") == [0, 0, 1, count, 0])
    #expect(try counts("c.db", "articles") == [0, 0, 1, count, 0])
    // Another path to the same files is no other articles; another outlet makes others of them.
    #expect(try counts("c.db", "./articles/") == [0, 0, 0, count, 0])
    #expect(try counts("c.db", "articles", "--single-quotes", "off") == [0, count, 0, 0, 0])
    #expect(try counts("c.db", "articles") == [0, count, 0, 0, 0])
    #expect(try verbatim.run("index", "c.db", "--check").status == 0)
  }

  @Test func dryRunsMakeNothing() throws {
    #expect(try counts("c.db", "articles", "--dry-run")[0] > 10)
    #expect(try verbatim.shell("ls").text == "articles\ninput\nverify\n")
  }

  @Test func standardInputOnlyAdds() throws {
    let lines = ["a", "b"].map {
      "{\"id\":\"\($0)\",\"text\":\"“Yes,” said Ana Ruiz of \($0).\"}\n"
    }
    #expect(try counts("c.db", "-", input: lines.joined()) == [2, 0, 0, 0, 0])
    #expect(try counts("c.db", "-", input: lines[1]) == [0, 0, 0, 1, 0])
    #expect(try verbatim.run("list", "c.db", "--format", "jsonl").lines().count == 2)
  }

  @Test func whatCannotBeReadStays() throws {
    let count = try counts("c.db", "articles")[0]
    let path = "articles/bridge/echo.txt"
    try verbatim.write(path, Data([0x1F, 0x8B, 0, 0]))
    #expect(try counts("c.db", "articles", status: 3) == [0, 0, 0, count - 1, 1])
    #expect(try counts("c.db", "missing", status: 3) == [0, 0, 0, 0, 1])
    let names = try verbatim.run("list", "c.db", "--format", "jsonl").text
    #expect(names.contains("bridge/echo.txt"))
    #expect(try counts("c.db", "articles/bridge", "--remove")[2] > 1)
    #expect(!(try verbatim.run("list", "c.db", "--format", "jsonl").text.contains("bridge/")))
    let outcome = try verbatim.run("index", "c.db", "articles/bridge", "--remove")
    #expect(outcome.status == 3)
    #expect(outcome.errors.contains("holds no article from there"))
  }

  /// A store gives what its articles give, byte for byte, whatever was done to it before.
  @Test func storesStandForTheirArticles() throws {
    try verbatim.write("articles/bridge/zz.txt", "“It is gone,” said Ana Ruiz.")
    _ = try counts("c.db", "articles/trial", "articles/bridge")
    try FileManager.default.removeItem(
      at: verbatim.folder.appendingPathComponent("articles/bridge/zz.txt"))
    _ = try counts("c.db", "articles", "--commit-every", "3")
    for arguments in [
      "list PATH", "list PATH --all --format json", "list PATH --format csv", "compare PATH",
      "list PATH --by outlet --format markdown", "list PATH --person dzhoranova",
      "compare PATH --format jsonl", "verify verify/article.md --against PATH",
      "verify articles/trial --against PATH --format jsonl",
    ] {
      func output(_ path: String) throws -> Outcome {
        try verbatim.shell("$VERBATIM " + arguments.replacingOccurrences(of: "PATH", with: path))
      }
      let (store, files) = (try output("c.db"), try output("articles"))
      #expect(store.text == files.text, "\(arguments)")
      #expect(store.text.utf8.count > 200)
      #expect(store.status == files.status)
      #expect(store.errors.isEmpty)
    }
    // Captions and files beside a store.
    _ = try counts("v.db", "verify/hearing.srt")
    let arguments = "verify/article.md --format jsonl --against"
    #expect(
      try verbatim.shell("$VERBATIM verify \(arguments) v.db articles").text
        == verbatim.shell("$VERBATIM verify \(arguments) verify/hearing.srt articles").text)
  }

  @Test func statisticsAndVacuum() throws {
    let count = try counts("c.db", "articles", "--commit-every", "1")[0]
    _ = try counts("c.db", "articles/bridge", "--remove")
    let before = try verbatim.run("index", "c.db", "--statistics")
    #expect(before.text.contains("articles"))
    let after = try verbatim.run("index", "c.db", "--vacuum", "--format", "json")
    let object = try #require(
      try JSONSerialization.jsonObject(with: after.output) as? [String: Any])
    #expect(object["deletedDocuments"] as? Int == 0)
    #expect(object["segments"] as? Int == 1)
    #expect(object["freeBytes"] as? Int == 0)
    #expect((object["articles"] as? Int).map { $0 < count } == true)
    #expect(try verbatim.run("index", "c.db", "--check").status == 0)
  }

  // MARK: What can go wrong

  @Test func errorsNameFileAndRemedy() throws {
    _ = try counts("c.db", "articles")
    try verbatim.write("letter.db", "Dear Sir, this is no store, but a letter of some length.")
    let page = "head -c 40000 /dev/zero | tr '\\0' 'x'"
    for (line, words) in [
      ("$VERBATIM index letter.db articles", "letter.db: is no SQLite database; give a store"),
      ("$VERBATIM search missing.db words", "missing.db: no such store; check the path"),
      ("$VERBATIM index no/such/c.db articles", "no/such/c.db: its folder does not exist; make"),
      (
        "cp c.db bad.db; \(page) | dd of=bad.db bs=1 seek=40000 conv=notrunc 2>/dev/null; "
          + "$VERBATIM index bad.db --check", "bad.db: is damaged ("
      ),
      (
        "cp c.db bad.db; \(page) | dd of=bad.db bs=1 seek=32768 conv=notrunc 2>/dev/null; "
          + "$VERBATIM list bad.db", "bad.db: is damaged ("
      ),
    ] {
      let outcome = try verbatim.shell(line)
      #expect(outcome.status == 3, "\(line)")
      #expect(outcome.errors.contains("verbatim: error: " + words), "\(outcome.errors)")
    }
    for (line, words) in [
      ("$VERBATIM index c.db c.db", "is a store itself"),
      ("$VERBATIM index c.db articles --check", "--check takes no path"),
      ("$VERBATIM index c.db --check --vacuum", "exclude each other"),
      ("$VERBATIM index c.db --remove", "--remove needs the paths"),
    ] {
      let outcome = try verbatim.shell(line)
      #expect(outcome.status == 2, "\(line)")
      #expect(outcome.errors.contains(words), "\(outcome.errors)")
    }
    #expect(try verbatim.run("index", "c.db", "--check").status == 0)
  }

  @Test func twoWriters() throws {
    _ = try counts("c.db", "articles")
    // The first writer waits for its input.
    let outcome = try verbatim.shell(
      """
      mkfifo pipe; $VERBATIM index c.db pipe > first & exec 3> pipe
      for i in $(seq 200); do [ -e c.db-lock ] && break; sleep 0.05; done
      $VERBATIM index c.db articles; status=$?
      $VERBATIM list c.db > listed || status=9
      echo '{"id":"late","text":"“Late,” said Ana Ruiz."}' >&3; exec 3>&-; wait $! || status=8
      exit $status
      """)
    #expect(outcome.status == 3)
    #expect(
      outcome.errors.contains("c.db: another process is writing to it; wait until it is done"))
    #expect(try verbatim.run("list", "c.db", "--format", "jsonl").text.contains("“Late,”"))
    #expect(try verbatim.shell("ls c.db*").text == "c.db\n")
  }

  #if canImport(Glibc)
    /// Permissions do not bind the superuser.
    @Test(.enabled(if: getuid() != 0)) func readOnlyFiles() throws {
      _ = try counts("c.db", "articles")
      let outcome = try verbatim.shell(
        "mkdir d; cp c.db d; chmod 444 d/c.db; chmod 555 d; $VERBATIM list d/c.db > listed || exit 9; "
          + "$VERBATIM index d/c.db articles; status=$?; chmod 755 d; exit $status")
      #expect(outcome.status == 3)
      #expect(outcome.errors.contains("must not be written to; make"))
    }
  #endif

  /// A hundred readers beside a writer: each sees the store as it was after some commit, with its
  /// groups, and no error.
  @Test func readersBesideAWriter() throws {
    let count = 24
    // At each commit one article turns from the first wording to the second; which ones have tells
    // the state, and in every state the two halves are two utterances.
    func lines(_ word: String) -> String {
      (0..<count).map { number in
        "{\"id\":\"n\(number)\",\"text\":\"“\(word),” said Ana Ruiz.\"}\n"
      }.joined()
    }
    let words = [
      "The ferry will sail again before the first snow of winter",
      "Nobody asked the fishermen what they thought of the quarry",
    ]
    try verbatim.write("a.jsonl", lines(words[0]))
    #expect(try verbatim.run("index", "c.db", "a.jsonl", "--regroup").status == 0)
    try verbatim.write("a.jsonl", lines(words[1]))
    let outcome = try verbatim.shell(
      """
      $VERBATIM index c.db a.jsonl --commit-every 1 --jobs 1 > written & writer=$!
      for round in $(seq 10); do
        pids=
        for i in $(seq 2); do
          for command in "list c.db" "compare c.db --all" "search c.db ferry.sail.again.before" \
            "people c.db" "verify a.jsonl --against c.db"; do
            name=${command%% *}; set -- $command
            $VERBATIM "$@" --format jsonl > $name.$round.$i 2>> errors & pids="$pids $!"
          done
        done
        for pid in $pids; do wait $pid || exit 9; done
      done
      wait $writer || exit 8; cat errors >&2
      """)
    #expect(outcome.status == 0)
    #expect(outcome.errors.isEmpty, "\(outcome.errors)")
    func outputs(_ name: String) throws -> [[[String: Any]]] {
      try FileManager.default.contentsOfDirectory(atPath: verbatim.folder.path)
        .filter { $0.hasPrefix(name + ".") && $0 != "a.jsonl" }.map { file in
          try String(contentsOf: verbatim.folder.appendingPathComponent(file), encoding: .utf8)
            .split(separator: "\n").map { line in
              try #require(
                try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
            }
        }
    }
    func isNew(_ quotation: [String: Any]) -> Bool {
      let pieces = quotation["pieces"] as? [[String: Any]]
      return (pieces?.first?["text"] as? String)?.contains("quarry") ?? false
    }
    let listings = try outputs("list")
    #expect(listings.count == 20)
    for listing in listings {
      // The articles are replaced in their order, one a commit.
      let news = listing.map(isNew)
      #expect(news.count == count)
      #expect(news == news.sorted { $0 && !$1 })
    }
    for groups in try outputs("compare") {
      let sizes = groups.map { ($0["renderings"] as? [[String: Any]])?.count ?? 0 }
      // One that stands alone is in no group.
      #expect(sizes.reduce(0, +) >= count - 1 && sizes.reduce(0, +) <= count, "\(sizes)")
      for group in groups {
        let renderings = group["renderings"] as? [[String: Any]] ?? []
        #expect(Set(renderings.map(isNew)).count == 1)
      }
    }
    for hits in try outputs("search") { #expect(hits.count <= count) }
    for people in try outputs("people") { #expect(people.count == 1) }
    #expect(
      try verbatim.run("compare", "c.db", "--format", "json").text
        == verbatim.run("compare", "a.jsonl", "--format", "json").text)
  }
}
