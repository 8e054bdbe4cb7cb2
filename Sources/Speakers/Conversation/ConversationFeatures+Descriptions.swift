import Prose

/// The facts that tell whom a description beside a turn's words means.
extension ConversationFeatures {
  /// What speaks for an entity as the one whom the description means.
  func addDescription(
    _ turn: ConversationTurn, _ entity: Int, rank: Int, _ add: (Feature) -> Void
  ) {
    guard turn.anchorKind == .description else { return }
    let anchor = scene.mentions[turn.anchor]
    let value = entities.entities[entity]
    let isNamed = value.kind == .person
    let own = (anchor.entity == entity ? 2 : 0) + (isNamed ? 1 : 0)
    let determiner = determinerClass(anchor)
    let match =
      anchor.gender == .unknown
      ? 3 : value.gender == .unknown ? 1 : value.gender == anchor.gender ? 0 : 2
    add(Feature(.turnDescription, own * 4 + determiner, match, min(rank, 3)))
    guard let relation = described.relation(of: entity, to: anchor, scene) else {
      add(Feature(.turnDescribed, 0xFF, own))
      return
    }
    add(
      Feature(
        .turnDescribed, relation.share * 6 + relation.lift, relation.beside, min(relation.count, 3))
    )
    add(Feature(.turnDescribedBest, relation.isBest ? 1 : 0, relation.count, own))
    add(Feature(.turnDescribedOften, own * 4 + determiner, relation.count))
  }

  /// 0: none; 1: an indefinite one; 2: a definite one; 3: a possessive.
  private func determinerClass(_ mention: MentionRecord) -> Int {
    let traits = scene.entry(mention.tokens.lowerBound).traits
    if traits.contains(.possessive) { return 3 }
    if traits.contains(.definite) { return 2 }
    return traits.contains(.determiner) ? 1 : 0
  }

  /// What speaks for an entity that is a relative of somebody: `her mother`, where Mrs. Dalby and
  /// Ann Dalby have one surname.
  func addKinship(
    _ turn: ConversationTurn, _ entity: Int, _ recent: [Int], _ add: (Feature) -> Void
  ) {
    guard turn.anchorKind == .description else { return }
    let anchor = scene.mentions[turn.anchor]
    guard scene.entry(anchor.head).traits.contains(.kin) else { return }
    let name = entities.entities[entity].name
    let relative = recent.prefix(4).firstIndex { other in
      other != entity && !name.words.isEmpty
        && entities.entities[other].name.surname == name.surname
    }
    let titles = entities.entities[entity].titles
    let title = titles.contains(.wife) ? 1 : titles.contains(.maiden) ? 2 : titles.isEmpty ? 0 : 3
    add(Feature(.turnKin, relative.map { $0 + 1 } ?? 0, title, determinerClass(anchor)))
  }

  /// When the entity was last called by name, whatever pronouns were taken to mean since.
  func addNameRecency(
    _ turn: ConversationTurn, _ last: Int, rank: Int, _ add: (Feature) -> Void
  ) {
    let kind = turn.anchorKind.rawValue
    guard last >= 0 else {
      add(Feature(.turnNameRecency, kind, 0xFF))
      return
    }
    let paragraphs = distanceClass(turn.paragraph - scene.mentions[last].paragraph)
    add(Feature(.turnNameRecency, kind, min(rank, 6), paragraphs))
    add(Feature(.turnNameRole, kind, role(last), min(rank, 3) * 8 + paragraphs))
  }

  /// Whether the paragraph before leads over to the words, and whether the entity acts there: `Ann
  /// turned to him, saying:`.
  func addIntroduction(
    _ turn: ConversationTurn, _ entity: Int, _ introduction: Introduction,
    _ add: (Feature) -> Void
  ) {
    guard introduction.form != 0 else { return }
    add(
      Feature(
        .turnIntroduction, introduction.form, introduction.roles[entity] ?? 0,
        turn.anchorKind.rawValue))
  }

  /// How the paragraph before a turn leads over to it.
  struct Introduction {
    /// 0: not at all; 1: it ends with a colon; 2: with a comma or a dash; 3: with a sentence that
    /// has a cue; 4: with another sentence of narration.
    var form = 0
    /// What each entity does in its last sentence: 1 named at its head, 2 subject of a cue, 3 right
    /// after a cue, 4 otherwise.
    var roles: [Int: Int] = [:]
  }

  /// The most tokens, marks and the like, before the words of a paragraph that begins with them.
  private static let openers = 8

  /// Reads the end of the paragraph before a turn.
  func introduction(of turn: ConversationTurn) -> Introduction {
    let start = scene.spans[turn.spans[0]].tokens.lowerBound
    let paragraph = scene.text.paragraphs[turn.paragraph].tokens
    guard paragraph.lowerBound > 0, start - paragraph.lowerBound <= Self.openers,
      !(paragraph.lowerBound..<start).contains(where: isWord)
    else { return Introduction() }
    let last = paragraph.lowerBound - 1
    guard scene.isNarration(last) else { return Introduction() }
    var result = Introduction()
    let sentence = Int(scene.sentenceOfToken[last])
    var hasCue = false
    var mention = scene.firstMention(startingAtOrAfter: paragraph.lowerBound) - 1
    while mention >= 0, scene.mentions[mention].sentence == sentence {
      let record = scene.mentions[mention]
      if !record.isQuoted {
        let isLinked = links[mention].hasCue
        hasCue = hasCue || isLinked
        if record.entity >= 0 {
          let place =
            isLinked ? (links[mention].subjectOf >= 0 ? 2 : 3) : isSentenceHead(record) ? 1 : 4
          result.roles[record.entity] = place
        }
      }
      mention -= 1
    }
    switch scene.text.tokens[last].kind {
    case .colon: result.form = 1
    case .comma, .dash, .semicolon, .word: result.form = 2
    default: result.form = hasCue ? 3 : 4
    }
    return result
  }

  private func isWord(_ token: Int) -> Bool {
    scene.text.tokens[token].kind == .word && scene.isNarration(token)
  }
}
