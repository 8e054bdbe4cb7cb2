/// What speaks for one person besides the names.
struct Support {
  /// The words of the roles that both have.
  var roles: [String] = []
  /// How many other people the articles of both have in common.
  var company = 0

  /// The number of facts: roles count up to two, so that a role of two words (`foreign minister`)
  /// counts more than one that many have (`spokesman`); people up to three.
  var count: Int { min(roles.count, 2) + min(company, 3) }
}

extension PeopleMerger {
  /// The articles of a person that are searched for company; one with much company is enough.
  private static let searchedArticles = 8
  /// The people of an article that are looked at, so that a list of names costs no more.
  private static let searchedCompany = 40

  func support(_ a: Int, _ b: Int) -> Support {
    Support(roles: sharedRoles(a, b), company: sharedCompany(a, b))
  }

  private func sharedRoles(_ a: Int, _ b: Int) -> [String] {
    nodes[a].roles.intersection(nodes[b].roles).filter { role in
      // Words of address say nothing about who somebody is.
      guard let traits = Lexicon.english.entry(role)?.traits else { return false }
      guard traits.isDisjoint(with: [.function, .preposition, .determiner]) else { return false }
      return traits.contains(.roleNoun) || (traits.contains(.title) && !traits.contains(.honorific))
    }.sorted()
  }

  /// How many people of one article of the rarer of two speak in an article of the other too.
  private func sharedCompany(_ a: Int, _ b: Int) -> Int {
    let isRarer = nodes[a].articles.count <= nodes[b].articles.count
    let (rare, frequent) = isRarer ? (a, b) : (b, a)
    let articles = clusters.articles(frequent)
    var best = 0
    for article in nodes[rare].articles.prefix(Self.searchedArticles) {
      var people: Set<Int> = []
      var bodies: Set<Int> = []
      for other in company[article].prefix(Self.searchedCompany) {
        let root = clusters.root(other)
        guard isTelling(other), root != clusters.root(a), root != clusters.root(b),
          !people.contains(root), speaks(other, in: articles, except: a, b)
        else { continue }
        if nodes[other].key.kind == .person { people.insert(root) } else { bodies.insert(root) }
      }
      // Bodies speak in articles about anything.
      best = max(best, people.count + min(bodies.count, 1))
    }
    return best
  }

  /// Whether somebody in common means anything: a full name, or the name of a body.
  private func isTelling(_ node: Int) -> Bool {
    nodes[node].key.article == nil
  }

  private func speaks(_ node: Int, in articles: [Int], except a: Int, _ b: Int) -> Bool {
    if SortedNumbers.meet(clusters.articles(node), articles) { return true }
    return lookalikes.indices.contains(node)
      && lookalikes[node].contains { other in
        let root = clusters.root(other)
        return root != clusters.root(a) && root != clusters.root(b)
          && SortedNumbers.meet(clusters.articles(root), articles)
      }
  }
}
