/// Who has been merged with whom so far: a union-find that refuses contradictions.
struct PersonClusters {
  private var parents: [Int]
  /// What is known of a cluster, at its root.
  private var facts: [Facts]

  private struct Facts {
    var members: [Int]
    /// Sorted.
    var articles: [Int]
    var gender: Gender
    var identifier: String?
    var kind: Speaker.Kind
  }

  init(_ nodes: [PersonNode]) {
    parents = Array(nodes.indices)
    facts = nodes.enumerated().map { index, node in
      Facts(
        members: [index], articles: node.articles, gender: node.gender,
        identifier: node.key.identifier, kind: node.key.kind)
    }
  }

  func root(_ node: Int) -> Int {
    var node = node
    while parents[node] != node { node = parents[node] }
    return node
  }

  func members(_ node: Int) -> [Int] { facts[root(node)].members }
  func articles(_ node: Int) -> [Int] { facts[root(node)].articles }
  func gender(_ node: Int) -> Gender { facts[root(node)].gender }
  func identifier(_ node: Int) -> String? { facts[root(node)].identifier }

  /// Whether nothing forbids that two nodes are one person: an identifier, the gender, or an
  /// article that tells them apart.
  func agree(_ a: Int, _ b: Int) -> Bool {
    let a = root(a)
    let b = root(b)
    if a == b { return true }
    guard facts[a].kind == facts[b].kind, facts[a].gender.agrees(with: facts[b].gender) else {
      return false
    }
    if let first = facts[a].identifier, let second = facts[b].identifier { return first == second }
    // An article that names a body in full and then by its initials has one body.
    return facts[a].kind == .organization
      || !SortedNumbers.meet(facts[a].articles, facts[b].articles)
  }

  /// Merges two nodes that agree.
  mutating func unite(_ a: Int, _ b: Int) {
    var large = root(a)
    var small = root(b)
    guard large != small else { return }
    if facts[large].members.count < facts[small].members.count { swap(&large, &small) }
    parents[small] = large
    let added = facts[small]
    facts[small].members = []
    facts[small].articles = []
    facts[large].members += added.members
    facts[large].articles = SortedNumbers.union(facts[large].articles, added.articles)
    if facts[large].gender == .unknown { facts[large].gender = added.gender }
    if facts[large].identifier == nil { facts[large].identifier = added.identifier }
  }

  /// Merges single-word nodes into a cluster without noting their articles one by one, which would
  /// cost the square of their number.
  mutating func attach(_ node: Int, to cluster: Int) {
    let root = root(cluster)
    guard self.root(node) == node, node != root else { return }
    parents[node] = root
    facts[root].members.append(node)
  }
}

/// Sets of numbers as sorted arrays.
enum SortedNumbers {
  /// Whether two sets have a number in common.
  ///
  /// - Complexity: O(*k* · log *n*) for the smaller and the larger set.
  static func meet(_ a: [Int], _ b: [Int]) -> Bool {
    let (small, large) = a.count <= b.count ? (a, b) : (b, a)
    guard let first = large.first, let last = large.last else { return false }
    for number in small where number >= first && number <= last {
      if contains(large, number) { return true }
    }
    return false
  }

  static func contains(_ numbers: [Int], _ number: Int) -> Bool {
    var low = 0
    var high = numbers.count
    while low < high {
      let middle = (low + high) / 2
      if numbers[middle] < number { low = middle + 1 } else { high = middle }
    }
    return low < numbers.count && numbers[low] == number
  }

  static func union(_ a: [Int], _ b: [Int]) -> [Int] {
    if let last = a.last, let first = b.first, last < first { return a + b }
    var result: [Int] = []
    result.reserveCapacity(a.count + b.count)
    var i = 0
    var j = 0
    while i < a.count || j < b.count {
      if j == b.count || (i < a.count && a[i] <= b[j]) {
        if j < b.count, a[i] == b[j] { j += 1 }
        result.append(a[i])
        i += 1
      } else {
        result.append(b[j])
        j += 1
      }
    }
    return result
  }
}
