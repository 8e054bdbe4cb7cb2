import Prose

/// The surnames of those whom a text has named in full or by a title, so that a surname that is also
/// a common word is one again later: after `Ruth Young`, `Young said` is about her.
struct KnownSurnames {
  private var surnames: Set<[UInt8]> = []

  /// Notes the surname of a person who is named in full, or behind a title.
  mutating func note(_ mention: MentionRecord, _ text: TokenizedText) {
    guard mention.kind == .name, mention.name.count > 1 || mention.isTitledSurname else { return }
    let last = text.tokens[mention.name.upperBound - 1]
    guard last.traits.contains(.capitalized), !last.traits.contains(.apostrophe) else { return }
    surnames.insert(Array(text.bytes[last.start..<last.end]))
  }

  func contains(_ token: Token, _ text: TokenizedText) -> Bool {
    !surnames.isEmpty && token.traits.contains(.capitalized)
      && surnames.contains(Array(text.bytes[token.start..<token.end]))
  }
}

extension MentionFinder {
  /// Makes the name of a body or place that is the surname of somebody named in full a person’s again:
  /// `Ford` after `Lena Ford`, if no body’s name begins with it and no preposition says where.
  func markSurnames(_ mentions: inout [MentionRecord]) {
    var surnames = KnownSurnames()
    var bodies: Set<[UInt8]> = []
    for mention in mentions {
      surnames.note(mention, scene.text)
      if mention.kind == .organization, mention.name.count > 1 {
        bodies.insert(bytes(mention.name.lowerBound))
      }
    }
    for index in mentions.indices
    where mentions[index].kind == .organization && mentions[index].name.count == 1 {
      let word = mentions[index].name.lowerBound
      guard surnames.contains(tokens[word], scene.text), !bodies.contains(bytes(word)),
        !tokens[word].traits.contains(.allCapitals),
        !isContinuous(word - 1, word) || !scene.entry(word - 1).traits.contains(.preposition)
      else { continue }
      mentions[index].kind = .name
      mentions[index].isPlace = false
      mentions[index].isOutlet = false
    }
  }

  /// Takes the gender from surnames behind titles that are given names as well: `Moll` after
  /// `Captain Moll`, if nobody has it for a given name.
  func markTitledSurnames(_ mentions: inout [MentionRecord]) {
    var surnames: Set<[UInt8]> = []
    for mention in mentions where mention.isTitledSurname {
      surnames.insert(bytes(mention.name.lowerBound))
    }
    guard !surnames.isEmpty else { return }
    for mention in mentions where mention.kind == .name && mention.name.count > 1 {
      surnames.remove(bytes(mention.name.lowerBound))
    }
    for index in mentions.indices
    where mentions[index].tokens.count == 1 && mentions[index].kind == .name
      && mentions[index].gender != .unknown
      && surnames.contains(bytes(mentions[index].head))
    {
      mentions[index].gender = .unknown
    }
  }

  private func bytes(_ token: Int) -> [UInt8] {
    Array(scene.text.bytes[tokens[token].start..<tokens[token].end])
  }

  /// The known surname at a token, where a verb of saying shows that it names somebody.
  func surname(at index: Int, _ known: KnownSurnames) -> MentionRecord? {
    guard tokens[index].kind == .word, tokens[index].traits.contains(.capitalized),
      isBesideVerb(index), known.contains(tokens[index], scene.text)
    else { return nil }
    return MentionRecord(
      tokens: index..<index + 1, name: index..<index + 1, kind: .name, gender: .unknown,
      startsSentence: false)
  }

  private func isBesideVerb(_ index: Int) -> Bool {
    func isVerb(_ other: Int) -> Bool {
      guard other >= 0, other < tokens.count, isContinuous(min(index, other), max(index, other))
      else { return false }
      let entry = scene.entry(other)
      return entry.traits.contains(.cue) && entry.cueStrength == .strong
        && entry.cueClass != .according && !tokens[other].traits.contains(.capitalized)
    }
    return isVerb(index + 1) || isVerb(index - 1)
  }
}
