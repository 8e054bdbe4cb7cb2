public import Speakers

/// A person or body across the articles of a store.
public struct StoredPerson: Hashable, Sendable {
  public var speaker: Speaker
  /// The names that articles give the speaker as a whole, which corrections can speak of.
  public var names: [String] = []
  /// The number of articles in which the person speaks.
  public var articleCount: Int
  /// The number of quotations that are credited to the person.
  public var quotationCount = 0
  /// The outlets that print these, those with most articles first.
  public var outlets: [Outlet] = []
  /// The dates of the first and the last of the articles, as these give them.
  public var firstDate: String?
  public var lastDate: String?
  /// What was merged, and why.
  public var merges: [PersonMerge]

  init(_ person: ResolvedPerson) {
    speaker = person.speaker
    articleCount = person.articleCount
    merges = person.merges
  }

  /// An outlet with the number of its articles in which a person speaks.
  public struct Outlet: Hashable, Sendable {
    public var name: String
    public var articleCount: Int
  }
}
