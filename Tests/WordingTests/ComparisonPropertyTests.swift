import Prose
import TestSupport
import Testing
import Wording

/// What holds for every two renderings, whatever their words.
@Suite struct ComparisonPropertyTests {
  private static let tokenizer = Tokenizer()
  private static let comparer = WordingComparer()

  private func read(_ text: String) -> WordSequence {
    Self.comparer.read(Rendering(text: Self.tokenizer.tokenize(Array(text.utf8))))
  }

  private func read(_ side: PairCase.Side) -> WordSequence {
    Self.comparer.read(side.rendering(with: Self.tokenizer))
  }

  @Test(arguments: try PairTables.names())
  func aRenderingIsIdenticalToItself(_ table: String) throws {
    for side in try PairTables.cases(in: table).flatMap({ [$0.a, $0.b] }) {
      let words = read(side)
      let comparison = Self.comparer.compare(words, words)
      expectEqual(comparison.differences, [], side.text, side.text)
      expectEqual(comparison.judgement, .same, side.text, side.text)
      expectEqual(comparison.relation, .full, side.text, side.text)
      expectEqual(comparison.similarity, 1, side.text, side.text)
    }
  }

  @Test(arguments: 0..<20)
  func exchangingTheSidesMirrorsTheResult(_ seed: Int) throws {
    var random = SeededGenerator(seed: seed)
    let texts = try PairTables.all().map(\.a.text)
    let vocabulary = texts.flatMap { $0.split(separator: " ").map(String.init) }
    for _ in 0..<100 {
      guard let text = texts.randomElement(using: &random) else { continue }
      let other = RandomEdits.reworded(text, with: vocabulary, using: &random)
      checkPair(text, other)
    }
  }

  @Test(arguments: 0..<8)
  func printIsNoMatterOfWords(_ seed: Int) throws {
    var random = SeededGenerator(seed: seed)
    for text in try PairTables.all().flatMap({ $0.a.pieces }) {
      let other = RandomEdits.reprinted(text, using: &random)
      let comparison = Self.comparer.compare(read(text), read(other))
      expectEqual(comparison.judgement, .same, text, other)
      expectEqual(comparison.classesOfWords, [], text, other)
    }
  }

  @Test(arguments: 0..<6)
  func printChangesNoClassOfWords(_ seed: Int) throws {
    var random = SeededGenerator(seed: seed)
    for pair in try PairTables.all()
    where pair.judgement == .same && pair.a.pieces.count == 1 && pair.b.pieces.count == 1 {
      let plain = Self.comparer.compare(read(pair.a), read(pair.b))
      guard plain.judgement == .same else { continue }
      let printed = RandomEdits.punctuated(
        RandomEdits.reprinted(pair.a.text, using: &random), using: &random)
      let other = Self.comparer.compare(read(printed), read(pair.b))
      expectEqual(other.classesOfWords, plain.classesOfWords, printed, pair.b.text)
    }
  }

  @Test(arguments: 0..<40)
  func noTextIsTooHostile(_ seed: Int) {
    var random = SeededGenerator(seed: seed)
    for _ in 0..<25 {
      let text = RandomEdits.noise(upTo: 120, using: &random)
      checkPair(text, RandomEdits.noise(upTo: 120, using: &random))
      checkPair(text, RandomEdits.reworded(text, with: ["not", "8", "…"], using: &random))
    }
  }

  @Test(arguments: ["", " ", "“”", "…", "no", "8", "[sic]", "?", "—", "not", "\u{AD}", "漢字"])
  func emptyAndShortTextsAreCompared(_ text: String) {
    for other in [
      "", "yes", "…", "We will not sign it today.", "not not not", "\u{202E}שלום", text,
    ] {
      checkPair(text, other)
    }
  }

  @Test func repeatedWordsAreCompared() {
    let many = String(repeating: "again ", count: 2000)
    checkPair(many, many)
    checkPair(many, String(repeating: "again ", count: 1999))
    checkPair(many, "again")
    checkPair(many, String(repeating: "and ", count: 200))
    checkPair(
      String(repeating: "again ", count: 400), String(repeating: "again and ", count: 200))
    checkPair(String(repeating: "… ", count: 2000), String(repeating: "[a] ", count: 200))
    checkPair(String(repeating: "not ", count: 400), String(repeating: "so… ", count: 200))
  }

