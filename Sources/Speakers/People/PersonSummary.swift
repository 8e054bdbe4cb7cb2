/// Sums up what the articles say of one person.
enum PersonSummary {
  static func person(of nodes: [PersonNode], _ merges: [PersonMerge]) -> ResolvedPerson {
    var names: [String: Int] = [:]
    var aliases: [String: Int] = [:]
    var roles: Set<String> = []
    var articles: Set<Int> = []
    for node in nodes {
      names.merge(node.names, uniquingKeysWith: +)
      aliases.merge(node.aliases, uniquingKeysWith: +)
      roles.formUnion(node.roles)
      articles.formUnion(node.articles)
    }
    let listed = nodes.compactMap(\.listedName).first
    let identifier = nodes.compactMap(\.key.identifier).first
    let name =
      listed
      ?? (identifier == nil
        ? NameFrequency.fullest(names) : NameFrequency.mostFrequent(names)) ?? ""
    return ResolvedPerson(
      speaker: Speaker(
        name: name, aliases: NameFrequency.sorted(aliases), kind: nodes[0].key.kind,
        gender: gender(of: nodes),
        identifier: identifier, roles: roles.sorted()),
      articleCount: articles.count, merges: merges)
  }

  /// The list's gender, or that of the full names: a bare surname may be a given name elsewhere.
  private static func gender(of nodes: [PersonNode]) -> Gender {
    let listed = nodes.lazy.map(\.listedGender).first { $0 != .unknown }
    let full = nodes.lazy.filter(\.name.isFull).map(\.gender).first { $0 != .unknown }
    return listed ?? full ?? nodes.lazy.map(\.gender).first { $0 != .unknown } ?? .unknown
  }
}

/// Orders names by the number of articles that have them.
enum NameFrequency {
  static func sorted(_ names: [String: Int]) -> [String] {
    names.sorted { $0.value != $1.value ? $0.value > $1.value : $0.key < $1.key }.map(\.key)
  }

  static func mostFrequent(_ names: [String: Int]) -> String? {
    names.max { a, b in a.value != b.value ? a.value < b.value : a.key > b.key }?.key
  }

  /// The fullest name among those that are frequent: a form with one more word that a few articles
  /// have, or one with an initial, is no better than the usual one.
  static func fullest(_ names: [String: Int]) -> String? {
    let most = names.values.max() ?? 0
    let full = names.filter { $0.key.contains(" ") }
    let frequent = full.filter { $0.value * 3 >= most }
    let candidates = frequent.isEmpty ? full : frequent
    guard candidates.count > 1 else { return candidates.keys.first ?? mostFrequent(names) }
    var words: [Substring: Int] = [:]
    for (name, count) in full {
      for word in name.split(separator: " ") { words[word, default: 0] += count }
    }
    let ranks = candidates.keys.map { (name: $0, rank: rank($0, count: names[$0] ?? 0, words)) }
    return ranks.max { a, b in
      a.rank != b.rank ? a.rank.lexicographicallyPrecedes(b.rank) : a.name > b.name
    }?.name
  }

  private static func rank(_ name: String, count: Int, _ frequency: [Substring: Int]) -> [Int] {
    let words = name.split(separator: " ")
    let long = words.count { $0.unicodeScalars.count { $0.properties.isAlphabetic } > 1 }
    let hasAccents = name.utf8.contains { $0 >= 0x80 }
    // Capitals throughout are a transcript's or a headline's.
    let isMixed = name.unicodeScalars.contains { $0.properties.isLowercase }
    let surname = words.last.flatMap { frequency[$0] } ?? 0
    let given = words.first.flatMap { frequency[$0] } ?? 0
    return [isMixed ? 1 : 0, long, words.count, hasAccents ? 1 : 0, count, surname, given]
  }
}
