/// Somebody’s lawyer, somebody’s brother: whom a description with a possessive means.
extension EntityTable {
  /// A role that somebody has for somebody else.
  struct PossessedRole: Sendable {
    var entity: Int
    /// The mention that says so.
    var mention: Int
    /// What the possessive tells of whose it is: `her`; unknown for `their` and for a name.
    var possessor: Gender
  }

  /// Notes the description of an entity if it has a possessor.
  mutating func notePossessed(_ mention: Int, of entity: Int, _ scene: Scene) {
    guard let possessor = scene.possessor(of: mention) else { return }
    possessedRoles[PersonName.fold(scene.text, token: scene.mentions[mention].head), default: []]
      .append(PossessedRole(entity: entity, mention: mention, possessor: possessor))
  }

  /// Whom a description with a possessive pronoun means: `her lawyer` the one whom `her lawyer, Ana
  /// Ruiz,` has brought in or will soon. Nobody is the one whom the own sentence named before: in `Ana
  /// said her lawyer` it is the lawyer of Ana.
  func entity(possessed role: String, at mention: Int, _ scene: Scene) -> Int? {
    guard let possessor = scene.possessor(of: mention), let known = possessedRoles[role] else {
      return nil
    }
    let description = scene.mentions[mention]
    var before: Int?
    var after: Int?
    for candidate in known.suffix(Self.mostPossessed) where candidate.mention != mention {
      let entity = candidate.entity
      guard candidate.possessor.agrees(with: possessor),
        entities[entity].gender.agrees(with: description.gender)
      else { continue }
      let last = lastMentions[entity]
      if last >= 0 {
        guard mention - last < Self.memory, scene.mentions[last].sentence != description.sentence,
          before.map({ lastMentions[$0] < last }) ?? true
        else { continue }
        before = entity
      } else if candidate.mention > mention, after == nil,
        scene.mentions[candidate.mention].paragraph - description.paragraph <= Self.farthestName
      {
        after = entity
      }
    }
    return before ?? after
  }

  /// The most people of one role that are looked at.
  private static let mostPossessed = 16
}

extension Scene {
  /// The gender that the possessive pronoun of a description shows, unknown for `their` and for a name;
  /// nil for a description without a possessor.
  fileprivate func possessor(of index: Int) -> Gender? {
    let mention = mentions[index]
    guard mention.kind == .description, mention.name.isEmpty, !mention.isPlural else { return nil }
    let first = entry(mention.tokens.lowerBound)
    if first.traits.contains(.possessive) { return first.gender }
    guard index > 0, mentions[index - 1].isPossessive,
      mention.tokens.lowerBound - mentions[index - 1].tokens.upperBound <= 1
    else { return nil }
    return .unknown
  }
}
