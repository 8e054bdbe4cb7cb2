internal import Prose

/// Which printed words of two short texts differ, for people to read.
///
/// Words are cut at white space, marks and all, and set against each other by a longest common
/// subsequence. Which classes the differences have is for others to say.
struct ChangedWords {
  /// Words of both sides between words that both have; one of the two may be empty.
  struct Change: Hashable {
    var before: String
    var after: String
  }

  /// The places of the changed words in the bytes of each text.
  private(set) var beforeSpans: [TextSpan] = []
  private(set) var afterSpans: [TextSpan] = []
  private(set) var changes: [Change] = []

  /// The pairs of words up to which they are set against each other one by one; of longer texts all
  /// that stands between what both begin and end with counts as changed.
  private static let pairLimit = 1_000_000

  /// - Complexity: O(*n* *m*) in the words between the common start and the common end, bounded.
  init(_ before: String, _ after: String) {
    let before = Array(before.utf8)
    let after = Array(after.utf8)
    let a = Self.words(of: before)
    let b = Self.words(of: after)
    func isEqual(_ i: Int, _ j: Int) -> Bool { before[a[i].range] == after[b[j].range] }
    var start = 0
    while start < min(a.count, b.count), isEqual(start, start) { start += 1 }
    var end = 0
    while end < min(a.count, b.count) - start, isEqual(a.count - 1 - end, b.count - 1 - end) {
      end += 1
    }
    let links = Self.links(start..<(a.count - end), start..<(b.count - end), isEqual: isEqual)
    var next = (a: start, b: start)
    for link in links + [(a.count - end, b.count - end)] {
      if next.a < link.0 || next.b < link.1 {
        let left = Self.span(of: a[next.a..<link.0])
        let right = Self.span(of: b[next.b..<link.1])
        if let left { beforeSpans.append(left) }
        if let right { afterSpans.append(right) }
        changes.append(
          Change(
            before: left.map { String(decoding: before[$0.range], as: UTF8.self) } ?? "",
            after: right.map { String(decoding: after[$0.range], as: UTF8.self) } ?? ""))
      }
      next = (link.0 + 1, link.1 + 1)
    }
  }

  private static func words(of bytes: [UInt8]) -> [TextSpan] {
    var words: [TextSpan] = []
    var start: Int?
    var offset = 0
    for scalar in String(decoding: bytes, as: UTF8.self).unicodeScalars {
      if VisibleText.isBreakingSpace(scalar) {
        if let start { words.append(TextSpan(start, offset)) }
        start = nil
      } else if start == nil {
        start = offset
      }
      offset += scalar.utf8.count
    }
    if let start { words.append(TextSpan(start, offset)) }
    return words
  }

  private static func span(of words: ArraySlice<TextSpan>) -> TextSpan? {
    guard let first = words.first, let last = words.last else { return nil }
    return TextSpan(first.start, last.end)
  }

  /// The longest common subsequence of two stretches of words.
  private static func links(
    _ a: Range<Int>, _ b: Range<Int>, isEqual: (Int, Int) -> Bool
  ) -> [(Int, Int)] {
    guard !a.isEmpty, !b.isEmpty, a.count * b.count <= pairLimit else { return [] }
    let width = b.count + 1
    // lengths[i * width + j]: the longest of what follows word i of one side and j of the other.
    var lengths = [Int32](repeating: 0, count: (a.count + 1) * width)
    for i in (0..<a.count).reversed() {
      for j in (0..<b.count).reversed() {
        lengths[i * width + j] =
          isEqual(a.lowerBound + i, b.lowerBound + j)
          ? lengths[(i + 1) * width + j + 1] + 1
          : max(lengths[(i + 1) * width + j], lengths[i * width + j + 1])
      }
    }
    var links: [(Int, Int)] = []
    var (i, j) = (0, 0)
    while i < a.count, j < b.count {
      if isEqual(a.lowerBound + i, b.lowerBound + j) {
        links.append((a.lowerBound + i, b.lowerBound + j))
        i += 1
        j += 1
      } else if lengths[(i + 1) * width + j] >= lengths[i * width + j + 1] {
        i += 1
      } else {
        j += 1
      }
    }
    return links
  }
}
