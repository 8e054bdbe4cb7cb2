import Synchronization
import Testing

@testable import Verbatim

@Suite struct OrderedParallelMapTests {
  @Test(arguments: [1, 2, 5, 16])
  func resultsKeepTheOrder(_ jobs: Int) throws {
    var source = (0..<3000).makeIterator()
    var results: [Int] = []
    try OrderedParallelMap(jobs: jobs, windowCount: 4 * jobs, windowCost: .max).run(
      next: { source.next().map { ($0, 1) } },
      transform: { number in
        // Uneven work, so that later elements are often done first.
        var sum = 0
        for i in 0..<(number % 7 == 0 ? 20_000 : 10) { sum &+= i }
        return sum == -1 ? -1 : 2 * number
      },
      consume: { results.append($0) })
    #expect(results == (0..<3000).map { 2 * $0 })
  }

  @Test(arguments: [(3, 100, 3), (100, 10, 3), (100, 1, 1), (100, 5, 2)])
  func windowBoundsWhatIsInFlight(_ count: Int, _ cost: Int, _ expected: Int) throws {
    var taken = 0
    var consumed = 0
    var most = 0
    try OrderedParallelMap(jobs: 2, windowCount: count, windowCost: cost).run(
      next: {
        guard taken < 50 else { return nil }
        taken += 1
        most = max(most, taken - consumed)
        return (taken, 4)
      },
      transform: { $0 },
      consume: { (_: Int) in consumed += 1 })
    #expect(consumed == 50)
    #expect(most == expected)
  }

  @Test(arguments: [1, 4])
  func errorEndsTheRun(_ jobs: Int) {
    struct Enough: Error {}
    let transformed = Atomic(0)
    var taken = 0
    var consumed = 0
    #expect(throws: Enough.self) {
      try OrderedParallelMap(jobs: jobs, windowCount: 8, windowCost: .max).run(
        next: {
          taken += 1
          return (taken, 1)
        },
        transform: { number in
          transformed.add(1, ordering: .relaxed)
          return number
        },
        consume: { (_: Int) in
          consumed += 1
          if consumed == 20 { throw Enough() }
        })
    }
    #expect(consumed == 20)
    #expect(taken <= 28)
    #expect(transformed.load(ordering: .relaxed) <= taken)
  }

  @Test func emptySourceGivesNothing() throws {
    try OrderedParallelMap(jobs: 3, windowCount: 4, windowCost: 1).run(
      next: { nil }, transform: { (number: Int) in number },
      consume: { _ in Issue.record("there is nothing to consume") })
  }
}
