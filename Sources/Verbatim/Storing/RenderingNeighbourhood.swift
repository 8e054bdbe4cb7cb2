internal import Passages
internal import Prose
internal import Reports
internal import Speakers
internal import Store
internal import Wording

/// Groups new passages with those of a store that they may belong with, and leaves the rest alone.
///
/// Each new passage is looked for in the store by its passage index, and so is what a removed one leaves
/// behind. The groups of what is found, and of what stands beside it, are taken apart, and grouped anew
/// together with the new passages. So a
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

  /// What was read of a store, and is worth keeping from one batch to the next: news of one day leads
  /// to the same articles.
  struct Memory {
    var articles: [Number: ComparableArticle] = [:]
    /// What the passage index found for passages of articles that are in the store. What was stored
    /// since is not in it, but that was looked for itself.
    var places: [Number: [Int: [PassagePlace]]] = [:]
  }

  let source: Source
  let passages: StoredPassages
  var grouping: StoredGrouping?
  let comparer: WordingComparer
  /// The articles that are not to be found.
  let excluded: Set<Number>
  var memory: Memory
  /// The passages that are grouped, by article.
  var gathered: [Number: Set<Int>] = [:]
  /// The articles that are new.
  var added: Set<Number> = []
  /// The wordings that were taken from each group.
  var forgotten: [Int64: Set<WordDigest>] = [:]
  /// The groups that are taken apart.
  var groups: Set<Int64> = []
  /// How many renderings each of them has.
  var sizes: [Int64: Int] = [:]

  /// - Parameters:
  ///   - memory: What was read already.
  ///   - excluded: The numbers of articles that are not to be found.
  init(
    _ source: Source, comparer: WordingComparer, memory: Memory = Memory(),
    excluded: Set<Number> = []
  ) throws(StoreFailure) {
    self.source = source
    self.comparer = comparer
    self.excluded = excluded
    self.memory = memory
    passages = try source.passages()
    let grouping = try source.grouping()
    self.grouping = grouping?.isCurrent == true ? grouping : nil
  }

  // MARK: Grouping

  /// Groups what was gathered.
  func grouped(_ people: ComparedPeople, jobs: Int) -> Result {
    let numbers = gathered.keys.sorted()
    let isGathered = { (article: Int, passage: Int) in
      gathered[numbers[article]]?.contains(passage) ?? false
    }
    let index = RenderingIndex(
      numbers.compactMap { memory.articles[$0] }, people: people, comparer: comparer,
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
