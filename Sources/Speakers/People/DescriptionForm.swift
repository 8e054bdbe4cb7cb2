import Prose

/// Puts descriptions into the words by which a reader would name the speaker: with the possessor
/// before the noun and the complement after it.
struct DescriptionForm {
  let scene: Scene

  /// The most tokens of a complement.
  private static let longestComplement = 9

  /// The description as printed, without a possessive ending, its article small.
  func form(of index: Int) -> String {
    let mention = scene.mentions[index]
    let tokens = scene.text.tokens
    var start = mention.tokens.lowerBound
    if index > 0, scene.mentions[index - 1].isDependent, scene.mentions[index - 1].isPossessive,
      start - scene.mentions[index - 1].tokens.upperBound <= 1,
      scene.mentions[index - 1].tokens.lowerBound < start
    {
      start = scene.mentions[index - 1].tokens.lowerBound
    }
    let after = mention.head + 1
    let end =
      mention.isPossessive || mention.documentLength > 0 ? after : endOfComplement(index)
    let last = end == after ? scene.end(of: mention) : tokens[end - 1].end
    let words = scene.text.text(of: TextSpan(tokens[start].start, max(tokens[start].start, last)))
      .split(whereSeparator: \.isWhitespace).joined(separator: " ")
    let traits = scene.entry(start).traits
    guard traits.contains(.determiner) || traits.contains(.possessive) else { return words }
    return words.prefix(1).lowercased() + words.dropFirst()
  }

  /// The token after the words that complete a description: `for the club` after `a spokesman`,
  /// `familiar with the deal` after `a person`. News names its sources so; in a novel what follows
  /// a noun is as often the story.
  private func endOfComplement(_ description: Int) -> Int {
    let mention = scene.mentions[description]
    let head = mention.head + 1
    guard !scene.isDialogue else { return head }
    guard startsComplement(head) || (isAdjective(head) && startsComplement(head + 1)) else {
      return head
    }
    var end = head
    var index = head
    var inner = description + 1
    while index < min(scene.text.tokens.count, head + Self.longestComplement),
      continues(index, mention)
    {
      let traits = scene.entry(index).traits
      if traits.isDisjoint(with: [.preposition, .determiner, .possessive, .negation]) {
        end = index + 1
      }
      index += 1
      while inner < scene.mentions.count, scene.mentions[inner].tokens.upperBound < index {
        inner += 1
      }
      // After whoever is named inside, only a further complement goes on.
      if inner < scene.mentions.count, scene.mentions[inner].tokens.upperBound == index,
        !scene.mentions[inner].isPossessive, !startsComplement(index)
      {
        break
      }
    }
    return end
  }

  private func startsComplement(_ index: Int) -> Bool {
    guard index + 1 < scene.text.tokens.count, scene.isNarration(index) else { return false }
    let traits = scene.entry(index).traits
    return traits.contains(.preposition)
      && traits.isDisjoint(with: [.agentPreposition, .subordinator, .cue])
      && !scene.entry(index + 1).traits.contains(.calendar)
  }

  /// Whether a word may stand between a noun and the preposition of its complement.
  private func isAdjective(_ index: Int) -> Bool {
    guard index < scene.text.tokens.count, scene.text.tokens[index].kind == .word,
      scene.isNarration(index)
    else { return false }
    return !scene.text.tokens[index].traits.contains(.capitalized)
      && scene.ending(index) == .none && !scene.endsLikePast(index)
      && scene.entry(index).traits.isDisjoint(with: [
        .cue, .auxiliary, .relative, .conjunction, .subordinator, .adverb, .pronoun, .preposition,
        .determiner, .roleNoun,
      ])
  }

  private func continues(_ index: Int, _ mention: MentionRecord) -> Bool {
    let token = scene.text.tokens[index]
    guard token.kind == .word || token.kind == .number,
      scene.spanOfToken[index] == scene.spanOfToken[mention.head],
      scene.sentenceOfToken[index] == scene.sentenceOfToken[mention.head]
    else { return false }
    let traits = scene.entry(index).traits
    if token.traits.contains(.capitalized), traits.contains(.honorific) { return false }
    let isVerb = scene.ending(index) == .past && !token.traits.contains(.capitalized)
    return !isVerb
      && traits.isDisjoint(with: [
        .cue, .auxiliary, .relative, .conjunction, .subordinator, .adverb, .calendar,
      ])
      && (!traits.contains(.pronoun) || traits.contains(.possessive) || startsComplement(index + 1))
  }
}
