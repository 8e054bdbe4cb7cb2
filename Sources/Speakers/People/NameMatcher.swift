/// Decides which entity, if any, a printed name means.
struct NameMatcher {
  let table: EntityTable
  /// Whether titles tell the people of one surname apart, see ``TitleUse``.
  let isFiction: Bool

  private var entities: [Entity] { table.entities }
  private var index: EntityIndex { table.index }
  private var lexicon: Lexicon { table.lexicon }

  /// The entity that a group of equal names belongs to; nil when it is a new one.
  func entity(for group: NameGroup) -> Int? {
    var best: Int?
    for candidate in index.candidates(for: group.name, nicknames: lexicon.nicknames) {
      let entity = entities[candidate]
      guard entity.kind == group.kind,
        entity.gender.agrees(with: group.gender(as: entity, isFiction: isFiction)),
        matches(group, entity)
      else { continue }
      if let current = best, !isBetter(entity, than: entities[current], for: group) { continue }
      best = candidate
    }
    return best ?? body(for: group)
  }

  private func matches(_ group: NameGroup, _ entity: Entity) -> Bool {
    if isFiction, group.kind == .person, !fits(group, entity) { return false }
    if group.name == entity.name { return true }
    guard group.kind == .person else { return false }
    if group.name.words.count > 1 { return matchesFullName(group, entity) }
    let word = group.name.words[0]
    let isRare = group.mentions.count == 1
    guard entity.name.words.count > 1 else {
      return isRare && PersonName.isMisprint(word, entity.name.surname)
    }
    if word == entity.name.surname {
      // A text introduces a person in full: one who is "Mr. Hale" for a while before a John Hale
      // appears is somebody else.
      // "Miss Hale" in fiction is the Ann Hale of the text.
      return group.honorific.isEmpty || (isFiction && group.titles == .maiden)
        || entity.firstMention < group.mentions[0] || isOnlyMan(entity, calledBy: group)
    }
    // A given name stands alone for a person, but "Mr. Frank" is nobody's given name.
    // Neither is "Mrs. Ann" in fiction; but "Lord Henry" and "Uncle John" are Henry and John.
    let isWife = isFiction && group.titles == .wife
    let isByGivenName = isFiction && group.titles == .other
    if group.honorific.isEmpty || (group.gender == .female && !isWife) || isByGivenName,
      PersonName.sameGiven(word, entity.name.given, lexicon.nicknames), word.utf8.count > 1,
      word == entity.name.given || !isAlwaysTitled(entity)
    {
      return true
    }
    return isRare && PersonName.isMisprint(word, entity.name.surname)
  }

  /// Whether a story tells late that `Mr. Hale` is John Hale: the only man of that surname, whom it
  /// hardly ever calls John, as it would Mr. Hale’s son, and never Mr. John Hale, as it would his
  /// brother.
  private func isOnlyMan(_ entity: Entity, calledBy group: NameGroup) -> Bool {
    guard isFiction, group.titles == .plain, entity.gender != .female, entity.titledCount == 0,
      entity.calledByGivenName * Self.rareGivenName <= entity.calledBySurname + group.mentions.count
    else { return false }
    return !index.entities(withSurname: entity.name.surname).contains {
      entities[$0].name.words.count > 1 && entities[$0].gender != .female
        && entities[$0].name.words != entity.name.words
    }
  }

  /// How many times as often as by the given name alone somebody must be called by the surname.
  private static let rareGivenName = 5

  /// Whether a story never calls somebody by name without a title: nobody calls Lady Catherine
  /// Kitty.
  private func isAlwaysTitled(_ entity: Entity) -> Bool {
    isFiction && entity.count > 0 && entity.titledCount == entity.count
  }

