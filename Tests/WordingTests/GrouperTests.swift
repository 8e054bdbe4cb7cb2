import Prose
import TestSupport
import Testing

@testable import Wording

/// A rendering as a test gives it.
private struct Given {
  var text: String
  var article: Int?
  var speaker: Int?
  var day: Int?

  init(_ text: String, article: Int? = nil, speaker: Int? = nil, day: Int? = nil) {
    self.text = text
    self.article = article
    self.speaker = speaker
    self.day = day
  }
}

@Suite struct GrouperTests {
  private let comparer = WordingComparer()

  private func words(_ given: [Given]) -> [WordSequence] {
    given.map { comparer.read(Rendering(text: Tokenizer().tokenize(Array($0.text.utf8)))) }
  }

  private func witnesses(_ given: [Given]) -> [Witness] {
    zip(given, words(given)).enumerated().map { index, pair in
      Witness(
        words: WordDigest(pair.1), article: pair.0.article ?? index, speaker: pair.0.speaker,
        day: pair.0.day)
    }
  }

  private func groups(_ given: [Given]) -> [[Int]] {
    let words = words(given)
    return RenderingGrouper(comparer: comparer).groups(of: witnesses(given)) { words[$0] }
  }

  private func check(
    _ given: [Given], _ expected: [[Int]], sourceLocation: SourceLocation = #_sourceLocation
  ) {
    #expect(groups(given) == expected, sourceLocation: sourceLocation)
  }

  @Test func sameWordsInOtherPrint() {
    check(
      [
        Given("We don’t repaint rust, we replace it."),
        Given("We do not repaint rust; we replace it"),
        Given("The ferry will run on Sundays until the harbour freezes."),
      ], [[0, 1], [2]])
  }

  @Test func aFragmentBelongsToItsSentence() {
    check(
      [
        Given("I would rather eat the ferry timetable than sail on that boat in January."),
        Given("eat the ferry timetable than sail on that boat"),
        Given("Nobody has eaten anything on board since the kitchen burned."),
      ], [[0, 1], [2]])
  }

  @Test func aDroppedNotIsStillTheUtterance() {
    check(
      [
        Given("The committee will not publish the harbour survey before the election."),
        Given("The committee will publish the harbour survey before the election."),
      ], [[0, 1]])
  }

  @Test func partsOfALongTurnMeetInIt() {
    check(
      [
        Given(
          "The lighthouse keeper has gone home for good. His parrot stays and answers the telephone."
        ),
        Given("The lighthouse keeper has gone home for good."),
        Given("His parrot stays and answers the telephone."),
      ], [[0, 1, 2]])
  }

  @Test func aFormulaIsNobodysUtterance() {
    let formula = "at the end of the day"
    check(
      [
        Given("At the end of the day, the orchestra owes the baker four hundred trumpets.", day: 1),
        Given("At the end of the day, glaciers do not read our memoranda on parking.", day: 400),
        Given(formula, speaker: 1, day: 800), Given(formula, speaker: 2, day: 1300),
      ], [[0], [1], [2], [3]])
  }

  @Test func aFragmentDoesNotMakeOneOfTwoUtterances() {
    let groups = groups([
      Given(
        "We will fight for every lighthouse on this coast until the last lamp goes out.", day: 1),
      Given("We will fight for every apprentice baker whom the strike has left unpaid.", day: 90),
      Given("We will fight for every", day: 1),
    ])
    #expect(!groups.contains { $0.contains(0) && $0.contains(1) })
  }

  /// Each of the five has another half of the words left alone; side by side no two of them are sure.
  @Test func whatManyHandsEditedStaysTogether() {
    check(
      [
        Given("The orchestra owes the baker four hundred trumpets, a glacier and two violins."),
        Given("An orchestra owed every baker in town trumpets, lanterns and two violins."),
        Given("The orchestra repaid the baker with four trumpets, a glacier, or two kettles."),
        Given("Nobody but the parrot has answered the telephone since Tuesday."),
      ], [[0, 1, 2], [3]])
  }

  @Test func oneArticleTellsTwoAnswersApart() {
    check(
      [
        Given(
          "The survey cost nine thousand and told us nothing about the pier.", article: 0,
          speaker: 1),
        Given(
          "The survey cost ninety thousand and told us something about the pier.", article: 0,
          speaker: 1),
      ], [[0], [1]])
  }

  @Test func syndicatedCopiesAreOneGroup() {
    let text = "The bell rang eleven times and the mayor counted twelve."
    check((0..<40).map { _ in Given(text) }, [Array(0..<40)])
  }

  @Test func nothingToGroup() {
    check([], [])
    check([Given("")], [])
    check([Given("…"), Given("Rust.")], [[1]])
  }

  @Test(arguments: 0..<3)
  func theOrderOfTheRenderingsDoesNotMatter(_ seed: Int) {
    var random = SeededGenerator(seed: seed)
    let given = RenderingCorpus(utterances: 25, renderings: 4).renderings(&random).map(\.text)
    let words = given.map {
      comparer.read(Rendering(text: Tokenizer().tokenize(Array($0.utf8))))
    }
    func groups(_ order: [Int], jobs: Int) -> Set<Set<Int>> {
      let witnesses = order.map { Witness(words: WordDigest(words[$0]), article: $0) }
      let groups = RenderingGrouper(comparer: comparer, jobs: jobs).groups(of: witnesses) {
        words[order[$0]]
      }
      return Set(groups.map { Set($0.map { order[$0] }) })
    }
    let expected = groups(Array(words.indices), jobs: 1)
    #expect(groups(words.indices.shuffled(using: &random), jobs: 1) == expected)
    #expect(groups(words.indices.reversed(), jobs: 3) == expected)
  }

  /// The search must not lose what comparing all with all would find.
  @Test(arguments: 0..<2)
  func theSearchFindsWhatAllPairsWould(_ seed: Int) {
    var random = SeededGenerator(seed: 100 + seed)
    let renderings = RenderingCorpus(utterances: 14, renderings: 4).renderings(&random)
    let given = renderings.map { Given($0.text) }
    let words = words(given)
    let options = RenderingGrouper.Options()
    let table = WordingTable(witnesses(given), options: options, jobs: 1)
    let judge = PairJudge(table: table, comparer: comparer, corpusCount: given.count) { words[$0] }
    var memory = PairJudge.Memory()
    let found = Set(CandidateSearch(table, options: options).pairs(jobs: 1))
    var linked = 0
    var missed = 0
    for b in table.entries.indices {
      for a in 0..<b {
        guard case .link = judge.decide(a, b, &memory) else { continue }
        linked += 1
        if !found.contains(.init(a, b)) { missed += 1 }
      }
    }
    #expect(linked > 20)
    #expect(missed * 20 <= linked, "\(missed) of \(linked) pairs are not candidates")
  }

  @Test func groupsOfEditedRenderings() {
    var random = SeededGenerator(seed: 7)
    let renderings = RenderingCorpus(utterances: 60, renderings: 5).renderings(&random)
    let groups = groups(renderings.map { Given($0.text) })
    var (right, said) = (0, 0)
    for group in groups {
      for (place, a) in group.enumerated() {
        for b in group[..<place] {
          said += 1
          if renderings[a].utterance == renderings[b].utterance { right += 1 }
        }
      }
    }
    #expect(said == right, "no two utterances are one")
    #expect(Double(right) / Double(60 * 10) > 0.8)
  }
}
