import Prose

/// The surnames of those whom a text has named in full, so that a surname that is also a common
/// word is one again later: after `Ruth Young`, `Young said` is about her.
struct KnownSurnames {
  private var surnames: Set<[UInt8]> = []

  /// Notes the surname of a person who is named in full.
  mutating func note(_ mention: MentionRecord, _ text: TokenizedText) {
    guard mention.kind == .name, mention.name.count > 1 else { return }
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
