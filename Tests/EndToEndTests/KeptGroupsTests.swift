import Foundation
import Testing

/// `compare` on a store that keeps its groups.
@Suite struct KeptGroupsTests {
  private let verbatim: Verbatim

  init() throws {
    verbatim = try Verbatim()
    for name in ["articles", "verify"] {
      try FileManager.default.copyItem(
        at: Verbatim.package.appendingPathComponent("golden/\(name)"),
        to: verbatim.folder.appendingPathComponent(name))
    }
  }

  private func index(_ arguments: String) throws {
    let outcome = try verbatim.shell("$VERBATIM index \(arguments)")
    #expect(outcome.status == 0, "\(outcome.errors)")
  }

  private func compare(_ arguments: String) throws -> String {
    let outcome = try verbatim.shell("$VERBATIM compare \(arguments)")
    #expect(outcome.status == 0, "\(outcome.errors)")
    return outcome.text
  }

  /// Whether groups are read or made must not show.
  @Test func keptGroupsAreThoseOfTheArticles() throws {
    try index("c.db articles --regroup")
    for options in [
      "", "--format json --all", "--format csv --across-outlets", "--min-renderings 3 --profile ap",
    ] {
      let kept = try compare("c.db \(options)")
      #expect(kept.utf8.count > 200)
      #expect(try kept == compare("articles \(options)"), "\(options)")
    }
    let statistics = try verbatim.run("index", "c.db", "--statistics").text
    #expect(statistics.contains("grouped bit by bit    0\n"))
  }

  /// However the sample articles come and go, the groups are those of the articles that are there.
  @Test func groupsFollowTheArticles() throws {
    try index("c.db articles/trial --regroup")
    try index("c.db articles/drought articles/takeover --commit-every 1")
    try index("c.db articles --commit-every 2")
    #expect(try compare("c.db --format json") == compare("articles --format json"))

    // One is updated, one goes, and the last comes back.
    let echo = verbatim.folder.appendingPathComponent("articles/bridge/echo.txt")
    let text = try String(contentsOf: echo, encoding: .utf8)
    try text.replacingOccurrences(of: "60", with: "61").write(
      to: echo, atomically: true, encoding: .utf8)
    try index("c.db articles")
    #expect(try compare("c.db --format json") == compare("articles --format json"))
    try FileManager.default.removeItem(at: echo)
    try index("c.db articles")
    #expect(try compare("c.db --format json") == compare("articles --format json"))
    try text.write(to: echo, atomically: true, encoding: .utf8)
    try index("c.db articles")
    #expect(try compare("c.db --format json") == compare("articles --format json"))
    try index("c.db --remove articles/bridge/echo.txt articles/trial/wire.txt")
    try verbatim.shell("rm articles/bridge/echo.txt articles/trial/wire.txt")
      .expectSuccess()
    #expect(try compare("c.db --format json") == compare("articles --format json"))
    #expect(try verbatim.run("index", "c.db", "--check").status == 0)
  }

  /// What an article has in common with a store that does not hold it, or an older version of it.
  @Test func articlesAgainstAStore() throws {
    try index("c.db articles")
    let known = try compare("articles/bridge/echo.txt --against c.db --format json")
    try index("c.db --remove articles/bridge/echo.txt")
    // The given article stands for the one in the store.
    #expect(try compare("articles/bridge/echo.txt --against c.db --format json") == known)
    try index("c.db --regroup")
    #expect(try compare("articles/bridge/echo.txt --against c.db --format json") == known)
    let groups = try groups(known)
    #expect(groups.count > 3)
    #expect(groups.allSatisfy { group in group.contains { $0.hasSuffix("bridge/echo.txt") } })
    // They are those of a comparison of all in which the article takes part.
    let all = try self.groups(compare("articles --format json"))
      .filter { group in group.contains { $0.hasSuffix("bridge/echo.txt") } }
    #expect(Set(groups) == Set(all))

    try verbatim.write("new.txt", "“Nobody has ever said these very words,” said Ana Ruiz.")
    let none = try compare("new.txt --against c.db")
    #expect(none.contains("No utterance with differences in 1 quotation of 1 article."), "\(none)")
    #expect(try verbatim.run("compare", "new.txt", "--against", "no.db").status == 3)
  }

  /// The articles of each group's renderings.
  private func groups(_ json: String) throws -> [[String]] {
    let object = try #require(
      try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any])
    let groups = try #require(object["groups"] as? [[String: Any]])
    return try groups.map { group in
      try #require(group["renderings"] as? [[String: Any]]).map { rendering in
        (rendering["article"] as? [String: Any])?["path"] as? String ?? ""
      }
    }
  }

  /// Who is one person is the same for `people` and `compare`.
  @Test(arguments: [false, true]) func correctionsOfPeople(isKept: Bool) throws {
    for (id, name) in [("a", "Ana Ruiz"), ("b", "Maria Solano")] {
      try verbatim.write(
        "p/\(id).txt",
        "“We will never again raise the ferry fares in a cold winter,” said \(name).\n")
    }
    try index("c.db p \(isKept ? "--regroup" : "")")
    #expect(try compare("c.db --format json").contains("\"speakerConflict\":true"))
    #expect(
      try verbatim.run("people", "merge", "c.db", "Maria Solano", "Ana Ruiz").status == 0)
    let merged = try compare("c.db --format json")
    #expect(merged.contains("\"speakerConflict\":false"))
  }

  @Test func usage() throws {
    try index("c.db articles/trial")
    for arguments in ["--regroup --check", "--regroup --statistics", "--regroup --remove articles"]
    {
      let outcome = try verbatim.shell("$VERBATIM index c.db \(arguments)")
      #expect(outcome.status == 2)
      #expect(outcome.errors.contains("exclude each other"))
    }
  }
}

extension Outcome {
  fileprivate func expectSuccess() { #expect(status == 0, "\(errors)") }
}
