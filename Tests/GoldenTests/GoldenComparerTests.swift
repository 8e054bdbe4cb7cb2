import Golden
import Testing
import Wording

/// What differs between two answers, in an editor's terms.
struct GoldenComparerTests {
  @Test(arguments: [
    // Nothing.
    Case("> “One.” {speaker: Ada}", "> “One.” {speaker: Ada}", []),
    Case("nothing", "nothing", []),
    // The order is not the content.
    Case(
      "> “One.” {kind: direct}\n> “Two.” {kind: mixed}",
      "> “Two.” {kind: mixed}\n> “One.” {kind: direct}", []),
    // Added and lost.
    Case("nothing", "> “One.” {speaker: Ada}", ["quotation added: “One.”: nothing → Ada"]),
    Case("> “One.” {speaker: Ada}", "nothing", ["quotation lost: “One.”: Ada → nothing"]),
    Case(
      "> “A storm is coming.” {speaker: Ada}\n> “Bring the boats in.” {speaker: Bo}",
      "> “A storm is coming.” {speaker: Ada}\n> “Who has a rope?” {speaker: Bo}\n> “Bring the boats in.” {speaker: Bo}",
      ["quotation added: “Who has a rope?”: nothing → Bo"]),
    Case(
      "> “A storm is coming.”\n\n> “Who has a rope?”\n\n> “Bring the boats in.” {kind: direct}",
      "> “Bring the boats in.” {kind: mixed}",
      [
        "quotation lost: “A storm is coming.”:  → nothing",
        "quotation lost: “Who has a rope?”:  → nothing",
        "kind changed: “Bring the boats in.”: direct → mixed",
      ]),
    Case("> “Ha.”\n\n> “Ha.”", "> “Ha.”", ["quotation lost: “Ha.”:  → nothing"]),
    Case(
      "! unclosed-mark {place: 1:2–1:3}", "nothing",
      ["doubt lost: unclosed-mark: 1:2–1:3 → nothing"]),
    // Speakers, with what follows from them.
    Case(
      "> “One.” {speaker: Ada; mention: she; cue: said; confidence: high; evidence: a}",
      "> “One.” {speaker: Bo; mention: he; confidence: low; evidence: b}",
      ["speaker changed: “One.”: Ada → Bo"]),
    Case(
      "> “One.” {speaker: Ada; mention: she}", "> “One.” {speaker: Ada; mention: Ada}",
      ["mention or cue changed: “One.”: she → Ada"]),
    Case(
      "> “One.” {kind: direct}", "> “One.” {kind: mixed}", ["kind changed: “One.”: direct → mixed"]),
    Case(
      "> “One” {speaker: Ada; kind: mixed}", "> “One” {not speech: title}",
      ["speech changed: “One”: Ada → not speech: title"]),
    Case(
      "> “One.” {speaker: Ada; confidence: high; evidence: a}",
      "> “One.” {speaker: Ada; confidence: low; evidence: b}",
      ["confidence changed: “One.”: high → low", "evidence changed: “One.”: a → b"]),
    Case(
      "> “One.” {place: 1:1–1:7}", "> “One.” {place: 2:1–2:7}", ["moved: “One.”: 1:1–1:7 → 2:1–2:7"]
    ),
    // Wording.
    Case(
      "> “We will not sign.” {place: 1:1–1:19}", "> “We will sign.” {place: 1:1–1:15}",
      ["wording changed: “We will not sign.”: “We will not sign.” → “We will sign.” [negation]"]),
    Case(
      "> “We will sign.”", "> \"We will sign.\"",
      ["wording changed: “We will sign.”: “We will sign.” → \"We will sign.\" [marks]"]),
    Case(
      "> “The boat,”\n> “has gone.”", "> “The boat, she said, has gone.”",
      [
        "wording changed: “The boat,” … “has gone.”: “The boat,” … “has gone.” → “The boat, she said, has gone.” [ellipsis-omission]"
      ]),
    // One word has nothing but its place.
    Case(
      "> “Rot” {place: 1:1–1:6}", "> “Rubbish” {place: 1:1–1:10}",
      ["wording changed: “Rot”: “Rot” → “Rubbish” [content-word]"]),
    Case(
      "> “A storm is coming.”\n\n> “Rot”\n\n> “Bring the boats in.”",
      "> “A storm is coming.”\n\n> “Rubbish”\n\n> “Bring the boats in.”",
      ["wording changed: “Rot”: “Rot” → “Rubbish” [content-word]"]),
    // Other jobs.
    Case(
      "a> We may.\nb> We will. {name: p1; verdict: styled}",
      "a> We may.\nb> We must. {name: p1; verdict: styled}", job: .diff,
      ["wording changed: We may. | We will.: We may. | We will. → We may. | We must. [modal]"]),
    Case(
      "> “One.” {verdict: altered; difference: a; difference: b}",
      "> “One.” {verdict: verbatim; difference: b; difference: c}", job: .verify,
      ["verdict changed: “One.”: altered → verbatim", "findings changed: “One.”: a → c"]),
    Case(
      "> “One.” {rendering: a; rendering: b}", "> “One.” {rendering: b; rendering: a}",
      job: .compare, ["renderings changed: “One.”: in another order → in another order"]),
    Case(
      "> “One.” {verdict: altered; difference: a; difference: b}",
      "> “One.” {verdict: altered; difference: b}", job: .verify,
      ["findings changed: “One.”: a → nothing"]),
    // What a case leaves out.
    Case(
      "> “One.” {confidence: high; speaker: Ada}", "> “One.” {confidence: low; speaker: Ada}",
      redact: [.confidence], []),
  ])
  func finds(_ example: Case) throws {
    let file = try golden(example.golden, job: example.job, redact: example.redact)
    let answer = try golden(example.answer, job: example.job)
    let result = GoldenComparer().compare(
      file.entries, answer.entries, header: file.header, path: "a.golden")
    #expect(result.differences.map(\.line) == example.expected)
    #expect(Set(result.differences.map(\.id)).count == result.differences.count)
    let same = GoldenComparer().compare(
      answer.entries, answer.entries, header: file.header, path: "a.golden")
    #expect(same.differences.isEmpty)
  }

