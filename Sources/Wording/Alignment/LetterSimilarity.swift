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
    let shared = SharedEnds(a, b)
    shorter = min(a.count, b.count)
    longer = max(a.count, b.count)
    prefix = shared.prefix
    suffix = shared.suffix
    distance = Self.distance(
      a.dropFirst(prefix).dropLast(suffix), b.dropFirst(prefix).dropLast(suffix))
  }

  /// Whether two words look like one word in another form or with a slip of the pen.
  ///
  /// Short words differ from other words by one letter too often to say.
  static func areNear(_ a: ArraySlice<UInt8>, _ b: ArraySlice<UInt8>) -> Bool {
    let (shorter, longer) = (min(a.count, b.count), max(a.count, b.count))
    let ends = SharedEnds(a, b)
    if ends.prefix >= 4, longer - ends.prefix <= 4 { return true }
    if ends.prefix >= 3, ends.prefix == shorter, longer - ends.prefix <= 3 { return true }
    let allowed = shorter >= 8 ? 2 : shorter >= 4 ? 1 : 0
    let rest = longer - ends.prefix - ends.suffix
    if rest <= allowed { return true }
    if longer - shorter > allowed || allowed == 0 { return false }
    // One slip that leaves both ends unlike can only be two letters that changed places.
    if allowed == 1, rest > 2 { return false }
    return distance(
      a.dropFirst(ends.prefix).dropLast(ends.suffix),
      b.dropFirst(ends.prefix).dropLast(ends.suffix)) <= allowed
  }

  /// How many letters two words share at the start, and behind these at the end.
  private struct SharedEnds {
    var prefix = 0
    var suffix = 0

    init(_ a: borrowing ArraySlice<UInt8>, _ b: borrowing ArraySlice<UInt8>) {
      let shorter = min(a.count, b.count)
      let (aEnd, bEnd) = (a.endIndex, b.endIndex)
      while prefix < shorter, a[a.startIndex + prefix] == b[b.startIndex + prefix] { prefix += 1 }
      while suffix < shorter - prefix, a[aEnd - 1 - suffix] == b[bEnd - 1 - suffix] { suffix += 1 }
    }
  }

  /// Words of more letters than this, apart from what they share at the ends, are not compared.
  private static let longest = 24

  /// Optimal string alignment distance, the restricted form of Damerau and Levenshtein's.
  private static func distance(_ a: ArraySlice<UInt8>, _ b: ArraySlice<UInt8>) -> Int {
    if a.isEmpty || b.isEmpty { return min(max(a.count, b.count), limit + 1) }
    if abs(a.count - b.count) > limit || max(a.count, b.count) > longest { return limit + 1 }
    return a.withUnsafeBufferPointer { a in
      b.withUnsafeBufferPointer { b in
        withUnsafeTemporaryAllocation(of: Int32.self, capacity: 3 * (longest + 1)) { rows in
          Int(distance(a, b, rows.baseAddress!))
        }
      }
    }
  }

  private static func distance(
    _ a: UnsafeBufferPointer<UInt8>, _ b: UnsafeBufferPointer<UInt8>,
    _ rows: UnsafeMutablePointer<Int32>
  ) -> Int32 {
    var (beforeLast, last, row) = (rows, rows + (longest + 1), rows + 2 * (longest + 1))
    for j in 0...b.count { last[j] = Int32(j) }
    for i in 0..<a.count {
      row[0] = Int32(i + 1)
      for j in 0..<b.count {
        var best = min(last[j + 1] + 1, row[j] + 1, last[j] + (a[i] == b[j] ? 0 : 1))
        if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] {
          best = min(best, beforeLast[j - 1] + 1)
        }
        row[j + 1] = best
      }
      (beforeLast, last, row) = (last, row, beforeLast)
    }
    return min(last[b.count], Int32(limit + 1))
  }
}
