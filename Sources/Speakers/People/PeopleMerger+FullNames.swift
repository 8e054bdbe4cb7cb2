/// Merging people who are named in full.
extension PeopleMerger {
  /// A pair of nodes whose names may be one person's.
  private struct Pair {
    var a: Int
    var b: Int
    var need: Int
    var surname: NameLikeness
    var given: NameLikeness

    /// Pairs of a smaller tier are surer.
    var tier: Int { 64 * need + 8 * max(surname.rawValue, given.rawValue) + surname.rawValue }

    var reason: PersonMerge.Reason {
      switch max(surname, given) {
      case .same: .name
      case .short: .shortForm
      case .close: .romanization
      case .loose: .sound
      case .slip, .garbled: .misprint
      }
    }
  }

  /// More names than this that resemble one name leave it open which of them it is.
  private static let ambiguousCount = 16
  /// The names of a cluster that are compared with those of another; the first are the surest.
  private static let comparedMembers = 8

  mutating func mergeFullNames() {
    let index = NameIndex(nodes)
    let comparison = NameComparison(nicknames: Lexicon.english.nicknames)
    let pairs = self.pairs(index, comparison)
    lookalikes = Array(repeating: [], count: nodes.count)
    for pair in pairs {
      lookalikes[pair.a].append(pair.b)
      lookalikes[pair.b].append(pair.a)
    }
    var start = 0
    while start < pairs.count {
      var end = start + 1
      while end < pairs.count, pairs[end].tier == pairs[start].tier { end += 1 }
      merge(pairs[start..<end], index, comparison)
      start = end
    }
  }

  /// All pairs that are alike, in the order in which they are merged.
  private func pairs(_ index: NameIndex, _ comparison: NameComparison) -> [Pair] {
    var best: [Int: Pair] = [:]
    index.forEachCandidate { x, y in
      let (a, b) = (index.entries[x].node, index.entries[y].node)
      guard a != b, nodes[a].gender.agrees(with: nodes[b].gender),
        let pair = pair(index.entries[x], index.entries[y], comparison)
      else { return }
      let key = pair.a * nodes.count + pair.b
      if let known = best[key], pair.tier >= known.tier { return }
      best[key] = pair
    }
    return best.values.sorted { x, y in
      if x.tier != y.tier { return x.tier < y.tier }
      return x.a != y.a ? x.a < y.a : x.b < y.b
    }
  }

  private func pair(
    _ x: NameIndex.Entry, _ y: NameIndex.Entry, _ comparison: NameComparison
  ) -> Pair? {
    guard let surname = NameComparison.surnames(x.name, y.name),
      let given = comparison.givenNames(x.name, y.name)
    else { return nil }
    // An initial and half a surname are no name.
    if given == .short, surname > .close { return nil }
    let length = min(x.name.surname.utf8.count, y.name.surname.utf8.count)
    let need = NameComparison.neededSupport(
      surname: surname, given: given, surnameLength: length)
    if max(surname, given) >= .loose, !isRare(x.node, beside: y.node) { return nil }
    return Pair(
      a: min(x.node, y.node), b: max(x.node, y.node), need: need, surname: surname, given: given)
  }

  /// Whether one of two spellings is so rare beside the other that it can be a slip: names that are
  /// both printed often, by many, are two names.
  private func isRare(_ a: Int, beside b: Int) -> Bool {
    let (x, y) = (nodes[a].articles, nodes[b].articles)
    let (rare, frequent) = x.count <= y.count ? (x, y) : (y, x)
    if rare.count <= 1 || rare.count * 3 <= frequent.count { return true }
    return hasOneOutlet(x) || hasOneOutlet(y)
  }

  private func hasOneOutlet(_ articles: [Int]) -> Bool {
    guard let first = articles.first, let outlet = outlets[first] else { return false }
    return articles.allSatisfy { outlets[$0] == outlet }
  }

  private mutating func merge(
    _ tier: ArraySlice<Pair>, _ index: NameIndex, _ comparison: NameComparison
  ) {
    var accepted: [(pair: Pair, support: Support)] = []
    for pair in tier
    where clusters.root(pair.a) != clusters.root(pair.b) && clusters.agree(pair.a, pair.b)
      && !contradict(pair.a, pair.b, index, comparison)
    {
      // Names that are enough alone may leave it open which of several people is meant.
      let support = pair.need > 0 || pair.given == .short ? support(pair.a, pair.b) : Support()
      if support.count >= pair.need { accepted.append((pair, support)) }
    }
    let ambiguous = ambiguousNodes(accepted.map(\.pair), index, comparison)
    for (pair, support) in accepted
    where !ambiguous.contains(pair.a) && !ambiguous.contains(pair.b)
      && !contradict(pair.a, pair.b, index, comparison)
    {
      let isListed = nodes[pair.a].key.identifier != nil || nodes[pair.b].key.identifier != nil
      unite(pair.a, pair.b, isListed && pair.reason == .name ? .list : pair.reason, support)
    }
  }

  /// The nodes that could be any of several people who are not one.
  private func ambiguousNodes(
    _ pairs: [Pair], _ index: NameIndex, _ comparison: NameComparison
  ) -> Set<Int> {
    var partners: [Int: [Int]] = [:]
    for pair in pairs {
      partners[pair.a, default: []].append(pair.b)
      partners[pair.b, default: []].append(pair.a)
    }
    let isSlip = pairs.first.map { max($0.surname, $0.given) >= .slip } ?? false
    return Set(
      partners.filter { node, others in
        guard !hasListedAliases(node) else { return false }
        let roots = Set(others.map(clusters.root)).sorted()
        guard roots.count > 1 else { return false }
        guard roots.count <= Self.ambiguousCount else { return true }
        for (position, first) in roots.enumerated() {
          for second in roots[(position + 1)...] {
            if isSlip || !clusters.agree(first, second)
              || contradict(first, second, index, comparison, limit: .slip)
            {
              return true
            }
          }
        }
        return false
      }.keys)
  }

  /// Whether somebody of one cluster has a name that somebody of the other cannot have.
  ///
  /// - Parameter limit: The likeness from which on given names are two names; nil for none.
  private func contradict(
    _ a: Int, _ b: Int, _ index: NameIndex, _ comparison: NameComparison,
    limit: NameLikeness? = nil
  ) -> Bool {
    let (x, y) = (clusters.members(a), clusters.members(b))
    // Whom the user's list gives several names is all of them.
    if x.contains(where: hasListedAliases) || y.contains(where: hasListedAliases) { return false }
    for x in x.prefix(Self.comparedMembers) {
      guard let first = index.entry(of: x) else { continue }
      for y in y.prefix(Self.comparedMembers) {
        guard let second = index.entry(of: y) else { continue }
        guard let likeness = comparison.givenNames(first.name, second.name) else { return true }
        if let limit, likeness >= limit { return true }
      }
    }
    return false
  }

  private func hasListedAliases(_ node: Int) -> Bool { !nodes[node].listedAliases.isEmpty }
}
