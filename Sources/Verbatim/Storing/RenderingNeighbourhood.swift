internal import Passages
internal import Prose
internal import Reports
internal import Speakers
internal import Store
internal import Wording

/// Groups new passages with those of a store that they may belong with, and leaves the rest alone.
///
/// Each new passage is looked for in the store by its passage index. The groups of what is found, and
/// of what stands beside it, are taken apart, and grouped anew together with the new passages. So a
/// new passage may join a group, tie two together, or part what was held together for want of
/// something better; groups in which nothing like it was found stay as they are.
struct RenderingNeighbourhood<Source: GroupedArticles> {
  /// An article by its number in the store; a negative one for an article that is not there.
  typealias Number = Int64

  /// What was gathered, grouped.
  struct Result {
    /// All passages of the articles.
    var index: RenderingIndex
    /// The numbers of the articles.
    var numbers: [Number]
    var grouper: RenderingGrouper
    /// The numbers of the passages of each group.
    var groups: [[Int]]
    /// How the store's renderings were grouped, the new ones counted; nil if it keeps no groups.
    var grouping: StoredGrouping?
  }

  private let source: Source
  private let passages: StoredPassages
  private var grouping: StoredGrouping?
  private let comparer: WordingComparer
  /// The articles that are not to be found.
  private let excluded: Set<Number>
  private(set) var articles: [Number: ComparableArticle]
  /// The passages that are grouped, by article.
  private var gathered: [Number: Set<Int>] = [:]
  /// The articles that are new.
  private var added: Set<Number> = []
  /// The wordings that were taken from each group.
  private var forgotten: [Int64: Set<WordDigest>] = [:]
  /// The groups that are taken apart.
  private(set) var groups: Set<Int64> = []

  /// - Parameters:
  ///   - known: Articles that were read already.
  ///   - excluded: The numbers of articles that are not to be found.
  init(
    _ source: Source, comparer: WordingComparer, known: [Number: ComparableArticle] = [:],
    excluded: Set<Number> = []
  ) throws(StoreFailure) {
    self.source = source
    self.comparer = comparer
    self.excluded = excluded
    articles = known
    passages = try source.passages()
    let grouping = try source.grouping()
    self.grouping = grouping?.isCurrent == true ? grouping : nil
  }

  // MARK: Gathering

  /// Adds a new article, all of whose passages are to be grouped.
  mutating func add(_ number: Number, _ article: ComparableArticle) {
    articles[number] = article
    gathered[number] = Set(article.passages.indices)
    added.insert(number)
  }

  /// Adds the groups that an article is taken from, with what their renderings may belong with now.
  ///
  /// - Parameter renderings: What the article, which is there no more, had in groups.
  mutating func remove(
    _ article: ComparableArticle, _ renderings: [StoredRendering]
  ) throws(StoreFailure) {
    for rendering in renderings where article.passages.indices.contains(rendering.passage) {
      try addGroup(rendering.group)
      let words = article.passages[rendering.passage].words
      let isLast = forgotten[rendering.group, default: []].insert(words).inserted
      if isLast, try !hasWording(words, inGroup: rendering.group) {
        grouping?.corpus.remove(words)
      }
    }
  }

  /// Whether a rendering of a group has the very words.
  private mutating func hasWording(
    _ words: WordDigest, inGroup group: Int64
  ) throws(StoreFailure) -> Bool {
    for rendering in try source.renderings(inGroup: group) {
      guard let article = try article(rendering.article) else { continue }
      if article.passages.indices.contains(rendering.passage),
        article.passages[rendering.passage].words == words
      {
        return true
      }
    }
    return false
  }

  /// Adds the renderings of a group.
  mutating func addGroup(_ group: Int64) throws(StoreFailure) {
    guard groups.insert(group).inserted else { return }
    for rendering in try source.renderings(inGroup: group)
    where !excluded.contains(rendering.article) && !added.contains(rendering.article) {
      guard try article(rendering.article) != nil else { continue }
      gathered[rendering.article, default: []].insert(rendering.passage)
    }
  }

