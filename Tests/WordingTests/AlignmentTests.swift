import Prose
import TestSupport
import Testing

@testable import Wording

/// The alignment against the cost model worked out plainly, on random renderings.
@Suite("Alignment")
struct AlignmentTests {
  private let comparer = WordingComparer()
  private let affinity = WordAffinity(shared: .english)

  /// Words that meet every rule of what links gain: equal, near, joined, related, of one work.
  private static let vocabulary = [
    "the", "a", "of", "to", "in", "into", "and", "we", "they", "will", "may", "not", "never",
    "harbour", "harbours", "bridge", "bridges", "ferry", "fairy", "big", "large", "small", "begin",
    "began", "buy", "bought", "home", "town", "hometown", "3", "three", "14", "one", "1", "March",
    "May", "it's", "it", "is", "can't", "f***", "f---", "fool", "percent", "per", "cent", "every",
    "day", "everyday", "said", "say", "men", "man", "…", "[sic]", "[the mayor]", "(well)", ".",
    "Mr.", "$2", "million",
  ]

  private func sequence(
    _ count: ClosedRange<Int>, using generator: inout SeededGenerator
  ) -> WordSequence {
    // Few different words, so that much is in common and much stands more than once.
    let words = (0..<6).map { _ in Self.vocabulary.randomElement(using: &generator)! }
    return sequence(count, of: words, using: &generator)
  }

  private func sequence(
    _ count: ClosedRange<Int>, of words: [String], using generator: inout SeededGenerator
  ) -> WordSequence {
    var pieces: [String] = []
    for _ in 0..<(Int.random(in: 0..<5, using: &generator) == 0 ? 2 : 1) {
      let count = Int.random(in: count, using: &generator)
      pieces.append(
        (0..<count).map { _ in words.randomElement(using: &generator)! }.joined(separator: " "))
    }
    return comparer.read(Rendering(pieces: pieces))
  }

  private func check(
    _ alignment: Alignment, _ a: WordSequence, _ b: WordSequence,
    sourceLocation: SourceLocation = #_sourceLocation
  ) {
    var (i, j) = (0, 0)
    for link in alignment.links {
      #expect(link.a >= i && link.b >= j, sourceLocation: sourceLocation)
      (i, j) = (link.aEnd, link.bEnd)
      guard i <= a.words.count, j <= b.words.count else {
        Issue.record("a link beyond the words", sourceLocation: sourceLocation)
        return
      }
      let isEqual =
        switch (link.aCount, link.bCount) {
        case (1, 1):
          a.words[link.a].key == b.words[link.b].key
            || affinity.means(a.words[link.a], b.words[link.b])
        case (2, 1): ReferenceAlignment.isJoined(a, link.a, b, link.b)
        case (1, 2): ReferenceAlignment.isJoined(b, link.b, a, link.a)
        default: !link.isEqual
        }
      #expect(isEqual == link.isEqual, sourceLocation: sourceLocation)
    }
  }

  private func text(_ sequence: WordSequence) -> String {
    String(decoding: sequence.text.bytes, as: UTF8.self)
  }

  @Test("No chain scores more, and the chain scores what it says")
  func best() {
    var generator = SeededGenerator(seed: 1)
    let aligner = Aligner(affinity: affinity)
    var failures = 0
    let count = 10_000
    for _ in 0..<count where failures < 5 {
      let words = (0..<6).map { _ in Self.vocabulary.randomElement(using: &generator)! }
      let a = sequence(1...6, of: words, using: &generator)
      let b = sequence(1...8, of: words, using: &generator)
      let alignment = aligner.align(a, a.words.indices, b, b.words.indices)
      var reference = ReferenceAlignment(affinity, a, b)
      let best = reference.bestScore()
      check(alignment, a, b)
      if alignment.score != best || reference.score(of: alignment.links) != best {
        failures += 1
        Issue.record(
          """
          best \(best), said \(alignment.score), chain \(reference.score(of: alignment.links))
            A  \(text(a))
            B  \(text(b))
          """)
      }
    }
  }

