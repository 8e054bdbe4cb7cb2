/// Merging people who are named by one word in an article.
extension PeopleMerger {
  /// How much more often than all others of a surname somebody must speak for the bare surname to
  /// mean him or her, and in how many articles at least.
  private static let dominance = (factor: 10, articles: 10)

  /// The number of articles from which on the only one of a surname is well known by it.
  private static let often = 3

  mutating func mergeSingleNames() {
    var carriers: [String: Set<Int>] = [:]
    for (index, node) in nodes.enumerated() where node.key.kind == .person && node.name.isFull {
      guard !node.articles.isEmpty else { continue }
      let surname = node.name.surname
      let root = clusters.root(index)
      carriers["=" + surname, default: []].insert(root)
      let close = NameSpelling.english.closeForm(surname, isSurname: true)
      if surname.utf8.count >= 5 { carriers["~" + close, default: []].insert(root) }
    }
    var joins: [Merge] = []
    var alone: [String: [Int]] = [:]
    for index in nodes.indices where isSingle(index) {
      let word = nodes[index].key.name
      let people = self.people(named: word, carriers)
      guard !people.isEmpty else {
        alone[word, default: []].append(index)
        continue
      }
      if let join = choose(index, among: people) {
        joins.append(Merge(a: join.person, b: index, reason: join.reason, support: join.support))
      }
    }
    attach(joins)
    for word in alone.keys.sorted() { mergeAlone(alone[word] ?? []) }
  }

  /// Joins single names with people, unless they contradict each other: `Mr. Hale` and `Mrs. Hale`
  /// are not both Robin Hale, nor are two of one article.
  private mutating func attach(_ joins: [Merge]) {
    var countInArticle: [[Int]: Int] = [:]
    var genders: [Int: Set<Gender>] = [:]
    for join in joins {
      let root = clusters.root(join.a)
      countInArticle[[root, nodes[join.b].articles[0]], default: 0] += 1
      genders[root, default: []].insert(nodes[join.b].gender)
    }
    for join in joins {
      let root = clusters.root(join.a)
      let isOfBoth = genders[root]?.isSuperset(of: [.female, .male]) == true
      guard countInArticle[[root, nodes[join.b].articles[0]]] == 1,
        !isOfBoth || nodes[join.b].gender == .unknown
      else { continue }
      merges.append(join)
      clusters.attach(join.b, to: root)
    }
  }

  private func isSingle(_ node: Int) -> Bool {
    nodes[node].key.kind == .person && nodes[node].key.article != nil
  }

  /// The people of the run with a surname, in the order of their names.
  private func people(named word: String, _ carriers: [String: Set<Int>]) -> [Int] {
    var people = carriers["=" + word] ?? []
    if word.utf8.count >= 5 {
      let close = NameSpelling.english.closeForm(word, isSurname: true)
      people.formUnion(carriers["~" + close] ?? [])
    }
    return people.sorted()
  }

  /// Who of the people with a surname is meant by it in an article; nil when that is open.
  private func choose(
    _ node: Int, among people: [Int]
  ) -> (person: Int, reason: PersonMerge.Reason, support: Support)? {
    let article = nodes[node].articles[0]
    // "Clinton" is a given name too: the gender of a bare word is a guess, that of a title is not.
    let gender = isKnownByGender(node) ? nodes[node].gender : .unknown
    let possible = people.filter { clusters.gender($0).agrees(with: gender) }
    // Whom the article names in full may be meant, or just not: it is open.
    guard !possible.contains(where: { SortedNumbers.contains(clusters.articles($0), article) })
    else { return nil }
    if people.count == 1, let person = possible.first {
      // Even the only one of a surname may have a namesake whom an article forgot to introduce;
      // and "Frances" may be the given name of somebody else.
      let support = support(person, node)
      let isOften = clusters.articles(person).count >= Self.often && !isGivenName(node)
      return support.count > 0 || isOften ? (person, .surname, support) : nil
    }
    guard people.count <= 64 else { return nil }
    let supported = possible.map { ($0, support($0, node)) }.filter { $0.1.count > 0 }
    if supported.count == 1 { return (supported[0].0, .surnameInContext, supported[0].1) }
    guard supported.isEmpty, !nodes[node].name.hasHonorific else { return nil }
    let counts = people.map { clusters.articles($0).count }
    let all = counts.reduce(0, +)
    for (person, count) in zip(people, counts)
    where count >= Self.dominance.articles && count >= Self.dominance.factor * (all - count)
      && possible.contains(person)
    {
      return (person, .surnameOfMost, Support())
    }
    return nil
  }

  private func isKnownByGender(_ node: Int) -> Bool {
    nodes[node].name.hasHonorific || !isGivenName(node)
  }

  private func isGivenName(_ node: Int) -> Bool {
    Lexicon.english.entry(nodes[node].key.name)?.traits.contains(.givenName) == true
  }

  /// Merges those who have one word in common that is nobody's surname. Articles call by one name
  /// alone whom everybody knows; somebody with a title of address, or by a given name, is known to
  /// the article only, unless others are in common.
  private mutating func mergeAlone(_ group: [Int]) {
    let genders = Set(group.map { nodes[$0].gender }).subtracting([.unknown])
    for gender in genders.isEmpty ? [.unknown] : genders.sorted(by: { $0.rawValue < $1.rawValue }) {
      let alike = group.filter {
        nodes[$0].gender == gender || (nodes[$0].gender == .unknown && genders.count == 1)
      }
      mergeAlike(alike)
    }
  }

  private mutating func mergeAlike(_ group: [Int]) {
    let known = group.filter(isKnownByOneName)
    var firstInCompany: [Int: Int] = [:]
    for node in known {
      attachAlone(node, to: known[0], Support())
      noteCompany(of: node, &firstInCompany)
    }
    for node in group where !isKnownByOneName(node) {
      let article = nodes[node].articles[0]
      let others = Set(company[article].compactMap { firstInCompany[clusters.root($0)] })
      // Company that several have in common tells nobody apart.
      if others.count == 1, let other = others.first {
        attachAlone(node, to: other, Support(company: 1))
      }
      noteCompany(of: node, &firstInCompany)
    }
  }

  private func isKnownByOneName(_ node: Int) -> Bool {
    !nodes[node].name.hasHonorific && !isGivenName(node)
  }

  private mutating func attachAlone(_ node: Int, to other: Int, _ support: Support) {
    guard clusters.root(node) != clusters.root(other) else { return }
    merges.append(Merge(a: other, b: node, reason: .singleName, support: support))
    clusters.attach(node, to: other)
  }

  /// Notes with whom somebody speaks; the first of a name stands for all.
  private func noteCompany(of node: Int, _ table: inout [Int: Int]) {
    for other in company[nodes[node].articles[0]]
    where nodes[other].key.kind == .person && nodes[other].key.article == nil {
      let root = clusters.root(other)
      if table[root] == nil { table[root] = clusters.root(node) }
    }
  }
}
