import Prose
import Testing

@testable import Speakers

/// How two readings of a conversation count together.
@Suite struct ConversationReadingTests {
  private static let story = """
    Tolland shut the door. Quill sat by the fire.

    “Is it cold?” asked Tolland.

    “It is!” said Quill.

    “Then come!”

    “Why should I?”
    """

  /// How sure a second reading without facts of its own is of each turn, when the sums of the first
  /// one count by a factor.
  private func sureness(_ factor: Float) throws -> [Double] {
    let tokens = Tokenizer().tokenize(Array(Self.story.utf8))
    let scorer = Weights.embedded
    var driver = SpanAttributor(
      text: tokens, quotations: quotations(tokens), lexicon: .english, scorer: scorer)
    let judge = SpanJudge(scorer: scorer)
    var readings: [SpanReading] = []
    for index in driver.scene.spans.indices {
      let gathered = driver.candidates(ofSpan: index)
      let (decision, probabilities) = judge.decide(gathered, driver.scene)
      readings.append(SpanReading(decision, gathered, probabilities, driver.scene))
      driver.record(mention: decision.mention, ofSpan: index, isClosed: true)
    }
    var reading = ConversationReading(driver, readings) { _ in true }
    let all = reading.turns.indices
    try #require(all.count == 4)
    let first = reading.chain(all, score: judge.score).marginals()
    reading.readAgain(after: first) {
      $0 == [ConversationReading.factorOfSums] ? factor - 1 : judge.score($0)
    }
    return reading.chain(all) { _ in 0 }.marginals().map { $0.candidates.max() ?? 0 }
  }

  @Test func aSmallerFactorIsLessSure() throws {
    let whole = try sureness(1)
    let half = try sureness(0.5)
    for (whole, half) in zip(whole, half) { #expect(half < whole) }
  }

  @Test func sumsThatDoNotCountTellNothing() throws {
    // Every candidate is as likely as the others, steps or not, but for the rules of the chain.
    for sureness in try sureness(0) { #expect(sureness < 0.75) }
    #expect(try sureness(1).max() ?? 0 > 0.9)
  }
}
