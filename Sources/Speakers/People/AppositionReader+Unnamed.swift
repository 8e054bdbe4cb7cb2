import Prose

/// People who are described first, and described again or identified in the same sentence.
extension AppositionReader {
  /// Calls `body` with each pair of descriptions of one person whom the text does not name: `a
  /// witness, a woman in her 40s,`.
  func forEachUnnamedPair(_ body: (_ description: Int, _ other: Int) -> Void) {
    for index in scene.mentions.indices.dropLast() {
      let first = scene.mentions[index]
      let second = scene.mentions[index + 1]
      guard first.sentence == second.sentence, first.kind == .description,
        second.kind == .description, first.isQuoted == second.isQuoted,
        second.tokens.lowerBound - first.tokens.upperBound == 1,
        scene.text.tokens[first.tokens.upperBound].kind == .comma, isDescription(first),
        isDescription(second), agree(first, second), !first.isDependent
      else { continue }
      let article = scene.entry(second.tokens.lowerBound).traits
      if article.contains(.determiner), !article.contains(.definite), endsApposition(second) {
        body(index, index + 1)
      }
    }
  }

  /// The most mentions between a description and the name by which it is identified.
  private static let mostBetween = 4

  /// Calls `body` with each name that a sentence leads to from a description: `a resident, who asked
  /// to be identified only as Mia`, `the driver was named as Ana Ruiz`, `a fan who gave only his first
  /// name, Bo`, `another, who gave his name as Bo`.
  func forEachIdentified(_ body: (_ name: Int, _ other: Int) -> Void) {
    for index in scene.mentions.indices.dropFirst() {
      let name = scene.mentions[index]
      guard isNamed(name), !name.isQuoted, isLedTo(name) else { continue }
      var other = index - 1
      while other > 0, index - other < Self.mostBetween, isPassedOver(scene.mentions[other]) {
        other -= 1
      }
      let description = scene.mentions[other]
      let isSomebody =
        description.kind == .description && isDescription(description)
        && agree(description, name)
      if description.sentence == name.sentence, !description.isQuoted, !description.isDependent,
        isSomebody || (description.pronoun == .indefinite && !description.isPlural)
      {
        body(index, other)
      }
    }
  }

  /// Calls `body` with each earlier name and the name of its bearer, in the same sentence: `Born Ann
  /// Mould, Ferrant …`, `Ferrant, née Mould,`.
  func forEachBirthName(_ body: (_ name: Int, _ other: Int) -> Void) {
    for index in scene.mentions.indices {
      let mention = scene.mentions[index]
      let participle = mention.tokens.lowerBound - 1
      guard isNamed(mention), mention.kind == .name, participle >= 0,
        scene.entry(participle).traits.contains(.birthName)
      else { continue }
      let isFirst =
        participle == 0
        || scene.sentenceOfToken[participle - 1] != scene.sentenceOfToken[participle]
      let bearer = isFirst ? index + 1 : index - 1
      guard scene.mentions.indices.contains(bearer), isNamed(scene.mentions[bearer]),
        scene.mentions[bearer].kind == .name,
        scene.mentions[bearer].sentence == mention.sentence
      else { continue }
      body(bearer, index)
    }
  }

  /// Whether the words before a name say that it is somebody’s.
  private func isLedTo(_ name: MentionRecord) -> Bool {
    var index = name.tokens.lowerBound - 1
    guard index > 0, scene.isNarration(index) else { return false }
    if scene.text.tokens[index].kind == .comma {
      return scene.entry(index - 1).traits.contains(.namingNoun)
    }
    guard scene.entry(index).traits.contains(.namingPreposition) else { return false }
    index -= 1
    while index > 0, name.tokens.lowerBound - index <= Self.mostBetween,
      scene.entry(index).traits.contains(.adverb) || scene.entry(index).pronoun == .reflexive
    {
      index -= 1
    }
    return !scene.entry(index).traits.isDisjoint(with: [.identifying, .namingNoun])
  }

  /// Whether a mention between a description and its name is nobody else.
  private func isPassedOver(_ mention: MentionRecord) -> Bool {
    mention.isDependent
      || (mention.kind == .pronoun
        && (mention.pronoun == .relative || mention.pronoun == .possessive))
  }
}
