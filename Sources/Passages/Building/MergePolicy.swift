/// Says which segments to merge, so that there are never many and none is rewritten often.
///
/// Segments are in tiers by their size, each tier ``fanOut`` times the one below. As soon as a tier
/// is full it becomes one segment of the next. A corpus of *n* segments' worth of text then has
/// O(log *n*) segments, and every word was written O(log *n*) times.
public struct MergePolicy: Hashable, Sendable {
  /// How many segments of about one size are merged into one.
  public var fanOut: Int
  /// Segments of no more than so many bytes are of the lowest tier.
  public var smallestTier: Int

  public init(fanOut: Int = 8, smallestTier: Int = 1 << 20) {
    self.fanOut = max(2, fanOut)
    self.smallestTier = max(1, smallestTier)
  }

  /// The segments to merge next, neighbours always, as a range of indices; nil when all is well.
  ///
  /// Ask again after each merge.
  ///
  /// - Parameter sizes: The segments' sizes in bytes, in the order of their documents.
  public func merge(of sizes: [Int]) -> Range<Int>? {
    var end = sizes.count
    while end >= fanOut {
      // Neighbours of a tier or a lower one, counted back from the last.
      let tier = self.tier(of: sizes[end - 1])
      var start = end
      while start > 0, self.tier(of: sizes[start - 1]) <= tier { start -= 1 }
      if end - start >= fanOut { return start..<end }
      end -= 1
    }
    return nil
  }

  private func tier(of size: Int) -> Int {
    var tier = 0
    var limit = smallestTier
    while size > limit {
      tier += 1
      let (product, overflows) = limit.multipliedReportingOverflow(by: fanOut)
      limit = overflows ? Int.max : product
    }
    return tier
  }
}
