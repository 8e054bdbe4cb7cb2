import Prose

/// Resolves pronouns and descriptions to entities, paragraph by paragraph, as a reader would.
struct ReferenceResolver {
  let scorer: any CandidateScorer

  /// Resolves the pronouns and descriptions of one paragraph.
  ///
  /// Names were resolved before; earlier paragraphs have been done.
  ///
  /// - Parameter observe: Gets the candidates of each third-person pronoun before it is decided.
  func resolve(
    mentions range: Range<Int>, scene: inout Scene, entities: inout EntityTable,
    links: [CueLink], history: AttributionHistory, observe: (ReferenceCandidates) -> Void
  ) {
    for index in range where scene.mentions[index].entity < 0 && !scene.mentions[index].isQuoted {
      let mention = scene.mentions[index]
      switch mention.kind {
      case .pronoun where mention.pronoun == .relative:
        scene.mentions[index].entity = relativeAntecedent(of: index, scene) ?? -1
      case .pronoun where mention.person == 3:
        let candidates = ReferenceFeatures(
          scene: scene, entities: entities, links: links, history: history
        ).candidates(of: index)
        observe(candidates)
        guard let best = best(candidates) else { continue }
        let entity = scene.mentions[best].entity
        scene.mentions[index].entity = entity
        // "he" tells what the name did not.
        if entities.entities[entity].kind == .person, !mention.isPlural {
          entities.setGender(mention.gender, of: entity)
        }
      case .pronoun where mention.person == 1 && !mention.isPlural:
        scene.mentions[index].entity = narrator(&entities, index)
      case .description, .organization:
        scene.mentions[index].entity = described(index, scene, &entities)
      default: break
      }
    }
  }

  private func best(_ candidates: ReferenceCandidates) -> Int? {
    var best: Int?
    var bestScore = -Float.infinity
    for (position, features) in candidates.features.enumerated() {
      var score: Float = 0
      for feature in features { score += scorer.weight(of: feature) }
      if score > bestScore { (best, bestScore) = (candidates.mentions[position], score) }
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
