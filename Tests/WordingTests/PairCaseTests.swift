import Prose
import Testing
import Wording

/// Reading the tables of pairs.
@Suite struct PairCaseTests {
  @Test func aMarkGivesBothSidesAndADifference() throws {
    let pair = try PairCase(line: "They ⟦may|will⟧modal sign on Monday.", name: "x:1")
    #expect(pair.a.pieces == ["They may sign on Monday."])
    #expect(pair.b.pieces == ["They will sign on Monday."])
    #expect(
      pair.expected == [
        .init(kind: .differenceClass(.modal), words: .init(a: "may", b: "will"))
      ])
    #expect(pair.relation == .full)
    #expect(pair.verdict == .meaningAltered)
    #expect(pair.judgement == .same)
  }

  @Test(arguments: [
    ("It is ⟦not |⟧negation safe.", "It is not safe.", "It is safe.", ["negation ⟦not|⟧"]),
    ("It is⟦, perhaps,|⟧modal so.", "It is, perhaps, so.", "It is so.", ["modal ⟦perhaps|⟧"]),
    (
      "⟦Ten|Six⟧number or ⟦a|the⟧function-word few.", "Ten or a few.", "Six or the few.",
      ["number ⟦Ten|Six⟧", "function-word ⟦a|the⟧"]
    ),
    ("At ⟦8|9⟧number⟧am sharp.", "At 8am sharp.", "At 9am sharp.", ["number ⟦8|9⟧"]),
    ("Yes⟦, we|. We⟧end-punctuation~ go.", "Yes, we go.", "Yes. We go.", ["end-punctuation"]),
    ("Yes⟦…|...⟧ellipsis-glyph", "Yes…", "Yes...", ["ellipsis-glyph ⟦…|...⟧"]),
    ("⟦Not|No⟧minor of it.", "Not of it.", "No of it.", ["minor ⟦Not|No⟧"]),
    ("a\\u{A0}b ⟦c|d⟧name ## classes-only", "a\u{A0}b c", "a\u{A0}b d", ["name"]),
  ])
  func marksAreRead(_ line: String, _ a: String, _ b: String, _ expected: [String]) throws {
    let pair = try PairCase(line: line, name: "x:1")
    #expect(pair.a.pieces == [a])
    #expect(pair.b.pieces == [b])
    #expect(pair.expected.map(\.description) == expected)
  }

  @Test(arguments: [
    ("All of it.", Comparison.Relation.full), ("⟦Well, |⟧- all of it.", .contained),
    ("All of it⟦|, and more⟧-.", .contained), ("⟦Well, |⟧- all of it⟦|, and more⟧-.", .overlap),
    ("We pay⟦|, but late⟧cut-condition.", .contained), ("⟦Oh,|So⟧- all of it.", .overlap),
    ("All of it⟦.|,⟧-", .full),
    ("All of it. ## relation=overlap", .overlap),
  ])
  func theRelationFollowsFromTheEdges(_ line: String, _ relation: Comparison.Relation) throws {
    #expect(try PairCase(line: line, name: "x:1").relation == relation)
  }

  @Test(arguments: [
    ("We go.", Verdict.verbatim), ("We ⟦Go|go⟧case.", .verbatim),
    ("A ⟦colour|color⟧spelling-variant.", .styled), ("We [sic] go.", .verbatim),
    ("We go⟦ [sic]|⟧sic.", .markedEdit), ("⟦Um, |⟧filler we go.", .altered),
    ("We ⟦go|went⟧tense.", .meaningAltered), ("We go.\tThey stay.", .different),
    ("We go.\tThey stay. ## verdict=cannot-establish", .cannotEstablish),
    ("A, b.\tB, a. ## classes=pieces-reordered", .meaningAltered),
  ])
  func theVerdictFollowsFromTheClasses(_ line: String, _ verdict: Verdict) throws {
    #expect(try PairCase(line: line, name: "x:1").verdict == verdict)
  }

  @Test(arguments: [
    ("⟦unlike|like⟧function-word", true), ("⟦unlike|like⟧minor", true),
    ("⟦unlike|like⟧negation", false), ("⟦like|unlike⟧function-word", false),
  ])
  func anyClassOfASeverityMatches(_ line: String, _ isMatch: Bool) throws {
    let asked = try PairCase(line: "⟦unlike|like⟧minor", name: "x:1").expected[0]
    let found = try PairCase(line: line, name: "x:2").expected[0]
    #expect(asked.matches(found) == isMatch)
  }

  @Test func onlyTheAlarmMayBeAskedFor() throws {
    let pair = try PairCase(line: "It is not rare.\tIt is common. ## no-alarm", name: "x:1")
    #expect(pair.asksForNoAlarmOnly)
    #expect(pair.judgement == .same)
    #expect(pair.verdict < .meaningAltered)
  }

  @Test(arguments: [
    ("We go.", false), ("We go. ## source", true), ("We go⟦| if asked⟧cut-condition.", true),
  ])
  func theSecondTextMayBeTheSource(_ line: String, _ isSource: Bool) throws {
    #expect(try PairCase(line: line, name: "x:1").bIsSource == isSource)
  }

  @Test func piecesAreSplitAndSetInNarration() throws {
    let pair = try PairCase(line: "I will⟦⏎|⟧interrupting-cue fight on.", name: "x:1")
    #expect(pair.a.pieces == ["I will", "fight on."])
    #expect(pair.b.pieces == ["I will fight on."])
    #expect(pair.expected.map(\.description) == ["interrupting-cue ⟦|⟧"])
    let rendering = pair.a.rendering(with: .init())
    #expect(rendering.pieces.map { rendering.text.text(of: $0) } == ["“I will”", "“fight on.”"])
  }

  @Test func commentsAndBlankLinesAreSkipped() throws {
    let table = "# pairs\n\nWe go.\n  \n# more\nWe\tstay.\n"
    #expect(try PairCase.table(table, file: "x").map(\.name) == ["x:3", "x:6"])
  }

  @Test(arguments: [
    ("We ⟦go|went⟧tens.", "no class ‘tens’"), ("We ⟦go|went.", "⟦ without ⟧"),
    ("We go⟧tense.", "⟧ without ⟦"), ("We ⟦go⟧tense.", "a mark needs one | and has 0"),
    ("⟦We if|we⟧cut-condition", "the second text is the source of what is cut"),
    ("We\tgo\tout", "more than one tab"), ("We go. ## verdict=so", "no verdict ‘so’"),
    ("We go. ## relation=so", "no relation ‘so’"), ("We go. ## so", "no setting ‘so’"),
    ("We\tgo ## classes=so", "no class ‘so’"),
  ])
  func mistakesAreNamed(_ line: String, _ reason: String) {
    #expect(throws: PairSyntaxError(name: "x:1", reason: reason)) {
      try PairCase(line: line, name: "x:1")
    }
  }
}
