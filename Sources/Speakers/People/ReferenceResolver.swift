import Prose

/// Resolves pronouns and descriptions to entities, paragraph by paragraph, as a reader would.
struct ReferenceResolver {
  /// How many mentions back a reader still looks for whom a pronoun means.
  private static let reach = 60
  /// How many paragraphs back.
  private static let paragraphs = 4

  /// Resolves the pronouns and descriptions of one paragraph.
  ///
  /// Names were resolved before; earlier paragraphs have been done.
  func resolve(
    mentions range: Range<Int>, scene: inout Scene, entities: inout EntityTable,
    links: [CueLink], history: AttributionHistory
  ) {
    for index in range where scene.mentions[index].entity < 0 {
      let mention = scene.mentions[index]
      switch mention.kind {
      case .pronoun:
        if mention.person == 3, !mention.isQuoted {
          scene.mentions[index].entity =
            antecedent(of: index, scene, entities, links, history) ?? -1
        } else if mention.person == 1, !mention.isQuoted, !mention.isPlural {
          scene.mentions[index].entity = narrator(&entities, index)
        }
      case .description, .organization:
        if !mention.isQuoted {
          scene.mentions[index].entity = described(index, scene, &entities)
        }
      case .name: break
      }
    }
  }

  /// The entity that a third-person pronoun means: the agreeing one that is nearest, subjects and
  /// speakers first.
  private func antecedent(
    of index: Int, _ scene: Scene, _ entities: EntityTable, _ links: [CueLink],
    _ history: AttributionHistory
  ) -> Int? {
    let pronoun = scene.mentions[index]
    if pronoun.pronoun == .relative { return relativeAntecedent(of: index, scene) }
    let wantsPlural = pronoun.isPlural
    let wantsBody = !wantsPlural && pronoun.gender == .unknown
    var best: Int?
    var bestScore = -Double.infinity
    var candidate = index - 1
    let limit = max(0, index - Self.reach)
    while candidate >= limit {
      let mention = scene.mentions[candidate]
      guard pronoun.paragraph - mention.paragraph <= Self.paragraphs else { break }
      defer { candidate -= 1 }
      guard mention.entity >= 0, !mention.isQuoted else { continue }
      let entity = entities.entities[mention.entity]
      guard entity.gender.agrees(with: pronoun.gender) || wantsPlural || wantsBody else { continue }
      if wantsPlural != (entity.isPlural || mention.isPlural) {
        if !(wantsPlural && entity.kind == .organization) { continue }
      }
      if wantsBody != (entity.kind == .organization), !wantsPlural { continue }
      var score = -1.2 * Double(min(pronoun.sentence - mention.sentence, 8))
      if mention.paragraph != pronoun.paragraph { score -= 0.5 }
      if links[candidate].subjectOf >= 0 || links[candidate].afterCue >= 0 { score += 1.2 }
      let first = mention.tokens.lowerBound
      if first == 0 || scene.sentenceOfToken[first - 1] != scene.sentenceOfToken[first] {
        score += 1.0
      }
      if mention.isPossessive { score -= 0.8 }
      if mention.kind == .pronoun { score += 0.6 }
      if mention.entity == history.lastEntity { score += 1.0 }
      if entity.gender == pronoun.gender, pronoun.gender != .unknown { score += 1.0 }
      score += 0.15 * Double(min(entity.count, 6))
      score -= 0.05 * Double(index - candidate)
      if isObject(mention, scene) { score -= 0.8 }
      if score > bestScore {
        bestScore = score
        best = mention.entity
      }
    }
    return best
  }

  /// `Smith, who …`: the mention that ends right before, a comma between.
  private func relativeAntecedent(of index: Int, _ scene: Scene) -> Int? {
    guard index > 0 else { return nil }
    let mention = scene.mentions[index - 1]
    let distance = scene.mentions[index].tokens.lowerBound - mention.tokens.upperBound
    return distance <= 4 && mention.entity >= 0 ? mention.entity : nil
  }

  private func isObject(_ mention: MentionRecord, _ scene: Scene) -> Bool {
    let index = mention.tokens.lowerBound - 1
    guard index >= 0, scene.paragraphOfToken[index] == mention.paragraph else { return false }
    return scene.entry(index).traits.contains(.preposition)
  }

  private func narrator(_ entities: inout EntityTable, _ index: Int) -> Int {
    if let known = entities.entities.firstIndex(where: { $0.roles == ["narrator"] }) {
      return known
    }
    return entities.addUnnamed(
      "the narrator", role: "narrator", kind: .unnamed, gender: .unknown, isPlural: false,
      mention: index)
  }

  /// The entity of a description: of the named person with that role, of an earlier description
  /// with the same noun, or a new one.
  private func described(_ index: Int, _ scene: Scene, _ entities: inout EntityTable) -> Int {
    let mention = scene.mentions[index]
    let noun = PersonName.fold(scene.text.text(ofToken: mention.head))
    let form = Self.form(mention, scene)
    if isDefinite(mention, scene) {
      var candidate = index - 1
      while candidate >= 0, index - candidate < 200 {
        let other = scene.mentions[candidate].entity
        if other >= 0, scene.mentions[candidate].kind != .pronoun,
          entities.entities[other].roles.contains(noun),
          entities.entities[other].gender.agrees(with: mention.gender)
        {
          entities.note(form: form, of: other)
          return other
        }
        candidate -= 1
      }
    }
    let kind: Speaker.Kind = mention.kind == .organization ? .organization : .unnamed
    return entities.addUnnamed(
      form, role: noun, kind: kind, gender: mention.gender, isPlural: mention.isPlural,
      mention: index)
  }

  private func isDefinite(_ mention: MentionRecord, _ scene: Scene) -> Bool {
    scene.entry(mention.tokens.lowerBound).traits.contains(.definite)
  }

  /// The description as printed, without a possessive ending, its first letter small.
  static func form(_ mention: MentionRecord, _ scene: Scene) -> String {
    let text = EntityTable.printedName(mention, scene)
    guard scene.entry(mention.tokens.lowerBound).traits.contains(.determiner) else { return text }
    return text.prefix(1).lowercased() + text.dropFirst()
  }
}
