import Foundation
import Golden
import Testing

@testable import Reports

/// The formats that programs read: JSON and SARIF.
@Suite struct GoldenJSONTests {
  @Test func holdsTheWholeContract() throws {
    let text = goldenReport([GoldenSamples.failed], .json)
    #expect(
      text.contains(
        """
        {"id":"77aa0102","kind":"speaker changed","fails":true,\
        "subject":"“The river does not wait for us,”","before":"Ada Quill","after":"Ben Orr",\
        "fact":"speaker","classes":[],"place":{"path":"golden/articles/bridge.md",\
        "utf8":[213,250],"line":5,"column":1,"endLine":5,"endColumn":34},\
        "golden":{"path":"golden/articles/bridge.golden","line":9},"goldenEntry":1,\
        "answerEntry":1,"rejection":"the cue names her"}
        """))
    #expect(
      text.contains(
        """
        "tally":{"accepted":5,"found":5,"matched":3,"credited":3,"creditedAlike":2,\
        "precision":0.6000,"recall":0.6000,"f1":0.6000,"speakerAccuracy":0.6666}
        """))
  }

  @Test func hasEveryResult() throws {
    let document = try object(goldenReport(GoldenSamples.all, .json))
    let cases = try #require(document["cases"] as? [[String: Any]])
    #expect(cases.count == GoldenSamples.all.count)
    for (found, sample) in zip(cases, GoldenSamples.all) {
      #expect(found["path"] as? String == sample.path)
      #expect(found["outcome"] as? String == sample.outcome.rawValue)
      #expect(found["job"] as? String == sample.header?.job.rawValue)
      let differences = try #require(found["differences"] as? [[String: Any]])
      #expect(differences.map { $0["id"] as? String } == sample.differences.map(\.id))
      #expect(differences.map { $0["before"] as? String } == sample.differences.map(\.before))
      #expect(differences.map { $0["after"] as? String } == sample.differences.map(\.after))
      let problems = try #require(found["problems"] as? [[String: Any]])
      #expect(problems.map { $0["what"] as? String } == sample.problems.map(\.what))
    }
  }

  @Test func totalsNameEveryKind() throws {
    let document = try object(goldenReport(GoldenSamples.all, .json))
    let totals = try #require(document["totals"] as? [String: Any])
    let cases = try #require(totals["cases"] as? [String: Int])
    #expect(cases == ["passed": 1, "failed": 4, "failed as expected": 1, "broken": 1])
    let differences = try #require(totals["differences"] as? [String: Int])
    #expect(Set(differences.keys) == Set(GoldenDifference.Kind.allCases.map(\.rawValue)))
    #expect(differences["speaker changed"] == 3)
    // Not the one of the case that fails as expected.
    #expect(differences["speech changed"] == 1)
    let problems = try #require(totals["problems"] as? [String: Int])
    #expect(problems.values.reduce(0, +) == 5)
    #expect(try object(goldenReport([], .json))["totals"] != nil)
  }
}

