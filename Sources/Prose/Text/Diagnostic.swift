/// Something in the input that the user should know of, with its place.
///
/// Engines return diagnostics and never print them.
public struct Diagnostic: Hashable, Sendable {
  /// How much the diagnostic matters.
  public enum Severity: String, Hashable, Sendable {
    /// Worth knowing; the result does not suffer.
    case note
    /// The text was repaired or is doubtful at this place.
    case warning
    /// Input was lost: it could not be read.
    case error
  }

  /// A stable name of the kind of diagnostic, such as `unclosed-mark`.
  public var code: String
  public var severity: Severity
  /// What is the matter and, where there is one, the remedy: one sentence or two.
  public var message: String
  /// The place in the article's text; nil when the whole article or file is meant.
  public var span: TextSpan?

  public init(code: String, severity: Severity, message: String, span: TextSpan? = nil) {
    self.code = code
    self.severity = severity
    self.message = message
    self.span = span
  }
}
