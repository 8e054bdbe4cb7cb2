import Prose
import Quotations
import Testing

@testable import Speakers

/// The patterns in which print says who spoke, from the text to the speaker’s name.
@Suite struct AttributionPatternTests {
  /// Checks the speakers of the outermost quotations that are speech, in order; `?` is nobody.
  private func check(
    _ text: String, _ expected: [String], _ options: SpeakerAttributor.Options = .init(),
    sourceLocation: SourceLocation = #_sourceLocation
  ) {
    let result = attributed(text, options)
    let speakers = zip(result.quotations, result.attributions).filter {
      $0.0.parent == nil && $0.0.speech == .speech
    }.map {
      $0.1.speaker.map { result.speakers[$0].name } ?? "?"
    }
    #expect(speakers == expected, sourceLocation: sourceLocation)
  }

  @Test(arguments: [
    ("“We shut the bridge this morning,” said Ana Ruiz.", "Ana Ruiz"),
    ("“We shut the bridge this morning,” Ana Ruiz said.", "Ana Ruiz"),
    ("“We shut the bridge this morning,” Mayor Ana Ruiz said on Monday.", "Ana Ruiz"),
    ("“We shut the bridge this morning,” Ana Ruiz, the mayor, said.", "Ana Ruiz"),
    ("“We shut the bridge this morning,” said Ana Ruiz, who leads the council.", "Ana Ruiz"),
    ("“We shut the bridge this morning,” the mayor, Ana Ruiz, said.", "Ana Ruiz"),
    ("“We shut the bridge this morning.” — Ana Ruiz, Lower Row", "Ana Ruiz"),
    ("“We shut the bridge this morning.”\n— Col. Ana Ruiz (ret.)", "Ana Ruiz"),
    ("“We shut the bridge this morning” – Harbour Office forecaster Ana Ruiz", "Ana Ruiz"),
    ("QUORLEY (Reuters) - Mayor Ana Ruiz said: “We shut the bridge this morning.”", "Ana Ruiz"),
    (
      "LARN — The mayor of Larn defended the works, saying “we shut the bridge this morning.”",
      "the mayor of Larn"
    ),
    ("“We shut the bridge this morning,” said Opposition MP Peter Tolland.", "Peter Tolland"),
    ("“We shut the bridge this morning,” the builder, Larn Quays Ltd, said.", "Larn Quays Ltd"),
    (
      "A person familiar with the mayor’s thinking said: “We shut the bridge this morning.”",
      "a person familiar with the mayor’s thinking"
    ),
    ("“We shut the bridge this morning,” Ana Ruiz said — Peter Tolland was there.", "Ana Ruiz"),
    ("According to Ana Ruiz, “we shut the bridge this morning.”", "Ana Ruiz"),
    ("According to Ana Ruiz, both sides will come back “without maps or experts.”", "Ana Ruiz"),
    ("“We shut the bridge this morning,” according to Ana Ruiz.", "Ana Ruiz"),
    ("Ana Ruiz said: “We shut the bridge this morning.”", "Ana Ruiz"),
    ("Ana Ruiz said, “We shut the bridge this morning.”", "Ana Ruiz"),
    ("Ana Ruiz told Peter Tolland: “We shut the bridge this morning.”", "Ana Ruiz"),
    ("“We shut the bridge this morning,” Ana Ruiz told Peter Tolland.", "Ana Ruiz"),
    ("Asked by Peter Tolland, Ana Ruiz said: “We shut the bridge this morning.”", "Ana Ruiz"),
    (
      "“We shut the bridge this morning,” said a spokesman for the Harbour Board.",
      "a spokesman for the Harbour Board"
    ),
    (
      "“We shut the bridge this morning,” a senior official at the agency said.",
      "a senior official at the agency"
    ),
    ("The Harbour Board said: “We shut the bridge this morning.”", "Harbour Board"),
    ("“We shut the bridge this morning,” Peter “Pip” Tolland said.", "Peter Tolland"),
    ("“We shut the bridge this morning,” said Ana Ruiz’s lawyer.", "Ana Ruiz’s lawyer"),
  ])
  func oneSpeaker(_ text: String, _ expected: String) { check(text, [expected]) }

