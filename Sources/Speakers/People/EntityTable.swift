import Prose

/// The people and bodies that one article names, and which of them each name stands for.
///
/// Full names come first; a single word then joins the person whose surname or given name it is.
/// Two people with one surname stay apart: a bare surname goes to the one who is named most, a title
/// that shows the gender decides where it can.
package struct EntityTable: Sendable {
  package internal(set) var entities: [Entity] = []
  let lexicon: Lexicon
  var index = EntityIndex()
  /// The entities that the user's list names, by the name or alias.
  private var listed: [[String]: [ListedName]] = [:]
  /// A name on the user's list.
  private struct ListedName {
    var entity: Int
    var titles: TitleUse
  }
  /// The entities of each role, in the order in which they got it.
  var entitiesByRole = EntityLists()
  /// Whom a title before the name shows to have a role; nil for roles of several people.
  var titleHolders: [String: TitleHolder?] = [:]
  /// The first person named behind a title that ends with a role: Ana Ruiz for `coach` where the text
  /// has `Marl head coach Ana Ruiz`.
  var officeHolders: [String: TitleHolder] = [:]
  /// The people with a role for somebody else, by the role’s noun.
  var possessedRoles: [String: [PossessedRole]] = [:]
  /// The last mention of each entity by name or description that the reader has come past; -1
  /// before the first.
  var lastMentions: [Int] = []
  /// People who are introduced by their kinship, in the order of their names.
  var relativeEntities: [Int] = []
  /// The body that the article is about, see ``noteLeadingFirm(_:)``.
  var leadingFirm: Int?
  /// The entity of the first person in the narration; nil when there is none.
  var narrator: Int?

  /// Gathers the named entities of a scene and notes each mention's entity in the scene.
  ///
  /// - Complexity: Linear in the number of mentions, but for sorting the names.
  init(resolvingNamesOf scene: inout Scene, lexicon: Lexicon, known: [KnownPerson] = []) {
    self.lexicon = lexicon
    seed(known)
    var pairs: [(name: Int, other: Int)] = []
    AppositionReader(scene: scene).forEachPair { pairs.append(($0, $1)) }
    let relatives = Self.relatives(pairs, scene)
    for group in NameGroup.groups(of: scene, lexicon) {
      guard group.isName else {
        for mention in group.mentions { scene.mentions[mention].namesNobody = true }
        continue
      }
      let found =
        entity(for: group, isFiction: scene.isDialogue) ?? relative(for: group, scene) ?? add(group)
      if group.mentions.contains(where: relatives.contains) { relativeEntities.append(found) }
      let shown = group.gender(as: entities[found], isFiction: scene.isDialogue)
      absorb(group, of: shown, into: found, scene)
      for mention in group.mentions {
        scene.mentions[mention].entity = found
        if shown != group.gender { scene.mentions[mention].gender = entities[found].gender }
      }
    }
    for (name, other) in pairs { unite(name, other, &scene) }
    uniteUnnamed(&scene)
    collectRoles(scene)
    chooseDisplayNames(isFiction: scene.isDialogue)
    readGenders(scene)
    noteLeadingFirm(scene)
    narrator = namedNarrator(scene)
  }

  /// Starts with the people on the user's list, so that their names and identifiers win.
  private mutating func seed(_ known: [KnownPerson]) {
    for person in known {
      var entity = Entity(kind: .person, gender: person.gender)
      entity.name = name(of: person.name)
      entity.display = person.name
      entity.identifier = person.identifier ?? person.name
      entity.firstMention = -1
      let added = append(entity)
      for form in [person.name] + person.aliases {
        let words = name(of: form).words
        if !words.isEmpty {
          listed[words, default: []].append(ListedName(entity: added, titles: titles(of: form)))
        }
      }
    }
  }

  private func name(of text: String) -> PersonName {
    let words = text.split(whereSeparator: { $0 == " " || $0 == "\u{A0}" }).map(String.init)
    let untitled = words.drop { word in
      lexicon.entry(word.lowercased())?.traits.contains(.honorific) == true
    }
    return PersonName(printed: untitled.isEmpty ? words : Array(untitled)) {
      lexicon.entry($0)?.traits.contains(.nameSuffix) == true
    }
  }

  /// Gives what stands beside a name the name’s entity.
  private mutating func unite(_ name: Int, _ other: Int, _ scene: inout Scene) {
    let entity = scene.mentions[name].entity
    guard entity >= 0 else { return }
    if scene.mentions[other].kind == .organization, entities[entity].kind == .person {
      // "Port Marl, a town of 4,000".
      guard entities[entity].gender == .unknown, entities[entity].honorific.isEmpty else { return }
      entities[entity].kind = .organization
    }
    scene.mentions[other].entity = entity
  }

  /// Lets a second description of somebody tell the gender, and not speak for itself.
  private func uniteUnnamed(_ scene: inout Scene) {
    var pairs: [(description: Int, other: Int)] = []
    AppositionReader(scene: scene).forEachUnnamedPair { pairs.append(($0, $1)) }
    for (description, other) in pairs where scene.mentions[other].entity < 0 {
      if scene.mentions[description].gender == .unknown {
        scene.mentions[description].gender = scene.mentions[other].gender
      }
      scene.mentions[other].isDependent = true
      scene.mentions[other].describesPrevious = true
    }
  }

  /// The entity that a group of equal names belongs to; nil when it is a new one.
  private func entity(for group: NameGroup, isFiction: Bool) -> Int? {
    listedEntity(for: group)
      ?? NameMatcher(table: self, isFiction: isFiction).entity(for: group)
  }

  /// Whom the user's list means by a name: of several the one with the same titles, else the first
  /// whose titles and gender allow it.
  private func listedEntity(for group: NameGroup) -> Int? {
    guard !listed.isEmpty else { return nil }
    let names = (listed[group.name.words] ?? []).filter {
      entities[$0.entity].gender.agrees(with: group.gender) && $0.titles.agrees(with: group.titles)
    }
    return
      (names.first { $0.titles == group.titles } ?? names.first { $0.titles.isEmpty }
      ?? names.first)?.entity
  }

  private func titles(of form: String) -> TitleUse {
    var result: TitleUse = []
    for word in form.split(separator: " ") {
      guard let traits = lexicon.entry(word.lowercased())?.traits, traits.contains(.title) else {
        break
      }
      result.formUnion(TitleUse(traits))
    }
    return result
  }

  private mutating func add(_ group: NameGroup) -> Int {
    var entity = Entity(kind: group.kind, gender: group.gender)
    entity.name = group.name
    entity.honorific = group.name.words.count == 1 ? group.honorific : ""
    entity.firstMention = group.mentions[0]
    return append(entity)
  }

  mutating func append(_ entity: Entity) -> Int {
    entities.append(entity)
    lastMentions.append(-1)
    if !entity.name.words.isEmpty {
      index.insert(entities.count - 1, entity.name, isBody: entity.kind == .organization)
    }
    return entities.count - 1
  }

  /// - Parameter gender: What the group's print shows of the entity's gender.
  private mutating func absorb(
    _ group: NameGroup, of gender: Gender, into index: Int, _ scene: Scene
  ) {
    entities[index].count += group.mentions.count
    entities[index].titles.formUnion(group.titles)
    entities[index].titledCount += group.honorifics
    noteCalls(group, of: index, scene)
    if entities[index].gender == .unknown, entities[index].kind == .person {
      entities[index].gender = gender
    }
    // "F. C. Hale" is Frank Hale: from then on Frank is his name.
    if entities[index].name.given.utf8.count == 1, group.name.words.count > 1,
      group.name.given.utf8.count > 1
    {
      entities[index].name.words[0] = group.name.given
      self.index.insert(index, entities[index].name, isBody: false)
    }
    // Once somebody is "Jr." a "Sr." is somebody else.
    if entities[index].name.generation.isEmpty, group.name.words.count > 1 {
      entities[index].name.generation = group.name.generation
    }
    if entities[index].firstMention < 0 { entities[index].firstMention = group.mentions[0] }
    if entities[index].honorific.isEmpty,
      entities[index].name.words.count == 1
        || (scene.isDialogue && group.name.words.count == 1 && group.titles != .other)
        || isHusbandsName(group)
    {
      entities[index].honorific = group.honorific
    }
    // A story’s headings print names as nobody says them.
    if scene.isDialogue, group.isInHeadings, entities[index].forms.total > 0 { return }
    // Most mentions of a group print the name alike, one like the one before.
    var last: (span: TextSpan, form: String)?
    for mention in group.mentions {
      let record = scene.mentions[mention]
      let span = group.trimmedWords == 0 ? Self.printedSpan(record, scene) : nil
      if let last, let span, scene.text.haveSameText(span, last.span) {
        entities[index].forms.add(last.form)
        continue
      }
      let form = Self.printedName(record, scene, without: group.trimmedWords)
      entities[index].forms.add(form)
      last = span.map { ($0, form) }
    }
  }

  /// Counts by which word alone the narration calls somebody known in full.
  private mutating func noteCalls(_ group: NameGroup, of index: Int, _ scene: Scene) {
    guard group.name.words.count == 1, entities[index].name.words.count > 1 else { return }
    let count = group.mentions.count { !scene.mentions[$0].isQuoted }
    if group.name.words[0] == entities[index].name.surname {
      entities[index].calledBySurname += count
    } else {
      entities[index].calledByGivenName += count
    }
  }

  /// Whether a woman is called by her husband's name: `Mrs. John Dalby`.
  private func isHusbandsName(_ group: NameGroup) -> Bool {
    group.titles == .wife && group.name.words.count > 1
      && lexicon.entry(group.name.given)?.gender == .male
  }
}
