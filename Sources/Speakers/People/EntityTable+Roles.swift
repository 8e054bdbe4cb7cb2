import LanguageData
import Prose

/// Whom descriptions mean: the roles of entities, and the entities that no name names.
extension EntityTable {
  /// Notes the titles before names, the roles in apposition and what a body's name says that it
  /// is, so that `the mayor` and `the agency` find whom they mean.
  mutating func collectRoles(_ scene: Scene) {
    for (index, mention) in scene.mentions.enumerated() where mention.entity >= 0 {
      noteTitle(of: mention, index, scene)
      if mention.name.isEmpty {
        add(role: PersonName.fold(scene.text, token: mention.head), to: mention.entity)
        notePossessed(index, of: mention.entity, scene)
        if entities[mention.entity].gender == .unknown, mention.kind == .description {
          entities[mention.entity].gender = mention.gender
        }
        continue
      }
      for token in mention.tokens.lowerBound..<mention.name.lowerBound
      where scene.text.tokens[token].kind == .word {
        add(role: Self.role(ofTitle: token, scene), to: mention.entity)
      }
      guard mention.kind == .organization else { continue }
      NameGroup.forEachNameToken(of: mention, scene) { token in
        guard scene.entry(token).traits.contains(.organizationHead) else { return }
        add(role: PersonName.fold(scene.text, token: token), to: mention.entity)
      }
    }
  }

  /// Notes a title in front of a name: `Mayor` in `Mayor Ana Ruiz`, not in `deputy mayor Ana Ruiz`.
  private mutating func noteTitle(of mention: MentionRecord, _ index: Int, _ scene: Scene) {
    let title = mention.tokens.lowerBound
    if mention.kind == .name, !mention.isQuoted, mention.name.lowerBound > title {
      let role = Self.role(ofTitle: mention.name.lowerBound - 1, scene)
      if officeHolders[role] == nil {
        officeHolders[role] = TitleHolder(entity: mention.entity, mention: index)
      }
    }
    guard mention.kind == .name, !mention.isQuoted, mention.name.lowerBound == title + 1,
      scene.entry(title).traits.contains(.title), !scene.entry(title).traits.contains(.honorific)
    else { return }
    let role = Self.role(ofTitle: title, scene)
    if let holder = titleHolders[role] {
      if let holder, holder.entity != mention.entity { titleHolders[role] = .some(nil) }
    } else {
      titleHolders[role] = TitleHolder(entity: mention.entity, mention: index)
    }
  }

  /// The noun for a word of a title: `governor` for `Gov.`.
  private static func role(ofTitle token: Int, _ scene: Scene) -> String {
    let entry = scene.entry(token)
    return entry.traits.contains(.cue) || entry.lemma == 0
      ? PersonName.fold(scene.text, token: token)
      : scene.lexicon.lemma(at: Int(entry.lemma))
  }

  /// The only person with a title, whom a text names soon after it has spoken of the role: reports
  /// begin with “the mayor said” and name the mayor in the next paragraph.
  ///
  /// - Parameter mention: The description; the name must not have come before it.
  func entity(named role: String, after mention: Int, _ scene: Scene) -> Int? {
    guard let known = titleHolders[role], let holder = known, lastMentions[holder.entity] < 0,
      holder.mention > mention,
      scene.mentions[holder.mention].paragraph - scene.mentions[mention].paragraph
        <= (scene.startsComplement(scene.mentions[mention].tokens.upperBound)
          ? Self.farthestNameOfOffice : Self.farthestName),
      entities[holder.entity].gender.agrees(with: scene.mentions[mention].gender)
    else { return nil }
    return holder.entity
  }

  /// The person of whom a headline speaks by a role, `Marl coach`, and whom the text names soon after
  /// with all its words: `Marl head coach Ana Ruiz`.
  func entity(ofHeadline role: String, at mention: Int, _ scene: Scene) -> Int? {
    let description = scene.mentions[mention]
    guard let holder = officeHolders[role], holder.mention > mention,
      scene.mentions[holder.mention].paragraph - description.paragraph <= Self.farthestName,
      entities[holder.entity].gender.agrees(with: description.gender)
    else { return nil }
    let named = scene.mentions[holder.mention]
    let title = (named.tokens.lowerBound..<named.name.lowerBound).map {
      PersonName.fold(scene.text, token: $0)
    }
    var start = description.tokens.lowerBound
    while start > 0, scene.text.tokens[start - 1].traits.contains(.capitalized),
      scene.paragraphOfToken[start - 1] == scene.paragraphOfToken[start]
    {
      start -= 1
    }
    let isSame = (start..<description.head).allSatisfy {
      title.contains(PersonName.fold(scene.text, token: $0))
    }
    return isSame ? holder.entity : nil
  }

  /// How many paragraphs after the role the name may come.
  static let farthestName = 6
  /// The same where the role says of what, `the mayor of Marl`: there are mayors of elsewhere.
  private static let farthestNameOfOffice = 2

  private mutating func add(role: String, to entity: Int) {
    if entities[entity].roles.insert(role) {
      entitiesByRole.add(entity, to: ByteStringTable.longHash(role))
    }
  }

  /// Notes that a reader has come past a mention of an entity by name or description.
  mutating func passed(_ mention: Int, of entity: Int) { lastMentions[entity] = mention }

  /// The entity of a role that was mentioned last before a mention, and not too long ago.
  ///
  /// - Parameter qualifiers: What the words around the role's noun say of whose it is.
  func entity(
    withRole role: String, _ qualifiers: DescriptionQualifiers, before mention: Int, gender: Gender
  ) -> Int? {
    var best: Int?
    entitiesByRole.forEachLast(Self.mostOfRole, of: ByteStringTable.longHash(role)) { entity in
      let last = lastMentions[entity]
      guard last >= 0, mention - last < Self.memory, entities[entity].gender.agrees(with: gender),
        best.map({ lastMentions[$0] < last }) ?? true, entities[entity].roles.contains(role),
        qualifiers.mayMean(entities[entity].qualifiers)
      else { return }
      best = entity
    }
    return best
  }

  /// How many mentions back a reader remembers whom a role meant.
  static let memory = 200
  /// The most entities of one role that are looked at.
  private static let mostOfRole = 32

  /// Adds an entity that the text does not name.
  mutating func addUnnamed(
    _ display: String, role: String, kind: Speaker.Kind, gender: Gender, isPlural: Bool,
    mention: Int
  ) -> Int {
    var entity = Entity(kind: kind, gender: gender)
    entity.display = display
    entity.forms = FormCounts(display)
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
    entities[entity].forms.add(form)
  }

  mutating func setQualifiers(_ qualifiers: DescriptionQualifiers, of entity: Int) {
    entities[entity].qualifiers = qualifiers
  }

  mutating func setGender(_ gender: Gender, of entity: Int) {
    if entities[entity].gender == .unknown { entities[entity].gender = gender }
  }
}

/// Who has a title, and where the text first says so.
struct TitleHolder: Sendable {
  var entity: Int
  var mention: Int
}
