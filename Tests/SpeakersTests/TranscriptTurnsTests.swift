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

  @Test func aListOfLabelsIsNoTranscript() {
    check("Monday: rain.\n\nTuesday: rain.\n\nFriday: sun.\n\nSunday: rain.", [])
  }
}
