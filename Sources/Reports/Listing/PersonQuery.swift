public import Speakers

/// A name as somebody types it who looks for a person.
///
/// Case, accents, hyphens and apostrophes do not matter, nor does the order of the words. Each word
/// of the query must agree with a word of one and the same form of the speaker's name: it is equal,
/// its beginning (from four letters), its initial, or one letter away from it (two in words from
/// eight letters; the first letter must be right).
public struct PersonQuery: Hashable, Sendable {
  /// The query as it was typed.
  public let text: String
  private let words: [[Unicode.Scalar]]

  public init(_ text: String) {
    self.text = text
    words = Self.words(of: text)
  }

  /// Whether the query means the speaker.
  public func matches(_ speaker: Speaker) -> Bool {
    if let identifier = speaker.identifier, identifier == text { return true }
    return matches(speaker.name) || speaker.aliases.contains(where: matches)
  }

  private func matches(_ name: String) -> Bool {
    guard !words.isEmpty else { return false }
    var rest = Self.words(of: name)
    // The closest word first, so that an initial does not take the word that another one needs.
    for word in words.sorted(by: { $0.count > $1.count }) {
      let index = rest.firstIndex(of: word) ?? rest.firstIndex { Self.agrees(word, with: $0) }
      guard let index else { return false }
      rest.remove(at: index)
    }
    return true
  }

  private static func words(of name: String) -> [[Unicode.Scalar]] {
    NameForms.folded(name).unicodeScalars.split { scalar in
      !scalar.properties.isAlphabetic && scalar.properties.numericType == nil
    }.map(Array.init)
  }

  private static func agrees(_ word: [Unicode.Scalar], with other: [Unicode.Scalar]) -> Bool {
    if word.count == 1 || other.count == 1 { return word.first == other.first }
    if word.count >= 4, other.starts(with: word) { return true }
    let length = min(word.count, other.count)
    guard length >= 5, word.first == other.first else { return false }
    return EditDistance.between(word, other, isAtMost: length >= 8 ? 2 : 1)
  }
}
