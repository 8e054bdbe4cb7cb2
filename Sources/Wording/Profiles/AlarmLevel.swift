/// From what on a wording is a finding: a class of difference, a severity or a verdict.
///
/// The three have no name in common, so that one option takes them all.
public enum AlarmLevel: Hashable, Sendable {
  /// Any difference of the class.
  case differenceClass(DifferenceClass)
  /// Any difference at least as severe.
  case severity(Severity)
  /// The verdict, or a worse one.
  case verdict(Verdict)

  /// Reads a name such as `negation`, `minor` or `marked-edit`.
  ///
  /// `identical` and `verbatim` are no levels: every wording reaches them.
  ///
  /// - Returns: nil if nothing has this name.
  public init?(name: String) {
    if let differenceClass = DifferenceClass(rawValue: name) {
      self = .differenceClass(differenceClass)
    } else if let severity = Severity.allCases.first(where: { $0.name == name }),
      severity != .identical
    {
      self = .severity(severity)
    } else if let verdict = Verdict(rawValue: name), verdict != .verbatim {
      self = .verdict(verdict)
    } else {
      return nil
    }
  }

  /// The name that ``init(name:)`` reads.
  public var name: String {
    switch self {
    case .differenceClass(let differenceClass): differenceClass.rawValue
    case .severity(let severity): severity.name
    case .verdict(let verdict): verdict.rawValue
    }
  }

  /// All names that ``init(name:)`` reads.
  public static var allNames: [String] {
    Severity.allCases.dropFirst().map(\.name) + Verdict.allCases.dropFirst().map(\.rawValue)
      + DifferenceClass.allCases.map(\.rawValue)
  }

  /// Whether a pair with these differences and this verdict is a finding.
  ///
  /// What is no rendering of the utterance at all, or was not found, reaches every severity though
  /// no single difference can be named.
  public func isReached(by classes: some Sequence<DifferenceClass>, verdict: Verdict) -> Bool {
    switch self {
    case .differenceClass(let wanted): classes.contains(wanted)
    case .severity(let least):
      verdict == .different || verdict == .notFound || classes.contains { $0.severity >= least }
    case .verdict(let least): verdict >= least
    }
  }
}
