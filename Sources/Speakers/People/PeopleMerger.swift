/// Merges the nodes of a registry, the surest first.
///
/// Articles and nodes are sorted before anything else, so that no decision depends on the order in
/// which they came.
struct PeopleMerger {
  let nodes: [PersonNode]
  /// The nodes of each article, sorted and without repetition.
  let company: [[Int]]
  let outlets: [String?]
  var clusters: PersonClusters
  var merges: [Merge] = []
  /// For each node those that may be the same person, by their names alone.
  var lookalikes: [[Int]] = []
  /// For each article, as it was added, the node of each speaker.
  private let speakerNodes: [[Int]]

  struct Merge {
    var a: Int
    var b: Int
    var reason: PersonMerge.Reason
    var support = Support()
  }

  init(_ registry: PeopleRegistry) {
    let articleOrder = registry.articles.indices.sorted { a, b in
      let (x, y) = (registry.articles[a].id, registry.articles[b].id)
      return x != y ? x < y : a < b
    }
    var articleRank = [Int](repeating: 0, count: articleOrder.count)
    for (rank, article) in articleOrder.enumerated() { articleRank[article] = rank }

    let nodeOrder = registry.nodes.indices.sorted { a, b in
      Self.precedes(registry.nodes[a].key, registry.nodes[b].key, articleRank)
    }
    var nodeRank = [Int](repeating: 0, count: nodeOrder.count)
    for (rank, node) in nodeOrder.enumerated() { nodeRank[node] = rank }

    nodes = nodeOrder.map { index in
      var node = registry.nodes[index]
      node.articles = node.articles.map { articleRank[$0] }.sorted()
      if node.key.identifier != nil, node.listedName == nil {
        // Names that have only their identifier in common.
        node.name = FullNameReader.english.read(NameFrequency.mostFrequent(node.names) ?? "")
      }
      return node
    }
    outlets = articleOrder.map { registry.articles[$0].outlet }
    company = articleOrder.map { Set(registry.articles[$0].nodes.map { nodeRank[$0] }).sorted() }
    speakerNodes = registry.articles.map { $0.nodes.map { nodeRank[$0] } }
    clusters = PersonClusters(nodes)
  }

  private static func precedes(
    _ a: PersonNode.Key, _ b: PersonNode.Key, _ rank: [Int]
  ) -> Bool {
    if a.name != b.name { return a.name < b.name }
    if a.kind != b.kind { return a.kind.rawValue < b.kind.rawValue }
    if a.generation != b.generation { return a.generation < b.generation }
    if a.gender != b.gender { return a.gender.rawValue < b.gender.rawValue }
    if a.identifier != b.identifier { return (a.identifier ?? "") < (b.identifier ?? "") }
    return (a.article.map { rank[$0] } ?? -1) < (b.article.map { rank[$0] } ?? -1)
  }

  mutating func merge() {
    mergeFullNames()
    mergeSingleNames()
    mergeBodies()
  }

  /// Merges two nodes if nothing forbids it.
  mutating func unite(
    _ a: Int, _ b: Int, _ reason: PersonMerge.Reason, _ support: Support = Support()
  ) {
    guard clusters.root(a) != clusters.root(b), clusters.agree(a, b) else { return }
    clusters.unite(a, b)
    merges.append(Merge(a: a, b: b, reason: reason, support: support))
  }
}

extension PeopleMerger {
  /// The people, sorted by their first node.
  func resolved() -> ResolvedPeople {
    var personOfRoot: [Int: Int] = [:]
    var members: [[Int]] = []
    for node in nodes.indices where !nodes[node].articles.isEmpty {
      let root = clusters.root(node)
      if let person = personOfRoot[root] {
        members[person].append(node)
      } else {
        personOfRoot[root] = members.count
        members.append([node])
      }
    }
    // People on the user's list whom only a merge found give their names.
    for node in nodes.indices where nodes[node].articles.isEmpty {
      if let person = personOfRoot[clusters.root(node)] { members[person].append(node) }
    }
    var mergesOfPerson = [[PersonMerge]](repeating: [], count: members.count)
    for merge in merges {
      guard let person = personOfRoot[clusters.root(merge.a)] else { continue }
      mergesOfPerson[person].append(
        PersonMerge(
          name: nodes[merge.a].display, otherName: nodes[merge.b].display, reason: merge.reason,
          sharedRoles: merge.support.roles, sharedCompany: merge.support.company))
    }
    let people = zip(members, mergesOfPerson).map { members, merges in
      PersonSummary.person(of: members.map { nodes[$0] }, merges)
    }
    return ResolvedPeople(
      people: people,
      indices: speakerNodes.map { $0.map { personOfRoot[clusters.root($0)] ?? 0 } })
  }
}

extension PersonNode {
  /// The name for the reader.
  var display: String { listedName ?? NameFrequency.mostFrequent(names) ?? name.display }
}
