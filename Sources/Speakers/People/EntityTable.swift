import Prose

/// The people and bodies that one article names, and which of them each name stands for.
///
/// Full names come first; a single word then joins the person whose surname or given name it is.
/// Two people with one surname stay apart: a bare surname goes to the one who is named most, a
/// title that shows the gender decides where it can.
package struct EntityTable: Sendable {
  package private(set) var entities: [Entity] = []
  private let lexicon: Lexicon

  /// Gathers the named entities of a scene and notes each mention's entity in the scene.
  init(resolvingNamesOf scene: inout Scene, lexicon: Lexicon, known: [KnownPerson] = []) {
    self.lexicon = lexicon
    seed(known)
    var groups = Self.groups(of: scene, lexicon)
    trimSentenceHeads(&groups)
    groups.sort { a, b in
      a.name.words.count != b.name.words.count
        ? a.name.words.count > b.name.words.count : a.mentions[0] < b.mentions[0]
    }
    for group in groups {
      let index = entity(for: group) ?? add(group)
      absorb(group, into: index, scene)
      for mention in group.mentions { scene.mentions[mention].entity = index }
    }
    collectRoles(scene)
    chooseDisplayNames()
  }

  /// Mentions that print one name in one way.
  private struct Group {
    var name: PersonName
    var gender: Gender
    var kind: Speaker.Kind
    var honorific: String
    var mentions: [Int]
    /// Every mention stands at the head of a sentence.
    var startsSentences: Bool
  }

  private struct GroupKey: Hashable {
    var words: [String]
    var gender: Gender
    var kind: Speaker.Kind
  }

  private static func groups(of scene: Scene, _ lexicon: Lexicon) -> [Group] {
    var groups: [Group] = []
    var indices: [GroupKey: Int] = [:]
    for (index, mention) in scene.mentions.enumerated() where !mention.name.isEmpty {
      let printed = mention.name.compactMap { token in
        scene.text.tokens[token].kind == .word || scene.text.tokens[token].kind == .reference
          ? scene.text.text(ofToken: token) : nil
      }
      let name = PersonName(printed: printed) {
        lexicon.entry($0)?.traits.contains(.nameSuffix) == true
      }
      guard !name.words.isEmpty else { continue }
      let kind: Speaker.Kind = mention.kind == .organization ? .organization : .person
      let gender = kind == .person ? mention.gender : .unknown
      let key = GroupKey(words: name.words, gender: gender, kind: kind)
      if let group = indices[key] {
        groups[group].mentions.append(index)
        groups[group].startsSentences = groups[group].startsSentences && mention.startsSentence
      } else {
        indices[key] = groups.count
        groups.append(
          Group(
            name: name, gender: gender, kind: kind,
            honorific: honorific(of: mention, scene), mentions: [index],
            startsSentences: mention.startsSentence))
      }
    }
    return groups
  }

  /// Takes a word off names that have it at the head of sentences only, when the rest is a name
  /// of the text: `Saw Jock`, `Dearest Rose`.
  private func trimSentenceHeads(_ groups: inout [Group]) {
    let names = Set(groups.lazy.filter { !$0.startsSentences }.map(\.name.words))
    for index in groups.indices where groups[index].startsSentences {
      let words = groups[index].name.words
      guard words.count > 1, lexicon.entry(words[0])?.traits.contains(.givenName) != true else {
        continue
      }
      let rest = Array(words.dropFirst())
      if names.contains(rest) { groups[index].name.words = rest }
    }
  }

  private static func honorific(of mention: MentionRecord, _ scene: Scene) -> String {
    let token = mention.name.lowerBound - 1
    guard token >= mention.tokens.lowerBound, scene.entry(token).traits.contains(.honorific),
      scene.text.tokens[token].traits.contains(.capitalized)
    else {
      return ""
    }
    return scene.text.text(ofToken: token)
  }

  /// Starts with the people on the user's list, so that their names and identifiers win.
  private mutating func seed(_ known: [KnownPerson]) {
    for person in known {
      var entity = Entity(kind: .person, gender: person.gender)
      entity.name = name(of: person.name)
      entity.display = person.name
      entity.identifier = person.identifier ?? person.name
      entity.firstMention = -1
      entities.append(entity)
      aliases.append(person.aliases.map(name(of:)) + [entity.name])
    }
  }

  /// The folded names of the people on the user's list, by entity.
  private var aliases: [[PersonName]] = []

  private func name(of text: String) -> PersonName {
    let words = text.split(whereSeparator: { $0 == " " || $0 == "\u{A0}" }).map(String.init)
    let untitled = words.drop { word in
      lexicon.entry(word.lowercased())?.traits.contains(.honorific) == true
    }
    return PersonName(printed: untitled.isEmpty ? words : Array(untitled)) {
      lexicon.entry($0)?.traits.contains(.nameSuffix) == true
    }
  }

  private mutating func add(_ group: Group) -> Int {
    var entity = Entity(kind: group.kind, gender: group.gender)
    entity.name = group.name
    entity.honorific = group.name.words.count == 1 ? group.honorific : ""
    entity.firstMention = group.mentions[0]
    entities.append(entity)
    return entities.count - 1
  }

  /// The entity that a group of equal names belongs to; nil when it is a new one.
  private func entity(for group: Group) -> Int? {
    if let index = aliases.firstIndex(where: { $0.contains(group.name) }) { return index }
    var best: Int?
    for (index, entity) in entities.enumerated() {
      guard entity.kind == group.kind, entity.gender.agrees(with: group.gender),
        matches(group, entity)
      else { continue }
      if let current = best, !isBetter(entity, than: entities[current], for: group) { continue }
      best = index
    }
    return best
  }

  private func matches(_ group: Group, _ entity: Entity) -> Bool {
    if group.name == entity.name { return true }
    guard group.kind == .person else { return false }
    if group.name.words.count > 1 {
      return group.name.isVariant(of: entity.name, nicknames: lexicon.nicknames)
    }
    guard entity.name.words.count > 1 else {
      return PersonName.isMisprint(group.name.surname, entity.name.surname)
        && group.mentions.count == 1
    }
    let word = group.name.words[0]
    if word == entity.name.surname {
      // A text introduces a person in full: one who is "Mr. Hale" for a while before a John Hale
      // appears is somebody else.
      return group.honorific.isEmpty || entity.firstMention < group.mentions[0]
    }
    // A given name stands alone for a person, but "Mr. Frank" is nobody's given name.
    if group.honorific.isEmpty || group.gender == .female, word == entity.name.given {
      return true
    }
    return PersonName.isMisprint(word, entity.name.surname)
  }

  private func isBetter(_ a: Entity, than b: Entity, for group: Group) -> Bool {
    let word = group.name.surname
    let aIsSurname = a.name.surname == word
    let bIsSurname = b.name.surname == word
    if aIsSurname != bIsSurname { return aIsSurname }
    let aGender = a.gender == group.gender && a.gender != .unknown
    let bGender = b.gender == group.gender && b.gender != .unknown
    if aGender != bGender { return aGender }
    return a.count > b.count
  }

  private mutating func absorb(_ group: Group, into index: Int, _ scene: Scene) {
    entities[index].count += group.mentions.count
    if entities[index].gender == .unknown { entities[index].gender = group.gender }
    if entities[index].firstMention < 0 { entities[index].firstMention = group.mentions[0] }
    if entities[index].honorific.isEmpty, entities[index].name.words.count == 1 {
      entities[index].honorific = group.honorific
    }
    for mention in group.mentions {
      let form = Self.printedName(scene.mentions[mention], scene)
      entities[index].forms[form, default: 0] += 1
    }
  }

  /// The printed name without titles and without a possessive ending.
  static func printedName(_ mention: MentionRecord, _ scene: Scene) -> String {
    let range = mention.name.isEmpty ? mention.tokens : mention.name
    let last = scene.text.tokens[range.upperBound - 1]
    var end = last.end
    if mention.isPossessive {
      end = scene.text.bytes.withUnsafeBufferPointer {
        Lexemes.endWithoutPossessive($0, last)
      }
    }
    let text = scene.text.text(of: TextSpan(scene.text.tokens[range.lowerBound].start, end))
    guard text.utf8.contains(0x0A) || text.utf8.contains(0x0D) else { return text }
    return text.split(whereSeparator: \.isNewline).joined(separator: " ")
  }

  /// Notes the titles before names and the roles in apposition, so that `the mayor` finds its
  /// person.
  private mutating func collectRoles(_ scene: Scene) {
    for (index, mention) in scene.mentions.enumerated() {
      guard mention.entity >= 0 else { continue }
      for token in mention.tokens.lowerBound..<max(mention.name.lowerBound, mention.tokens.lowerBound)
      where scene.text.tokens[token].kind == .word {
        entities[mention.entity].roles.insert(PersonName.fold(scene.text.text(ofToken: token)))
      }
      guard index + 1 < scene.mentions.count else { continue }
      let next = scene.mentions[index + 1]
      let between = mention.tokens.upperBound
      if next.kind == .description, next.tokens.lowerBound == between + 1,
        scene.text.tokens[between].kind == .comma
      {
        entities[mention.entity].roles.insert(
          PersonName.fold(scene.text.text(ofToken: next.head)))
        if entities[mention.entity].gender == .unknown, !next.isPlural {
          entities[mention.entity].gender = next.gender
        }
      }
    }
  }

  private mutating func chooseDisplayNames() {
    for index in entities.indices where entities[index].display.isEmpty {
      let entity = entities[index]
      let name = Self.bestForm(entity.forms)
      entities[index].display =
        entity.honorific.isEmpty || entity.name.words.count > 1
        ? name : entity.honorific + " " + name
    }
  }

  /// The fullest form that is no slip: a long form that occurs once among a hundred others is one.
  private static func bestForm(_ forms: [String: Int]) -> String {
    let all = forms.values.reduce(0, +)
    let usual = forms.filter { $0.value * 20 >= all }
    let best = usual.max { a, b in
      let aWords = a.key.split(separator: " ").count
      let bWords = b.key.split(separator: " ").count
      if aWords != bWords { return aWords < bWords }
      return a.value != b.value ? a.value < b.value : a.key > b.key
    }
    return best?.key ?? ""
  }

  /// Adds an entity that the text does not name.
  mutating func addUnnamed(
    _ display: String, role: String, kind: Speaker.Kind, gender: Gender, isPlural: Bool, mention: Int
  ) -> Int {
    var entity = Entity(kind: kind, gender: gender)
    entity.display = display
    entity.roles = [role]
    entity.forms = [display: 1]
    entity.firstMention = mention
    entity.isPlural = isPlural
    entities.append(entity)
    return entities.count - 1
  }

  /// Counts one more form by which an entity is mentioned.
  mutating func note(form: String, of entity: Int) {
    entities[entity].forms[form, default: 0] += 1
  }

  mutating func setGender(_ gender: Gender, of entity: Int) {
    if entities[entity].gender == .unknown { entities[entity].gender = gender }
  }
}
