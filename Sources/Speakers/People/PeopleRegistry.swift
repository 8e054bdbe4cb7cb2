/// Merges the speakers of the articles of one run into people.
///
/// Feed it each article's speakers, then ask ``people()`` who is who. What it answers depends on
/// the set of the articles only, not on their order: it gathers first and merges then.
///
/// Two speakers are one person when their names are one name apart from case, accents, apostrophes,
/// hyphens, initials, middle names and nicknames. Other spellings of a name (romanizations,
/// misprints) need further facts: a shared role, or other people whom their articles have in
/// common. A wrong merge is worse than a missed one, so that whatever is ambiguous stays apart, and
/// nothing joins people whose genders, given names or identifiers contradict each other, or whom
/// one article tells apart. Those whom a text does not name are never joined across articles.
///
/// ```swift
/// var registry = PeopleRegistry()
/// let article = registry.add(attributed.speakers, article: attributed.article.id)
/// let people = registry.people()
/// let person = people[speaker: 0, article: article]
/// ```
public struct PeopleRegistry: Sendable {
  var nodes: [PersonNode] = []
  /// For each article the node of each speaker.
  var articles: [GatheredArticle] = []
  private var indices: [PersonNode.Key: Int] = [:]
  private let reader = FullNameReader.english
  private var readNames: [String: FullName] = [:]

  struct GatheredArticle: Sendable {
    var id: String
    var outlet: String?
    var nodes: [Int] = []
  }

  /// - Parameter knownPeople: The user's own list, which wins: speakers with equal identifiers are
  ///   one person, speakers with different ones never are.
  public init(knownPeople: [KnownPerson] = []) {
    for person in knownPeople {
      let identifier = person.identifier ?? person.name
      let index = node(
        for: PersonNode.Key(kind: .person, identifier: identifier), reader.read(person.name))
      nodes[index].listedName = person.name
      nodes[index].listedGender = person.gender
      for alias in person.aliases { nodes[index].listedAliases.append(alias) }
    }
  }

  /// Adds the speakers of an article.
  ///
  /// - Parameters:
  ///   - id: What tells the article from the others of the run.
  ///   - outlet: Where it was printed: what only one outlet spells in a way is its slip.
  /// - Returns: The number of the article, for ``ResolvedPeople``.
  /// - Complexity: O(*n*) in the speakers and their aliases.
  public mutating func add(
    _ speakers: [Speaker], article id: String, outlet: String? = nil
  ) -> Int {
    let number = articles.count
    var article = GatheredArticle(id: id, outlet: outlet)
    for speaker in speakers { article.nodes.append(gather(speaker, article: number)) }
    articles.append(article)
    return number
  }

  /// Decides who is who among all speakers added so far.
  ///
  /// - Complexity: O(*n* · log *n*) in the number of distinct names; names that more than a few
  ///   hundred others resemble are compared with none of them.
  public func people() -> ResolvedPeople {
    var merger = PeopleMerger(self)
    merger.merge()
    return merger.resolved()
  }

  private mutating func node(for key: PersonNode.Key, _ name: FullName) -> Int {
    if let index = indices[key] { return index }
    indices[key] = nodes.count
    nodes.append(PersonNode(key: key, name: name))
    return nodes.count - 1
  }

  private mutating func gather(_ speaker: Speaker, article: Int) -> Int {
    let name = read(speaker)
    let index = node(for: key(of: speaker, name, article: article), name)
    nodes[index].combine(name)
    for alias in speaker.aliases { nodes[index].aliases[alias, default: 0] += 1 }
    if !speaker.aliases.contains(name.display) {
      nodes[index].aliases[name.display, default: 0] += 1
    }
    nodes[index].roles.formUnion(speaker.roles)
    nodes[index].genders[speaker.gender, default: 0] += 1
    if nodes[index].articles.last != article { nodes[index].articles.append(article) }
    return index
  }

  private mutating func read(_ speaker: Speaker) -> FullName {
    switch speaker.kind {
    case .person:
      if let name = readNames[speaker.name] { return name }
      let name = reader.read(speaker.name)
      readNames[speaker.name] = name
      return name
    case .organization, .unnamed:
      return FullName(display: speaker.name, words: [])
    }
  }

  private func key(of speaker: Speaker, _ name: FullName, article: Int) -> PersonNode.Key {
    if let identifier = speaker.identifier {
      return PersonNode.Key(kind: .person, identifier: identifier)
    }
    switch speaker.kind {
    case .unnamed:
      return PersonNode.Key(kind: .unnamed, name: speaker.name, article: article)
    case .organization:
      let key = BodyName.key(of: speaker.name)
      return key.isEmpty
        ? PersonNode.Key(kind: .organization, name: speaker.name, article: article)
        : PersonNode.Key(kind: .organization, name: key)
    case .person:
      // One word may be anybody's: whose it is in an article shows only when all are there.
      guard name.isFull else {
        return PersonNode.Key(
          kind: .person, name: name.words.first ?? speaker.name, gender: speaker.gender,
          article: article)
      }
      return PersonNode.Key(
        kind: .person, name: name.key, generation: name.generation, gender: speaker.gender)
    }
  }
}

/// Speakers of the articles of a run whose names leave no doubt that they are one.
struct PersonNode: Sendable {
  struct Key: Hashable, Sendable {
    var kind: Speaker.Kind
    var name = ""
    var generation = ""
    var gender = Gender.unknown
    var identifier: String?
    /// The article, for those who are told apart by it.
    var article: Int?
  }

  var key: Key
  var name: FullName
  /// The names for the reader, by the number of articles.
  var names: [String: Int] = [:]
  var aliases: [String: Int] = [:]
  var roles: Set<String> = []
  var genders: [Gender: Int] = [:]
  var articles: [Int] = []
  /// The name, the aliases and the gender in the user's list.
  var listedName: String?
  var listedGender = Gender.unknown
  var listedAliases: [String] = []

  init(key: Key, name: FullName) {
    self.key = key
    self.name = name
  }

  /// Adds a printed name. What the node is read as must not depend on which came first.
  mutating func combine(_ other: FullName) {
    names[other.display, default: 0] += 1
    name.hasHonorific = name.hasHonorific && other.hasHonorific
    // With a hyphen it is clear what the surname is.
    let isBetter =
      other.words.count != name.words.count
      ? other.words.count < name.words.count : other.words.lexicographicallyPrecedes(name.words)
    if isBetter { name.words = other.words }
  }

  /// The gender that the list or most articles give.
  var gender: Gender {
    guard listedGender == .unknown else { return listedGender }
    let (female, male) = (genders[.female] ?? 0, genders[.male] ?? 0)
    return female == male ? .unknown : female > male ? .female : .male
  }
}
