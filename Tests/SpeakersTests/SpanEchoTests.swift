import Prose
import Quotations
import Testing

@testable import Speakers

/// Counts where else in a text the words of its first quotation stand.
@Suite struct SpanEchoTests {
  private func echo(_ string: String) -> SpanEcho? {
    let text = Tokenizer().tokenize(Array(string.utf8))
    return Scene(
      text: text, quotations: QuotationFinder().quotations(in: text).quotations, lexicon: .english
    ).echoes.first
  }

  @Test(
    "the echoes of the first quotation",
    arguments: [
      ("The “Night Ferry” sailed.", SpanEcho()),
      ("The “Night Ferry” sailed. The Night Ferry is old.", SpanEcho(capitalized: 1)),
      ("The “night ferry” sailed. A night ferry is old.", SpanEcho(small: 1)),
      ("The “Night Ferry” sailed. I saw the “Night Ferry,” too.", SpanEcho(marked: 1)),
      ("The “scandal” grew. Ruiz said, “This is a scandal for us all.”", SpanEcho(quoted: 1)),
      ("A “night” fell. One NIGHT and one night.", SpanEcho(capitalized: 1, small: 1)),
      (
        "“One two three four five six seven,” he said. One two three four five six seven.",
        SpanEcho()
      ),
    ])
  func counts(_ text: String, _ expected: SpanEcho) {
    #expect(echo(text) == expected)
  }
}

/// Tells the dialogue of stories from interviews in the news.
@Suite struct DialogueRegisterTests {
  private func isDialogue(_ string: String) -> Bool {
    let text = Tokenizer().tokenize(Array(string.utf8))
    return Scene(
      text: text, quotations: QuotationFinder().quotations(in: text).quotations, lexicon: .english
    ).isDialogue
  }

  @Test func stories() {
    #expect(
      isDialogue(
        """
        “Where have you been?” she asked, and put the lamp on the table.

        “Out!” he said. “Must I tell you everything?”

        She did not answer him, for the wind was in the chimney again and the dog was restless.
        """))
  }

  @Test func interviews() {
    #expect(
      !isDialogue(
        """
        “Where is the money?” asked Councillor Mara Ruiz of the Harbour Party on Tuesday.

        “Ask Lundby!” said Mayor Otto Brandt at Lowmere Town Hall. “Must I answer for Lundby?”

        The reply from Brandt to Ruiz came after 12 weeks of talks with Lundby Shipping in Lowmere.
        """))
  }

  @Test func newsWithoutQuestions() {
    #expect(!isDialogue("“We won,” she said. “We won again,” he said."))
  }
}
