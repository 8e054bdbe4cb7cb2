public import Golden

/// Checks many golden cases, several at a time, with results in the order of their paths.
public struct GoldenRun: Sendable {
  private let checker: GoldenChecker
  private let jobs: Int

  /// - Parameters:
  ///   - version: The program's version.
  ///   - keepsTexts: Whether results carry the answers and texts that some reports show.
  ///   - jobs: How many cases to work on at a time; the results do not depend on it.
  public init(version: String, keepsTexts: Bool, jobs: Int) {
    checker = GoldenChecker(answerer: ProgramAnswerer(version: version), keepsTexts: keepsTexts)
    self.jobs = jobs
  }

  /// Checks cases.
  ///
  /// - Parameter consume: Gets the results in order, on the caller's thread.
  /// - Throws: what `consume` throws; no further case is checked after that.
  public func check(
    _ cases: [GoldenTree.FoundCase], consume: (CaseResult) throws -> Void
  ) throws {
    var rejections: [String: [String: String]] = [:]
    var next = 0
    var finished = 0
    let map = OrderedParallelMap(jobs: jobs, windowCount: 8 * jobs, windowCost: .max)
    try map.run(
      next: { () -> (element: GoldenTree.FoundCase, cost: Int)? in
        guard next < cases.count else { return nil }
        next += 1
        return (cases[next - 1], 1)
      },
      transform: { [checker] in checker.check($0) },
      consume: { result in
        var result = result
        let root = cases[finished].root
        finished += 1
        if rejections[root] == nil {
          // A log that cannot be read keeps nobody from checking.
          rejections[root] = (try? ApprovalLog(root: root).rejections()) ?? [:]
        }
        for index in result.differences.indices {
          result.differences[index].rejection = rejections[root]?[result.differences[index].id]
        }
        try consume(result)
      })
  }
}
