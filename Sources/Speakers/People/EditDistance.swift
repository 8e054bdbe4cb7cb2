/// The number of letters that must be inserted, removed, replaced or swapped with their neighbour
/// to turn one word into another.
package enum EditDistance {
  /// Whether the distance of two words is at most a limit.
  ///
  /// - Complexity: O(*n* · *m*); words of more than 64 letters are never near one another.
  package static func between<Letter: Equatable>(
    _ a: [Letter], _ b: [Letter], isAtMost limit: Int
  ) -> Bool {
    guard abs(a.count - b.count) <= limit, max(a.count, b.count) <= 64 else { return false }
    var beforeLast: [Int] = []
    var last = Array(0...b.count)
    for i in a.indices {
      var row = [i + 1]
      for j in b.indices {
        var cost = min(last[j + 1] + 1, row[j] + 1, last[j] + (a[i] == b[j] ? 0 : 1))
        if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] {
          cost = min(cost, beforeLast[j - 1] + 1)
        }
        row.append(cost)
      }
      (beforeLast, last) = (last, row)
    }
    return last[b.count] <= limit
  }
}
