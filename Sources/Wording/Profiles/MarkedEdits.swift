internal import Prose

/// The stretches of both renderings that an edit covers which the reader can see.
struct MarkedEdits {
  /// Sorted by start, and joined where they touch.
  private var a: [TextSpan]
  private var b: [TextSpan]

  /// - Complexity: O(*n* log *n*) in the number of marked differences.
  init(of differences: [Difference]) {
    guard differences.contains(where: { $0.severity == .marked }) else {
      (a, b) = ([], [])
      return
    }
    let marked = differences.filter { $0.severity == .marked }
    a = Self.joined(marked.map(\.a.span))
    b = Self.joined(marked.map(\.b.span))
  }

  /// Whether the words of a difference stand inside a marked edit, on one side at least.
  ///
  /// - Complexity: O(log *n*).
  func contain(_ difference: Difference) -> Bool {
    Self.contains(difference.a.span, in: a) || Self.contains(difference.b.span, in: b)
  }

  private static func joined(_ spans: [TextSpan]) -> [TextSpan] {
    var result: [TextSpan] = []
    for span in spans.sorted() where !span.isEmpty {
      if let last = result.last, span.start <= last.end {
        result[result.count - 1].end = max(last.end, span.end)
      } else {
        result.append(span)
      }
    }
    return result
  }

  private static func contains(_ span: TextSpan, in spans: [TextSpan]) -> Bool {
    guard !span.isEmpty else { return false }
    var low = 0
    var high = spans.count
    while low < high {
      let middle = (low + high) / 2
      if spans[middle].start <= span.start { low = middle + 1 } else { high = middle }
    }
    return low > 0 && spans[low - 1].contains(span)
  }
}
