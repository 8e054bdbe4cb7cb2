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
    var last = end == after ? scene.end(of: mention) : tokens[end - 1].end
    // "A fan on X.": the full stop behind a letter is the sentence's as well as an abbreviation's.
    if end > after, tokens[end - 1].traits.contains(.abbreviation), tokens[end - 1].span.count == 2
    {
      last -= 1
    }
    let span = TextSpan(tokens[start].start, max(tokens[start].start, last))
    let traits = scene.entry(start).traits
    let startsSmall =
      (traits.contains(.determiner) || traits.contains(.possessive))
      && !(tokens[start].span.count > 1 && tokens[start].traits.contains(.allCapitals))
    return plainWords(of: span, startsSmall: startsSmall) ?? words(of: span, startsSmall)
  }

  /// An indefinite pronoun as printed, with the article before it: `the other`.
  func form(ofIndefinite index: Int) -> String {
    let head = scene.mentions[index].head
    let article: LexicalTraits =
      scene.entry(head).traits.contains(.ordinal) ? .determiner : .definite
    let hasArticle = head > 0 && scene.entry(head - 1).traits.contains(article)
    let tokens = scene.text.tokens
    return words(of: TextSpan(tokens[hasArticle ? head - 1 : head].start, tokens[head].end), true)
  }

  /// The words of a span with one space between them.
  private func words(of span: TextSpan, _ startsSmall: Bool) -> String {
    let words = scene.text.text(of: span).split(whereSeparator: \.isWhitespace)
      .joined(separator: " ")
    return startsSmall ? words.prefix(1).lowercased() + words.dropFirst() : words
  }

  /// The same of ASCII, accented Latin letters and typographic quotation marks, where a byte tells
  /// what is white space; nil for a span with anything else.
  private func plainWords(of span: TextSpan, startsSmall: Bool) -> String? {
    scene.text.bytes.withUnsafeBufferPointer { bytes in
      let text = UnsafeBufferPointer(rebasing: bytes[span.range])
      guard startsPlainly(text), isPlain(text) else { return nil }
      return String(unsafeUninitializedCapacity: text.count) { result in
        var count = 0
        var isAfterSpace = false
        for byte in text {
          if byte == 0x20 || 0x09...0x0D ~= byte {
            isAfterSpace = count > 0
            continue
          }
          if isAfterSpace {
            result[count] = 0x20
            count += 1
            isAfterSpace = false
          }
          result[count] = count == 0 && startsSmall && byte &- 0x41 < 26 ? byte | 0x20 : byte
          count += 1
        }
        return count
      }
    }
  }

  /// Whether the first two characters are ASCII.
  private func startsPlainly(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    text.prefix(2).allSatisfy { $0 < 0x80 }
  }

  private func isPlain(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    var index = 0
    while index < text.count {
      let byte = text[index]
      if byte < 0x80 {
        index += 1
      } else if byte == 0xC3 {
        index += 2
      } else if byte == 0xE2, index + 2 < text.count, text[index + 1] == 0x80,
        0x98...0x9D ~= text[index + 2]
      {
        index += 3
      } else {
        return false
      }
    }
    return true
  }

  /// The token after the words that complete a description: `for the club` after `a spokesman`,
  /// `familiar with the deal` after `a person`. News names its sources so; in a novel what follows
  /// a noun is as often the story.
  private func endOfComplement(_ description: Int) -> Int {
    let mention = scene.mentions[description]
    let head = mention.head + 1
    guard !scene.isDialogue else { return head }
    guard
      scene.startsComplement(head) || (scene.isAdjective(head) && scene.startsComplement(head + 1))
    else {
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
        !scene.mentions[inner].isPossessive, !scene.startsComplement(index),
        !isNoun(index, modifiedBy: scene.mentions[inner])
      {
        break
      }
    }
    return end
  }

  /// Whether a name with an article before it leads to the noun at a token: `the Quay Street flats`.
  private func isNoun(_ index: Int, modifiedBy name: MentionRecord) -> Bool {
    guard name.kind == .name, index < scene.text.tokens.count,
      scene.text.tokens[index].kind == .word,
      scene.text.tokens[index].traits.isDisjoint(with: [.capitalized]),
      scene.entry(name.tokens.lowerBound - 1).traits.contains(.determiner)
    else { return false }
    return scene.entry(index).traits.isDisjoint(with: [.function, .cue, .adverb, .auxiliary])
      && scene.ending(index) != .past
  }

  /// Whether a sign stands between two words of one name: `Brandt & Co.`
  private func joinsNames(_ index: Int) -> Bool {
    let tokens = scene.text.tokens
    return tokens[index].kind == .symbol && index > 0 && index + 1 < tokens.count
      && scene.text.bytes[tokens[index].start] == UInt8(ascii: "&")
      && tokens[index - 1].traits.contains(.capitalized)
      && tokens[index + 1].traits.contains(.capitalized)
  }

  private func endsPossessively(_ index: Int) -> Bool {
    let token = scene.text.tokens[index]
    return scene.text.bytes.withUnsafeBufferPointer {
      Lexemes.endWithoutPossessive($0, token) != token.end
    }
  }

  private func continues(_ index: Int, _ mention: MentionRecord) -> Bool {
    let token = scene.text.tokens[index]
    guard token.kind == .word || token.kind == .number || joinsNames(index),
      scene.spanOfToken[index] == scene.spanOfToken[mention.head],
      scene.sentenceOfToken[index] == scene.sentenceOfToken[mention.head]
    else { return false }
    let traits = scene.entry(index).traits
    if token.traits.contains(.capitalized), traits.contains(.honorific),
      !scene.entry(index - 1).traits.contains(.preposition)
    {
      return false
    }
    // "The mayor’s thinking": behind a possessive stands a noun.
    if scene.text.tokens[index - 1].kind == .word, endsPossessively(index - 1) { return true }
    if scene.isInsideMention(index) { return true }
    let isVerb = scene.ending(index) == .past && !token.traits.contains(.capitalized)
    return !isVerb
      && traits.isDisjoint(with: [
        .cue, .auxiliary, .relative, .conjunction, .subordinator, .adverb, .calendar,
      ])
      && (!traits.contains(.pronoun) || traits.contains(.possessive)
        || scene.startsComplement(index + 1))
  }
}