  /// Whether the titles allow that a name in fiction is an entity's.
  private func fits(_ group: NameGroup, _ entity: Entity) -> Bool {
    guard group.titles.agrees(with: entity.titles) else { return false }
    // A bare surname is a man's as a rule: "Dalby" is not "Mrs. Dalby".
    let women: TitleUse = [.wife, .maiden]
    if group.name.words.count == 1, entity.name.words.count > 1,
      group.name.words[0] == entity.name.surname
    {
      let isGivenName = lexicon.entry(group.name.words[0])?.traits.contains(.givenName) == true
      // Nor is it "Ann Dalby", and "Mrs. Dalby" may be anybody's wife.
      if group.titles.isEmpty, entity.gender == .female, !isGivenName { return false }
      if group.titles == .wife, entity.gender == .unknown, entity.titles.isEmpty { return false }
    }
    guard group.name.words.count == 1, entity.name.words.count == 1,
      group.titles.isEmpty && !entity.titles.isDisjoint(with: women)
        || entity.titles.isEmpty && !group.titles.isDisjoint(with: women)
    else { return true }
    return lexicon.entry(group.name.words[0])?.traits.contains(.givenName) == true
  }

  /// Whether two full names are one person's, a misprint in one of their words allowed.
  private func matchesFullName(_ group: NameGroup, _ entity: Entity) -> Bool {
    if group.name.isVariant(of: entity.name, nicknames: lexicon.nicknames) { return true }
    return entity.name.words.count > 1 && group.name.given == entity.name.given
      && group.name.isOfGeneration(of: entity.name)
      && (group.mentions.count == 1 || entity.count == 1)
      && PersonName.isMisprint(group.name.surname, entity.name.surname)
  }

  private func isBetter(_ a: Entity, than b: Entity, for group: NameGroup) -> Bool {
    let closeness = (closeness(group.name, a.name), closeness(group.name, b.name))
    if closeness.0 != closeness.1 { return closeness.0 > closeness.1 }
    let aGender = a.gender != .unknown && a.gender == group.gender(as: a, isFiction: isFiction)
    let bGender = b.gender != .unknown && b.gender == group.gender(as: b, isFiction: isFiction)
    if aGender != bGender { return aGender }
    return a.count > b.count
  }

  /// How exactly a name is an entity's: the whole name, its surname, its given name, or less.
  ///
  /// Stories call people by their given names: there such a name is closer than the same surname.
  private func closeness(_ name: PersonName, _ other: PersonName) -> Int {
    if name == other { return 4 }
    if isFiction, name.words.count == 1, name.given == other.given,
      lexicon.entry(name.given)?.traits.contains(.givenName) == true
    {
      return 3
    }
    if name.surname == other.surname { return 2 }
    return name.given == other.given ? 1 : 0
  }

  /// The body that a short form means: `the Agency` or `MOA` for the Medicines Oversight Agency,
  /// `Marl` for Marl Holdings, but not for the Marl Herald.
  private func body(for group: NameGroup) -> Int? {
    guard group.honorific.isEmpty, group.gender == .unknown else { return nil }
    var best: Int?
    for candidate in index.bodies(for: group.name) {
      let entity = entities[candidate]
      guard entity.kind == .organization, entity.name.words.count > group.name.words.count,
        isShortForm(group, of: entity.name),
        best.map({ entities[$0].count < entity.count }) ?? true
      else { continue }
      best = candidate
    }
    return best
  }

  private func isShortForm(_ group: NameGroup, of name: PersonName) -> Bool {
    let words = group.name.words
    if name.words.starts(with: words) {
      return name.words.dropFirst(words.count).allSatisfy { word in
        lexicon.entry(word).map {
          !$0.traits.isDisjoint(with: [.organizationHead, .organizationSuffix])
            && !$0.traits.contains(.localHead)
        } ?? false
      }
    }
    guard words.count == 1, group.kind == .organization else { return false }
    if words[0] == name.initials, words[0].utf8.count > 2 { return true }
    return name.words.contains(words[0])
      && lexicon.entry(words[0])?.traits.contains(.organizationHead) == true
  }
}
