import Prose
import TestSupport
import Testing

@testable import Wording

@Suite struct PassageFinderTests {
  private let comparer = WordingComparer()
  private let tokenizer = Tokenizer()

  private func sequence(_ text: String) -> WordSequence {
    comparer.read(Rendering(text: tokenizer.tokenize(Array(text.utf8))))
  }

  private func sequence(pieces: [String]) -> WordSequence {
    comparer.read(Rendering(pieces: pieces, tokenizer: tokenizer))
  }

  /// What is found of a quotation: judgement, the parts as printed, and the classes of difference.
  private func found(_ pieces: [String], in source: String) -> [String] {
    let quotation = sequence(pieces: pieces)
    let index = PassageIndex(sequence(source))
    return PassageFinder(comparer: comparer).passages(of: quotation, in: index).map { passage in
      let parts = passage.parts.map { part in
        let span = index.sequence.span(of: part.source)
        return String(decoding: index.sequence.text.bytes[span.range], as: UTF8.self)
      }
      let classes = passage.comparison.differences.map(\.differenceClass.rawValue)
      return "\(parts.joined(separator: " | ")) [\(classes.joined(separator: " "))]"
    }
  }

  /// Words that tell nothing of what is looked for.
  private func filler(_ count: Int, seed: Int) -> String {
    var generator = SeededGenerator(seed: seed)
    let words = ["barley", "wagon", "copper", "lantern", "meadow", "ribbon", "the", "of", "and"]
    return (0..<count).map { _ in words.randomElement(using: &generator) ?? "" }
      .joined(separator: " ")
  }

  @Test func placesOfWords() {
    let index = PassageIndex(sequence("One two one three two one."))
    let words = index.sequence.words
    #expect(index.positions(of: words[0].key) == [0, 2, 5])
    #expect(index.positions(of: words[1].key) == [1, 4])
    #expect(index.positions(of: words[3].key) == [3])
    #expect(index.positions(of: 1) == [])
    #expect(PassageIndex(sequence("")).positions(of: 1) == [])
  }

