import Prose

/// Names the differences of two aligned renderings.
///
/// Between two equal words there is nothing, or print that differs (`DifferenceFinder+Print`), or a
/// ``Zone`` of words that differ (`DifferenceFinder+Zones`). What is found is weighed once more where
/// several places bear on one another (`DifferenceFinder+Polarity`).
struct DifferenceFinder {
  let affinity: WordAffinity
  let a: WordSequence
  let b: WordSequence
  let alignment: Alignment
  /// The words of each side that the other covers too.
  var aShared: Range<Int>
  var bShared: Range<Int>
  /// The words that were compared.
  let aWords: Range<Int>
  let bWords: Range<Int>
  var findings: [Finding] = []

  /// A difference before its places are spans.
  struct Finding {
    var differenceClass: DifferenceClass
    var edit: Difference.Edit
    var a: Range<Int>
    var b: Range<Int>
    /// The places, where they are not simply those of the words.
    var aSpan: TextSpan?
    var bSpan: TextSpan?
  }

  var lexicon: WordingLexicon {
    _read { yield affinity.shared.lexicon }
  }

  init(
    _ affinity: WordAffinity, _ a: WordSequence, _ aWords: Range<Int>, _ b: WordSequence,
    _ bWords: Range<Int>, _ alignment: Alignment
  ) {
    self.affinity = affinity
    self.a = a
    self.b = b
    self.aWords = aWords
    self.bWords = bWords
    let alignment = Self.linkingFirstOfRepeated(alignment, a, aWords, b, bWords)
    self.alignment = alignment
    let (first, last) = (alignment.links.first, alignment.links.last)
    aShared = (first?.a ?? aWords.lowerBound)..<(last?.aEnd ?? aWords.lowerBound)
    bShared = (first?.b ?? bWords.lowerBound)..<(last?.bEnd ?? bWords.lowerBound)
  }

  /// One of the two sides.
  enum Side { case first, second }

  /// What is made of words beyond the shared stretch.
  enum Continuation {
    /// Nothing: they are the relation of the two.
    case leftOut
    /// A few words in the place of a few others are a difference.
    case otherWords
    /// So are a few words that one side has beyond the other, if they turn the sense.
    case turns
    /// All of it is the same speech in other words.
    case retelling
  }

  /// The differences inside the stretch that both cover, in the order of the text.
  ///
  /// - Parameters:
  ///   - source: The side that is what was said; nil when that is not known.
  ///   - continuation: Whether what both go on with, differently, is a difference too.
  mutating func find(source: Side? = nil, continuation: Continuation = .leftOut) -> [Difference] {
    var zones = Zone.zones(of: alignment)
    findMoves(among: &zones)
    readEdges(&zones)
    if continuation != .leftOut {
      readOn(&zones, isRetelling: continuation == .retelling)
    }
    if continuation == .turns || continuation == .retelling { readTurns() }
    for zone in zones { classify(zone) }
    weighPolarity()
    comparePrint()
    if let source { findCuts(against: source) }
    let sorted = findings.map { difference($0) }.sorted { $0.isBefore($1) }
    // Two words of one printed word can differ in one way.
    return sorted.indices.filter { $0 == 0 || sorted[$0] != sorted[$0 - 1] }.map { sorted[$0] }
  }

  /// Adds a difference of words.
  mutating func add(
    _ differenceClass: DifferenceClass, _ aWords: Range<Int>, _ bWords: Range<Int>,
    edit: Difference.Edit? = nil
  ) {
    let wordEdit: Difference.Edit =
      aWords.isEmpty ? .insertion : bWords.isEmpty ? .omission : .substitution
    findings.append(
      Finding(differenceClass: differenceClass, edit: edit ?? wordEdit, a: aWords, b: bWords))
  }

  /// Adds a difference of print.
  mutating func add(
    _ differenceClass: DifferenceClass, _ edit: Difference.Edit, _ aSpan: TextSpan,
    _ bSpan: TextSpan
  ) {
    findings.append(
      Finding(
        differenceClass: differenceClass, edit: edit, a: 0..<0, b: 0..<0, aSpan: aSpan,
        bSpan: bSpan))
  }

  // MARK: Places

  private func difference(_ finding: Finding) -> Difference {
    if let aSpan = finding.aSpan, let bSpan = finding.bSpan {
      return Difference(
        finding.differenceClass, finding.edit, a: .init(span: aSpan), b: .init(span: bSpan))
    }
    let (aWords, bWords) = wholePrints(finding.a, finding.b)
    return Difference(
      finding.differenceClass, finding.edit, a: .init(span: span(a, aWords)),
      b: .init(span: span(b, bWords)))
  }

  /// The place of words, with the brackets around them; of no words, the place behind the word before.
  func span(_ side: WordSequence, _ words: Range<Int>) -> TextSpan {
    if words.isEmpty, words.lowerBound > 0, words.lowerBound <= side.words.count {
      let end = side.words[words.lowerBound - 1].span.end
      return TextSpan(end, end)
    }
    let span = side.span(of: words)
    guard !words.isEmpty, side.words[words.lowerBound].traits.contains(.bracketed) else {
      return span
    }
    return side.withBrackets(span, words)
  }

  /// The words with all others that share a printed word with them, and what those answer: `don’t`
  /// against `do`, when *not* is missing.
  private func wholePrints(_ aWords: Range<Int>, _ bWords: Range<Int>) -> (Range<Int>, Range<Int>) {
    var (x, y) = (aWords, bWords)
    while true {
      let before = (x, y)
      x = Self.wholePrints(a, x)
      y = Self.wholePrints(b, y)
      if before == (x, y) { return (x, y) }
      for index in x where !aWords.contains(index) {
        guard let link = link(ofA: index) else { continue }
        y = min(y.lowerBound, link.b)..<max(y.upperBound, link.bEnd)
      }
      for index in y where !bWords.contains(index) {
        guard let link = link(ofB: index) else { continue }
        x = min(x.lowerBound, link.a)..<max(x.upperBound, link.aEnd)
      }
    }
  }

  private static func wholePrints(_ side: WordSequence, _ words: Range<Int>) -> Range<Int> {
    guard let first = words.first, let last = words.last else { return words }
    return side.prints[Int(side.words[first].print)].words
      .lowerBound..<side.prints[Int(side.words[last].print)].words.upperBound
  }

  /// The link of a word of the first side; nil when it has none.
  private func link(ofA word: Int) -> Alignment.Link? {
    let index = alignment.links.partitioningIndex { $0.aEnd > word }
    guard index < alignment.links.count, alignment.links[index].a <= word else { return nil }
    return alignment.links[index]
  }

  private func link(ofB word: Int) -> Alignment.Link? {
    let index = alignment.links.partitioningIndex { $0.bEnd > word }
    guard index < alignment.links.count, alignment.links[index].b <= word else { return nil }
    return alignment.links[index]
  }
}

extension WordSequence {
  /// A span of words in brackets with the brackets, where nothing else stands in them.
  func withBrackets(_ span: TextSpan, _ words: Range<Int>) -> TextSpan {
    let before = Int(prints[Int(self.words[words.lowerBound].print)].firstToken) - 1
    let after = Int(prints[Int(self.words[words.upperBound - 1].print)].endToken)
    guard before >= 0, after < text.tokens.count, text.tokens[before].kind == .openBracket,
      text.tokens[after].kind == .closeBracket
    else { return span }
    return TextSpan(text.tokens[before].start, text.tokens[after].end)
  }
}
