/// Brings the renderings of one utterance together across a corpus.
///
///     let grouper = RenderingGrouper(comparer: comparer)
///     let groups = grouper.groups(of: witnesses) { words[$0] }
///     let apparatus = grouper.apparatus(of: groups[0].map { words[$0] })
///
/// Renderings that may belong together are found through the rare words and word pairs that they
/// share, never by comparing all with all; the comparer decides each such pair, and the decisions
/// are joined into groups so that a fragment that fits two utterances does not make them one. The
/// groups depend on the set of the renderings only, not on their order nor on the number of threads.
///
/// A wording that is too common to tell (*at the end of the day*) is nobody's utterance: its
/// renderings come together only if one person said them at one time.
public struct RenderingGrouper: Sendable {
  /// Where the search stops looking.
  public struct Options: Hashable, Sendable {
    /// How many renderings that share a word or word pair are looked at; of more, the fullest stand
    /// for all.
    public var longestPosting = 64
    /// How many words and word pairs of a rendering are looked up, the rarest first.
    public var lookedUpFeatures = 24
    /// How many others a rendering is compared with, the likeliest first.
    public var candidates = 16
    /// The days between publications up to which two short wordings can be one remark.
    public var daysOfOneRemark = 3
    /// How many renderings the corpus has that the given ones were taken from, if they are a part of one:
    /// the more, the likelier is a stranger that looks alike.
    public var corpusCount = 0

    public init() {}
  }

  let comparer: WordingComparer
  let options: Options
  /// The number of threads.
  let jobs: Int

  public init(comparer: WordingComparer, options: Options = Options(), jobs: Int = 1) {
    self.comparer = comparer
    self.options = options
    self.jobs = max(1, jobs)
  }

  /// The groups, each with the indices of its renderings in ascending order; a rendering without
  /// a companion is a group of its own. The groups are in the order of their first renderings.
  ///
  /// - Parameter words: Gives the words of the rendering at an index; called on any thread, for the
  ///   few that must be aligned, so that they may as well be read anew each time.
  /// - Complexity: about O(*n*) in the words of all renderings.
  public func groups(
    of witnesses: [Witness], words: @escaping @Sendable (Int) -> WordSequence
  ) -> [[Int]] {
    grouping(of: witnesses, words: words).groups
  }

  /// The groups of some renderings, with what is known then of the corpus that they make.
  public struct Grouping: Sendable {
    /// As ``RenderingGrouper/groups(of:words:)`` gives them.
    public var groups: [[Int]]
    /// How common the words are among the renderings, the new ones included.
    public var corpus: WordingCorpus
  }

  /// Groups renderings that are all of a corpus, or those of a corpus that concern each other.
  ///
  /// Renderings of a corpus that was grouped before, and new ones beside them, come out as they would
  /// among all of it as far as all are given that are alike.
  ///
  /// - Parameters:
  ///   - corpus: What is known of the whole of which `witnesses` are a part; nil if they are all.
  ///   - isNew: Whether a rendering, by its index, is not counted in `corpus`.
  ///   - words: See ``groups(of:words:)``.
  /// - Complexity: about O(*n*) in the words of the renderings given.
  public func grouping(
    of witnesses: [Witness], within corpus: WordingCorpus? = nil,
    isNew: (Int) -> Bool = { _ in false },
    words: @escaping @Sendable (Int) -> WordSequence
  ) -> Grouping {
    let table = WordingTable(
      witnesses, corpus: corpus, isNew: isNew, options: options, jobs: jobs)
    let pairs = CandidateSearch(table, options: options).pairs(jobs: jobs)
    let judge = PairJudge(
      table: table, comparer: comparer,
      corpusCount: max(
        options.corpusCount, corpus == nil ? 0 : table.corpus.wordingCount, table.entries.count),
      words: words)
    let decisions = Parallel.blocks(of: pairs.count, jobs: jobs) { range in
      var memory = PairJudge.Memory()
      return pairs[range].compactMap { pair -> PairJudge.Decision? in
        let decision = judge.decide(Int(pair.first), Int(pair.second), &memory)
        if case .unrelated = decision { return nil }
        return decision
      }
    }.flatMap(\.self)
    var builder = GroupBuilder(table: table, judge: judge)
    builder.join(decisions)
    let neighbours = table.neighbours(of: decisions, witnesses)
      .filter { !builder.areTogether(Int($0.first), Int($0.second)) }
    builder.join(
      Parallel.map(neighbours, jobs: jobs) { judge.linkInPlace(Int($0.first), Int($0.second)) }
        .compactMap { $0.map(PairJudge.Decision.link) })
    return Grouping(groups: builder.groups(), corpus: table.corpus)
  }
}
