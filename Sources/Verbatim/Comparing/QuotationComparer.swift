public import Reports
public import Speakers
public import Wording

/// Brings together what several articles print of one utterance, and says where they differ.
///
///     var comparer = QuotationComparer()
///     for article in articles {
///       comparer.add(comparer.read(analyzer.analyze(article)))
///     }
///     for group in comparer.groups() { … }
///
/// The groups depend on the set of the articles only, not on their order.
public struct QuotationComparer: Sendable {
  public struct Options: Hashable, Sendable {
    /// The house style that verdicts follow.
    public var profile = Profile.neutral
    /// How the words were given; nil if it is not known.
    public var medium: Profile.Medium?
    /// How many articles must print an utterance; with 1, one that repeats itself will do.
    public var leastArticles = 2
    /// Whether articles of one outlet do not make a group.
    public var needsSeveralOutlets = false
    /// The number of threads; the result does not depend on it.
    public var jobs = 1

    public init() {}
  }

  public let options: Options
  private let comparer = WordingComparer()
  private var articles: [ComparableArticle] = []
  private let knownPeople: [KnownPerson]

  /// - Parameter knownPeople: The user's own list of people, as the articles were analysed with it.
  public init(options: Options = Options(), knownPeople: [KnownPerson] = []) {
    self.options = options
    self.knownPeople = knownPeople
  }

  /// What a comparison needs of an article; to be called on any thread.
  public func read(_ attributed: AttributedArticle) -> ComparableArticle {
    ComparableArticle(attributed, comparer: comparer)
  }

  /// Adds an article.
  public mutating func add(_ article: ComparableArticle) { articles.append(article) }

  /// The utterances that enough articles print, those first that an editor should see first.
  ///
  /// - Complexity: about O(*n*) in the words of all quotations.
  public func groups() -> [UtteranceGroup] {
    let index = RenderingIndex(articles, knownPeople: knownPeople, comparer: comparer)
    let grouper = RenderingGrouper(comparer: comparer, jobs: options.jobs)
    let groups = grouper.groups(of: index.witnesses) { index.words(ofPassage: $0) }
      .map { GroupMember.members(of: $0, in: index) }.filter { isWanted($0, in: index) }
    let writer = GroupWriter(index: index, grouper: grouper, options: options)
    return Parallel.map(groups, blockSize: 64, jobs: options.jobs) { writer.group(of: $0) }
      .sorted { $0.precedes($1) }
  }

  private func isWanted(_ members: [GroupMember], in index: RenderingIndex) -> Bool {
    guard members.count > 1, Set(members.map(\.article)).count >= options.leastArticles else {
      return false
    }
    guard options.needsSeveralOutlets else { return true }
    // What names no outlet is an outlet of its own.
    return Set(members.map { $0.outlet ?? -1 - $0.article }).count > 1
  }
}
