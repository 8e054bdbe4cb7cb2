/// How alike two words are in their letters.
struct LetterSimilarity {
  /// The letters that both share at the start.
  let prefix: Int
  /// The letters that both share at the end, behind the prefix.
  let suffix: Int
  let shorter: Int
  let longer: Int
  /// The number of letters to insert, leave out, replace, or exchange with a neighbour, up to
  /// ``limit`` + 1.
  let distance: Int

  static let limit = 3

  init(_ a: ArraySlice<UInt8>, _ b: ArraySlice<UInt8>) {
    shorter = min(a.count, b.count)
    longer = max(a.count, b.count)
    var prefix = 0
    while prefix < shorter && a[a.startIndex + prefix] == b[b.startIndex + prefix] { prefix += 1 }
    var suffix = 0
    while suffix < shorter - prefix && a[a.endIndex - 1 - suffix] == b[b.endIndex - 1 - suffix] {
      suffix += 1
    }
    self.prefix = prefix
    self.suffix = suffix
    distance = Self.distance(
      a.dropFirst(prefix).dropLast(suffix), b.dropFirst(prefix).dropLast(suffix))
  }

  /// Whether the two look like one word in another form or with a slip of the pen.
  ///
  /// Short words differ from other words by one letter too often to say.
  var isNear: Bool {
    if prefix >= 4, longer - prefix <= 4 { return true }
    if prefix >= 3, prefix == shorter, longer - prefix <= 3 { return true }
    return distance <= (shorter >= 8 ? 2 : shorter >= 4 ? 1 : 0)
  }

  /// Optimal string alignment distance, the restricted form of Damerau and Levenshtein's.
  private static func distance(_ a: ArraySlice<UInt8>, _ b: ArraySlice<UInt8>) -> Int {
    if a.isEmpty || b.isEmpty { return min(max(a.count, b.count), limit + 1) }
    if abs(a.count - b.count) > limit || max(a.count, b.count) > 24 { return limit + 1 }
    var beforeLast = [Int](repeating: 0, count: b.count + 1)
    var last = Array(0...b.count)
    var row = last
    for (i, x) in a.enumerated() {
      row[0] = i + 1
      for (j, y) in b.enumerated() {
        var best = min(last[j + 1] + 1, row[j] + 1, last[j] + (x == y ? 0 : 1))
        if i > 0, j > 0, x == b[b.startIndex + j - 1], a[a.startIndex + i - 1] == y {
          best = min(best, beforeLast[j - 1] + 1)
        }
        row[j + 1] = best
      }
      (beforeLast, last, row) = (last, row, beforeLast)
    }
    return min(last[b.count], limit + 1)
  }
}
