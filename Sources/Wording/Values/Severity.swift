/// How much a difference matters, from nothing to a change of meaning.
///
/// The order is that of an editor's attention. Which severity is acceptable is a ``Profile``'s
/// business, never the difference's.
public enum Severity: Int, Comparable, CaseIterable, Hashable, Sendable {
  /// No difference.
  case identical = 0
  /// Print and spelling: no word was changed.
  case style = 1
  /// An edit that the reader sees: an ellipsis, a bracket, `[sic]`.
  case marked = 2
  /// Words differ and nothing shows it, but the sense stays.
  case minor = 3
  /// The sense may have changed.
  case meaning = 4

  public static func < (a: Severity, b: Severity) -> Bool { a.rawValue < b.rawValue }

  /// The name in output and options: `style`, `marked`, `minor`, `meaning`, `identical`.
  public var name: String {
    switch self {
    case .identical: "identical"
    case .style: "style"
    case .marked: "marked"
    case .minor: "minor"
    case .meaning: "meaning"
    }
  }
}
