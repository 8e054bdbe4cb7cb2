import Prose
import Testing
import Wording

@Suite struct ApparatusTests {
  private let comparer = WordingComparer()

  private func words(_ texts: [String]) -> [WordSequence] {
    texts.map { comparer.read(Rendering(text: Tokenizer().tokenize(Array($0.utf8)))) }
  }

  /// Writes an apparatus as `sixty 0 2 | 60 1: class`, a place a line.
  private func lines(_ texts: [String]) -> [String] {
    let words = words(texts)
    let apparatus = RenderingGrouper(comparer: comparer).apparatus(of: words)
    return apparatus.places.map { place in
      let readings = place.readings.map { reading in
        let first = reading.witnesses.first { $0.span != nil }
        let text = first.map { words[$0.rendering].text.text(of: $0.span!) } ?? "?"
        let names = reading.witnesses.map { String($0.rendering) }.joined(separator: " ")
        return "\(text) \(names)"
      }
      return readings.joined(separator: " | ") + ": \(place.differenceClass.rawValue)"
    }
  }

  @Test func readingsWithTheirWitnesses() {
    let texts = [
      "The crew may leave the lighthouse before the winter.",
      "The crew will leave the lighthouse before the winter.",
      "The crew may leave the lighthouse before the winter.",
      "The crew will leave the lighthouse before the winter.",
      "The crew may leave the lighthouse before the winter.",
    ]
    #expect(lines(texts) == ["may 0 2 4 | will 1 3: modal"])
  }

  @Test func theMajorityIsTheBase() {
    let texts = [
      "The pier is closed until the spring.", "The pier is shut until the spring.",
      "The pier is shut until the spring.",
    ]
    let apparatus = RenderingGrouper(comparer: comparer).apparatus(of: words(texts))
    #expect(apparatus.base == 1)
    #expect(apparatus.choice == .majority)
    #expect(apparatus.alignments[1] == nil)
    #expect(apparatus.alignments[0]?.reference == 1)
  }

  @Test func withoutAMajorityTheFullestIsTheBase() {
    let texts = [
      "The pier is closed", "The pier is closed until the spring, and so is the café.",
      "The pier is closed until the spring",
    ]
    let apparatus = RenderingGrouper(comparer: comparer).apparatus(of: words(texts))
    #expect(apparatus.base == 1)
    #expect(apparatus.choice == .fullest)
    #expect(
      apparatus.alignments.compactMap { $0?.comparison.relation } == [.contained, .contained])
  }

  @Test func whatTheBaseLacksIsToldFromAnother() {
    let texts = [
      "The bell rang eleven times and the mayor counted twelve, and nobody in the whole market slept.",
      "Nobody in the whole market slept. The baker blamed the parrot of the organist.",
      "Nobody in the whole market slept. The baker praised the parrot of the organist.",
    ]
    let found = lines(texts)
    #expect(found.contains { $0.contains("blamed") && $0.contains("praised") })
  }

  @Test func oneRenderingHasNoDifferences() {
    let apparatus = RenderingGrouper(comparer: comparer).apparatus(
      of: words(["Rust never sleeps."]))
    #expect(apparatus.places.isEmpty)
    #expect(apparatus.base == 0)
  }
}
