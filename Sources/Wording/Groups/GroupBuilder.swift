/// Joins linked wordings into groups, the strongest links first.
///
/// A link alone does not join two groups: *We will fight* stands in many speeches, and would make
/// one of all. What a wording shares with a new companion must be in its other companions too, where
/// these hold the same part of it; otherwise the wording stays with those that it fits better,
/// whose links are the stronger and were made before. Wordings that have equal words all over are no
/// such fragments, and need no companion's word. And what one article prints as two utterances are two.
struct GroupBuilder {
  private let table: WordingTable
  private let judge: PairJudge
  private var memory = PairJudge.Memory()
  private var parent: [Int32]
  private var links: [PairJudge.Link] = []
  /// The numbers of each wording's links, those of one wording behind those of the one before, and
  /// where each wording's begin.
  private var neighbours: [Int32] = []
  private var starts: [Int32] = []
  /// For each group those that it must not be joined with, by their roots.
  private var rivals: [Int: Set<Int>] = [:]
  private var hints: [PairJudge.Hint] = []
  private var judged: [CandidateSearch.Pair: Bool] = [:]

  init(table: WordingTable, judge: PairJudge) {
    self.table = table
    self.judge = judge
    parent = table.entries.indices.map(Int32.init)
  }

  /// Joins what the decisions link.
  mutating func join(_ decisions: [PairJudge.Decision]) {
    let first = links.count
    for decision in decisions {
      switch decision {
      case .link(let link): links.append(link)
      case .rivals(let a, let b):
        rivals[a, default: []].insert(b)
        rivals[b, default: []].insert(a)
      case .hint(let hint): hints.append(hint)
      case .unrelated: break
      }
    }
    collectNeighbours()
    let order = links.indices[first...].sorted { x, y in
      let (x, y) = (links[x], links[y])
      if x.strength != y.strength { return x.strength > y.strength }
      return x.a != y.a ? x.a < y.a : x.b < y.b
    }
    for number in order {
      let link = links[number]
      let (a, b) = (root(Int(link.a)), root(Int(link.b)))
      if a != b, !areRivals(a, b),
        link.isSure || fits(link, at: Int(link.a), in: a) && fits(link, at: Int(link.b), in: b)
      {
        unite(a, b)
      }
    }
    joinHinted()
  }

  /// Joins groups that several of their wordings hint at: each pair was edited by other hands, so that
  /// what they have in common adds up.
  private mutating func joinHinted() {
    struct Sum {
      var pair: CandidateSearch.Pair
      var bits: Int32
      var count: Int
    }
    for _ in 0..<Self.mostRounds {
      let pairs = hints.compactMap { hint -> (CandidateSearch.Pair, Int32)? in
        let (a, b) = (root(Int(hint.a)), root(Int(hint.b)))
        return a == b ? nil : (CandidateSearch.Pair(a, b), hint.bits)
      }.sorted { $0.0 < $1.0 }
      var sums: [Sum] = []
      for (pair, bits) in pairs {
        if let last = sums.indices.last, sums[last].pair == pair {
          sums[last].bits += bits
          sums[last].count += 1
        } else {
          sums.append(Sum(pair: pair, bits: bits, count: 1))
        }
      }
      sums.removeAll { $0.count < Self.fewestHints || $0.bits < Self.leastHinted }
      sums.sort { $0.bits != $1.bits ? $0.bits > $1.bits : $0.pair < $1.pair }
      var isDone = true
      for sum in sums {
        let (a, b) = (Int(sum.pair.first), Int(sum.pair.second))
        // What was joined in this round is looked at again in the next.
        guard root(a) == a, root(b) == b, !areRivals(a, b) else { continue }
        unite(a, b)
        isDone = false
      }
      if isDone { break }
    }
  }

  private func areRivals(_ a: Int, _ b: Int) -> Bool { rivals[a]?.contains(b) ?? false }

  /// Makes one group of two; the rivals of either are the rivals of both.
  private mutating func unite(_ a: Int, _ b: Int) {
    let (root, other) = (min(a, b), max(a, b))
    parent[other] = Int32(root)
    guard let added = rivals.removeValue(forKey: other) else { return }
    for rival in added {
      rivals[rival]?.remove(other)
      rivals[rival]?.insert(root)
    }
    rivals[root, default: []].formUnion(added)
  }

  /// Whether two wordings are in one group.
  mutating func areTogether(_ a: Int, _ b: Int) -> Bool { root(a) == root(b) }