  @Test("Renderings of one utterance: cells left out make no difference")
  func bestOfSimilar() {
    var generator = SeededGenerator(seed: 2)
    let aligner = Aligner(affinity: affinity)
    var failures = 0
    for _ in 0..<120 where failures < 5 {
      let a = sequence(12...24, using: &generator)
      let edited = RandomEdits.reworded(text(a), with: Self.vocabulary, using: &generator)
      let b = comparer.read(Rendering(pieces: [edited]))
      let alignment = aligner.align(a, a.words.indices, b, b.words.indices)
      var reference = ReferenceAlignment(affinity, a, b)
      let best = reference.bestScore()
      check(alignment, a, b)
      if alignment.score != best || reference.score(of: alignment.links) != best {
        failures += 1
        Issue.record("best \(best), said \(alignment.score)\n  A  \(text(a))\n  B  \(text(b))")
      }
    }
  }

  @Test("What the table knows of two words at a glance is what a close look finds")
  func glance() {
    let words = comparer.read(Rendering(pieces: [Self.vocabulary.joined(separator: " ")]))
    let range = words.words.indices
    withUnsafeTemporaryAllocation(of: AlignmentWord.self, capacity: range.count) { laidOut in
      AlignmentWord.layOut(words, range, at: laidOut.baseAddress!)
      var glances = 0
      for i in range {
        for j in range where words.words[i].key != words.words[j].key {
          guard let gain = AlignmentWord.unequalGain(laidOut[i], laidOut[j]) else { continue }
          glances += 1
          // The candidates of a table leave out what is known to gain nothing.
          #expect(gain <= 0)
          #expect(gain == affinity.unequalGain(words, i, words, j), "\(i) \(j)")
        }
      }
      #expect(glances > range.count)
    }
  }

  // MARK: Long sides

  /// Invented words that no two of are near each other in all their letters.
  private static let inventedWords: [String] = {
    let syllables = ["ba", "do", "ki", "mu", "re", "so", "ta", "ve", "zu", "lo"]
    return (0..<5000).map { number in
      String(number).utf8.map { syllables[Int($0 - 0x30)] }.joined()
    }
  }()

  @Test("Cut at anchors, the chain is nearly always as good, and never out of order")
  func cut() {
    var generator = SeededGenerator(seed: 3)
    let exact = Aligner(affinity: affinity)
    let cutting = Aligner(affinity: affinity, maximumCells: 400)
    var worse = 0
    let count = 300
    for _ in 0..<count {
      let a = sequence(60...120, of: Array(Self.inventedWords[..<400]), using: &generator)
      let edited = RandomEdits.reworded(text(a), with: Self.vocabulary, using: &generator)
      let b = comparer.read(Rendering(pieces: [edited]))
      let best = exact.align(a, a.words.indices, b, b.words.indices)
      let alignment = cutting.align(a, a.words.indices, b, b.words.indices)
      check(alignment, a, b)
      let reference = ReferenceAlignment(affinity, a, b)
      let score = reference.score(of: alignment.links)
      #expect(score <= best.score)
      // The cheapest gaps may be less simple than those that are said.
      #expect(alignment.score <= score && alignment.score > score - 20)
      if score < best.score { worse += 1 }
    }
    #expect(worse * 20 <= count, "\(worse) of \(count) chains are worse")
  }

  @Test("Sides of 100,000 words")
  func long() {
    var generator = SeededGenerator(seed: 4)
    let aligner = Aligner(affinity: affinity)
    let words = (0..<100_000).map { _ in Self.inventedWords.randomElement(using: &generator)! }
    var edited = words
    for place in stride(from: 500, to: edited.count, by: 500) { edited[place] = "other" }
    edited.removeSubrange(20_000..<20_300)
    let a = comparer.read(Rendering(pieces: [words.joined(separator: " ")]))
    let b = comparer.read(Rendering(pieces: [edited.joined(separator: " ")]))
    let alignment = aligner.align(a, a.words.indices, b, b.words.indices)
    check(alignment, a, b)
    #expect(alignment.links.count { $0.isEqual } >= 99_000)
  }

  @Test("One word said 100,000 times")
  func repeated() {
    let aligner = Aligner(affinity: affinity)
    let a = comparer.read(
      Rendering(pieces: [String(repeating: "never ", count: 50_000) + "more"]))
    let b = comparer.read(Rendering(pieces: [String(repeating: "never ", count: 100_000)]))
    check(aligner.align(a, a.words.indices, b, b.words.indices), a, b)
  }
}
