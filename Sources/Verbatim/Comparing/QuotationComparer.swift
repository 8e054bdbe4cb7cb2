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
    /// How much work one comparison may take.
    public var limits = WordingLimits()
    /// The number of threads; the result does not depend on it.
    public var jobs = 1

    public init() {}
  }

  public let options: Options
  private let comparer: WordingComparer
  private var articles: [ComparableArticle] = []
  private let people: ComparedPeople

  /// - Parameters:
  ///   - knownPeople: The user's own list of people, as the articles were analysed with it.
  ///   - corrections: What users have said about who is who.
  public init(
    options: Options = Options(), knownPeople: [KnownPerson] = [],
    corrections: PeopleCorrections = PeopleCorrections()
  ) {
    self.options = options
    comparer = WordingComparer(limits: options.limits)
    people = ComparedPeople(knownPeople: knownPeople, corrections: corrections)
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
    let index = RenderingIndex(articles, people: people, comparer: comparer)
    let grouper = RenderingGrouper(comparer: comparer, jobs: options.jobs)
    let groups = grouper.groups(of: index.witnesses) { index.words(ofPassage: $0) }
    return GroupWriter(index: index, grouper: grouper, options: options).write(groups)
  }
}
