import Prose
import Testing

@Suite struct ParagraphTests {
  @Test func everyKindOfNewlineSeparates() {
    check("One.\n\nTwo.", ["One.", "Two."])
    check(
      "One.\r\n\r\nTwo.\rThree.\u{2028}Four.\u{2029}Five.\u{85}Six.",
      [
        "One.", "Two.", "Three.", "Four.", "Five.", "Six.",
      ])
    check("  One. \u{A0}\n \u{A0} \n\u{3000}Two.\t\n", ["One.", "Two."])
    check("\n\n", [])
  }

  @Test func aNewlineSeparatesInNews() {
    check(
      """
      MOSSWICK: The mayor of Mosswick said on Tuesday that the bridge would stay shut all winter.
      "We have no money," she said.
      The council meets again in a week to vote on a loan, which few of its members think likely.
      Its last loan was refused.
      """, 4)
    check("A headline without a stop\nBy Ann Lee\nMOSSWICK\nThe mayor said so", 4)
  }

  @Test func aNewlineJoinsInHardWrappedText() {
    check(
      """
      It was late when the old man came down to the river, and the lamps along
      the quay had all been lit. He stood there for a while, as he had done on
      every night of that year, and looked at the water, which was high. Then
      he went home.

      "You are late," said his sister, who had kept the fire in for him though
      it was May, and had put his supper on the hob. "I am not," he said, and
      sat down to it.
      """, 2)
  }

  @Test func aNewlineJoinsInTextThatAHandWrapped() {
    check(
      """
      It was late when the old man came down to the river,
      and the lamps along the quay had all been lit--
      for it was May;
      and whenever it was May, he stood there for a while
      and looked at the water.

      Then he went home,
      """, 2)
  }

  @Test func headlinesOfOneWidthAreNoParagraph() {
    check(
      """
      The mayor of Mosswick said so, and nobody asked.

      Mosswick Bridge Stays Shut All Winter
      Mosswick Council Votes on a New Loan
      Mosswick's Last Loan Was Refused Again
      Mosswick Ferry to Run on Sundays Now
      """, 5)
  }

  @Test func anIndentOpensAParagraphInHardWrappedText() {
    check(
      """
        It was late when the old man came down to the river, and the lamps by
      the quay had all been lit. He stood there for a while, as he had done on
      every night of that year, and looked at the water, which was high. Then
      he went home and slept for a week, and nobody in the street asked him why
        "You are late," said his sister, who had kept the fire in for him when
      it was May, and had put his supper on the hob. "I am not," he said, and
      sat down to it.
      """, 2)
  }

  @Test func noTokenCrossesAParagraph() {
    let text = Tokenizer().tokenize(Array("One -\n- two . .\n. three'\n's".utf8))
    for paragraph in text.paragraphs {
      #expect(text.tokens[paragraph.tokens].allSatisfy { paragraph.span.contains($0.span) })
    }
    #expect(text.paragraphs.count == 4)
    #expect(text.paragraphs.last?.tokens.upperBound == text.tokens.count)
  }

  private func check(
    _ input: String, _ expected: [String], sourceLocation: SourceLocation = #_sourceLocation
  ) {
    let text = Tokenizer().tokenize(Array(input.utf8))
    let found = text.paragraphs.map { text.text(of: $0.span) }
    #expect(found == expected, sourceLocation: sourceLocation)
  }

  private func check(
    _ input: String, _ count: Int, sourceLocation: SourceLocation = #_sourceLocation
  ) {
    let text = Tokenizer().tokenize(Array(input.utf8))
    #expect(text.paragraphs.count == count, sourceLocation: sourceLocation)
  }
}
