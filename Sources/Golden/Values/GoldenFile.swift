/// A golden file: the case's header and its accepted answer, or what the case states of it.
public struct GoldenFile: Hashable, Sendable {
  public var header: GoldenHeader
  /// What people wrote above and between the header's lines, each line with its `#`.
  public var comments: [String] = []
  public var body: Body

  public init(header: GoldenHeader, body: Body) {
    self.header = header
    self.body = body
  }

  public enum Body: Hashable, Sendable {
    /// Only the header is there: the answer was never recorded.
    case missing
    /// The whole answer; empty if it is that there is nothing.
    case answer([GoldenEntry])
    /// A partial case.
    case expectations([GoldenExpectation])
  }

  /// How the name of a golden file ends.
  public static let suffix = ".golden"
  /// How the name of an answer ends that waits beside its golden file for a decision.
  public static let receivedSuffix = ".received"
}