  @Test func wordForWord() {
    let source =
      "Filler came first. We will sign the treaty at the harbour tomorrow. Then came more."
    #expect(
      found(["We will sign the treaty at the harbour tomorrow"], in: source) == [
        "We will sign the treaty at the harbour tomorrow []"
      ])
  }

  @Test func severalPlaces() {
    let said = "Harvest festivals bring strangers together."
    #expect(
      found([said], in: "\(said) \(filler(60, seed: 1)). \(said) \(filler(60, seed: 2)).")
        == [
          "Harvest festivals bring strangers together []",
          "Harvest festivals bring strangers together []",
        ])
  }

  @Test func wordsThatASourceLacksAtTheEndsAreDifferences() {
    let source = "So the committee rejected the lighthouse proposal after midnight, they said."
    #expect(
      found(["The committee rejected the lighthouse proposal after lunch"], in: source).first?
        .hasSuffix("[initial-case content-word]") == true)
    #expect(
      found(
        [
          "Furious sailors watched as the committee rejected the lighthouse proposal after midnight"
        ],
        in: source
      ).first?.contains("omission") == true)
  }

  @Test func aChangedWordAtAnEndIsADifference() {
    let comparison = comparer.compare(
      sequence("The committee rejected the lighthouse proposal after lunch"),
      sequence("The committee rejected the lighthouse proposal after midnight"))
    #expect(comparison.differences.map(\.differenceClass) == [.contentWord])
  }

  @Test func ellipsisOverADistance() {
    let first = "Our lighthouse keepers deserve better wages"
    let second = "every sailor along this coast depends on them"
    let source = "\(first). \(filler(150, seed: 3)). And \(second)."
    #expect(
      found(["\(first) … \(second)"], in: source).first?.hasSuffix("[distance]") == true)
    let far = "\(first). \(filler(900, seed: 3)). And \(second)."
    #expect(
      found(["\(first) … \(second)"], in: far) == ["\(first) | \(second) [distance]"])
  }

  @Test func piecesFromFarApart() {
    let first = "Our lighthouse keepers deserve better wages"
    let second = "Every sailor along this coast depends on them"
    for count in [150, 900] {
      let source = "\(first). \(filler(count, seed: 4)). \(second)."
      #expect(found([first, second], in: source).first?.hasSuffix("[splice]") == true)
      #expect(
        found(["\(first). \(second)"], in: source).first?.contains("splice") == true)
    }
    let near = "\(first). \(filler(20, seed: 4)). \(second)."
    #expect(found([first, second], in: near).first?.hasSuffix("[ellipsis-omission]") == true)
  }

  @Test func piecesInAnotherOrder() {
    let first = "Our lighthouse keepers deserve better wages"
    let second = "Every sailor along this coast depends on them"
    for count in [150, 900] {
      let source = "\(second). \(filler(count, seed: 5)). \(first)."
      let passages = found([first, second], in: source)
      #expect(passages.first?.hasSuffix("[pieces-reordered]") == true, "\(count): \(passages)")
    }
  }

  @Test func aDenialFarBehindAnEllipsis() {
    let first = "I believe that lighthouse keepers deserve better wages"
    let second = "every sailor along this coast depends on them"
    let source =
      "\(first), though not this year. \(filler(900, seed: 6)). But of course, \(second)."
    #expect(
      found(["\(first) … \(second)"], in: source) == [
        "\(first) | \(second) [distance hidden-negation]"
      ])
  }

  @Test func nothingLikeIt() {
    #expect(
      found(["Those cranes were a gift to the whole region"], in: filler(500, seed: 7)) == [])
    #expect(found(["…"], in: filler(5, seed: 7)) == [])
    #expect(found(["We will"], in: "") == [])
  }

  /// Quotations cut from a random text and edited are found where a scan of all places finds them.
  @Test func findsWhatAScanFinds() {
    var generator = SeededGenerator(seed: 11)
    let vocabulary = (0..<900).map { "w\(String($0, radix: 26, uppercase: false))x" }
    let common = ["the", "of", "and", "to", "we", "it", "is", "that"]
    func word() -> String {
      Int.random(in: 0..<10, using: &generator) < 4
        ? common.randomElement(using: &generator) ?? ""
        : vocabulary.randomElement(using: &generator) ?? ""
    }
    let words = (0..<6000).map { _ in word() }
    let index = PassageIndex(sequence(words.joined(separator: " ")))
    #expect(index.sequence.words.count == words.count)
    let finder = PassageFinder(comparer: comparer)
    for _ in 0..<300 {
      let count = Int.random(in: 12...40, using: &generator)
      let start = Int.random(in: 0..<(words.count - count), using: &generator)
      var edited = Array(words[start..<(start + count)])
      for place in edited.indices where Int.random(in: 0..<100, using: &generator) < 20 {
        edited[place] = word()
      }
      let quotation = sequence(edited.joined(separator: " "))
      let best = scan(quotation, index.sequence)
      let places = finder.places(of: quotation, in: index)
      guard let place = places.first else {
        Issue.record("nothing found for \(edited)")
        continue
      }
      #expect(place.stretch.overlaps(best), "\(edited)")
      #expect(place.stretch.overlaps(start..<(start + count)), "\(edited)")
    }
  }

  /// The window of the quotation's length whose shared words weigh most.
  private func scan(_ quotation: WordSequence, _ source: WordSequence) -> Range<Int> {
    let count = quotation.words.count
    var best = (weight: -1, start: 0)
    for start in 0...(source.words.count - count) {
      var weight = 0
      for offset in 0..<count
      where quotation.words[offset].key == source.words[start + offset].key {
        weight += max(1, Int(quotation.words[offset].bits))
      }
      if weight > best.weight { best = (weight, start) }
    }
    return best.start..<(best.start + count)
  }

  @Test func chainsAscendInBoth() {
    var generator = SeededGenerator(seed: 12)
    for _ in 0..<200 {
      func text() -> String {
        (0..<Int.random(in: 1...14, using: &generator)).map { _ in
          ["amber", "birch", "cedar", "delta"].randomElement(using: &generator) ?? ""
        }.joined(separator: " ")
      }
      let (a, b) = (sequence(text()), sequence(text()))
      let chain = WordMatches(QuotationWords(a, a.words.indices), b, b.words.indices).chain
      for (one, next) in zip(chain, chain.dropFirst()) {
        #expect(one.quotation < next.quotation && one.source < next.source)
      }
      for match in chain { #expect(a.words[match.quotation].key == b.words[match.source].key) }
      #expect(chain.count == longestCommon(a, b))
    }
  }

  /// The length of the longest common subsequence; here all words weigh the same.
  private func longestCommon(_ a: WordSequence, _ b: WordSequence) -> Int {
    var row = [Int](repeating: 0, count: b.words.count + 1)
    for x in a.words {
      var diagonal = 0
      for (column, y) in b.words.enumerated() {
        let above = row[column + 1]
        row[column + 1] = x.key == y.key ? diagonal + 1 : max(above, row[column])
        diagonal = above
      }
    }
    return row[b.words.count]
  }
}
