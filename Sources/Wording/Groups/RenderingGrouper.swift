/// Brings the renderings of one utterance together across a corpus.
///
///     let grouper = RenderingGrouper(comparer: comparer)
///     let groups = grouper.groups(of: witnesses)
///     let apparatus = grouper.apparatus(of: groups[0].map { witnesses[$0] })
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
  /// - Complexity: about O(*n*) in the words of all renderings.
  public func groups(of witnesses: [Witness]) -> [[Int]] {
    let table = WordingTable(witnesses, comparer: comparer, options: options, jobs: jobs)
    let pairs = CandidateSearch(table, options: options).pairs(jobs: jobs)
    let judge = PairJudge(table: table, comparer: comparer)
    let decisions = Parallel.map(pairs, jobs: jobs) { judge.decide(Int($0.first), Int($0.second)) }
    var builder = GroupBuilder(table: table, judge: judge)
    builder.join(decisions)
    let neighbours = table.neighbours(of: decisions, witnesses)
    builder.join(
      Parallel.map(neighbours, jobs: jobs) { judge.linkInPlace(Int($0.first), Int($0.second)) }
        .map { $0.map(PairJudge.Decision.link) ?? .unrelated })
    return builder.groups()
  }
}
