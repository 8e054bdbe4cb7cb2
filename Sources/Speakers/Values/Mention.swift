public import Prose

/// Words that name a person or a body.
public struct Mention: Hashable, Sendable {
  /// How the words name it.
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    /// A proper name, with or without title or role: `Mayor Ana Ruiz`, `Ruiz`.
    case name
    /// A personal pronoun.
    case pronoun
    /// A description: `a senior official`, `the mayor`.
    case description
    /// A body: `the State Department`, `Acme Corp.`
    case organization
  }

  public var span: TextSpan
  public var kind: Kind
  public var gender: Gender
  public var isPlural: Bool

  public init(span: TextSpan, kind: Kind, gender: Gender = .unknown, isPlural: Bool = false) {
    self.span = span
    self.kind = kind
    self.gender = gender
    self.isPlural = isPlural
  }
}

/// The grammatical gender by which a text refers to somebody.
public enum Gender: String, Hashable, Sendable, CaseIterable {
  case female, male, unknown

  /// Whether both can be one person's.
  public func agrees(with other: Gender) -> Bool {
    self == other || self == .unknown || other == .unknown
  }
}
