import Prose
import TestSupport
import Testing

@Suite struct SentenceTests {
  @Test(arguments: [
    "It rained.| He left.", "Mr. Low came.| He left.", "Gov. Low of the U.S. left.",
    "“Go,” she said.| “Now!”| They went.", "He said . . . nothing.| So be it.",
    "J. K. Moe met Sen. Park.| They spoke.", "At 5 p.m. on Jan. 5 it rained.", "Go?!| Yes.",
    "one",
  ])
  func sentences(marked: String) throws {
    try check(marked)
  }

  @Test func newlinesOfWrappedTextEndNoSentence() throws {
    try check(
      """
      It was late when the old man came down to the river, and the lamps along
      the quay had all been lit.| He stood there for a while, as he had done on
      every night of that year, and looked at the water, which was high.| Then
      he went home to his sister.
      """)
  }

  @Test func everyTokenLiesInOneSentence() throws {
    let segmenter = try SentenceSegmenter()
    var generator = SeededGenerator(seed: 4)
    for _ in 0..<500 {
      let text = Tokenizer().tokenize(Array(RandomText.text(upTo: 80, using: &generator).utf8))
      for (paragraph, sentences) in zip(text.paragraphs, segmenter.sentences(of: text)) {
        var rest = sentences[...]
        for token in text.tokens[paragraph.tokens] {
          while let first = rest.first, first.end <= token.start { rest.removeFirst() }
          #expect(rest.first?.contains(token.span) == true)
        }
      }
    }
  }

  /// Bars mark the ends of sentences.
  private func check(_ marked: String, sourceLocation: SourceLocation = #_sourceLocation) throws {
    let text = Tokenizer().tokenize(Array(marked.utf8.filter { $0 != 0x7C }))
    let found = try SentenceSegmenter().sentences(of: text).joined().map { text.text(of: $0) }
    let expected = marked.split(separator: "|").map { sentence in
      String(sentence.drop { $0 == " " })
    }
    #expect(Array(found) == expected, sourceLocation: sourceLocation)
  }
}
