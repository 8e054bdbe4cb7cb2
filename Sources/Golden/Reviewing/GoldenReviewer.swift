public import Corpus

/// Records answers, and takes over what somebody accepted.
///
/// Every write replaces a whole file at once: a golden file is the old one or the new one, even if
/// the program is killed.
public struct GoldenReviewer: Sendable {
  private let answerer: any GoldenAnswerer
  private let checker: GoldenChecker
  private let comparer = GoldenComparer()

  public init(answerer: any GoldenAnswerer) {
    self.answerer = answerer
    checker = GoldenChecker(answerer: answerer)
  }

  // MARK: Recording

  /// What became of a case that was to be recorded.
  public enum Recording: Hashable, Sendable {
    /// It has an answer, or expectations, already.
    case kept
    /// The answer was written to a path.
    case written(String)
    /// It was not written, because the case has problems.
    case refused([CaseProblem])
  }

  /// Writes the answer of a case that has none; what is recorded stays as it is.
  ///
  /// - Throws: a failure that names the path if it cannot be written.
  public func record(_ found: GoldenTree.FoundCase) throws(InputFailure) -> Recording {
    switch found.content {
    case .broken(let failure): return .refused([CaseProblem(failure)])
    case .input(let job):
      let name = found.path.split(separator: "/").last.map(String.init) ?? found.path
      let header = GoldenHeader(job: job, inputs: [.init(path: name)])
      return try record(
        GoldenFile(header: header, body: .missing), at: found.path + GoldenFile.suffix)
    case .golden(let file):
      guard file.body == .missing else { return .kept }
      return try record(file, at: found.path)
    }
  }

  /// Writes a golden file with the answer to its header.
  ///
  /// - Throws: a failure that names the path if it cannot be written.
  public func record(_ file: GoldenFile, at path: String) throws(InputFailure) -> Recording {
    let found = GoldenTree.FoundCase(path: path, root: path.folderPath, content: .golden(file))
    var (result, answer, digests) = checker.check(file, found)
    result.problems.removeAll { $0.kind == .missingGolden || $0.kind == .noAssertions }
    if answer.isEmpty, file.header.job != .list, result.problems.isEmpty {
      result.problems.append(
        CaseProblem(
          .noAssertions, what: "there is nothing to record",
          remedy: "give inputs that the job says something of"))
    }
    guard result.problems.isEmpty else { return .refused(result.problems) }
    var file = file
    file.header = digests.updating(file.header)
    file.header.tool = answerer.version
    file.body = .answer(answer)
    try WorkingFolder.replace(path, with: Array(file.text().utf8))
    return .written(path)
  }

  // MARK: Deciding

  /// Accepts differences of a case: the golden file says there what the program says.
  ///
  /// The file is read and checked anew, so that nothing is lost that somebody changed meanwhile.
  ///
  /// - Parameters:
  ///   - ids: The identifiers; those of other cases are passed over.
  ///   - decision: Who, when and why, for the approval log, which is written first: no change
  ///     goes without its line.
  /// - Returns: What is settled now: what was accepted and, once nothing else differs, that the
  ///   inputs changed and that words moved. A failed expectation cannot be accepted: a person must
  ///   change it.
  public func accept(
    _ ids: Set<String>, in found: GoldenTree.FoundCase, _ decision: ApprovalLog.Decision
  ) throws(InputFailure) -> [GoldenDifference] {
    let file = try GoldenFile(bytes: try WorkingFolder.bytes(of: found.path), path: found.path)
    let (result, answer, digests) = checker.check(file, found)
    let accepted = result.differences.filter { difference in
      ids.contains(difference.id) && difference.kind != .expectationFailed
    }
    guard !accepted.isEmpty else { return [] }
    let new = file.accepting(
      Set(accepted.map(\.id)), of: result.differences, answer: answer, digests: digests,
      version: answerer.version, comparer: comparer)
    try ApprovalLog(root: found.root).add(accepted, in: found, .accepted, decision)
    try WorkingFolder.replace(found.path, with: Array(new.text().utf8))
    return GoldenFile.settled(by: Set(accepted.map(\.id)), of: result.differences)
  }

  /// Rejects differences of a case: the golden file stays, and the log says why.
  ///
  /// - Returns: What was rejected.
  public func reject(
    _ ids: Set<String>, in found: GoldenTree.FoundCase, _ decision: ApprovalLog.Decision
  ) throws(InputFailure) -> [GoldenDifference] {
    let rejected = checker.check(found).differences.filter { ids.contains($0.id) }
    try ApprovalLog(root: found.root).add(rejected, in: found, .rejected, decision)
    return rejected
  }

  // MARK: Received answers

  /// Writes the program's answer beside a golden file that differs from it, for those who would
  /// rather look at both in an editor; removes it where nothing differs.
  public func updateReceived(_ found: GoldenTree.FoundCase) throws(InputFailure) {
    let path = found.path + GoldenFile.receivedSuffix
    let file = try GoldenFile(bytes: try WorkingFolder.bytes(of: found.path), path: found.path)
    guard case .answer = file.body else { return }
    let (result, answer, digests) = checker.check(file, found)
    guard result.differences.contains(where: \.kind.isFailure) else {
      return try WorkingFolder.remove(path)
    }
    let received = file.accepting(
      Set(result.differences.map(\.id)), of: result.differences, answer: answer, digests: digests,
      version: answerer.version, comparer: comparer)
    try WorkingFolder.replace(path, with: Array(received.text().utf8))
  }
}
