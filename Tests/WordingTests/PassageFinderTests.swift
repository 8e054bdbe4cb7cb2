import Prose
import Testing

@testable import Wording

@Suite struct DebugTests {
  @Test func debug() {
    let comparer = WordingComparer()
    let source = "We owe them that much, at the very least. One more thing, said the chair, and then we go on to what the survey found in March and in April, when the divers came. Only this. A harbour is not a business like any other; it is the reason this town exists. Thank you. The hearing is closed."
    let index = PassageIndex(comparer.read(Rendering(text: Tokenizer().tokenize(Array(source.utf8)))))
    let q = comparer.read(Rendering(pieces: ["“A harbour is not a business like any other,”", "“We owe them that much, at the very least.”"]))
    let finder = PassageFinder(comparer: comparer)
    for place in finder.places(of: q, in: index) {
      print(place)
      let parts = PassageParts(finder: finder, quotation: q, index: index).parts(at: place.stretch)
      for p in parts { print(p, q.text.text(of: q.span(of: p.quotation)), "|", index.sequence.text.text(of: index.sequence.span(of: p.source))) }
      let c = comparer.compare(q, index.sequence, aWords: 0..<8, bWords: 26..<index.sequence.words.count)
      print(c)
      let p = finder.passage(of: q, in: index, at: place)!
      for d in p.comparison.differences { print(d) }
      print(p.parts)
    }
  }
}
