package import Corpus

/// Checks golden cases: what the program says against what was accepted. It writes nothing.
///
/// A checker holds no state of the cases: one can serve all threads.
public struct GoldenChecker: Sendable {
  private let answerer: any GoldenAnswerer
  private let comparer = GoldenComparer()
  /// Whether results carry the answers and texts that some reports show.
  private let keepsTexts: Bool

  public init(answerer: any GoldenAnswerer, keepsTexts: Bool = false) {
    self.answerer = answerer
    self.keepsTexts = keepsTexts
  }

  /// Checks one case.
  public func check(_ found: GoldenTree.FoundCase) -> CaseResult {
    switch found.content {
    case .broken(let failure):
      return CaseResult(path: found.path, outcome: .broken, problems: [CaseProblem(failure)])
    case .input:
      let problem = CaseProblem(
        .missingGolden, what: "no golden file names it",
        remedy: "record its answer (verbatim golden record), or move it elsewhere")
      return CaseResult(path: found.path, outcome: .failed, problems: [problem])
    case .golden(let file):
      return check(file, found).result
    }
  }

  /// Checks a golden file, and gives the answer and the inputs' hashes, from which a new golden
  /// file can be made.
  func check(_ file: GoldenFile, _ found: GoldenTree.FoundCase) -> (
    result: CaseResult, answer: [GoldenEntry], references: InputDigests
  ) {
    var result = CaseResult(path: found.path, header: file.header, outcome: .passed)
    let digests = InputDigests(of: file.header, in: found.folder, answerer)
    guard digests.problems.isEmpty else {
      result.problems = digests.problems
      result.settle(expectedFailure: nil)
      return (result, [], digests)
    }
    let answer = answerer.answer(to: file.header, in: found.folder, keepsTexts: keepsTexts)
    let entries = answer.entries.map { $0.redacted(file.header.redactions) }
    result.problems = answer.problems
    // What differs because half of the input is missing would only distract.
    if answer.problems.isEmpty {
      compare(file, entries, &result)
      if case .answer = file.body {
        result.differences += digests.changes(since: file.header, path: found.path)
      }
    }
    if keepsTexts {
      result.answer = entries
      result.texts = answer.texts
    }
    result.settle(expectedFailure: file.header.expectedFailure)
    return (result, entries, digests)
  }

  private func compare(
    _ file: GoldenFile, _ entries: [GoldenEntry], _ result: inout CaseResult
  ) {
    switch file.body {
    case .missing:
      let wasRecorded = file.header.tool != nil
      result.problems.append(
        wasRecorded
          ? CaseProblem(
            .noAssertions, what: "it has neither an answer nor an expectation",
            remedy: "record it again, or write what must hold: says: NAME “…”")
          : CaseProblem(
            .missingGolden, what: "its answer was never recorded",
            remedy: "record it: verbatim golden record"))
    case .answer(let golden):
      if golden.isEmpty, file.header.job != .list {
        result.problems.append(
          CaseProblem(
            .noAssertions, what: "its answer is that there is nothing, which no change can break",
            remedy: "give inputs that the job says something of, or remove the case"))
      }
      let compared = comparer.compare(golden, entries, header: file.header, path: result.path)
      result.differences = compared.differences
      result.tally = compared.tally
    case .expectations(let expectations):
      result.differences = comparer.check(expectations, against: entries, path: result.path)
    }
  }
}

extension CaseResult {
  /// Says what became of the case, from its differences and problems.
  fileprivate mutating func settle(expectedFailure: String?) {
    let fails = differences.contains { $0.kind.isFailure }
    if problems.contains(where: { $0.kind == .unreadable || $0.kind == .unreferencedGolden }) {
      outcome = .broken
    } else if !problems.isEmpty {
      outcome = .failed
    } else if let expectedFailure {
      if fails {
        outcome = .failedAsExpected
      } else {
        var passes = GoldenDifference(
          .expectationPassed, subject: "the whole case", before: "fails: \(expectedFailure)",
          after: "passes; remove the line “xfail”")
        passes.goldenLine = 1
        var all = [passes]
        GoldenDifference.name(&all, path: path)
        differences += all
        outcome = .failed
      }
    } else {
      outcome = fails ? .failed : .passed
    }
  }
}

extension CaseProblem {
  /// A file that cannot be read or understood.
  package init(_ failure: InputFailure) {
    let place = failure.line.map { "\(failure.path):\($0)" } ?? failure.path
    self.init(
      .unreadable, line: failure.line, what: "\(place): \(failure.what)", remedy: failure.remedy)
  }
}

extension GoldenEntry {
  /// The entry without the facts that a case leaves out.
  func redacted(_ names: [GoldenFact.Name]) -> GoldenEntry {
    guard !names.isEmpty else { return self }
    var entry = self
    entry.facts.removeAll { names.contains($0.name) }
    return entry
  }
}
