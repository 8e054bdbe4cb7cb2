/// A person on the user's own list: what the list says wins over every guess.
public struct KnownPerson: Hashable, Sendable {
  /// The name as the user wants it reported.
  public var name: String
  /// Other forms of the name, in the order of the list.
  public var aliases: [String]
  /// What identifies the person in the user's own data.
  public var identifier: String?
  /// The gender that pronouns agree with; `.unknown` when the list does not say.
  public var gender: Gender

  public init(
    name: String, aliases: [String] = [], identifier: String? = nil, gender: Gender = .unknown
  ) {
    self.name = name
    self.aliases = aliases
    self.identifier = identifier
    self.gender = gender
  }
}
