public import Speakers

/// A person or body of a corpus, as a report shows it.
public struct PersonEntry: Hashable, Sendable {
  public var speaker: Speaker
  public var articleCount: Int
  public var quotationCount: Int
  /// The outlets with the number of their articles, those with most first.
  public var outlets: [Outlet]
  public var firstDate: String?
  public var lastDate: String?

  public init(
    speaker: Speaker, articleCount: Int, quotationCount: Int, outlets: [Outlet],
    firstDate: String?, lastDate: String?
  ) {
    self.speaker = speaker
    self.articleCount = articleCount
    self.quotationCount = quotationCount
    self.outlets = outlets
    self.firstDate = firstDate
    self.lastDate = lastDate
  }

  /// An outlet with the number of its articles in which somebody speaks.
  public struct Outlet: Hashable, Sendable {
    public var name: String
    public var articleCount: Int

    public init(name: String, articleCount: Int) {
      self.name = name
      self.articleCount = articleCount
    }
  }

  /// The other forms of the name.
  var otherNames: [String] { speaker.aliases.filter { $0 != speaker.name } }
}
