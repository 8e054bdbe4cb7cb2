import Prose
import Testing

@testable import Speakers

/// Looks up the phrases of the lexicon in a text.
@Suite struct LexemeTests {
  private func phrases(_ string: String) -> [String] {
    let text = Tokenizer().tokenize(Array(string.utf8))
    let lexemes = Lexemes(text, lexicon: .english)
    return text.tokens.indices.filter { lexemes.phraseLengths[$0] > 1 }.map { index in
      let last = index + Int(lexemes.phraseLengths[index]) - 1
      return text.text(of: TextSpan(text.tokens[index].start, text.tokens[last].end))
    }
  }

  @Test(
    "a phrase may hold a possessive",
    arguments: [
      ("They met on Mother's Day.", "Mother's Day"),
      ("They met on Mother’s Day.", "Mother’s Day"),
      ("The National People’s Congress sat.", "National People’s Congress"),
      ("He said so, according to Ruiz.", "according to"),
    ])
  func possessives(_ text: String, _ expected: String) {
    #expect(phrases(text).contains(expected))
  }

  @Test("a possessive of one word stays what it is")
  func singleWords() {
    #expect(Lexicon.english.entry("barron's")?.traits.contains(.outlet) == true)
    #expect(Lexicon.english.entry("barron")?.traits.contains(.outlet) != true)
  }
}
