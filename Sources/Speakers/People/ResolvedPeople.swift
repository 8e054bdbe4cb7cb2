/// The people behind the speakers of a run.
public struct ResolvedPeople: Sendable {
  /// The people, in an order that depends on their names only.
  public let people: [ResolvedPerson]
  /// The index of the person of each speaker of each article.
  private let indices: [[Int]]

  init(people: [ResolvedPerson], indices: [[Int]]) {
    self.people = people
    self.indices = indices
  }

  /// The same speakers behind people that are described otherwise.
  func mapPeople(_ transform: (ResolvedPerson) -> ResolvedPerson) -> ResolvedPeople {
    ResolvedPeople(people: people.map(transform), indices: indices)
  }

  /// The index in ``people`` of a speaker's person.
  ///
  /// - Parameters:
  ///   - speaker: The place of the speaker among those that were added with the article.
  ///   - article: What ``PeopleRegistry/add(_:article:outlet:)`` gave for the article.
  public func index(ofSpeaker speaker: Int, inArticle article: Int) -> Int? {
    guard indices.indices.contains(article), indices[article].indices.contains(speaker) else {
      return nil
    }
    return indices[article][speaker]
  }

  /// The person of a speaker.
  public subscript(speaker speaker: Int, article article: Int) -> ResolvedPerson? {
    index(ofSpeaker: speaker, inArticle: article).map { people[$0] }
  }
}

/// A speaker across articles.
public struct ResolvedPerson: Hashable, Sendable {
  /// The person as a speaker: with the fullest name that is frequent, and the aliases of all
  /// articles, the most frequent first.
  public var speaker: Speaker
  /// The number of articles in which the person speaks.
  public var articleCount: Int
  /// What was merged, and why; empty when there was nothing to merge.
  public var merges: [PersonMerge]

  public init(speaker: Speaker, articleCount: Int, merges: [PersonMerge] = []) {
    self.speaker = speaker
    self.articleCount = articleCount
    self.merges = merges
  }
}

/// Two names that were taken for one person's.
public struct PersonMerge: Hashable, Sendable {
  /// What the merge rests on.
  public enum Reason: String, Hashable, Sendable, CaseIterable {
    /// The user's list gives both the same identifier, or one of them a name of the other.
    case list
    /// The same name apart from case, accents, apostrophes and hyphens.
    case name
    /// An initial, a nickname, or a middle name that one of them does not have.
    case shortForm = "short-form"
    /// Two romanizations of one name.
    case romanization
    /// Two names that sound alike, and further facts.
    case sound
    /// A misprint, and further facts.
    case misprint
    /// A surname that only one person of the run has, who speaks often or shares a role or other
    /// people with the article.
    case surname
    /// A surname that several have, of whom one shares a role or other people with the article.
    case surnameInContext = "surname-in-context"
    /// A surname that several have, of whom one speaks far more often than the others.
    case surnameOfMost = "surname-of-most"
    /// One word that nobody has for a surname, in several articles.
    case singleName = "single-name"
    /// An abbreviation of the body's name.
    case acronym
  }

  public var name: String
  public var otherName: String
  public var reason: Reason
  /// The words of the roles that both have.
  public var sharedRoles: [String]
  /// How many other people their articles have in common.
  public var sharedCompany: Int

  public init(
    name: String, otherName: String, reason: Reason, sharedRoles: [String] = [],
    sharedCompany: Int = 0
  ) {
    self.name = name
    self.otherName = otherName
    self.reason = reason
    self.sharedRoles = sharedRoles
    self.sharedCompany = sharedCompany
  }
}
