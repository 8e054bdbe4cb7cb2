import Prose

/// Names the differences of two aligned renderings.
///
/// Between two equal words there is nothing, or print that differs (`DifferenceFinder+Print`), or a
/// ``Zone`` of words that differ (`DifferenceFinder+Zones`).
struct DifferenceFinder {
  let affinity: WordAffinity
  let a: WordSequence
  let b: WordSequence
  let alignment: Alignment
  var differences: [Difference] = []

  var lexicon: WordingLexicon {
    _read { yield affinity.shared.lexicon }
  }

  init(_ affinity: WordAffinity, _ a: WordSequence, _ b: WordSequence, _ alignment: Alignment) {
    self.affinity = affinity
    self.a = a
    self.b = b
    self.alignment = alignment
  }

  /// The differences inside the stretch that both cover, in the order of the text.
  mutating func find() -> [Difference] {
    var zones = Zone.zones(of: alignment)
    findMoves(among: &zones)
    for zone in zones { classify(zone) }
    comparePrint()
    return differences.sorted { $0.isBefore($1) }
  }

  mutating func add(
    _ differenceClass: DifferenceClass, _ edit: Difference.Edit, _ aSpan: TextSpan,
    _ bSpan: TextSpan
  ) {
    differences.append(
      Difference(differenceClass, edit, a: .init(span: aSpan), b: .init(span: bSpan)))
  }

  /// Adds a difference of words.
  mutating func add(_ differenceClass: DifferenceClass, _ aWords: Range<Int>, _ bWords: Range<Int>)
  {
    let edit: Difference.Edit =
      aWords.isEmpty ? .insertion : bWords.isEmpty ? .omission : .substitution
    let (aWords, bWords) = wholePrints(aWords, bWords)
    add(differenceClass, edit, span(a, aWords), span(b, bWords))
  }

  /// The place of words; of no words, the place behind the word before.
  private func span(_ side: WordSequence, _ words: Range<Int>) -> TextSpan {
    if words.isEmpty, words.lowerBound > 0, words.lowerBound <= side.words.count {
      let end = side.words[words.lowerBound - 1].span.end
      return TextSpan(end, end)
    }
    return side.span(of: words)
  }

  /// The words with all others that share a printed word with them, and what those answer: `don’t`
  /// against `do`, when *not* is missing.
  private func wholePrints(_ aWords: Range<Int>, _ bWords: Range<Int>) -> (Range<Int>, Range<Int>) {
    var (x, y) = (aWords, bWords)
    while true {
      let before = (x, y)
      x = Self.wholePrints(a, x)
      y = Self.wholePrints(b, y)
      for link in alignment.links {
        if link.aEnd > x.lowerBound, link.a < x.upperBound, !aWords.contains(link.a) {
          y = min(y.lowerBound, link.b)..<max(y.upperBound, link.bEnd)
        }
        if link.bEnd > y.lowerBound, link.b < y.upperBound, !bWords.contains(link.b) {
          x = min(x.lowerBound, link.a)..<max(x.upperBound, link.aEnd)
        }
      }
      if before == (x, y) { return (x, y) }
    }
  }

  private static func wholePrints(_ side: WordSequence, _ words: Range<Int>) -> Range<Int> {
    guard let first = words.first, let last = words.last else { return words }
    return side.prints[Int(side.words[first].print)].words
      .lowerBound..<side.prints[Int(side.words[last].print)].words.upperBound
  }
}
