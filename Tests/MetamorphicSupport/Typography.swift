import Quotations

/// A way of printing quotation marks, into which an article can be rewritten.
public enum Typography: String, CaseIterable, Sendable {
  /// “…” with ‘…’ inside.
  case curly
  /// "…" with '…' inside.
  case straight
  /// ''…'' with '…' inside, as wire copy has it.
  case apostrophes
  /// ``…'' with `…' inside, as typesetters have it.
  case backticks
  /// «…» with ‹…› inside.
  case guillemets
  /// „…“ with ‚…‘ inside.
  case lowHigh = "low-high"
  /// ‘…’ with “…” inside, as British books have it.
  case british
  /// “ … ” with ‘ … ’ inside.
  case spaced

  /// The marks of the outer and of the inner level, each with what stands inside of it.
  private var levels: [(opening: String, closing: String)] {
    switch self {
    case .curly: [("“", "”"), ("‘", "’")]
    case .straight: [("\"", "\""), ("'", "'")]
    case .apostrophes: [("''", "''"), ("'", "'")]
    case .backticks: [("``", "''"), ("`", "'")]
    case .guillemets: [("«", "»"), ("‹", "›")]
    case .lowHigh: [("„", "“"), ("‚", "‘")]
    case .british: [("‘", "’"), ("“", "”")]
    case .spaced: [("“ ", " ”"), ("‘ ", " ’")]
    }
  }

  /// What is printed for a mark that opens, or closes, a quotation at a level; levels alternate.
  public func mark(level: Int, opens: Bool) -> String {
    let marks = levels[level % 2]
    return opens ? marks.opening : marks.closing
  }
}