  @Test func laterMentions() {
    check(
      "“We shut the bridge this morning,” said Ana Ruiz.\n\n“It was rusty,” she said.\n\n"
        + "“It will reopen in spring,” Ms. Ruiz said.",
      ["Ana Ruiz", "Ana Ruiz", "Ana Ruiz"])
    check(
      "“We shut the bridge this morning,” said Ana Ruiz. Peter Tolland disagreed.\n\n"
        + "“It was not rusty at all,” he said.", ["Ana Ruiz", "Peter Tolland"])
    check(
      "“We were warned about the rust,” a senior agency official said.\n\n"
        + "“Nobody listened to the inspectors,” the official said.",
      ["a senior agency official", "a senior agency official"])
  }

  @Test(arguments: [
    ("“We shut the bridge this morning.” — Ana Ruiz, Lower Row", true),
    ("“We shut the bridge this morning.”\n\n— Ana Ruiz", true),
    ("“Biblical” – hotelier Ana Ruiz", true),
    ("• “We have seen worse” – her husband, Peter", true),
    ("“It is not over,” – Harbour Office forecaster Ana Ruiz", true),
    // A list of works and their authors.
    ("“Quiet Harbours” – Ana Ruiz", false),
    // Words that narration leads up to, and an insertion between dashes, have no credit.
    ("They opened the old and so-called “reform” — Ana Ruiz", false),
    ("“We shut the bridge this morning.”\n\n– Peter Tolland himself – left.", false),
    ("“We shut the bridge this morning” — Ana Ruiz had gone by then.", false),
  ])
  func credits(_ text: String, _ isCredited: Bool) {
    let evidence = attributed(text, .init()).attributions[0].evidence.map(\.name)
    #expect((evidence == ["credited behind a dash"]) == isCredited)
  }

  /// However short a quotation is, alone in its paragraph it is speech.
  @Test func sentencesThatStandAlone() {
    let exchange = "Ana Ruiz rose.\n\n“We shut the bridge this morning,” Ana Ruiz said.\n\n"
    for words in ["“No, sir.”", "“Who is us?”", "“Encore.”"] {
      let article = attributed(exchange + words + "\n\nThe bridge was shut again at noon.")
      #expect(article.quotations.last?.speech == .speech, "\(words)")
    }
  }

  @Test func nobodyToName() {
    check("“We shut the bridge this morning.”", ["?"])
    check("“We shut the bridge this morning,” and then it rained.", ["?"])
  }

  @Test func listedPeopleAreReportedAsListed() throws {
    var options = SpeakerAttributor.Options()
    options.knownPeople = [
      KnownPerson(name: "Anna Ruiz", aliases: ["Ana Ruiz"], identifier: "Q1", gender: .female)
    ]
    let text = "“We shut the bridge this morning,” said Ana Ruiz.\n\n“It was rusty,” Ruiz said."
    check(text, ["Anna Ruiz", "Anna Ruiz"], options)
    let speaker = try #require(attributed(text, options).speakers.first)
    #expect(speaker.identifier == "Q1")
    #expect(speaker.gender == .female)
  }

  @Test func confidenceBelowTheLeastIsUnknown() {
    var options = SpeakerAttributor.Options()
    options.minimumConfidence = 1.1
    check("“We shut the bridge this morning,” said Ana Ruiz.", ["?"], options)
  }

  @Test func candidatesAreKeptOnRequest() {
    var options = SpeakerAttributor.Options()
    let text = "“We shut the bridge this morning,” Ana Ruiz told Peter Tolland."
    #expect(attributed(text, options).candidates.isEmpty)
    options.keepsCandidates = true
    let candidates = attributed(text, options).candidates
    #expect(candidates.map(\.count) == [2])
    #expect(candidates[0][0].probability >= candidates[0][1].probability)
    #expect(candidates[0].allSatisfy { !$0.evidence.isEmpty })
  }
}
