internal import Dispatch
internal import Locking
internal import Synchronization

/// Work on independent elements on several threads, with results in the order of the elements.
package enum Parallel {
  /// Maps the elements; they are handed out in blocks, small enough that slow ones do not hold up the
  /// rest, and large enough to be worth a thread's while.
  package static func map<Element: Sendable, Result: Sendable>(
    _ elements: [Element], blockSize: Int = 1024, jobs: Int,
    _ transform: @Sendable (Element) -> Result
  ) -> [Result] {
    blocks(of: elements.count, size: blockSize, jobs: jobs) { range in
      elements[range].map(transform)
    }
    .flatMap(\.self)
  }

  /// Calls `body` for consecutive ranges of indices and gives the results in their order.
  package static func blocks<Result: Sendable>(
    of count: Int, size: Int = 1024, jobs: Int, _ body: @Sendable (Range<Int>) -> Result
  ) -> [Result] {
    let blockCount = (count + size - 1) / size
    @Sendable func range(_ block: Int) -> Range<Int> {
      block * size..<min(count, (block + 1) * size)
    }
    guard jobs > 1, blockCount > 1 else { return (0..<blockCount).map { body(range($0)) } }
    let next = Atomic(0)
    let results = Guarded<[Result?]>(Array(repeating: nil, count: blockCount))
    DispatchQueue.concurrentPerform(iterations: min(jobs, blockCount)) { _ in
      while true {
        let block = next.add(1, ordering: .relaxed).oldValue
        guard block < blockCount else { return }
        let result = body(range(block))
        results.withLock { $0[block] = result }
      }
    }
    return results.withLock { $0.compactMap(\.self) }
  }
}
