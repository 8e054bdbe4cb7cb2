/// How a report for people looks.
public struct TerminalStyle: Hashable, Sendable {
  /// The columns of a line.
  public var width: Int
  /// Whether to use the colours and weights of a terminal.
  public var usesColor: Bool

  public init(width: Int = 80, usesColor: Bool = false) {
    self.width = width
    self.usesColor = usesColor
  }

  /// The parts of a report that differ in look.
  enum Role: String {
    case heading = "1"
    case place = "2"
    case doubt = "33"
    case good = "32"
    case alarm = "1;31"
    case notice = "36"
  }

  /// The text in the look of a role, by ECMA-48 select graphic rendition.
  func paint(_ text: String, as role: Role) -> String {
    usesColor && !text.isEmpty ? "\u{1B}[\(role.rawValue)m\(text)\u{1B}[0m" : text
  }
}
