import Prose

/// Relatives who share a surname that the text never prints with their given name.
extension EntityTable {
  /// The mentions of people who are introduced by their kinship: `his daughter, Ana`.
  static func relatives(_ pairs: [(name: Int, other: Int)], _ scene: Scene) -> Set<Int> {
    var result: Set<Int> = []
    for (name, other) in pairs
    where scene.entry(scene.mentions[other].head).traits.contains(.kin) {
      result.insert(name)
    }
    for (index, mention) in scene.mentions.enumerated() where mention.name.count == 1 {
      let title = mention.name.lowerBound - 1
      if title >= mention.tokens.lowerBound, scene.entry(title).traits.contains(.kin) {
        result.insert(index)
      }
    }
    return result
  }

  /// The relative whom a title and a surname mean: `his daughter, Ana … Ms. Ruiz`, where another
  /// Ruiz is named in full. She is found only close by and if no other relative could be meant.
  mutating func relative(for group: NameGroup, _ scene: Scene) -> Int? {
    guard group.name.words.count == 1, !group.honorific.isEmpty, group.gender != .unknown,
      index.entities(withSurname: group.name.surname).contains(where: {
        entities[$0].name.words.count > 1 && entities[$0].name.surname == group.name.surname
      })
    else { return nil }
    let paragraph = scene.mentions[group.mentions[0]].paragraph
    let fitting = relativeEntities.suffix(8).filter {
      entities[$0].name.words.count == 1 && entities[$0].honorific.isEmpty
        && entities[$0].gender == group.gender && entities[$0].firstMention < group.mentions[0]
        && paragraph - scene.mentions[max(0, entities[$0].firstMention)].paragraph <= 5
        && lexicon.entry(entities[$0].name.given)?.traits.contains(.givenName) == true
    }
    guard let found = fitting.first, Set(fitting).count == 1 else { return nil }
    entities[found].name.words.append(group.name.surname)
    entities[found].display =
      Self.bestForm(entities[found].forms) + " "
      + Self.printedName(scene.mentions[group.mentions[0]], scene)
    index.insert(found, entities[found].name, isBody: false)
    return found
  }
}
