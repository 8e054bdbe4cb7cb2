/// Merging bodies: those of one name are one node already; abbreviations are left.
extension PeopleMerger {
  mutating func mergeBodies() {
    var full: [String: Set<Int>] = [:]
    for (index, node) in nodes.enumerated()
    where node.key.kind == .organization && node.key.article == nil {
      for printed in node.names.keys.sorted() {
        let initials = BodyName.initials(of: printed)
        if !initials.isEmpty { full[initials, default: []].insert(index) }
      }
    }
    for (index, node) in nodes.enumerated()
    where node.key.kind == .organization && node.key.article == nil {
      let acronyms = Set(node.names.keys.map(BodyName.acronym)).subtracting([""])
      for acronym in acronyms.sorted() {
        let bodies = (full[acronym] ?? []).sorted()
        // Of two letters there are too many, unless the article says whose they are.
        let named = bodies.filter { says(nodes[$0], acronym) }
        let fitting = named.isEmpty && acronym.utf8.count > 2 ? bodies : named
        guard Set(fitting.map(clusters.root)).count == 1, let body = fitting.first else { continue }
        unite(body, index, .acronym)
      }
    }
  }

  private func says(_ node: PersonNode, _ acronym: String) -> Bool {
    node.aliases.keys.contains { alias in
      if BodyName.acronym(alias) == acronym { return true }
      return alias.split(whereSeparator: { $0 == "(" || $0 == ")" }).contains {
        BodyName.acronym(String($0)) == acronym
      }
    }
  }
}
