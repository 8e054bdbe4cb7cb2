import Prose
import Quotations
import Testing

@testable import Speakers

/// Where the turns of a transcript begin and end.
@Suite struct TranscriptTurnsTests {
  /// The turns as `NAME: words`, paragraphs joined by a slash.
  private func check(
    _ text: String, _ expected: [String], sourceLocation: SourceLocation = #_sourceLocation
  ) {
    let article = attributed(text, .init())
    let turns = zip(article.quotations, article.attributions).filter { $0.0.kind == .turn }
      .map { quotation, attribution in
        let words = quotation.pieces.map {
          String(decoding: Array(text.utf8)[$0.span.range], as: UTF8.self)
        }
        let name = attribution.speaker.map { article.speakers[$0].name } ?? "?"
        return "\(name): \(words.joined(separator: " / "))"
      }
    #expect(turns == expected, sourceLocation: sourceLocation)
  }

  private static let talk = """
    ANA RUIZ: We shut the bridge.

    PETER TOLLAND: When?

    ANA RUIZ: This morning.

    We had no choice.

    PETER TOLLAND: Why?
    """

  private static let turns = [
    "ANA RUIZ: We shut the bridge.", "PETER TOLLAND: When?",
    "ANA RUIZ: This morning. / We had no choice.", "PETER TOLLAND: Why?",
  ]

  @Test func turnsRunToTheNextLabel() {
    check(Self.talk, Self.turns)
  }

  @Test func dividersEndTurns() {
    check(
      Self.talk + "\n\n* * *\n\nThis was cut.\n\nANA RUIZ: Yes.", Self.turns + ["ANA RUIZ: Yes."])
    check(Self.talk + "\n\n———\n\nRe: I keep bees.", Self.turns)
  }

  /// An interview after its introduction.
  private func interview(_ introduction: String, labels: [String]) -> String {
    zip(["Why bees?", "Why not?", "Do they sting?", "Only critics."], labels + labels)
      .reduce(introduction) { "\($0)\n\n\($1.1): \($1.0)" }
  }

  @Test func initialsStandForNames() {
    check(
      interview("The poet Ana Maria Ruiz spoke to Peter Tolland.", labels: ["PT", "AR"]),
      [
        "Peter Tolland: Why bees?", "Ana Maria Ruiz: Why not?", "Peter Tolland: Do they sting?",
        "Ana Maria Ruiz: Only critics.",
      ])
    check(
      interview("The poet Ana Maria Ruiz spoke to Peter Tolland.", labels: ["P.T.", "A.M.R."]),
      [
        "Peter Tolland: Why bees?", "Ana Maria Ruiz: Why not?", "Peter Tolland: Do they sting?",
        "Ana Maria Ruiz: Only critics.",
      ])
    check(
      interview("The poet Ana Ruiz spoke to Alva Reith.", labels: ["AR", "HT"]),
      ["AR: Why bees?", "HT: Why not?", "AR: Do they sting?", "HT: Only critics."])
  }

  @Test func aListOfLabelsIsNoTranscript() {
    check("Monday: rain.\n\nTuesday: rain.\n\nFriday: sun.\n\nSunday: rain.", [])
  }
}
