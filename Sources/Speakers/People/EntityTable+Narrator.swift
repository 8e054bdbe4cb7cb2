import Prose

/// Who tells a story in the first person.
extension EntityTable {
  /// The fewest first-person pronouns of the narration, and the least share of its mentions.
  private static let fewestPronouns = 10
  private static let pronounShare = 50
  /// The fewest times that others call the narrator by name, and the share of the names that may
  /// stand in the narration.
  private static let fewestCalls = 3
  private static let narrationShare = 8

  /// The person who says `I` in the narration, as far as the text names them: others call them by
  /// name, they themselves do not. Nil when nobody stands out.
  func namedNarrator(_ scene: Scene) -> Int? {
    guard scene.isDialogue else { return nil }
    var pronouns = 0
    var all = 0
    var calls = [Int](repeating: 0, count: entities.count)
    var names = [Int](repeating: 0, count: entities.count)
    // "Monsieur Quorley" is no narrator where Quorley acts.
    var told: [String: Int] = [:]
    for mention in scene.mentions {
      if !mention.isQuoted {
        all += 1
        if mention.kind == .pronoun, mention.person == 1, !mention.isPlural { pronouns += 1 }
      }
      guard mention.kind == .name, mention.entity >= 0 else { continue }
      names[mention.entity] += 1
      if !mention.isQuoted {
        for word in entities[mention.entity].name.words { told[word, default: 0] += 1 }
      } else if scene.isAddress(mention) {
        calls[mention.entity] += 1
      }
    }
    guard pronouns >= Self.fewestPronouns, pronouns * Self.pronounShare >= all else { return nil }
    return entities.indices.filter { index in
      entities[index].kind == .person && calls[index] >= Self.fewestCalls
        && entities[index].name.words.allSatisfy {
          told[$0, default: 0] * Self.narrationShare <= names[index]
        }
    }.max { calls[$0] != calls[$1] ? calls[$0] < calls[$1] : $0 > $1 }
  }
}

extension Scene {
  /// Whether a name inside a quotation is set off by commas or the like at both ends, as one is by
  /// which somebody is called.
  func isAddress(_ mention: MentionRecord) -> Bool {
    func setsOff(_ index: Int) -> Bool {
      guard text.tokens.indices.contains(index),
        spanOfToken[index] == spanOfToken[mention.head]
      else { return true }
      switch text.tokens[index].kind {
      case .comma, .fullStop, .questionMark, .exclamationMark, .mark, .dash, .ellipsis, .semicolon:
        return true
      default: return false
      }
    }
    return !mention.isPossessive && setsOff(mention.tokens.lowerBound - 1)
      && setsOff(mention.tokens.upperBound)
  }
}
