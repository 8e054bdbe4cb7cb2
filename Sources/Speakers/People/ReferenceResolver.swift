import Prose

/// Resolves pronouns and descriptions to entities, paragraph by paragraph, as a reader would.
struct ReferenceResolver {
  let scorer: any CandidateScorer

  /// Resolves the pronouns and descriptions of one paragraph.
  ///
  /// Names were resolved before; earlier paragraphs have been done.
  ///
  /// - Parameters:
  ///   - facts: Those of each mention.
  ///   - observe: Gets the candidates of each third-person pronoun with their scores before it is
  ///     decided; nil when nobody asks.
  func resolve(
    mentions range: Range<Int>, scene: inout Scene, entities: inout EntityTable,
    facts: [ReferenceFacts], history: AttributionHistory,
    observe: ((ReferenceCandidates, [Float]) -> Void)?
  ) {
    for index in range where !scene.mentions[index].isQuoted {
      let mention = scene.mentions[index]
      if mention.entity >= 0 {
        entities.passed(index, of: mention.entity)
        continue
      }
      switch mention.kind {
      case .pronoun where mention.pronoun == .relative:
        scene.mentions[index].entity = relativeAntecedent(of: index, scene) ?? -1
      case .pronoun where mention.pronoun == .indefinite:
        scene.mentions[index].entity = indefinite(index, scene, &entities) ?? -1
      case .pronoun where mention.person == 3:
        guard let best = best(of: index, scene, entities, facts, history, observe) else { continue }
        let entity = scene.mentions[best].entity
        scene.mentions[index].entity = entity
        // "he" tells what the name did not.
        if entities.entities[entity].kind == .person, !mention.isPlural {
          entities.setGender(mention.gender, of: entity)
        }
      case .pronoun where mention.person == 1 && !mention.isPlural:
        scene.mentions[index].entity = entities.narrator(at: index)
      case .description, .organization:
        let entity = described(index, scene, &entities)
        scene.mentions[index].entity = entity
        entities.passed(index, of: entity)
      default: break
      }
    }
  }

  /// The mention that a pronoun most likely refers to.
  ///
  /// A function of its own, so that nothing holds on to the scene when the answer is noted in it:
  /// that would copy all of its mentions.
  private func best(
    of pronoun: Int, _ scene: Scene, _ entities: EntityTable, _ facts: [ReferenceFacts],
    _ history: AttributionHistory, _ observe: ((ReferenceCandidates, [Float]) -> Void)?
  ) -> Int? {
    let candidates = ReferenceFeatures(
      scene: scene, entities: entities, facts: facts, history: history
    ).candidates(of: pronoun)
    let scores = scorer.scores(candidates.lists)
    observe?(candidates, scores)
    var best: Int?
    var bestScore = -Float.infinity
    for (mention, score) in zip(candidates.mentions, scores) where score > bestScore {
      (best, bestScore) = (mention, score)
    }
    return best
  }

  /// `Smith, who …`: the mention that ends right before, a comma between. What belongs to another
  /// mention is passed over: in `a spokesman for the club, who` it is the spokesman.
  private func relativeAntecedent(of index: Int, _ scene: Scene) -> Int? {
    guard index > 0 else { return nil }
    var antecedent = index - 1
    let distance =
      scene.mentions[index].tokens.lowerBound - scene.mentions[antecedent].tokens.upperBound
    guard distance <= 4 else { return nil }
    while antecedent > 0, scene.mentions[antecedent].isDependent { antecedent -= 1 }
    let entity = scene.mentions[antecedent].entity
    return entity >= 0 ? entity : nil
  }

  /// Somebody who is left open, as in `someone shouted`, and is nobody who was spoken of; nil for
  /// the other of two who talk in a story.
  private func indefinite(
    _ index: Int, _ scene: Scene, _ entities: inout EntityTable
  ) -> Int? {
    let mention = scene.mentions[index]
    let isDefinite =
      mention.head > 0 && scene.entry(mention.head - 1).traits.contains(.definite)
    if isDefinite, scene.isDialogue, !mention.isPlural { return nil }
    return entities.addUnnamed(
      DescriptionForm(scene: scene).form(ofIndefinite: index), role: "", kind: .unnamed,
      gender: mention.gender, isPlural: mention.isPlural, mention: index)
  }
}
