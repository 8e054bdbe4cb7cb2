import Prose
import Testing
import Wording

@Suite struct ComparisonTests {
  @Test(arguments: ["We will not sign.", "“No,” she said.", "8"])
  func aTextIsIdenticalToItself(_ text: String) {
    let comparer = WordingComparer()
    let words = comparer.read(Rendering(text: Tokenizer().tokenize(Array(text.utf8))))
    let comparison = comparer.compare(words, words)
    #expect(comparison.judgement == .same)
    #expect(comparison.relation == .full)
    #expect(comparison.differences.isEmpty)
  }
}