@Suite struct GoldenSARIFTests {
  @Test func logHasWhatTheSchemaDemands() throws {
    let log = try object(goldenReport(GoldenSamples.all, .sarif))
    #expect(log["version"] as? String == "2.1.0")
    #expect((log["$schema"] as? String)?.hasSuffix("sarif-schema-2.1.0.json") == true)
    let run = try run(of: log)
    #expect(run["columnKind"] as? String == "unicodeCodePoints")
    let driver = try #require((run["tool"] as? [String: Any])?["driver"] as? [String: Any])
    #expect(driver["name"] as? String == "verbatim")
    let rules = try #require(driver["rules"] as? [[String: Any]])
    #expect(
      rules.count == GoldenDifference.Kind.allCases.count + CaseProblem.Kind.allCases.count)
    for rule in rules {
      for key in ["shortDescription", "fullDescription", "help"] {
        #expect(((rule[key] as? [String: Any])?["text"] as? String)?.isEmpty == false)
      }
      #expect((rule["defaultConfiguration"] as? [String: Any])?["level"] is String)
    }
    for result in try results(of: run) { try check(result, rules) }
    let empty = try results(of: self.run(of: object(goldenReport([], .sarif))))
    #expect(empty.isEmpty)
  }

  private func check(_ result: [String: Any], _ rules: [[String: Any]]) throws {
    let index = try #require(result["ruleIndex"] as? Int)
    #expect(rules[index]["id"] as? String == result["ruleId"] as? String)
    #expect(["error", "warning", "note", "none"].contains(result["level"] as? String))
    let message = try #require((result["message"] as? [String: Any])?["text"] as? String)
    #expect(!message.isEmpty)
    let prints = try #require(result["partialFingerprints"] as? [String: String])
    #expect(prints.count == 1)
    let locations = try #require(result["locations"] as? [[String: Any]])
    #expect(locations.count == 1)
    for location in locations + (result["relatedLocations"] as? [[String: Any]] ?? []) {
      let place = try #require(location["physicalLocation"] as? [String: Any])
      let uri = try #require((place["artifactLocation"] as? [String: Any])?["uri"] as? String)
      #expect(URL(string: uri)?.relativeString == uri)
      #expect(uri.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F && !"<>\"#?`{}|\\^".utf8.contains($0) })
      guard let region = place["region"] as? [String: Any] else { continue }
      for value in region.values { #expect((value as? Int ?? 0) >= 1) }
    }
  }

  @Test func resultsStandInTheArticleOrElseInTheGoldenFile() throws {
    let run = try run(of: object(goldenReport([GoldenSamples.failed], .sarif)))
    let results = try results(of: run)
    #expect(results.count == 4)
    let wording = try place(of: results[0])
    #expect(wording.uri == "golden/articles/bridge.md")
    #expect(
      wording.region == ["startLine": 3, "startColumn": 1, "endLine": 3, "endColumn": 47])
    #expect(
      results[0]["partialFingerprints"] as? [String: String]
        == ["verbatimDifference/v1": "3f9a01bc"])
    let lost = try place(of: results[3])
    #expect(lost.uri == "golden/articles/bridge.golden")
    #expect(lost.region == ["startLine": 21])
  }

  /// Lines of an article on a line of a file are not the file's.
  @Test func articlesOfOneFileHaveNoLines() throws {
    var result = GoldenSamples.failed
    result.header?.inputs = [.init(path: "all.jsonl")]
    result.differences[0].place?.path = "all.jsonl#2"
    let place = try place(of: results(of: run(of: object(goldenReport([result], .sarif))))[0])
    #expect(place.uri == "golden/articles/all.jsonl")
    #expect(place.region == nil)
  }

  @Test func fingerprintsStayWhenLinesMove() throws {
    var moved = GoldenSamples.failed
    for index in moved.differences.indices {
      moved.differences[index].place?.line += 7
      moved.differences[index].goldenLine? += 3
    }
    func prints(_ result: CaseResult) throws -> [[String: String]?] {
      try results(of: run(of: object(goldenReport([result], .sarif))))
        .map { $0["partialFingerprints"] as? [String: String] }
    }
    let (before, after) = try (prints(GoldenSamples.failed), prints(moved))
    #expect(before == after)
  }

  @Test func expectedFailuresAreSuppressed() throws {
    let run = try run(of: object(goldenReport([GoldenSamples.expected], .sarif)))
    let suppressions = try #require(
      try results(of: run).first?["suppressions"] as? [[String: String]])
    #expect(
      suppressions == [
        ["kind": "external", "justification": "irony is not known yet; # see the notes"]
      ])
  }

  @Test func whatOnlyMovedIsANoteOnRequest() throws {
    for (includesPassed, expected) in [(false, []), (true, ["note"])] {
      let text = goldenReport([GoldenSamples.passed], .sarif, includesPassed: includesPassed)
      let levels = try results(of: run(of: object(text))).map { $0["level"] as? String }
      #expect(levels == expected)
    }
  }

  @Test(arguments: [
    ("a/b.md", "a/b.md"), ("a b#?%.md", "a%20b%23%3F%25.md"), ("/x/ä.md", "file:///x/%C3%A4.md"),
    ("c:d", "c%3Ad"),
  ])
  func encodes(_ path: String, _ expected: String) {
    #expect(URIReference.encoded(path) == expected)
  }

  private func run(of log: [String: Any]) throws -> [String: Any] {
    let runs = try #require(log["runs"] as? [[String: Any]])
    #expect(runs.count == 1)
    return runs[0]
  }

  private func results(of run: [String: Any]) throws -> [[String: Any]] {
    try #require(run["results"] as? [[String: Any]])
  }

  private func place(of result: [String: Any]) throws -> (uri: String?, region: [String: Int]?) {
    let location = try #require((result["locations"] as? [[String: Any]])?.first)
    let place = try #require(location["physicalLocation"] as? [String: Any])
    return (
      (place["artifactLocation"] as? [String: Any])?["uri"] as? String,
      place["region"] as? [String: Int]
    )
  }
}

@Suite struct GoldenPlaceTests {
  @Test(arguments: [
    ("golden/a/x.golden", "y.md", "golden/a/y.md"),
    ("golden/a/x.golden", "../b/./y.md", "golden/b/y.md"), ("x.golden", "y.md", "y.md"),
    ("./a/x.golden", "y.md", "a/y.md"), ("x.golden", "../y.md", "../y.md"),
    ("../a/x.golden", "../../y.md", "../../y.md"), ("/a/x.golden", "y.md", "/a/y.md"),
    ("a/x.golden", "/b/y.md", "/b/y.md"), ("ä/x.golden", "ö.md", "ä/ö.md"),
  ])
  func joins(_ golden: String, _ path: String, _ expected: String) {
    #expect(CaseResult(path: golden, outcome: .passed).joined(path) == expected)
  }
}

private func object(_ text: String) throws -> [String: Any] {
  try #require(
    try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any], "\(text)")
}
