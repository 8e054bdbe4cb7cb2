import Prose
import Testing
import Wording

@Suite struct ProfileTests {
  private let house = Profile(
    name: "courier", title: "The Courier",
    rulings: [
      .filler: .init(.allowed), .negation: .init(.allowed), .marks: .init(.allowed),
      .ellipsisOmission: .init(.allowed), .contraction: .init(.allowed),
      .omission: .init(.allowedIfMarked), .spellingVariant: .init(.allowedIfMarked),
      .bracketInsertion: .init(.allowedIfMarked),
      .dash: .init(.forbidden), .abbreviation: .init(.forbidden), .sic: .init(.forbidden),
      .number: .init(.forbidden), .grammar: .init(.forbidden, source: "memo"),
      .modal: .init(.allowedIfMarked), .insertion: .init(.review),
    ],
    exceptions: [.spoken: [.grammar: .init(.allowed)], .printed: [.filler: .init(.forbidden)]])

  /// The verdict without a house is that of the severity, whatever the class.
  @Test(arguments: DifferenceClass.allCases)
  func neutralFollowsSeverity(_ differenceClass: DifferenceClass) {
    let expected: Verdict =
      switch differenceClass.severity {
      case .identical: .verbatim
      case .style: differenceClass.isStyleOfWords ? .styled : .verbatim
      case .marked: .markedEdit
      case .minor: .altered
      case .meaning: .meaningAltered
      }
    for medium in [nil] + Profile.Medium.allCases.map(Optional.some) {
      #expect(Profile.neutral.verdict(of: pair(differenceClass), medium: medium) == expected)
    }
    #expect(Profile.neutral.breaches(in: pair(differenceClass)).isEmpty)
  }

  @Test(
    arguments: [
      // allowed
      (.marks, nil, .verbatim), (.contraction, nil, .styled), (.ellipsisOmission, nil, .markedEdit),
      (.filler, nil, .styled), (.negation, nil, .altered),
      // allowed-if-marked, where nothing marks it
      (.omission, nil, .altered), (.spellingVariant, nil, .altered),
      (.bracketInsertion, nil, .markedEdit), (.modal, nil, .meaningAltered),
      // forbidden
      (.dash, nil, .altered), (.abbreviation, nil, .altered), (.sic, nil, .altered),
      (.grammar, nil, .altered), (.number, nil, .meaningAltered),
      // review, said or not
      (.insertion, nil, .altered), (.apostrophe, nil, .verbatim), (.hyphenation, nil, .styled),
      // media
      (.grammar, .spoken, .styled), (.grammar, .printed, .altered), (.filler, .printed, .altered),
      (.filler, .translated, .styled),
    ] as [(DifferenceClass, Profile.Medium?, Verdict)])
  func rulesMoveTheVerdict(
    _ differenceClass: DifferenceClass, _ medium: Profile.Medium?, _ expected: Verdict
  ) {
    #expect(house.verdict(of: pair(differenceClass), medium: medium) == expected)
  }

  @Test func worstDifferenceDecides() {
    #expect(house.verdict(of: pair(.marks, .filler, .ellipsisOmission)) == .markedEdit)
    #expect(house.verdict(of: pair(.negation, .number, .marks)) == .meaningAltered)
    #expect(house.verdict(of: pair()) == .verbatim)
  }

  @Test(arguments: [
    (Comparison.Judgement.different, Verdict.different), (.undecidable, .cannotEstablish),
  ])
  func judgementComesFirst(_ judgement: Comparison.Judgement, _ expected: Verdict) {
    var comparison = pair(.number)
    comparison.judgement = judgement
    #expect(house.verdict(of: comparison) == expected)
    #expect(Profile.neutral.verdict(of: comparison) == expected)
  }

  /// `colour [of hope]` against `color`: the spelling inside the bracket is shown, the other not.
  @Test(arguments: [(10, 16, Verdict.markedEdit), (0, 6, .altered), (18, 24, .altered)])
  func insideAMarkedEdit(_ start: Int, _ end: Int, _ expected: Verdict) {
    let bracket = Difference(
      .bracketReplacement, .substitution, a: .init(span: TextSpan(8, 20)),
      b: .init(span: TextSpan(8, 12)))
    let spelling = Difference(
      .spellingVariant, .substitution, a: .init(span: TextSpan(start, end)),
      b: .init(span: TextSpan(30, 36)))
    var comparison = pair()
    comparison.differences = [bracket, spelling]
    #expect(house.verdict(of: comparison) == expected)
    #expect(house.breaches(in: comparison).count == (expected == .altered ? 1 : 0))
  }

  @Test func breachesNameDifferenceAndRule() {
    let breaches = house.breaches(in: pair(.filler, .grammar, .negation, .omission))
    #expect(breaches.map(\.difference) == [1, 3])
    #expect(breaches.map(\.ruling.rule) == [.forbidden, .allowedIfMarked])
    #expect(breaches.first?.ruling.source == "memo")
    #expect(house.breaches(in: pair(.grammar), medium: .spoken).isEmpty)
  }
}

@Suite struct AlarmLevelTests {
  @Test(arguments: AlarmLevel.allNames)
  func namesReadBack(_ name: String) {
    #expect(AlarmLevel(name: name)?.name == name)
  }

  @Test(arguments: ["identical", "verbatim", "", "Negation", "worse"])
  func noLevels(_ name: String) { #expect(AlarmLevel(name: name) == nil) }

  @Test func namesAreUnique() {
    #expect(Set(AlarmLevel.allNames).count == AlarmLevel.allNames.count)
  }

  @Test(
    arguments: [
      ("negation", [.negation], .meaningAltered, true),
      ("negation", [.number], .meaningAltered, false),
      ("minor", [.filler], .styled, true), ("meaning", [.filler], .altered, false),
      ("style", [.marks], .verbatim, true), ("style", [], .verbatim, false),
      ("meaning", [], .different, true), ("style", [], .notFound, true),
      ("style", [], .cannotEstablish, false),
      ("altered", [.filler], .altered, true), ("altered", [.filler], .styled, false),
      ("altered", [], .different, true), ("altered", [], .cannotEstablish, false),
      ("marked-edit", [], .cannotEstablish, true), ("different", [.number], .meaningAltered, false),
    ] as [(String, [DifferenceClass], Verdict, Bool)])
  func reached(_ name: String, _ classes: [DifferenceClass], _ verdict: Verdict, _ expected: Bool)
    throws
  {
    #expect(
      try #require(AlarmLevel(name: name)).isReached(by: classes, verdict: verdict) == expected)
  }
}

/// A pair of renderings with a difference of each class, at places that do not touch.
private func pair(_ classes: DifferenceClass...) -> Comparison {
  Comparison(
    judgement: .same, relation: .full, similarity: 0.9,
    differences: classes.enumerated().map { index, differenceClass in
      let span = TextSpan(index * 10, index * 10 + 4)
      return Difference(differenceClass, .substitution, a: .init(span: span), b: .init(span: span))
    },
    shared: nil)
}
