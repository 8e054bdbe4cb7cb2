import Prose

/// Finds mentions that stand beside each other for one person: `Ana Ruiz, a spokeswoman for the
/// club,`, `the chairman, Ana Ruiz,`, `Ruiz (@anaruiz)`.
struct AppositionReader {
  let scene: Scene

  /// Calls `body` with each pair: the index of the mention whose entity is known, and of the other.
  func forEachPair(_ body: (_ known: Int, _ other: Int) -> Void) {
    for index in scene.mentions.indices.dropLast() {
      let first = scene.mentions[index]
      let second = scene.mentions[index + 1]
      guard second.tokens.lowerBound == first.tokens.upperBound + 1,
        first.paragraph == second.paragraph, first.isQuoted == second.isQuoted
      else { continue }
      let between = scene.text.tokens[first.tokens.upperBound].kind
      if between == .openBracket, isHandle(second), isNamed(first) {
        body(index, index + 1)
      } else if between == .comma || between == .dash, first.sentence == second.sentence {
        if isNamed(first), isDescription(second), agree(first, second), endsApposition(second) {
          body(index, index + 1)
        } else if isDescription(first), isNamed(second), !isHandle(second), agree(first, second),
          closesApposition(second)
        {
          body(index + 1, index)
        }
      }
    }
  }

  private func isNamed(_ mention: MentionRecord) -> Bool {
    !mention.name.isEmpty && mention.entity >= 0 && !mention.isPossessive
  }

  private func isHandle(_ mention: MentionRecord) -> Bool {
    scene.text.tokens[mention.head].kind == .reference
  }

  private func isDescription(_ mention: MentionRecord) -> Bool {
    mention.kind == .description && !mention.isPlural && !mention.isPossessive
      && mention.entity < 0
  }

  private func agree(_ a: MentionRecord, _ b: MentionRecord) -> Bool {
    a.kind != .organization && b.kind != .organization && a.gender.agrees(with: b.gender)
  }

  /// Whether a description after a name is no subject of its own, as in `he told Ruiz, the
  /// official said`, and no further item of a list.
  private func endsApposition(_ mention: MentionRecord) -> Bool {
    let next = mention.tokens.upperBound
    guard next < scene.text.tokens.count,
      scene.paragraphOfToken[next] == scene.paragraphOfToken[next - 1]
    else { return true }
    return scene.entry(next).traits.isDisjoint(with: [.cue, .auxiliary, .conjunction])
  }

  /// Whether a name after a description is set off on its other side too.
  private func closesApposition(_ mention: MentionRecord) -> Bool {
    let next = mention.tokens.upperBound
    guard next < scene.text.tokens.count,
      scene.paragraphOfToken[next] == scene.paragraphOfToken[next - 1]
    else { return true }
    switch scene.text.tokens[next].kind {
    case .comma, .dash, .fullStop, .semicolon, .openBracket, .questionMark: return true
    default: return false
    }
  }
}
