import Prose

/// The gender of people whose names do not show it.
extension EntityTable {
  /// The fewest pronouns that tell a gender, and the share of them that must agree, in percent.
  private static let fewestVotes = 3
  private static let share = 75

  /// Reads the gender of people in fiction from the pronouns that follow their names: the first
  /// pronoun after a name, in its sentence or the next, most often means the one who was named.
  mutating func readGenders(_ scene: Scene) {
    guard scene.isDialogue else { return }
    var votes = [(female: Int, male: Int)](repeating: (0, 0), count: entities.count)
    var last = -1
    for (index, mention) in scene.mentions.enumerated() where !mention.isQuoted {
      if mention.kind == .name {
        last = index
      } else if mention.kind == .description {
        last = -1
      } else if mention.kind == .pronoun, mention.person == 3, mention.gender != .unknown, last >= 0
      {
        let name = scene.mentions[last]
        if name.entity >= 0, name.paragraph == mention.paragraph,
          mention.sentence - name.sentence <= 1
        {
          if mention.gender == .female { votes[name.entity].female += 1 }
          if mention.gender == .male { votes[name.entity].male += 1 }
        }
        last = -1
      }
    }
    for index in entities.indices
    where entities[index].kind == .person && entities[index].gender == .unknown {
      let (female, male) = votes[index]
      let all = female + male
      guard all >= Self.fewestVotes else { continue }
      if female * 100 >= all * Self.share { entities[index].gender = .female }
      if male * 100 >= all * Self.share { entities[index].gender = .male }
    }
  }
}
