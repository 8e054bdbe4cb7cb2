import Prose

/// The people and bodies that one article names, and which of them each name stands for.
///
/// Full names come first; a single word then joins the person whose surname or given name it is.
/// Two people with one surname stay apart: a bare surname goes to the one who was named last, a
/// title that shows the gender decides where it can.
package struct EntityTable: Sendable {
  package private(set) var entities: [Entity] = []
  let lexicon: Lexicon
  private(set) var index = EntityIndex()
  /// The entities that the user's list names, by the name or alias.
  private var listed: [[String]: Int] = [:]
  /// The entities of each role, in the order in which they got it.
  private var entitiesByRole: [String: [Int]] = [:]
  /// The last mention of each entity by name or description that the reader has come past; -1
  /// before the first.
  private var lastMentions: [Int] = []
  /// People who are introduced by their kinship, in the order of their names.
  private var relativeEntities: [Int] = []
  /// The entity of the first person in the narration; nil when there is none.
  private(set) var narrator: Int?

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
      let found = entity(for: group) ?? relative(for: group, scene) ?? add(group)
      if group.mentions.contains(where: relatives.contains) { relativeEntities.append(found) }
      absorb(group, into: found, scene)
      for mention in group.mentions { scene.mentions[mention].entity = found }
    }
    for (name, other) in pairs { unite(name, other, &scene) }
    collectRoles(scene)
    chooseDisplayNames()
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
        if !words.isEmpty, listed[words] == nil { listed[words] = added }
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

  /// The entity that a group of equal names belongs to; nil when it is a new one.
  private func entity(for group: NameGroup) -> Int? {
    listed[group.name.words] ?? NameMatcher(entities: entities, index: index, lexicon: lexicon)
      .entity(for: group)
  }

  /// The mentions of people who are introduced by their kinship: `his daughter, Ana`.
  private static func relatives(_ pairs: [(name: Int, other: Int)], _ scene: Scene) -> Set<Int> {
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
  private mutating func relative(for group: NameGroup, _ scene: Scene) -> Int? {
    guard group.name.words.count == 1, !group.honorific.isEmpty, group.gender != .unknown,
      index.entities(withSurname: group.name.surname).contains(where: {
        entities[$0].name.words.count > 1
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

  private mutating func add(_ group: NameGroup) -> Int {
    var entity = Entity(kind: group.kind, gender: group.gender)
    entity.name = group.name
    entity.honorific = group.name.words.count == 1 ? group.honorific : ""
    entity.firstMention = group.mentions[0]
    return append(entity)
  }

  private mutating func append(_ entity: Entity) -> Int {
    entities.append(entity)
    lastMentions.append(-1)
    if !entity.name.words.isEmpty {
      index.insert(entities.count - 1, entity.name, isBody: entity.kind == .organization)
    }
    return entities.count - 1
  }

  private mutating func absorb(_ group: NameGroup, into index: Int, _ scene: Scene) {
    entities[index].count += group.mentions.count
    if entities[index].gender == .unknown, entities[index].kind == .person {
      entities[index].gender = group.gender
    }
    if entities[index].firstMention < 0 { entities[index].firstMention = group.mentions[0] }
    if entities[index].honorific.isEmpty, entities[index].name.words.count == 1 {
      entities[index].honorific = group.honorific
    }
    for mention in group.mentions {
      let form = Self.printedName(scene.mentions[mention], scene, without: group.trimmedWords)
      entities[index].forms[form, default: 0] += 1
    }
  }

  private mutating func chooseDisplayNames() {
    for index in entities.indices where entities[index].display.isEmpty {
      let entity = entities[index]
      let name = Self.bestForm(entity.forms)
      let isFull = name.contains(" ") || entity.name.words.count > 1
      entities[index].display =
        entity.honorific.isEmpty || isFull ? name : entity.honorific + " " + name
    }
  }

  /// The fullest form that is no slip: a long form that occurs once among a hundred others is one.
  private static func bestForm(_ forms: [String: Int]) -> String {
    let all = forms.values.reduce(0, +)
    let usual = forms.filter { $0.value * 20 >= all }
    let best = (usual.isEmpty ? forms : usual).max { a, b in
      let aWords = a.key.split(separator: " ").count
      let bWords = b.key.split(separator: " ").count
      if aWords != bWords { return aWords < bWords }
      return a.value != b.value ? a.value < b.value : a.key > b.key
    }
    return best?.key ?? ""
  }
}

extension EntityTable {
  /// Notes the titles before names, the roles in apposition and what a body's name says that it
  /// is, so that `the mayor` and `the agency` find whom they mean.
  private mutating func collectRoles(_ scene: Scene) {
    for mention in scene.mentions where mention.entity >= 0 {
      if mention.name.isEmpty {
        add(role: PersonName.fold(scene.text.text(ofToken: mention.head)), to: mention.entity)
        if entities[mention.entity].gender == .unknown, mention.kind == .description {
          entities[mention.entity].gender = mention.gender
        }
        continue
      }
      for token in mention.tokens.lowerBound..<mention.name.lowerBound
      where scene.text.tokens[token].kind == .word {
        add(role: PersonName.fold(scene.text.text(ofToken: token)), to: mention.entity)
      }
      guard mention.kind == .organization else { continue }
      for token in NameGroup.nameTokens(of: mention, scene)
      where scene.entry(token).traits.contains(.organizationHead) {
        add(role: PersonName.fold(scene.text.text(ofToken: token)), to: mention.entity)
      }
    }
  }

  private mutating func add(role: String, to entity: Int) {
    if entities[entity].roles.insert(role).inserted {
      entitiesByRole[role, default: []].append(entity)
    }
  }

  /// Notes that a reader has come past a mention of an entity by name or description.
  mutating func passed(_ mention: Int, of entity: Int) { lastMentions[entity] = mention }

  /// The entity of a role that was mentioned last before a mention, and not too long ago.
  func entity(withRole role: String, before mention: Int, gender: Gender) -> Int? {
    var best: Int?
    for entity in (entitiesByRole[role] ?? []).suffix(Self.mostOfRole) {
      let last = lastMentions[entity]
      guard last >= 0, mention - last < Self.memory, entities[entity].gender.agrees(with: gender),
        best.map({ lastMentions[$0] < last }) ?? true
      else { continue }
      best = entity
    }
    return best
  }

  /// How many mentions back a reader remembers whom a role meant.
  private static let memory = 200
  /// The most entities of one role that are looked at.
  private static let mostOfRole = 32

  /// Adds an entity that the text does not name.
  mutating func addUnnamed(
    _ display: String, role: String, kind: Speaker.Kind, gender: Gender, isPlural: Bool, mention: Int
  ) -> Int {
    var entity = Entity(kind: kind, gender: gender)
    entity.display = display
    entity.forms = [display: 1]
    entity.firstMention = mention
    entity.isPlural = isPlural
    let added = append(entity)
    add(role: role, to: added)
    return added
  }

  /// The entity of the first person in the narration, added when it is new.
  mutating func narrator(at mention: Int) -> Int {
    if let narrator { return narrator }
    let added = addUnnamed(
      "the narrator", role: "", kind: .unnamed, gender: .unknown, isPlural: false, mention: mention)
    narrator = added
    return added
  }

  /// Counts one more form by which an entity is mentioned.
  mutating func note(form: String, of entity: Int) {
    entities[entity].forms[form, default: 0] += 1
  }

  mutating func setGender(_ gender: Gender, of entity: Int) {
    if entities[entity].gender == .unknown { entities[entity].gender = gender }
  }

  /// The printed name without titles, without a nickname in marks and without a possessive ending.
  ///
  /// - Parameter trimmedWords: How many words at the start are no part of the name.
  static func printedName(
    _ mention: MentionRecord, _ scene: Scene, without trimmedWords: Int = 0
  ) -> String {
    let tokens = NameGroup.nameTokens(of: mention, scene)
    var pieces: [String] = []
    var start = -1
    for (position, token) in tokens.enumerated() where position >= trimmedWords {
      if start < 0 { start = token }
      let next = position + 1 < tokens.count ? tokens[position + 1] : -1
      guard next != token + 1 else { continue }
      let span = TextSpan(
        scene.text.tokens[start].start, next < 0 ? scene.end(of: mention) : scene.text.tokens[token].end)
      pieces += scene.text.text(of: span).split(whereSeparator: \.isNewline).map(String.init)
      start = -1
    }
    return pieces.joined(separator: " ")
  }
}
