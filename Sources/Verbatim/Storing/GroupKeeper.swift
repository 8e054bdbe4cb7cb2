internal import Reports
internal import Speakers
internal import Store
internal import Wording

/// Keeps the groups of a store up to date while articles come and go.
final class GroupKeeper {
  private let comparer: WordingComparer
  private let corrections: PeopleCorrections
  private let jobs: Int
  /// What was read for earlier batches.
  private var memory = RenderingNeighbourhood<StoreTransaction>.Memory()

  private static let mostRecent = 1024

  init(comparer: WordingComparer, corrections: PeopleCorrections, jobs: Int) {
    self.comparer = comparer
    self.corrections = corrections
    self.jobs = jobs
  }

  /// Groups what a transaction inserted, and what it took companions from.
  ///
  /// - Parameter put: The articles that were put, in the order of the changes.
  func update(_ transaction: StoreTransaction, put: [ComparableArticle]) throws {
    var neighbourhood = try RenderingNeighbourhood(
      transaction, comparer: comparer, memory: memory)
    let inserted = zip(transaction.inserted, put).compactMap { number, article in
      number.map { ($0, article) }
    }
    for (number, article) in inserted { neighbourhood.add(number, article) }
    for removed in transaction.removed {
      try neighbourhood.remove(
        ComparableArticle(removed.article, comparer: comparer), removed.renderings)
    }
    try neighbourhood.addCompanionsOfBereaved()
    for (number, _) in inserted { try neighbourhood.addCompanions(of: number) }
    try neighbourhood.addBeside()
    let result = neighbourhood.grouped(ComparedPeople(corrections: corrections), jobs: jobs)
    try write(result, instead: neighbourhood.groups, transaction)
    if let grouping = result.grouping { try transaction.setGrouping(grouping) }
    memory =
      neighbourhood.memory.articles.count > Self.mostRecent ? .init() : neighbourhood.memory
  }

  /// Writes groups, which keep the numbers of those that they are made of as far as they can.
  private func write(
    _ result: RenderingNeighbourhood<StoreTransaction>.Result, instead old: Set<Int64>,
    _ transaction: StoreTransaction
  ) throws(StoreFailure) {
    var known: [Int64: [Int: Int64]] = [:]
    for group in old.sorted() {
      for rendering in try transaction.renderings(inGroup: group) {
        known[rendering.article, default: [:]][rendering.passage] = group
      }
    }
    var free = old
    var next = try transaction.nextGroup()
    for members in result.groups {
      let places = members.map { result.index.places[$0] }
      let former = places.compactMap { known[result.numbers[$0.article]]?[$0.passage] }
      let number: Int64
      if let kept = former.first(where: { free.contains($0) }) {
        free.remove(kept)
        number = kept
      } else {
        number = next
        next += 1
      }
      try transaction.put(
        places.map { place in
          result.index.articles[place.article].rendering(
            place.passage, ofArticle: result.numbers[place.article], inGroup: number)
        })
    }
  }
}

extension StoreIndexer {
  /// Groups the renderings of all articles of a store, and keeps the groups: from then on every run
  /// of indexing keeps them up to date.
  ///
  /// Incremental grouping looks at what is near; this looks at everything, as comparing the articles
  /// does. It takes memory in proportion to the quotations, and one transaction.
  public func regroup(_ store: StoreWriter) throws(StoreFailure) {
    let comparer = WordingComparer()
    var articles: [ComparableArticle] = []
    var numbers: [Int64] = []
    do {
      var stored = store.articles()
      try stored.mapStored(jobs: options.jobs) {
        ($0.number, ComparableArticle($0.attributed, comparer: comparer))
      } consume: { number, article in
        numbers.append(number)
        articles.append(article)
      }
    } catch let error as StoreFailure {
      throw error
    } catch {
      preconditionFailure("reading a store throws its failures only: \(error)")
    }
    let index = RenderingIndex(
      articles, people: ComparedPeople(corrections: try store.corrections()), comparer: comparer)
    let grouping = RenderingGrouper(comparer: comparer, jobs: options.jobs).grouping(
      of: index.witnesses
    ) { index.words(ofPassage: $0) }
    var renderings: [StoredRendering] = []
    renderings.reserveCapacity(index.places.count)
    for (group, members) in index.completed(grouping.groups).enumerated() {
      for place in members.map({ index.places[$0] }) {
        renderings.append(
          articles[place.article].rendering(
            place.passage, ofArticle: numbers[place.article], inGroup: Int64(group + 1)))
      }
    }
    try store.setGroups(
      renderings,
      StoredGrouping(
        rules: StoredGrouping.currentRules, corpus: grouping.corpus,
        renderingCount: renderings.count))
  }
}
