import Prose
import Quotations
import TestSupport
import Testing

@testable import Speakers

/// No text makes attribution crash, and every place that it reports lies in the text.
@Suite struct HostileTextTests {
  private static let pieces = [
    "Ana", "Ruiz", "Mr.", "Mayor", "the", "The", "official", "officials", "a", "said", "SAID",
    "told", "according", "to", "of", "for", "who", "which", "she", "They", "I", "U.S.", "D-Marl",
    "Marl-based", "35-year-old", "Board’s", "inspectors’", "statement", "’s", "'s", "-", "—", "...",
    "…", ".", ",", ":", ";", "?", "!", "(", ")", "[", "]", "@ana", "#x", "“", "”", "\"", "'", "‘",
    "’", "''", "\n\n", "\n", " ", "1,000", "é", "漢", "\u{301}", "de", "la", "and", "his", "Her",
    "daughter", "Jr.", "Agency", "AGENCY", "\u{A0}", "&",
  ]

  @Test(arguments: 0..<40)
  func randomTextsKeepTheInvariants(_ seed: Int) {
    var random = SeededGenerator(seed: UInt64(seed) &* 7919 &+ 17)
    var text = ""
    for _ in 0..<Int.random(in: 0...220, using: &random) {
      text += Self.pieces[Int.random(in: 0..<Self.pieces.count, using: &random)]
      if Int.random(in: 0..<4, using: &random) > 0 { text += " " }
    }
    var options = SpeakerAttributor.Options()
    options.keepsCandidates = true
    options.knownPeople = [KnownPerson(name: "Ana Ruiz")]
    let result = attributed(text, options)
    let whole = TextSpan(0, result.article.bytes.count)
    #expect(result.quotations.count == result.attributions.count)
    #expect(result.quotations.count == result.candidates.count)
    #expect(result.quotations.map(\.span) == result.quotations.map(\.span).sorted())
    for (quotation, attribution) in zip(result.quotations, result.attributions) {
      #expect(quotation.pieces.allSatisfy { whole.contains($0.span) })
      #expect(attribution.speaker.map { result.speakers.indices.contains($0) } ?? true)
      #expect((0...1).contains(attribution.confidence))
      #expect(attribution.mention.map { whole.contains($0.span) && !$0.span.isEmpty } ?? true)
      #expect(attribution.cue.map { whole.contains($0.span) && !$0.span.isEmpty } ?? true)
      if let parent = quotation.parent { #expect(result.quotations.indices.contains(parent)) }
    }
    #expect(result.speakers.allSatisfy { !$0.name.isEmpty })
  }

  @Test func sameTextGivesTheSameAnswer() {
    let text = "“We shut it,” said Ana Ruiz. Peter Ruiz and A. Ruiz agreed. “Yes,” Ruiz said."
    let first = attributed(text)
    for _ in 0..<5 {
      let again = attributed(text)
      #expect(again.attributions == first.attributions)
      #expect(again.speakers == first.speakers)
    }
  }
}
