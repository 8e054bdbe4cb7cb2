/// The person or body behind mentions in one article.
public struct Speaker: Hashable, Sendable {
  /// What kind of speaker it is.
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    case person
    case organization
    /// Somebody whom the text does not name: `a senior official`.
    case unnamed
  }

  /// The fullest name without title that the article, or the user's list, gives: `Ana Ruiz`.
  public var name: String
  /// Every form by which the article names the speaker, the most frequent first.
  public var aliases: [String]
  public var kind: Kind
  public var gender: Gender
  /// The identifier in the user's own list of people, if the speaker is on it.
  public var identifier: String?
  /// The words of the titles and roles that the article gives, lower case and sorted: `mayor`.
  public var roles: [String]

  public init(
    name: String, aliases: [String] = [], kind: Kind, gender: Gender = .unknown,
    identifier: String? = nil, roles: [String] = []
  ) {
    self.name = name
    self.aliases = aliases
    self.kind = kind
    self.gender = gender
    self.identifier = identifier
    self.roles = roles
  }
}