  /// Adds what the passages of a new article may belong with.
  mutating func addCompanions(of number: Number) throws(StoreFailure) {
    guard let article = articles[number] else { return }
    for passage in article.passages {
      let pieces = article.quotations[passage.quotation].pieces[passage.pieces].map(\.text)
      for part in parts(of: comparer.read(Rendering(pieces: pieces))) {
        let places = try passages.search(part, options: Self.searching).places
        for place in places where !added.contains(place.document) { try addPassages(at: place) }
      }
    }
  }

  /// Adds the passages at a place, and those beside them: what is translated or retold is recognised
  /// by what stands beside it.
  private mutating func addPassages(at place: PassagePlace) throws(StoreFailure) {
    let number = place.document
    guard !excluded.contains(number) else { return }
    if grouping != nil {
      let renderings = try source.renderings(of: number)
      for index in renderings.indices where renderings[index].span.overlaps(place.bytes) {
        for near in renderings[max(0, index - 1)..<min(renderings.count, index + 2)] {
          try addGroup(near.group)
        }
      }
    } else if let article = try article(number) {
      for index in article.passages.indices
      where article.span(ofPassage: index).overlaps(place.bytes) {
        gathered[number, default: []].formUnion(
          max(0, index - 1)..<min(article.passages.count, index + 2))
      }
    }
  }

  private mutating func article(_ number: Number) throws(StoreFailure) -> ComparableArticle? {
    if let article = articles[number] { return article }
    guard let stored = try source.article(number) else { return nil }
    let article = ComparableArticle(stored.attributed, comparer: comparer)
    articles[number] = article
    return article
  }

  /// A passage in stretches of so few words that a part of it which stands elsewhere is found.
  private func parts(of words: WordSequence) -> [WordSequence] {
    let count = words.words.count
    guard count > Self.mostWords else { return count > 0 ? [words] : [] }
    let partCount = (count + Self.mostWords - 1) / Self.mostWords
    return (0..<partCount).map { part in
      let range = part * count / partCount..<(part + 1) * count / partCount
      return comparer.read(Rendering(text: words.text, pieces: [words.span(of: range)]))
    }
  }

  // MARK: Grouping

  /// Groups what was gathered.
  func grouped(_ people: ComparedPeople, jobs: Int) -> Result {
    let numbers = gathered.keys.sorted()
    let isGathered = { (article: Int, passage: Int) in
      gathered[numbers[article]]?.contains(passage) ?? false
    }
    let index = RenderingIndex(
      numbers.compactMap { articles[$0] }, people: people, comparer: comparer,
      isKept: isGathered)
    let grouper = RenderingGrouper(comparer: comparer, jobs: jobs)
    let grouping = grouper.grouping(of: index.witnesses, within: self.grouping?.corpus) {
      added.contains(numbers[index.places[$0].article])
    } words: {
      index.words(ofPassage: $0)
    }
    var stored = self.grouping
    stored?.corpus = grouping.corpus
    return Result(
      index: index, numbers: numbers, grouper: grouper,
      groups: index.completed(grouping.groups, isKept: isGathered), grouping: stored)
  }

  /// What shares less can hardly be a rendering of a stretch of forty words, and among all renderings,
  /// too, each is compared with the likeliest only.
  private static var searching: PassageSearcher.Options {
    PassageSearcher.Options(limit: 24, minimumCoverage: 0.12, minimumShareOfBest: 0.12)
  }

  private static var mostWords: Int { 40 }
}

extension ComparableArticle {
  /// From the first to the last piece of a passage.
  func span(ofPassage number: Int) -> TextSpan {
    let passage = passages[number]
    let pieces = quotations[passage.quotation].pieces[passage.pieces]
    let start = pieces.map(\.utf8.lowerBound).min() ?? 0
    return TextSpan(start, pieces.map(\.utf8.upperBound).max() ?? start)
  }

  /// A passage as a row of a store.
  func rendering(_ passage: Int, ofArticle number: Int64, inGroup group: Int64) -> StoredRendering {
    StoredRendering(
      article: number, passage: passage, quotation: passages[passage].quotation,
      span: span(ofPassage: passage), group: group)
  }
}
