internal import Dispatch
internal import Locking

/// Transforms the elements of a source on several threads and hands out the results in the order of
/// the source.
///
/// Only a window of elements is in flight at any time, so that memory is bounded whatever the
/// length of the source and however slow one element is. The source is read and the results are
/// taken on the caller's thread alone.
struct OrderedParallelMap {
  /// The number of threads that transform.
  var jobs: Int
  /// The most elements in flight.
  var windowCount: Int
  /// The cost, such as bytes, from which on no further element is taken; one always is.
  var windowCost: Int

  /// Transforms all elements.
  ///
  /// - Parameters:
  ///   - next: Gives the next element with its cost; nil at the end.
  ///   - transform: Runs on any thread, for several elements at a time.
  ///   - consume: Gets the results in order. When it throws, no further element is taken, and the
  ///     error is rethrown as soon as the threads are done with theirs.
  func run<Input: Sendable, Output: Sendable>(
    next: () -> (element: Input, cost: Int)?,
    transform: @escaping @Sendable (Input) -> Output,
    consume: (Output) throws -> Void
  ) throws {
    guard jobs > 1 else {
      while let (element, _) = next() { try consume(transform(element)) }
      return
    }
    let board = Board(jobs: jobs, transform: transform)
    defer { board.abandon() }
    var costs: [Int] = []
    var isAtEnd = false
    var inFlightCost = 0
    var head = 0
    while true {
      while !isAtEnd, costs.count - head < windowCount,
        head == costs.count || inFlightCost < windowCost
      {
        guard let (element, cost) = next() else {
          isAtEnd = true
          break
        }
        costs.append(cost)
        inFlightCost += cost
        board.submit(element)
      }
      guard head < costs.count else { return }
      let output = board.takeNext()
      inFlightCost -= costs[head]
      head += 1
      if head == 1024 {
        costs.removeFirst(head)
        head = 0
      }
      try consume(output)
    }
  }
}

/// Where the threads fetch elements and leave results.
private final class Board<Input: Sendable, Output: Sendable>: Sendable {
  private struct State {
    var waiting: [Int: Input] = [:]
    var fetched = 0
    var results: [Int: Output] = [:]
    var submitted = 0
    var taken = 0
    var activeWorkers = 0
  }

  private let jobs: Int
  private let transform: @Sendable (Input) -> Output
  private let state = Guarded(State())
  private let resultArrived = DispatchSemaphore(value: 0)
  private let workers = DispatchGroup()

  init(jobs: Int, transform: @escaping @Sendable (Input) -> Output) {
    self.jobs = jobs
    self.transform = transform
  }

  func submit(_ element: Input) {
    let needsWorker = state.withLock { state in
      state.waiting[state.submitted] = element
      state.submitted += 1
      guard state.activeWorkers < jobs else { return false }
      state.activeWorkers += 1
      return true
    }
    if needsWorker { DispatchQueue.global().async(group: workers) { self.work() } }
  }

  /// The result of the first element that has not been taken yet.
  func takeNext() -> Output {
    while true {
      let result = state.withLock { state -> Output? in
        guard let result = state.results.removeValue(forKey: state.taken) else { return nil }
        state.taken += 1
        return result
      }
      if let result { return result }
      resultArrived.wait()
    }
  }

  /// Drops what no thread has begun, and waits for the rest.
  func abandon() {
    state.withLock { $0.waiting = [:] }
    workers.wait()
  }

  private func work() {
    while let (number, element) = fetch() {
      let result = transform(element)
      state.withLock { $0.results[number] = result }
      resultArrived.signal()
    }
  }

  private func fetch() -> (number: Int, element: Input)? {
    state.withLock { state in
      guard let element = state.waiting.removeValue(forKey: state.fetched) else {
        state.activeWorkers -= 1
        return nil
      }
      state.fetched += 1
      return (state.fetched - 1, element)
    }
  }
}
