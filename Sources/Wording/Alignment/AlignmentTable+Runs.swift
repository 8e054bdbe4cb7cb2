extension AlignmentTable {
  /// A run of equal words on both sides, and what the best chain gains that ends with it.
  private struct Run {
    var endRow: Int
    var endColumn: Int
    var chain: Int32
  }

  /// Shorter runs are words that any two sentences share.
  private static let leastRun = AlignmentCosts.contentMatch + AlignmentCosts.functionMatch
  /// How many runs back a chain is looked for. Where renderings are alike, few others lie between.
  private static let reach = 16

  /// A score that the best chain reaches: that of a chain of runs of equal words, with whatever lies
  /// between two of them at the highest cost it can have; ``score`` where there is no such chain.
  ///
  /// - Complexity: O(*n*) in the number of pairs of equal words.
  func scoreOfRuns() -> Int32 {
    withUnsafeTemporaryAllocation(of: Run.self, capacity: Self.reach) { runs in
      var count = 0
      var best = score
      for i in 0..<rows {
        candidates(of: i).forEachNumber { j in
          guard aWords[i].key == bWords[j].key, !isInsideRun(i, j) else { return }
          let (length, gain) = run(from: i, j)
          let isFirst = i == 0 && j == 0
          let end = (row: i + length, column: j + length)
          let isLast = end.row == rows && end.column == columns
          guard gain >= Self.leastRun || isFirst || isLast else { return }
          var chain = start(i == 0, j == 0, gain)
          for run in runs[..<min(count, Self.reach)] where run.endRow <= i && run.endColumn <= j {
            chain = max(chain, run.chain - Self.highestCost(i - run.endRow, j - run.endColumn))
          }
          chain += gain
          runs[count % Self.reach] = Run(endRow: end.row, endColumn: end.column, chain: chain)
          count += 1
          if !ends.contains(.end) {
            best = max(best, chain + Self.wholeEnds(end.row == rows, end.column == columns, gain))
          } else if isLast {
            best = max(best, chain)
          }
        }
      }
      return best
    }
  }

  private func isInsideRun(_ i: Int, _ j: Int) -> Bool {
    i > 0 && j > 0 && aWords[i - 1].key == bWords[j - 1].key
  }

  private func run(from i: Int, _ j: Int) -> (length: Int, gain: Int32) {
    var length = 0
    var gain: Int32 = 0
    while i + length < rows, j + length < columns,
      aWords[i + length].key == bWords[j + length].key
    {
      gain += min(aWords[i + length].match, bWords[j + length].match)
      length += 1
    }
    return (length, gain)
  }

  /// What so many words of either side cost at most between two links.
  private static func highestCost(_ aCount: Int, _ bCount: Int) -> Int32 {
    func gap(_ count: Int) -> Int32 {
      let phrase = AlignmentCosts.gap + AlignmentCosts.gapWord * Int32(clamping: min(count, 100))
      return count == 0 ? 0 : min(phrase, AlignmentCosts.longGap)
    }
    let gaps = gap(aCount) + gap(bCount)
    guard aCount == bCount, aCount < 8 else { return gaps }
    return min(gaps, -AlignmentCosts.unlikeSubstitution * Int32(aCount))
  }
}
