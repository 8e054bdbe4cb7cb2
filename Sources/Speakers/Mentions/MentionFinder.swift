import Prose

/// Finds the mentions of a text: names, organisations, descriptions and pronouns.
///
/// It reads the print and the lexicon only. A capitalised sequence is a name unless the lexicon
/// says otherwise; a noun that denotes people or bodies is a description with the words before it
/// up to its determiner.
struct MentionFinder {
  let scene: Scene
  var tokens: [Token] { scene.text.tokens }

  init(scene: Scene) { self.scene = scene }

  func mentions() -> [MentionRecord] {
    var mentions: [MentionRecord] = []
    var index = 0
    let tokens = scene.text.tokens
    while index < tokens.count {
      guard tokens[index].kind == .word || tokens[index].kind == .reference else {
        index += 1
        continue
      }
      if let mention = name(at: index) ?? pronoun(at: index) ?? description(at: index) {
        append(mention, to: &mentions)
        index = max(index + 1, mention.tokens.upperBound)
      } else {
        index += 1
      }
    }
    return mentions
  }

  /// Appends a mention; one that reaches back over its predecessor takes its place.
  private func append(_ mention: MentionRecord, to mentions: inout [MentionRecord]) {
    while let last = mentions.last, last.tokens.upperBound > mention.tokens.lowerBound {
      mentions.removeLast()
    }
    var mention = mention
    let first = mention.tokens.lowerBound
    mention.isQuoted = !scene.isNarration(mention.head)
    mention.sentence = Int(scene.sentenceOfToken[first])
    mention.paragraph = Int(scene.paragraphOfToken[first])
    mentions.append(mention)
  }

  /// Whether two neighbouring tokens belong to one stretch of narration or of one quotation, so
  /// that a mention can run over both.
  func isContinuous(_ first: Int, _ second: Int) -> Bool {
    second < tokens.count && first >= 0
      && scene.spanOfToken[first] == scene.spanOfToken[second]
      && scene.paragraphOfToken[first] == scene.paragraphOfToken[second]
      && scene.sentenceOfToken[first] == scene.sentenceOfToken[second]
  }

  /// Whether a word ends with a possessive `’s` or the bare apostrophe that follows it is one.
  func isPossessive(_ index: Int) -> Bool {
    let token = tokens[index]
    guard token.traits.contains(.apostrophe) else { return false }
    return scene.text.bytes.withUnsafeBufferPointer {
      Lexemes.endWithoutPossessive($0, token) != token.end
    }
  }
}