  struct Case: Sendable, CustomTestStringConvertible {
    var golden: String
    var answer: String
    var job: GoldenJob
    var redact: [GoldenFact.Name]
    var expected: [String]

    init(
      _ golden: String, _ answer: String, job: GoldenJob = .list, redact: [GoldenFact.Name] = [],
      _ expected: [String]
    ) {
      self.golden = golden
      self.answer = answer
      self.job = job
      self.redact = redact
      self.expected = expected
    }

    var testDescription: String { "\(golden) → \(answer)" }
  }

  @Test func countsQuotationsAndSpeakers() throws {
    let file = try golden(
      "> “A.” {speaker: Ada}\n> “B.” {speaker: Bo}\n> “C.” {not speech: title}")
    let answer = try golden(
      "> “A.” {speaker: Cy}\n> “D e f.” {speaker: Bo}\n> “G h i.” {speaker: Bo}")
    let tally = GoldenComparer().compare(
      file.entries, answer.entries, header: file.header, path: "a.golden"
    ).tally
    #expect(tally.accepted == 2)
    #expect(tally.found == 3)
    #expect(tally.matched == 1)
    #expect(tally.credited == 1)
    #expect(tally.creditedAlike == 0)
  }
}

extension GoldenDifference {
  fileprivate var line: String {
    let change = "\(before ?? "nothing") → \(after ?? "nothing")"
    let names = classes.isEmpty ? "" : " [\(classes.map(\.rawValue).joined(separator: ", "))]"
    return "\(kind.rawValue): \(subject): \(change)\(names)"
  }
}
