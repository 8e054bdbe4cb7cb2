@testable import Wording

/// The cost model of ``AlignmentCosts``, worked out in the plainest way: a chain is tried link by link
/// and gap by gap, each gap as a whole. Slow, and of nothing in common with the table of the engine
/// but the model.
struct ReferenceAlignment {
  private let affinity: WordAffinity
  private let a: WordSequence
  private let b: WordSequence
  private var known: [Int32?]

  private static let impossible: Int32 = -1_000_000

  init(_ affinity: WordAffinity, _ a: WordSequence, _ b: WordSequence) {
    self.affinity = affinity
    self.a = a
    self.b = b
    known = Array(repeating: nil, count: (a.words.count + 1) * (b.words.count + 1))
  }

  private var n: Int { a.words.count }
  private var m: Int { b.words.count }

  /// What the best chain scores; 0 when there is none.
  mutating func bestScore() -> Int32 {
    var best: Int32 = 0
    for i in 0..<n {
      for j in 0..<m {
        for link in links(i, j) {
          let start = ends(i == 0, j == 0, link.gain)
          best = max(best, start + continued(link))
        }
      }
    }
    return best
  }

  /// What a chain of links scores, with the cheapest gaps between them.
  func score(of links: [Alignment.Link]) -> Int32 {
    guard let first = links.first, let last = links.last else { return 0 }
    var total = ends(first.a == 0, first.b == 0, gain(first))
    total += ends(last.aEnd == n, last.bEnd == m, gain(last))
    for link in links { total += gain(link) }
    for (link, next) in zip(links, links.dropFirst()) {
      total -= cheapestGaps(link.aEnd..<next.a, link.bEnd..<next.b)
    }
    return total
  }

  func gain(_ link: Alignment.Link) -> Int32 {
    if link.aCount + link.bCount > 2 { return AlignmentCosts.contentMatch }
    let (x, y) = (a.words[link.a], b.words[link.b])
    if x.key == y.key {
      return x.isFunctionWord || y.isFunctionWord
        ? AlignmentCosts.functionMatch : AlignmentCosts.contentMatch
    }
    return affinity.unequalGain(a, link.a, b, link.b)
  }

  /// Whether two words of one side, read as one, are a word of the other.
  static func isJoined(_ two: WordSequence, _ i: Int, _ one: WordSequence, _ j: Int) -> Bool {
    guard i + 1 < two.words.count, two.words[i].piece == two.words[i + 1].piece else {
      return false
    }
    // The letters of numbers and of words spelled out stand elsewhere, so the letters are read.
    let letters = Array(two.letters(of: i + 1))
    return letters.reduce(two.words[i].key, WordKey.extend) == one.words[j].key
  }

  private struct Step {
    var i: Int
    var j: Int
    var gain: Int32
  }

  private func links(_ i: Int, _ j: Int) -> [Step] {
    guard i < n, j < m else { return [] }
    var steps = [Step(i: i + 1, j: j + 1, gain: gain(.init(a: i, b: j, isEqual: false)))]
    if Self.isJoined(a, i, b, j) {
      steps.append(Step(i: i + 2, j: j + 1, gain: AlignmentCosts.contentMatch))
    }
    if Self.isJoined(b, j, a, i) {
      steps.append(Step(i: i + 1, j: j + 2, gain: AlignmentCosts.contentMatch))
    }
    return steps
  }

  private mutating func continued(_ link: Step) -> Int32 {
    link.gain + max(ends(link.i == n, link.j == m, link.gain), best(from: link.i, link.j))
  }

  /// What a chain can gain from a place on, which must end with a link.
  private mutating func best(from i: Int, _ j: Int) -> Int32 {
    if let value = known[i * (m + 1) + j] { return value }
    var result = Self.impossible
    for link in links(i, j) { result = max(result, continued(link)) }
    for end in (i + 1)..<max(i + 2, n + 1) where end <= n {
      result = max(result, best(from: end, j) - cost(a, i..<end, b, j))
    }
    for end in (j + 1)..<max(j + 2, m + 1) where end <= m {
      result = max(result, best(from: i, end) - cost(b, j..<end, a, i))
    }
    known[i * (m + 1) + j] = result
    return result
  }

  /// What it costs that one side alone has words, where the other is at a word.
  private func cost(
    _ side: WordSequence, _ words: Range<Int>, _ other: WordSequence, _ place: Int
  ) -> Int32 {
    func isBracketed(_ word: Int) -> Bool { side.words[word].traits.contains(.bracketed) }
    let phrase = words.reduce(
      isBracketed(words.lowerBound) ? AlignmentCosts.shownGap : AlignmentCosts.gap
    ) { $0 + (isBracketed($1) ? 0 : AlignmentCosts.gapWord) }
    let isShown = place < other.words.count && other.words[place].traits.contains(.afterSkip)
    return min(phrase, isShown ? AlignmentCosts.shownGap : AlignmentCosts.longGap)
  }

  private func cheapestGaps(_ x: Range<Int>, _ y: Range<Int>) -> Int32 {
    var costs: [[Int32]] = Array(
      repeating: Array(repeating: .max, count: y.count + 1), count: x.count + 1)
    costs[0][0] = 0
    for i in 0...x.count {
      for j in 0...y.count {
        for start in 0..<i {
          let words = x.lowerBound + start..<x.lowerBound + i
          costs[i][j] = min(
            costs[i][j], costs[start][j] + cost(a, words, b, y.lowerBound + j))
        }
        for start in 0..<j {
          let words = y.lowerBound + start..<y.lowerBound + j
          costs[i][j] = min(
            costs[i][j], costs[i][start] + cost(b, words, a, x.lowerBound + i))
        }
      }
    }
    return costs[x.count][y.count]
  }

  /// What starting, or ending, with the outermost words of the sides adds.
  private func ends(_ isEndOfA: Bool, _ isEndOfB: Bool, _ gain: Int32) -> Int32 {
    if gain <= 0, !(isEndOfA && isEndOfB) { return 0 }
    return (isEndOfA ? AlignmentCosts.wholeEnd : 0) + (isEndOfB ? AlignmentCosts.wholeEnd : 0)
  }
}