  /// The groups of renderings.
  mutating func groups() -> [[Int]] {
    var number = [Int32](repeating: -1, count: table.entries.count)
    var groups: [[Int]] = []
    for entry in table.entries.indices {
      let root = root(entry)
      if number[root] < 0 {
        number[root] = Int32(groups.count)
        groups.append([])
      }
      groups[Int(number[root])] += table.entries[entry].witnesses
    }
    for group in groups.indices { groups[group].sort() }
    return groups.sorted { $0[0] < $1[0] }
  }

  private mutating func collectNeighbours() {
    starts = [Int32](repeating: 0, count: table.entries.count + 1)
    for link in links {
      starts[Int(link.a) + 1] += 1
      starts[Int(link.b) + 1] += 1
    }
    for entry in table.entries.indices { starts[entry + 1] += starts[entry] }
    var filled = starts
    neighbours = [Int32](repeating: 0, count: 2 * links.count)
    for (number, link) in links.enumerated() {
      for entry in [Int(link.a), Int(link.b)] {
        neighbours[Int(filled[entry])] = Int32(number)
        filled[entry] += 1
      }
    }
  }

  private func neighbours(of entry: Int) -> ArraySlice<Int32> {
    neighbours[Int(starts[entry])..<Int(starts[entry + 1])]
  }

  /// Whether the companions that a wording has agree with a new one.
  ///
  /// Only those have a say that share with the wording what the new one shares, and have more than
  /// its own words. The weight of their links decides.
  private mutating func fits(_ link: PairJudge.Link, at entry: Int, in group: Int) -> Bool {
    let other = link.other(than: entry)
    let stretch = link.stretch(at: entry)
    var witnesses: [(entry: Int, strength: Float)] = []
    for number in neighbours(of: entry) {
      let own = links[Int(number)]
      let companion = own.other(than: entry)
      guard companion != other, root(companion) == group else { continue }
      if own.isPure, wordCount(companion) <= wordCount(entry) { continue }
      let common = Self.overlap(stretch, own.stretch(at: entry))
      guard common * 2 >= min(stretch.count, own.stretch(at: entry).count) else { continue }
      witnesses.append((companion, own.strength))
    }
    guard !witnesses.isEmpty else { return true }
    witnesses.sort { $0.strength != $1.strength ? $0.strength > $1.strength : $0.entry < $1.entry }
    var agreement: Float = 0
    for witness in witnesses.prefix(Self.mostWitnesses) {
      agreement += areSame(witness.entry, other) ? witness.strength : -witness.strength
    }
    return agreement >= 0
  }

  /// Whether two wordings can be of one utterance.
  private mutating func areSame(_ a: Int, _ b: Int) -> Bool {
    let (few, many) = (neighbours(of: a), neighbours(of: b))
    let (entry, other) = few.count <= many.count ? (a, b) : (b, a)
    let own = few.count <= many.count ? few : many
    if own.contains(where: { links[Int($0)].other(than: entry) == other }) { return true }
    let pair = CandidateSearch.Pair(a, b)
    if let known = judged[pair] { return known }
    let areSame = judge.agree(min(a, b), max(a, b), &memory)
    judged[pair] = areSame
    return areSame
  }

  private func wordCount(_ entry: Int) -> Int { table.entries[entry].words.count }

  private static func overlap(_ a: Range<Int>, _ b: Range<Int>) -> Int {
    max(0, min(a.upperBound, b.upperBound) - max(a.lowerBound, b.lowerBound))
  }

  private mutating func root(_ entry: Int) -> Int {
    var entry = entry
    while parent[entry] != entry {
      parent[entry] = parent[Int(parent[entry])]
      entry = Int(parent[entry])
    }
    return entry
  }

  /// How many companions are asked, those with the strongest links first.
  private static let mostWitnesses = 5
  /// How often hints are added up anew, after groups were joined by them.
  private static let mostRounds = 4
  /// Two hints of one fragment can be the same words twice.
  private static let fewestHints = 3
  /// What hints must add up to, in bits.
  private static let leastHinted: Int32 = 30
}

extension PairJudge.Link {
  /// The other of the two wordings.
  func other(than entry: Int) -> Int { Int(Int(a) == entry ? b : a) }

  /// What a wording shares with the other.
  func stretch(at entry: Int) -> Range<Int> {
    Int(a) == entry ? Int(aStart)..<Int(aEnd) : Int(bStart)..<Int(bEnd)
  }
}
