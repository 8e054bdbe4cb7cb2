public import Reports
public import Speakers
public import Store

/// The people of a store, and what is said about who is who.
public struct StorePeople {
  /// Why a correction cannot be made.
  public enum Problem: Error, Hashable, Sendable {
    /// Nobody in the store has the name; the names that are near.
    case unknown(String, near: [String])
    /// Several people have the name.
    case ambiguous(String, people: [String])
    /// Both names are one person's already.
    case alreadyOne(String, String)
    /// The names are not one person's.
    case notOne(String, String)
    /// No article calls the person that alone, so that there is nothing to part.
    case onlyAlias(String, of: String, names: [String])
  }

  public let people: [StoredPerson]
  public let corrections: PeopleCorrections

  /// Reads who is who.
  public init(_ reader: StoreReader) throws(StoreFailure) {
    corrections = try reader.corrections()
    people = try reader.people(corrections)
  }

  /// The people as a report shows them.
  ///
  /// - Parameter query: Only whom this means.
  public func entries(_ query: PersonQuery? = nil) -> [PersonEntry] {
    let closeness = people.map { query?.closeness(to: $0.speaker) }
    let best = closeness.compactMap(\.self).min()
    return zip(people, closeness).filter { query == nil || best != nil && $0.1 == best }.map {
      person, _ in
      PersonEntry(
        speaker: person.speaker, articleCount: person.articleCount,
        quotationCount: person.quotationCount,
        outlets: person.outlets.map { .init(name: $0.name, articleCount: $0.articleCount) },
        firstDate: person.firstDate, lastDate: person.lastDate)
    }
  }

  /// The correction that makes one person of two, who is called as the second.
  public func merge(
    _ name: String, into other: String
  ) throws(Problem) -> PeopleCorrections.Correction {
    let (from, into) = (try person(named: name), try person(named: other))
    guard from != into else { throw .alreadyOne(name, other) }
    return .merge(people[from].speaker.name, into: people[into].speaker.name)
  }

  /// The correction that parts a name from a person.
  public func split(
    _ name: String, from other: String
  ) throws(Problem) -> PeopleCorrections.Correction {
    let person = try person(named: other)
    let key = NameFolding.key(name)
    guard
      people[person].speaker.aliases.contains(where: { NameFolding.key($0) == key })
        || NameFolding.key(people[person].speaker.name) == key
    else { throw .notOne(name, other) }
    let names = people[person].names
    guard let own = names.first(where: { NameFolding.key($0) == key }),
      let rest = names.first(where: { NameFolding.key($0) != key })
    else { throw .onlyAlias(name, of: people[person].speaker.name, names: names) }
    let called = people[person].speaker.name
    return .split(own, from: NameFolding.key(called) == key ? rest : called)
  }

  /// The correction that gives a person another name.
  public func rename(
    _ name: String, to new: String
  ) throws(Problem) -> PeopleCorrections.Correction {
    .rename(people[try person(named: name)].speaker.name, to: new)
  }

  /// The index of the person who has a name, or is known by it to some article.
  private func person(named name: String) throws(Problem) -> Int {
    let key = NameFolding.key(name)
    for isMatch in [
      { (person: StoredPerson) in NameFolding.key(person.speaker.name) == key },
      { person in person.names.contains { NameFolding.key($0) == key } },
      { person in person.speaker.aliases.contains { NameFolding.key($0) == key } },
    ] {
      let matches = people.indices.filter { isMatch(people[$0]) }
      if matches.count == 1 { return matches[0] }
      if matches.count > 1 {
        throw .ambiguous(name, people: matches.map { people[$0].speaker.name })
      }
    }
    throw .unknown(name, near: entries(PersonQuery(name)).prefix(5).map(\.speaker.name))
  }
}
