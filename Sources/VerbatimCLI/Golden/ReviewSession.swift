import Verbatim

/// One run of `golden review`: shows differences, takes decisions and has them written.
struct ReviewSession {
  private let cases: [GoldenTree.FoundCase]
  private let reviewer = GoldenReviewer(
    answerer: ProgramAnswerer(version: VerbatimCommand.version))
  private let person: String
  private var output = StandardOutput()
  private var counts = Counts()
  private var hasFailed: Bool

  init(_ tree: GoldenTree, person: String) {
    cases = tree.cases
    hasFailed = !tree.failures.isEmpty
    self.person = person
  }

  private struct Counts {
    var accepted = 0
    var rejected = 0
    var open = 0
  }

  /// A case with what is open in it.
  private struct OpenCase {
    var found: GoldenTree.FoundCase
    var result: CaseResult
    var ids: Set<String> { Set(result.differences.map(\.id)) }
  }

  private enum Decision {
    case accept, reject
  }

  /// Checks all cases. What is wrong with a case itself is said at once: nobody can accept it.
  private mutating func openCases() throws -> [OpenCase] {
    let run = GoldenRun(
      version: VerbatimCommand.version, keepsTexts: false, jobs: Process.processorCount)
    var open: [OpenCase] = []
    var index = 0
    try run.check(cases) { result in
      defer { index += 1 }
      for problem in result.problems {
        hasFailed = true
        Message.error("\(VisibleText.oneLine(result.path)): \(problem.what); \(problem.remedy)")
      }
      if result.outcome == .failed, !result.differences.isEmpty {
        open.append(OpenCase(found: cases[index], result: result))
        counts.open += result.differences.count { $0.kind.isFailure }
      }
    }
    return open
  }

  /// Ends the run.
  ///
  /// - Throws: ``ExitStatus/unreadable`` if something could not be read or written, otherwise
  ///   ``ExitStatus/findings`` while differences are open.
  mutating func finish() throws {
    let parts = ["\(counts.accepted) accepted", "\(counts.rejected) rejected"]
    try print((parts + ["\(max(0, counts.open)) open"]).joined(separator: ", ") + ".")
    try output.flush()
    if hasFailed { throw ExitStatus.unreadable }
    if counts.open > 0 || counts.rejected > 0 { throw ExitStatus.findings }
  }

  private mutating func print(_ text: String) throws {
    try output.write(Array((text + "\n").utf8))
  }

  // MARK: Decisions

  private mutating func apply(
    _ decision: Decision, _ ids: Set<String>, in open: OpenCase, reason: String
  ) {
    guard !ids.isEmpty else { return }
    let entry = ApprovalLog.Decision(person: person, time: Process.time(), reason: reason)
    do throws(InputFailure) {
      switch decision {
      case .accept:
        let settled = try reviewer.accept(ids, in: open.found, entry)
        let acceptedCount = settled.count { ids.contains($0.id) }
        counts.accepted += acceptedCount
        counts.open -= settled.count { $0.kind.isFailure }
        if acceptedCount < ids.count {
          Message.error(
            "\(VisibleText.oneLine(open.found.path)): a failed expectation cannot be accepted; "
              + "change it in the file, or give it an xfail with the reason")
          hasFailed = true
        }
      case .reject:
        let rejected = try reviewer.reject(ids, in: open.found, entry)
        counts.rejected += rejected.count
        counts.open -= rejected.count { $0.kind.isFailure }
      }
      try reviewer.updateReceived(open.found)
    } catch {
      hasFailed = true
      Message.failure(error)
    }
  }

  // MARK: Without a terminal

  /// Takes the decisions of the command line; `all` is all that is not named otherwise.
  mutating func decide(accepting: [String], rejecting: [String], reason: String) throws {
    let named = Set(accepting + rejecting)
    var known: Set = ["all"]
    for open in try openCases() {
      known.formUnion(open.ids)
      func chosen(_ given: [String]) -> Set<String> {
        let own = open.ids.intersection(given)
        return given.contains("all") ? own.union(open.ids.subtracting(named)) : own
      }
      apply(.reject, chosen(rejecting), in: open, reason: reason)
      apply(.accept, chosen(accepting), in: open, reason: reason)
    }
    for id in named.subtracting(known).sorted() {
      Message.error("“\(id)” names no difference of these cases; see verbatim golden check")
      hasFailed = true
    }
  }

  /// Says what is open, for those who cannot be asked.
  mutating func list() throws {
    let open = try openCases()
    for open in open {
      receive(open)
      try output.write(GoldenReport.bytes(for: open.result, style: .forStandardOutput))
    }
    if !open.isEmpty {
      try print("Decide with --accept ID and --reject ID, or run review in a terminal.")
    }
  }

  /// Lays the program's answer beside the golden file.
  private mutating func receive(_ open: OpenCase) {
    do throws(InputFailure) {
      try reviewer.updateReceived(open.found)
    } catch {
      hasFailed = true
      Message.failure(error)
    }
  }

  // MARK: In a terminal

  /// Asks about one difference after the other.
  mutating func ask() throws {
    let open = try openCases()
    for open in open { receive(open) }
    let total = open.reduce(0) { $0 + $1.result.differences.count }
    var decided: Set<String> = []
    var number = 0
    for one in open {
      for difference in one.result.differences {
        number += 1
        if decided.contains(difference.id) { continue }
        var shown = one.result
        shown.differences = [difference]
        try print("\n[\(number)/\(total)]")
        try output.write(GoldenReport.bytes(for: shown, style: .forStandardOutput))
        let likes = open.map { ($0, Self.like(difference, in: $0, without: decided)) }
        switch try question(likes.reduce(0) { $0 + $1.1.count }) {
        case .accept: apply(.accept, [difference.id], in: one, reason: try askReason())
        case .reject: apply(.reject, [difference.id], in: one, reason: try askReason())
        case .acceptAlike:
          let reason = try askReason()
          for (other, ids) in likes {
            apply(.accept, ids, in: other, reason: reason)
            decided.formUnion(ids)
          }
        case .skip: break
        case .quit: return
        }
      }
    }
  }

  /// What changes in the same way: of the same kind, from and to the same where a fact changed.
  private static func like(
    _ difference: GoldenDifference, in open: OpenCase, without decided: Set<String>
  ) -> Set<String> {
    let alike = open.result.differences.filter { other in
      guard other.kind == difference.kind, !decided.contains(other.id) else { return false }
      return difference.fact == nil
        || (other.before == difference.before && other.after == difference.after)
    }
    return Set(alike.map(\.id))
  }

  private enum Choice {
    case accept, reject, acceptAlike, skip, quit
  }

  private mutating func question(_ alikeCount: Int) throws -> Choice {
    while true {
      let alike = alikeCount > 1 ? ", [A]ccept all \(alikeCount) like it" : ""
      try output.write(Array("  [a]ccept, [r]eject, [s]kip\(alike), [q]uit? ".utf8))
      try output.flush()
      guard let line = readLine() else { return .quit }
      switch line {
      case "a": return .accept
      case "r": return .reject
      case "s", "": return .skip
      case "A" where alikeCount > 1: return .acceptAlike
      case "q": return .quit
      default: try print("  Answer with one of the letters in brackets.")
      }
    }
  }

  private mutating func askReason() throws -> String {
    try output.write(Array("  Reason (may be empty): ".utf8))
    try output.flush()
    return readLine() ?? ""
  }
}
