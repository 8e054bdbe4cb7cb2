/// A ``PeopleRegistry`` that obeys corrections.
///
/// Each person of whom the corrections speak gets an identifier for the time of the merging, since
/// identifiers win over guesses; those of the user's own list come back afterwards.
public struct CorrectedPeopleRegistry: Sendable {
  private let corrections: PeopleCorrections
  private var registry: PeopleRegistry
  /// What the speakers of each corrected person were before.
  private var originals: [Int: Originals] = [:]

  private struct Originals {
    var kinds: [Speaker.Kind: Int] = [:]
    var identifiers: [String: Int] = [:]
  }

  public init(corrections: PeopleCorrections, knownPeople: [KnownPerson] = []) {
    self.corrections = corrections
    let corrected = (0..<corrections.personCount).map { person in
      KnownPerson(name: corrections.name(of: person), identifier: Self.identifier(of: person))
    }
    registry = PeopleRegistry(knownPeople: knownPeople + corrected)
  }

  /// Adds the speakers of an article; see ``PeopleRegistry/add(_:article:outlet:)``.
  public mutating func add(
    _ speakers: [Speaker], article id: String, outlet: String? = nil
  ) -> Int {
    guard !corrections.isEmpty else { return registry.add(speakers, article: id, outlet: outlet) }
    let corrected = speakers.map { speaker -> Speaker in
      guard speaker.kind != .unnamed, let person = corrections.person(named: speaker.name) else {
        return speaker
      }
      originals[person, default: Originals()].kinds[speaker.kind, default: 0] += 1
      if let identifier = speaker.identifier {
        originals[person]?.identifiers[identifier, default: 0] += 1
      }
      var corrected = speaker
      corrected.identifier = Self.identifier(of: person)
      return corrected
    }
    return registry.add(corrected, article: id, outlet: outlet)
  }

  /// Decides who is who.
  public func people() -> ResolvedPeople {
    guard !corrections.isEmpty else { return registry.people() }
    return registry.people().mapPeople { person in
      guard let number = Self.person(of: person.speaker.identifier) else { return person }
      var result = person
      let originals = originals[number]
      result.speaker.identifier = originals.flatMap {
        NameFrequency.mostFrequent($0.identifiers)
      }
      let kinds = originals?.kinds ?? [:]
      if kinds[.organization, default: 0] > kinds[.person, default: 0] {
        result.speaker.kind = .organization
      }
      return result
    }
  }

  // No list of people has a control character in an identifier.
  private static let prefix = "\u{1}"

  private static func identifier(of person: Int) -> String { prefix + String(person) }

  private static func person(of identifier: String?) -> Int? {
    guard let identifier, identifier.hasPrefix(prefix) else { return nil }
    return Int(identifier.dropFirst(prefix.count))
  }
}
