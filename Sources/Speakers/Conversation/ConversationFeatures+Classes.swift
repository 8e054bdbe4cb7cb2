/// The classes of entities and mentions that the facts tell apart.
extension ConversationFeatures {
  func isSentenceHead(_ record: MentionRecord) -> Bool {
    let first = record.tokens.lowerBound
    return first == 0 || scene.sentenceOfToken[first - 1] != scene.sentenceOfToken[first]
  }

  func kindClass(_ entity: Int) -> Int {
    if entity == entities.narrator { return 2 }
    return entities.entities[entity].kind == .person ? 0 : 1
  }

  func mentionClass(_ mention: MentionRecord) -> Int {
    switch mention.kind {
    case .name: mention.isPossessive ? 1 : 0
    case .pronoun: mention.pronoun == .subject ? 2 : mention.pronoun == .possessive ? 3 : 4
    case .description: 5
    case .organization: 6
    }
  }

  /// 0: elsewhere; 1: at a sentence's head; 2: subject of a cue; 3: right after a cue; 4: after a
  /// preposition or a possessor.
  func role(_ mention: Int) -> Int {
    if links[mention].subjectOf >= 0, links[mention].subjectGap <= 2 { return 2 }
    if links[mention].afterCue >= 0 { return 3 }
    let record = scene.mentions[mention]
    if isSentenceHead(record) { return 1 }
    let previous = record.tokens.lowerBound - 1
    return record.isPossessive || scene.entry(previous).traits.contains(.preposition) ? 4 : 0
  }
}

extension CueLink {
  /// Whether a cue has the mention as its subject.
  var hasCue: Bool { (subjectOf >= 0 && subjectGap <= 2) || afterCue >= 0 }
}
