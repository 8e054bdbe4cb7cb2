import TestSupport
import Testing

@testable import Passages

@Suite struct MergePolicyTests {
  @Test func neighboursOfATier() {
    let policy = MergePolicy(fanOut: 3, smallestTier: 10)
    #expect(policy.merge(of: []) == nil)
    #expect(policy.merge(of: [5, 5]) == nil)
    #expect(policy.merge(of: [5, 5, 5]) == 0..<3)
    #expect(policy.merge(of: [100, 5, 5]) == nil)
    #expect(policy.merge(of: [100, 5, 5, 5]) == 1..<4)
    #expect(policy.merge(of: [25, 5, 25, 5, 25]) == 0..<5)
  }

  /// However many segments come, few are left, and each byte is written seldom.
  @Test(arguments: [2, 4, 8]) func growth(fanOut: Int) {
    let policy = MergePolicy(fanOut: fanOut, smallestTier: 1)
    var sizes: [Int] = []
    var written = 0
    var generator = SeededGenerator(seed: fanOut)
    let total = 4000
    var added = 0
    for _ in 0..<total {
      let size = Int.random(in: 1...3, using: &generator)
      sizes.append(size)
      added += size
      while let range = policy.merge(of: sizes) {
        let size = sizes[range].reduce(0, +)
        written += size
        sizes.replaceSubrange(range, with: [size])
      }
    }
    #expect(sizes.reduce(0, +) == added)
    // log of 8,000 to the base of the fan-out, rounded up.
    let tiers = [2: 13, 4: 7, 8: 5][fanOut] ?? 0
    #expect(sizes.count <= (tiers + 1) * (fanOut - 1))
    #expect(written <= (tiers + 1) * added)
  }
}
