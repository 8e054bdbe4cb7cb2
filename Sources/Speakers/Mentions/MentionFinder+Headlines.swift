import Prose

/// Names in headlines that give every word a capital.
extension MentionFinder {
  /// The fewest long words that show how a line is printed.
  private static let fewestWords = 4
  /// Shorter words have small letters in most headlines.
  private static let longWord = 4

  /// For each paragraph whether it gives nearly all its long words a capital, so that a capital
  /// says nothing: `Ana Ruiz Calls Plan a Disgrace`.
  static func titleCasedParagraphs(_ scene: Scene) -> [Bool] {
    scene.text.paragraphs.map { paragraph in
      var (capital, small) = (0, 0)
      for index in paragraph.tokens {
        let token = scene.text.tokens[index]
        guard token.kind == .word, token.span.count >= longWord else { continue }
        if token.traits.contains(.capitalized) { capital += 1 } else { small += 1 }
        // A paragraph of prose has shown itself after a few words.
        if small * 4 > paragraph.tokens.count { return false }
      }
      return capital >= fewestWords && small * 4 <= capital
    }
  }

  /// Whether a word of such a headline is its verb rather than part of a name: `Calls`, or `Will`
  /// before `Tell`.
  func isHeadlineVerb(_ index: Int) -> Bool {
    guard titleCased[Int(scene.paragraphOfToken[index])] else { return false }
    let traits = scene.entry(index).traits
    if traits.contains(.auxiliary) {
      return !traits.contains(.givenName)
        || (index + 1 < tokens.count && scene.entry(index + 1).traits.contains(.baseForm))
    }
    return traits.contains(.cue) && traits.isDisjoint(with: [.givenName, .roleNoun, .title])
      && (!traits.contains(.baseForm)
        || (index > 0 && scene.entry(index - 1).traits.contains(.auxiliary)))
  }

  /// Whether a word names a party and a state behind a name: `R-Marl` in `Ana Ruiz, R-Marl.`
  func isAffiliation(_ index: Int) -> Bool {
    let token = tokens[index]
    guard index > 1, token.span.count > 3, scene.text.bytes[token.start + 1] == UInt8(ascii: "-"),
      tokens[index - 1].kind == .comma || tokens[index - 1].kind == .openBracket
    else { return false }
    return isNameWord(index - 2)
  }
}
