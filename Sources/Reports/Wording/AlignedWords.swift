internal import Prose
internal import Wording

/// The printed words of two renderings, set against each other for people to read.
///
/// Differences are exact to the byte; here each takes the whole words that it touches. Moved words
/// stand where they are printed on either side. What is not one utterance has no columns.
struct AlignedWords {
  /// Two words that stand against each other, or one against nothing.
  struct Column {
    var a: Int?
    var b: Int?
    /// The indices of the differences that touch the words.
    var differences: [Int] = []
    /// Whether the words lie outside the stretch that both renderings cover.
    var isOutside = false
  }

  let a: PrintedWords
  let b: PrintedWords
  private(set) var columns: [Column] = []
  /// The differences that touch each word.
  private(set) var aDifferences: [Int: [Int]] = [:]
  private(set) var bDifferences: [Int: [Int]] = [:]
  /// The words that stand elsewhere on the other side.
  private var aMoved: Set<Int> = []
  private var bMoved: Set<Int> = []

  /// - Complexity: O(*n* log *n*) in the number of differences, linear in the words.
  init(_ a: Rendering, _ b: Rendering, _ comparison: Comparison) {
    self.a = PrintedWords(a)
    self.b = PrintedWords(b)
    let groups = groups(of: comparison.differences)
    guard comparison.judgement == .same, let shared = comparison.shared else { return }
    let aShared = self.a.range(of: shared.a)
    let bShared = self.b.range(of: shared.b)
    var next = (a: 0, b: 0)
    for group in groups {
      appendEqual(next.a..<group.a.lowerBound, next.b..<group.b.lowerBound, aShared, bShared)
      append(group.a, group.b)
      next = (group.a.upperBound, group.b.upperBound)
    }
    appendEqual(next.a..<self.a.words.count, next.b..<self.b.words.count, aShared, bShared)
  }

  private struct Group {
    var a: Range<Int>
    var b: Range<Int>
  }

  /// The words of each difference, those that touch joined; what is out of order is left out, since
  /// it cannot be set against its counterpart.
  private mutating func groups(of differences: [Difference]) -> [Group] {
    var ranges: [Group] = []
    for (index, difference) in differences.enumerated() {
      let range = words(of: difference)
      for word in range.a { aDifferences[word, default: []].append(index) }
      for word in range.b { bDifferences[word, default: []].append(index) }
      if difference.edit == .reorder {
        aMoved.formUnion(range.a)
        bMoved.formUnion(range.b)
      } else {
        ranges.append(range)
      }
    }
    ranges.sort { ($0.a.lowerBound, $0.b.lowerBound) < ($1.a.lowerBound, $1.b.lowerBound) }
    var groups: [Group] = []
    for range in ranges {
      guard let last = groups.last else {
        groups.append(range)
        continue
      }
      if range.a.lowerBound >= last.a.upperBound, range.b.lowerBound >= last.b.upperBound {
        groups.append(range)
      } else if range.b.lowerBound >= last.b.lowerBound {
        groups[groups.count - 1] = Group(
          a: last.a.lowerBound..<max(last.a.upperBound, range.a.upperBound),
          b: last.b.lowerBound..<max(last.b.upperBound, range.b.upperBound))
      }
    }
    return groups
  }

  /// A mark that only one side has belongs to the word of the other side too: `June,` against
  /// `June`.
  private func words(of difference: Difference) -> Group {
    let aSpan = difference.a.span
    let bSpan = difference.b.span
    let aRange = a.range(of: aSpan)
    let bRange = b.range(of: bSpan)
    return Group(
      a: a.range(
        of: aSpan, reachesLeft: b.startsInsideWord(bSpan, bRange),
        reachesRight: b.endsInsideWord(bSpan, bRange)),
      b: b.range(
        of: bSpan, reachesLeft: a.startsInsideWord(aSpan, aRange),
        reachesRight: a.endsInsideWord(aSpan, aRange)))
  }

  /// Adds words against one another, in their order; what was moved stands against nothing.
  private mutating func append(_ aRange: Range<Int>, _ bRange: Range<Int>) {
    var a = aRange.lowerBound
    var b = bRange.lowerBound
    while a < aRange.upperBound || b < bRange.upperBound {
      if a < aRange.upperBound, b == bRange.upperBound || aMoved.contains(a) {
        append(Column(a: a))
        a += 1
      } else if b < bRange.upperBound, a == aRange.upperBound || bMoved.contains(b) {
        append(Column(b: b))
        b += 1
      } else {
        append(Column(a: a, b: b))
        a += 1
        b += 1
      }
    }
  }

  private mutating func append(_ column: Column) {
    var column = column
    let found =
      (column.a.flatMap { aDifferences[$0] } ?? []) + (column.b.flatMap { bDifferences[$0] } ?? [])
    column.differences = Set(found).sorted()
    columns.append(column)
  }

  /// Adds words that no difference touches; those outside the shared stretches stand alone.
  private mutating func appendEqual(
    _ aRange: Range<Int>, _ bRange: Range<Int>, _ aShared: Range<Int>, _ bShared: Range<Int>
  ) {
    appendOutside(
      aRange.lowerBound..<min(aRange.upperBound, max(aRange.lowerBound, aShared.lowerBound)),
      bRange.lowerBound..<min(bRange.upperBound, max(bRange.lowerBound, bShared.lowerBound)))
    append(aRange.clamped(to: aShared), bRange.clamped(to: bShared))
    appendOutside(
      max(aRange.lowerBound, min(aRange.upperBound, aShared.upperBound))..<aRange.upperBound,
      max(bRange.lowerBound, min(bRange.upperBound, bShared.upperBound))..<bRange.upperBound)
  }

  private mutating func appendOutside(_ aRange: Range<Int>, _ bRange: Range<Int>) {
    for word in aRange { columns.append(Column(a: word, isOutside: true)) }
    for word in bRange { columns.append(Column(b: word, isOutside: true)) }
  }
}