  /// Words that changed places are found however many there are.
  @Test func manyMovedWordsAreFound() {
    let syllables = ["ba", "do", "ki", "mu", "re", "so", "ta", "ve", "zu", "lo"]
    let words = (10_000..<40_000).map { number in
      String(number).utf8.map { syllables[Int($0 - 0x30)] }.joined()
    }
    var moved = words
    for index in stride(from: 0, to: words.count - 2, by: 3) { moved.swapAt(index, index + 1) }
    let comparison = Self.comparer.compare(
      read(words.joined(separator: " ")), read(moved.joined(separator: " ")))
    #expect(comparison.differences.count == 10_000)
    #expect(comparison.differences.allSatisfy { $0.edit == .reorder })
  }

  @Test(arguments: 0..<20)
  func anyPiecesAreCompared(_ seed: Int) throws {
    var random = SeededGenerator(seed: seed)
    let texts = try PairTables.all().map(\.b.text)
    for _ in 0..<40 {
      guard let text = texts.randomElement(using: &random) else { continue }
      let tokenized = Self.tokenizer.tokenize(Array(text.utf8))
      let cuts = (0..<4).compactMap { _ in tokenized.tokens.randomElement(using: &random)?.start }
      let places = ([0, tokenized.bytes.count] + cuts).sorted()
      let spans = zip(places, places.dropFirst()).map { TextSpan($0, $1) }
      let pieces = spans.filter { _ in Int.random(in: 0..<5, using: &random) > 0 }
      check(
        Self.comparer.read(Rendering(text: tokenized, pieces: pieces)), read(text),
        "\(pieces)", text)
    }
  }

  private func checkPair(_ a: String, _ b: String) { check(read(a), read(b), a, b) }

  /// Every place lies in its text, an edit has the sides that it needs, and exchanging the sides
  /// mirrors the result.
  private func check(_ a: WordSequence, _ b: WordSequence, _ aText: String, _ bText: String) {
    let comparison = Self.comparer.compare(a, b)
    let mirrored = Self.comparer.compare(b, a)
    expectEqual(mirrored.judgement, comparison.judgement, aText, bText)
    expectEqual(mirrored.relation, comparison.relation, aText, bText)
    expectEqual(mirrored.similarity, comparison.similarity, aText, bText)
    expectEqual(mirrored.shared?.a, comparison.shared?.b, aText, bText)
    expectEqual(mirrored.shared?.b, comparison.shared?.a, aText, bText)
    let found = comparison.differences.map(\.summary).sorted()
    expectEqual(mirrored.differences.map(\.mirrored.summary).sorted(), found, aText, bText)
    expectEqual(zip(found, found.dropFirst()).filter(==).map(\.0), [], aText, bText)

    expectEqual((0...1).contains(comparison.similarity), true, aText, bText)
    let aWhole = TextSpan(0, a.text.bytes.count)
    let bWhole = TextSpan(0, b.text.bytes.count)
    for difference in comparison.differences
    where !aWhole.contains(difference.a.span) || !bWhole.contains(difference.b.span)
      || difference.omittedPlace?.isEmpty == true
    {
      expectEqual(difference.summary, "a place in each text", aText, bText)
    }
  }

  private func expectEqual<Value: Equatable>(
    _ found: Value, _ expected: Value, _ a: String, _ b: String,
    sourceLocation: SourceLocation = #_sourceLocation
  ) {
    guard found != expected else { return }
    Issue.record(
      """
      \(found), not \(expected)
          A  \(a.prefix(300))
          B  \(b.prefix(300))
      """, sourceLocation: sourceLocation)
  }
}

extension Difference {
  /// Whether words differ and not only their print.
  fileprivate var isOfWords: Bool { severity > .style || differenceClass.isStyleOfWords }

  /// The place of the words that only one side has. A cue between two pieces has none.
  fileprivate var omittedPlace: TextSpan? {
    guard differenceClass != .interruptingCue else { return nil }
    return edit == .omission ? a.span : edit == .insertion ? b.span : nil
  }

  fileprivate var summary: String {
    "\(differenceClass.rawValue) \(edit.rawValue) \(a.span) \(b.span)"
  }
}

extension Comparison {
  fileprivate var classesOfWords: [String] {
    differences.filter(\.isOfWords).map(\.differenceClass.rawValue).sorted()
  }
}
