/// Joins linked wordings into groups, the strongest links first.
///
/// A link alone does not join two groups: *We will fight* stands in many speeches, and would make
/// one of all. What a wording shares with a new companion must be in its other companions too, where
/// these hold the same part of it; otherwise the wording stays with those that it fits better,
/// whose links are the stronger and were made before. And what one article prints as two utterances
/// are two.
struct GroupBuilder {
  private let table: WordingTable
  private let judge: PairJudge
  private var parent: [Int]
  private var neighbours: [[PairJudge.Link]]
  /// For each group those that it must not be joined with, by their roots.
  private var rivals: [Int: Set<Int>] = [:]
  private var judged: [CandidateSearch.Pair: Bool] = [:]

  init(table: WordingTable, judge: PairJudge) {
    self.table = table
    self.judge = judge
    parent = Array(table.entries.indices)
    neighbours = Array(repeating: [], count: table.entries.count)
  }

  mutating func join(_ decisions: [PairJudge.Decision]) {
    var links: [PairJudge.Link] = []
    for decision in decisions {
      switch decision {
      case .link(let link):
        links.append(link)
        neighbours[link.a].append(link)
        neighbours[link.b].append(link)
      case .rivals(let a, let b):
        rivals[a, default: []].insert(b)
        rivals[b, default: []].insert(a)
      case .unrelated:
        break
      }
    }
    links.sort { x, y in
      if x.strength != y.strength { return x.strength > y.strength }
      return x.a != y.a ? x.a < y.a : x.b < y.b
    }
    for link in links {
      let (a, b) = (root(link.a), root(link.b))
      if a != b, !(rivals[a]?.contains(b) ?? false), fits(link, at: link.a, in: a),
        fits(link, at: link.b, in: b)
      {
        unite(min(a, b), max(a, b))
      }
    }
  }

  /// Makes one group of two; the rivals of either are the rivals of both.
  private mutating func unite(_ root: Int, _ other: Int) {
    parent[other] = root
    guard let added = rivals.removeValue(forKey: other) else { return }
    for rival in added {
      rivals[rival]?.remove(other)
      rivals[rival]?.insert(root)
    }
    rivals[root, default: []].formUnion(added)
  }

  /// The groups of renderings.
  mutating func groups() -> [[Int]] {
    var members: [Int: [Int]] = [:]
    for entry in table.entries.indices {
      members[root(entry), default: []] += table.entries[entry].witnesses
    }
    return members.values.map { $0.sorted() }.sorted { $0[0] < $1[0] }
  }

  /// Whether the companions that a wording has agree with a new one.
  ///
  /// Only those have a say that share with the wording what the new one shares, and have more than
  /// its own words. The weight of their links decides.
  private mutating func fits(_ link: PairJudge.Link, at entry: Int, in group: Int) -> Bool {
    let other = link.a == entry ? link.b : link.a
    let stretch = link.stretch(at: entry)
    var witnesses: [(entry: Int, strength: Double)] = []
    for own in neighbours[entry] {
      let companion = own.a == entry ? own.b : own.a
      guard companion != other, root(companion) == group else { continue }
      if own.isPure, wordCount(companion) <= wordCount(entry) { continue }
      let common = Self.overlap(stretch, own.stretch(at: entry))
      guard common * 2 >= min(stretch.count, own.stretch(at: entry).count) else { continue }
      witnesses.append((companion, own.strength))
    }
    guard !witnesses.isEmpty else { return true }
    witnesses.sort { $0.strength != $1.strength ? $0.strength > $1.strength : $0.entry < $1.entry }
    var agreement = 0.0
    for witness in witnesses.prefix(Self.mostWitnesses) {
      agreement += areSame(witness.entry, other) ? witness.strength : -witness.strength
    }
    return agreement >= 0
  }

  /// Whether two wordings are of one utterance.
  private mutating func areSame(_ a: Int, _ b: Int) -> Bool {
    let shorter = neighbours[a].count <= neighbours[b].count ? a : b
    let other = shorter == a ? b : a
    if neighbours[shorter].contains(where: { $0.a == other || $0.b == other }) { return true }
    let pair = CandidateSearch.Pair(a, b)
    if let known = judged[pair] { return known }
    var areSame = false
    if case .link = judge.decide(min(a, b), max(a, b)) { areSame = true }
    judged[pair] = areSame
    return areSame
  }

  private func wordCount(_ entry: Int) -> Int { table.entries[entry].words.words.count }

  private static func overlap(_ a: Range<Int>, _ b: Range<Int>) -> Int {
    max(0, min(a.upperBound, b.upperBound) - max(a.lowerBound, b.lowerBound))
  }

  private mutating func root(_ entry: Int) -> Int {
    var entry = entry
    while parent[entry] != entry {
      parent[entry] = parent[parent[entry]]
      entry = parent[entry]
    }
    return entry
  }

  /// How many companions are asked, those with the strongest links first.
  private static let mostWitnesses = 5
}

extension PairJudge.Link {
  /// What a wording shares with the other.
  func stretch(at entry: Int) -> Range<Int> { entry == a ? aShared : bShared }
}
