internal import Corpus
public import Reports
public import Speakers
public import Store
internal import Wording

/// Compares the renderings of a store without grouping them anew: from the groups that it keeps, or
/// those of a few articles with what the store has of the same utterances.
public struct StoreComparer {
  /// What a comparison found.
  public struct Result: Sendable {
    /// Those first that an editor should see first.
    public var groups: [UtteranceGroup]
    /// How many articles were compared.
    public var articleCount: Int
    /// How many quotations were compared.
    public var quotationCount: Int
  }

  private let reader: StoreReader
  private let options: QuotationComparer.Options
  private let comparer: WordingComparer
  private let people: ComparedPeople

  /// - Parameter knownPeople: The user's own list of people, as given articles were analysed with it.
  public init(
    _ reader: StoreReader, options: QuotationComparer.Options, knownPeople: [KnownPerson] = []
  ) throws(StoreFailure) {
    self.reader = reader
    self.options = options
    comparer = WordingComparer(limits: options.limits)
    people = ComparedPeople(
      knownPeople: knownPeople, corrections: try reader.corrections())
  }

  /// What all articles of the store print, from the groups that it keeps.
  ///
  /// - Returns: nil if it keeps none, or such as another version of the program made.
  /// - Complexity: O(*n*) in the articles of groups with several renderings, and in the speakers of
  ///   the store.
  public func groups() throws(StoreFailure) -> Result? {
    guard let grouping = try reader.grouping(), grouping.isCurrent else { return nil }
    let kept = try reader.groups(leastArticles: options.leastArticles)
    var articles: [ComparableArticle] = []
    var indices: [Int64: Int] = [:]
    for number in Set(kept.joined().map(\.article)).sorted() {
      guard let article = try reader.article(number) else { continue }
      indices[number] = articles.count
      articles.append(ComparableArticle(article.attributed, comparer: comparer))
    }
    let index = RenderingIndex(
      articles, people: try peopleOfStore(besides: Set(indices.keys)), comparer: comparer)
    var numbers: [[Int]] = articles.map { Array(repeating: 0, count: $0.passages.count) }
    for (number, place) in index.places.enumerated() {
      numbers[place.article][place.passage] = number
    }
    let groups = kept.map { group in
      group.compactMap { rendering -> Int? in
        guard let article = indices[rendering.article],
          numbers[article].indices.contains(rendering.passage)
        else { return nil }
        return numbers[article][rendering.passage]
      }.sorted()
    }
    let writer = GroupWriter(
      index: index, grouper: RenderingGrouper(comparer: comparer, jobs: options.jobs),
      options: options)
    return Result(
      groups: writer.write(groups), articleCount: try reader.extent().articles,
      quotationCount: try reader.comparedQuotationCount())
  }

  /// What given articles print, and what the store has of the same utterances. Where the store holds
  /// an article of the same place, the given one stands for it.
  ///
  /// - Parameter given: As ``QuotationComparer/read(_:)`` gives them.
  /// - Returns: The groups that a given article takes part in; the counts are those of the given
  ///   articles.
  /// - Complexity: That of searching the store for each quotation.
  public func groups(with given: [ComparableArticle]) throws(StoreFailure) -> Result {
    let excluded = try numbers(of: given)
    var neighbourhood = try RenderingNeighbourhood(reader, comparer: comparer, excluded: excluded)
    for (index, article) in given.enumerated() { neighbourhood.add(-1 - Int64(index), article) }
    for index in given.indices { try neighbourhood.addCompanions(of: -1 - Int64(index)) }
    let result = neighbourhood.grouped(
      try peopleOfStore(besides: excluded.union(neighbourhood.memory.articles.keys)),
      jobs: options.jobs)
    let writer = GroupWriter(index: result.index, grouper: result.grouper, options: options)
    let groups = result.groups.filter { members in
      members.contains { result.numbers[result.index.places[$0].article] < 0 }
    }
    return Result(
      groups: writer.write(groups), articleCount: given.count,
      quotationCount: given.reduce(0) { $0 + $1.quotationCount })
  }

  /// The numbers of the articles that were read from the same places as given ones. Of several in one
  /// file it is the one of the same name; alone in a file, an article has its name from how the
  /// file was given.
  private func numbers(of given: [ComparableArticle]) throws(StoreFailure) -> Set<Int64> {
    var location = FileLocation()
    var numbers: Set<Int64> = []
    for article in given {
      guard let path = article.article.path else { continue }
      let place = location.absolute(path)
      let named = try reader.known(ArticleKey(location: place, name: article.article.id))
      if let named {
        numbers.insert(named.number)
      } else {
        var found: [Int64] = []
        try reader.forEachArticle(below: place) { number, _ in found.append(number) }
        if found.count == 1 { numbers.insert(found[0]) }
      }
    }
    return numbers
  }

  /// Who speaks in the articles that are not compared tells who the others are.
  private func peopleOfStore(
    besides others: Set<Int64>
  ) throws(StoreFailure) -> ComparedPeople {
    var people = people
    try reader.forEachArticleSpeakers { article in
      guard !others.contains(article.article) else { return }
      people.bystanders.append(
        .init(
          id: article.id, path: article.path, outlet: article.outlet, speakers: article.speakers))
    }
    return people
  }
}
