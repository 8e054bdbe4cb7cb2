import Foundation
import Testing

/// Golden cases whose input is a store.
@Suite struct GoldenStoreTests {
  private let verbatim: Verbatim

  init() throws {
    verbatim = try Verbatim()
    for name in ["articles", "verify"] {
      try FileManager.default.copyItem(
        at: Verbatim.package.appendingPathComponent("golden/\(name)"),
        to: verbatim.folder.appendingPathComponent(name))
    }
    try verbatim.write("cases/README.md", "What the store says.")
    #expect(try verbatim.run("index", "cases/c.db", "articles/trial").status == 0)
  }

  private func golden(
    _ arguments: String, status: Int32, sourceLocation: SourceLocation = #_sourceLocation
  ) throws -> String {
    let outcome = try verbatim.shell("$VERBATIM golden \(arguments)")
    #expect(
      outcome.status == status, "\(outcome.text)\(outcome.errors)", sourceLocation: sourceLocation)
    return outcome.text + outcome.errors
  }

  /// What is recorded is what the articles give, and stays accepted however the store comes about.
  @Test func storesAreToldByWhatTheySay() throws {
    for (job, input) in [("list", "cases/c.db"), ("compare", "cases/c.db")] {
      _ = try golden("record --job \(job) -o cases/\(job).golden \(input)", status: 1)
    }
    _ = try golden(
      "record --job verify -o cases/verify.golden --against cases/c.db articles/trial/wire.txt",
      status: 1)
    _ = try golden("check cases", status: 0)
    let listed = try String(
      contentsOf: verbatim.folder.appendingPathComponent("cases/list.golden"), encoding: .utf8)
    #expect(listed.contains("input: c.db sha256:"))
    #expect(listed.contains("speaker: Anneliese Voss-Imre"))

    // Articles come and go, groups are kept, space is given back: the same articles, other bytes.
    #expect(try verbatim.run("index", "cases/c.db", "articles/bridge", "--regroup").status == 0)
    #expect(try verbatim.run("index", "cases/c.db", "--remove", "articles/bridge").status == 0)
    #expect(try verbatim.run("index", "cases/c.db", "--vacuum").status == 0)
    _ = try golden("check cases", status: 0)
  }

  @Test func whatChangesIsReportedAndReviewed() throws {
    _ = try golden("record --job list -o cases/list.golden cases/c.db", status: 1)
    let path = verbatim.folder.appendingPathComponent("articles/trial/courant.txt")
    let text = try String(contentsOf: path, encoding: .utf8)
    try text.replacingOccurrences(of: "That is luck", with: "That was luck").write(
      to: path, atomically: true, encoding: .utf8)
    // The store says what it was made from until it is indexed again.
    _ = try golden("check cases", status: 0)
    #expect(try verbatim.run("index", "cases/c.db", "articles/trial").status == 0)
    let report = try golden("check cases", status: 1)
    #expect(report.contains("wording changed: “That is luck as much as"))
    #expect(report.contains("input changed: c.db"))
    let id = try #require(
      report.split(separator: "\n").first { $0.contains("wording changed") }?
        .split(separator: " ").first)
    _ = try golden("review cases --accept \(id) --reason corrected", status: 0)
    _ = try golden("check cases", status: 0)
  }

  /// A store keeps the paths that it was made with; the case may be checked from elsewhere.
  @Test func pathsDoNotDependOnTheWorkingFolder() throws {
    _ = try verbatim.shell(
      "mkdir -p desk/cases/trial; cp articles/trial/*.txt desk/cases/trial")
    #expect(try verbatim.run("index", "desk/cases/d.db", "desk/cases/trial").status == 0)
    _ = try golden(
      "record --job list -o desk/cases/list.golden desk/cases/d.db", status: 1)
    let path = verbatim.folder.appendingPathComponent("desk/cases/trial/courant.txt")
    let text = try String(contentsOf: path, encoding: .utf8)
    try text.replacingOccurrences(of: "That is luck", with: "That was luck").write(
      to: path, atomically: true, encoding: .utf8)
    #expect(try verbatim.run("index", "desk/cases/d.db", "desk/cases/trial").status == 0)
    let here = verbatim.folder.path
    for (folder, cases, expected) in [
      (".", "desk/cases", "desk/cases/trial/courant.txt:"),
      (".", "./desk/cases", "desk/cases/trial/courant.txt:"),
      ("desk", "cases", "cases/trial/courant.txt:"),
      ("desk/cases", ".", "trial/courant.txt:"),
      ("articles", "\(here)/desk/cases", "\(here)/desk/cases/trial/courant.txt:"),
      // Where it was moved to, nothing is named as it was when the store was made.
      ("moved", "desk/cases", "desk/cases/trial/courant.txt:"),
    ] {
      if folder == "moved" { _ = try verbatim.shell("mkdir moved; mv desk moved/desk") }
      let outcome = try verbatim.shell("cd \(folder); $VERBATIM golden check \(cases)")
      // Long paths are broken behind a stroke.
      let report = (outcome.text + outcome.errors).replacingOccurrences(
        of: "/\n +", with: "/", options: .regularExpression)
      #expect(outcome.status == 1, "\(report)")
      let places = report.split(whereSeparator: { $0 == " " || $0 == "\n" }).filter {
        $0.contains("courant.txt:")
      }
      #expect(
        !places.isEmpty && places.allSatisfy { $0.hasPrefix(expected) }, "\(folder) \(report)")
    }
  }

  @Test func correctionsCount() throws {
    _ = try golden("record --job list -o cases/list.golden cases/c.db", status: 1)
    #expect(
      try verbatim.run("people", "rename", "cases/c.db", "Anneliese Voss-Imre", "A. Voss-Imre")
        .status == 0)
    #expect(try golden("check cases", status: 1).contains("input changed: c.db"))
  }

  @Test func whatCannotBeRead() throws {
    _ = try golden("record --job list -o cases/list.golden cases/c.db", status: 1)
    _ = try verbatim.shell(
      "head -c 40000 /dev/zero | tr '\\0' 'x' | dd of=cases/c.db bs=1 seek=32768 conv=notrunc")
    #expect(try golden("check cases", status: 3).contains("is damaged ("))
    _ = try verbatim.shell("rm cases/c.db; $VERBATIM index cases/c.db verify/missing.txt")
    #expect(try golden("check cases", status: 1).contains("holds nothing"))
  }
}
