import Corpus
import Prose
import Testing
import Wording

@Suite struct ProfileFileTests {
  @Test func rulesOfClassesSeveritiesAndMedia() throws {
    let profile = try read(
      """
      { "title": "The Courier", "note": "for tests",
        "rules": { "filler": {"rule": "allowed", "source": "memo"}, "minor": "forbidden" },
        "spoken": { "minor": "review", "grammar": "allowed" } }
      """)
    #expect(profile.name == "courier")
    #expect(profile.title == "The Courier")
    #expect(profile.ruling(for: .filler) == .init(.allowed, source: "memo"))
    #expect(profile.rule(for: .omission) == .forbidden)
    #expect(profile.rule(for: .marks) == .review)
    #expect(profile.rule(for: .grammar, medium: .spoken) == .allowed)
    #expect(profile.rule(for: .omission, medium: .spoken) == .review)
    #expect(profile.rule(for: .omission, medium: .printed) == .forbidden)
  }

  /// What a file says of a class holds in all media, whatever its base says of some.
  @Test func basedOnABuiltInProfile() throws {
    let profile = try read(#"{"based-on": "wsj", "rules": {"grammar": "forbidden"}}"#)
    let base = try #require(Profile.builtIn("wsj"))
    #expect(base.rule(for: .grammar, medium: .spoken) == .allowed)
    #expect(profile.rule(for: .grammar, medium: .spoken) == .forbidden)
    #expect(profile.rule(for: .filler, medium: .spoken) == .allowed)
    #expect(profile.rule(for: .negation) == .forbidden)
  }

  @Test(
    arguments: [
      (
        #"{"rules": {"modall": "forbidden"}}"#,
        "courier.json:1:12: “modall” is no class of difference; did you mean “modal”?"
      ),
      (
        "{\"rules\": {\n  \"number-forms\": \"review\"}}",
        "courier.json:2:3: “number-forms” is no class of difference; did you mean “number-form”?"
      ),
      (
        #"{"rules": {"modal": "forbiden"}}"#,
        "courier.json:1:21: “forbiden” is no rule; did you mean “forbidden”?"
      ),
      (
        #"{"rules": {"modal": "perhaps"}}"#,
        "use one of allowed, allowed-if-marked, review, forbidden"
      ),
      (#"{"rules": {"modal": {"rule": "review", "why": "x"}}}"#, "“why” is no key of a rule"),
      (#"{"rules": {"modal": {"source": "x"}}}"#, "“modal” has no “rule”"),
      (#"{"rules": {"modal": 1}}"#, "“modal” is no string"),
      (#"{"name": ""}"#, "“name” is empty"),
      (#"{"title": " "}"#, "“title” is empty"),
      (#"{"rules": {"modal": "review", "modal": "allowed"}}"#, "the key stands here twice"),
      (#"{"rules": []}"#, "“rules” is an object of rules"),
      (#"{"rule": {}}"#, "“rule” is no key; did you mean “rules”?"),
      (#"{"based-on": "guardain"}"#, "“guardain” is no built-in profile; did you mean “guardian”?"),
      (#"{"based-on": "courier"}"#, "use one of neutral, strict, ap"),
      ("{\"rules\": {}", "courier.json:1:13: is not the JSON that is expected"),
      ("rules", "courier.json:1:1: is not the JSON that is expected"),
      ("[]", "is not the JSON that is expected"), ("", "holds no profile"),
      (" \n", "holds no profile"),
      ("{\"title\": \"\\ud800\"}", "cannot be decoded"),
    ])
  func mistakesAreNamedWithTheirPlace(_ text: String, _ expected: String) throws {
    let failure = try #require(throws: InputFailure.self) { try read(text) }
    #expect(failure.description.contains(expected), "\(failure.description)")
    #expect(failure.description.hasPrefix("courier.json"))
  }

  @Test func invalidUTF8() throws {
    let failure = try #require(throws: InputFailure.self) {
      try Profile(bytes: Array("{\n\"title\": \"".utf8) + [0xFF], path: "p.json")
    }
    #expect(failure.line == 2)
    #expect(failure.what.contains("UTF-8"))
  }

  @Test func missingFile() throws {
    let failure = try #require(throws: InputFailure.self) { try Profile(path: "missing/p.json") }
    #expect(failure.what == "no such file or folder")
  }
}

@Suite struct BuiltInProfileTests {
  @Test(arguments: Profile.builtInNames)
  func everyProfileIsRead(_ name: String) throws {
    let profile = try #require(Profile.builtIn(name))
    #expect(profile.name == name)
    #expect(!profile.title.isEmpty)
    guard name != "neutral" else { return }
    for differenceClass in DifferenceClass.allCases {
      for medium in [nil] + Profile.Medium.allCases.map(Optional.some) {
        let ruling = profile.ruling(for: differenceClass, medium: medium)
        #expect(ruling.source?.isEmpty == false, "\(differenceClass) in \(name) has no source")
        if differenceClass.severity == .meaning { #expect(ruling.rule == .forbidden) }
      }
    }
  }

  @Test func noOtherNames() {
    #expect(Profile.builtIn("AP") == nil)
    #expect(Profile.builtIn("../en/titles") == nil)
    #expect(Profile.builtInFile("neutral") == nil)
  }

  /// class × profile × medium → verdict
  @Test(
    arguments: [
      ("strict", .marks, nil, .verbatim), ("strict", .spellingVariant, nil, .altered),
      ("strict", .contraction, .spoken, .altered), ("strict", .sic, nil, .markedEdit),
      ("strict", .filler, .spoken, .altered), ("strict", .negation, nil, .meaningAltered),
      ("ap", .spellingVariant, nil, .styled), ("ap", .grammar, .spoken, .altered),
      ("ap", .filler, .spoken, .altered), ("ap", .ellipsisOmission, nil, .markedEdit),
      ("ap", .nearSynonym, .translated, .altered), ("ap", .modal, .translated, .meaningAltered),
      ("reuters", .grammar, nil, .altered), ("reuters", .ellipsisOmission, nil, .markedEdit),
      ("nyt", .filler, nil, .styled), ("nyt", .filler, .printed, .altered),
      ("nyt", .grammar, .spoken, .altered), ("nyt", .abbreviation, nil, .styled),
      ("wsj", .grammar, .spoken, .styled), ("wsj", .grammar, .printed, .altered),
      ("wsj", .grammar, nil, .altered), ("wsj", .spellingVariant, .printed, .altered),
      ("wsj", .spellingVariant, .spoken, .styled),
      ("guardian", .filler, .spoken, .styled), ("guardian", .filler, .printed, .altered),
      ("guardian", .grammar, .spoken, .styled), ("guardian", .marks, nil, .verbatim),
      ("bbc", .marks, nil, .verbatim), ("bbc", .nearSynonym, nil, .altered),
      ("chicago", .initialCase, nil, .verbatim), ("chicago", .numberForm, .printed, .altered),
      ("chicago", .numberForm, .spoken, .styled), ("chicago", .bracketCase, nil, .markedEdit),
      ("chicago", .quantifier, .spoken, .meaningAltered),
    ] as [(String, DifferenceClass, Profile.Medium?, Verdict)])
  func verdicts(
    _ name: String, _ differenceClass: DifferenceClass, _ medium: Profile.Medium?,
    _ expected: Verdict
  ) throws {
    let side = Difference.Side(span: TextSpan(0, 4))
    let comparison = Comparison(
      judgement: .same, relation: .full, similarity: 0.9,
      differences: [Difference(differenceClass, .substitution, a: side, b: side)], shared: nil)
    let profile = try #require(Profile.builtIn(name))
    #expect(profile.verdict(of: comparison, medium: medium) == expected)
  }
}

private func read(_ text: String) throws -> Profile {
  try Profile(bytes: Array(text.utf8), path: "courier.json")
}
