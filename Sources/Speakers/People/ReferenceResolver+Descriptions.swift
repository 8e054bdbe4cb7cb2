import Prose

/// Whom descriptions mean.
extension ReferenceResolver {
  /// The entity of a description: of the named person with that role, of an earlier description
  /// with the same noun, or a new one.
  func described(_ index: Int, _ scene: Scene, _ entities: inout EntityTable) -> Int {
    let mention = scene.mentions[index]
    if mention.describesPrevious, scene.mentions[index - 1].entity >= 0 {
      return scene.mentions[index - 1].entity
    }
    let noun = PersonName.fold(scene.text, token: mention.head)
    let form = DescriptionForm(scene: scene).form(of: index)
    let qualifiers = DescriptionQualifiers(of: index, scene)
    if !scene.isDialogue, isDefinite(mention, scene) || isBareTitle(mention, scene),
      !hasPossessor(index, scene), !isEpithet(mention, scene),
      let named = entities.entity(named: noun, after: index, scene)
    {
      entities.note(form: form, of: named)
      return named
    }
    if !scene.isDialogue, !mention.isPlural,
      scene.entry(mention.tokens.lowerBound).traits.isDisjoint(with: [.determiner, .possessive]),
      scene.endsLikeHeadline(scene.text.paragraphs[mention.paragraph].tokens),
      !hasPossessor(index, scene),
      let named = entities.entity(ofHeadline: noun, at: index, scene)
    {
      entities.note(form: form, of: named)
      return named
    }
    if !scene.isDialogue, scene.entry(mention.tokens.lowerBound).traits.contains(.possessive),
      let known = entities.entity(possessed: noun, at: index, scene)
    {
      entities.note(form: form, of: known)
      return known
    }
    if isDefinite(mention, scene) {
      let known =
        entities.entity(
          withRole: noun, qualifiers, before: index, gender: mention.gender)
        ?? (isEpithet(mention, scene) ? lastPerson(before: index, scene, entities) : nil)
        ?? (isFirm(index, scene) ? entities.leadingFirm(before: index) : nil)
      if let known {
        entities.note(form: form, of: known)
        return known
      }
    }
    let kind: Speaker.Kind = mention.kind == .organization ? .organization : .unnamed
    let added = entities.addUnnamed(
      form, role: noun, kind: kind, gender: mention.gender, isPlural: mention.isPlural,
      mention: index)
    entities.setQualifiers(qualifiers, of: added)
    entities.notePossessed(index, of: added, scene)
    return added
  }

  private func isDefinite(_ mention: MentionRecord, _ scene: Scene) -> Bool {
    scene.entry(mention.tokens.lowerBound).traits.contains(.definite)
  }

  /// Whether a title without an article stands for its holder, as in headlines: `Mayor defends plan`.
  private func isBareTitle(_ mention: MentionRecord, _ scene: Scene) -> Bool {
    mention.tokens.count == 1 && scene.entry(mention.head).traits.contains(.title)
  }

  /// Whether somebody’s is described, as in `Smith’s coach`: there may be a coach of others.
  private func hasPossessor(_ index: Int, _ scene: Scene) -> Bool {
    guard index > 0, scene.mentions[index - 1].isPossessive else { return false }
    return scene.mentions[index].tokens.lowerBound - scene.mentions[index - 1].tokens.upperBound
      <= 1
  }

  /// Whether a description tells something new of somebody known: `the father-of-three`, `the
  /// 35-year-old`, which are not in the lexicon, `the former captain`.
  private func isEpithet(_ mention: MentionRecord, _ scene: Scene) -> Bool {
    guard mention.kind == .description, !mention.isPlural else { return false }
    return scene.lexemes.words[mention.head] < 0
      || mention.tokens.contains { scene.entry($0).traits.contains(.epithet) }
  }

  /// Whether a description means a firm and says nothing else of it: `the company`.
  private func isFirm(_ index: Int, _ scene: Scene) -> Bool {
    let mention = scene.mentions[index]
    return mention.tokens.count == 2 && scene.entry(mention.head).traits.contains(.firm)
      && !scene.startsComplement(mention.tokens.upperBound)
  }

  /// How many mentions back a reader looks for whom an epithet means.
  private static let reach = 40

  /// The person named last before a mention, in its paragraph or the one before.
  private func lastPerson(
    before index: Int, _ scene: Scene, _ entities: EntityTable
  ) -> Int? {
    let mention = scene.mentions[index]
    var candidate = index - 1
    while candidate >= max(0, index - Self.reach),
      mention.paragraph - scene.mentions[candidate].paragraph <= 1
    {
      let other = scene.mentions[candidate]
      if other.entity >= 0, !other.isQuoted, !other.isDependent, !other.isPlural,
        entities.entities[other.entity].kind != .organization,
        entities.entities[other.entity].gender.agrees(with: mention.gender)
      {
        return other.entity
      }
      candidate -= 1
    }
    return nil
  }
}
