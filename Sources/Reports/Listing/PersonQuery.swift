public import Speakers

/// A name as somebody types it who looks for a person.
///
/// Case, accents, hyphens and apostrophes do not matter, nor does the order of the words, nor how a
/// name was romanized. Each word of the query must agree with a word of one and the same form of
/// the person's name.
public struct PersonQuery: Hashable, Sendable {
  /// The query as it was typed.
  public let text: String
  private let words: [Word]

  /// How well a name agrees with the query, the best first.
  public enum Closeness: Int, Comparable, Sendable {
    /// Each word is one of the name's, its initial, or another romanization of it.
    case exact
    /// A word is the beginning of one of the name's (from four letters), or one letter away from it
    /// (two in words from eight letters; the first letter must be right).
    case near

    public static func < (a: Closeness, b: Closeness) -> Bool { a.rawValue < b.rawValue }
  }

  private struct Word: Hashable, Sendable {
    var text: String
    var romanized: String
    /// One letter that stands for a name; the article of `a senior official` does not.
    var isInitial: Bool

    var letters: [UInt8] { Array(text.utf8) }
  }

  public init(_ text: String) {
    self.text = text
    words = Self.words(of: text, isQuery: true)
  }

  /// Whether the query means the speaker.
  public func matches(_ speaker: Speaker) -> Bool { closeness(to: speaker) != nil }

  /// How well the best form of a speaker's name agrees; nil when the query means somebody else.
  public func closeness(to speaker: Speaker) -> Closeness? {
    if let identifier = speaker.identifier, identifier == text { return .exact }
    var best = closeness(to: speaker.name)
    for alias in speaker.aliases where best != .exact {
      if let other = closeness(to: alias) { best = best.map { min($0, other) } ?? other }
    }
    return best
  }

  private func closeness(to name: String) -> Closeness? {
    guard !words.isEmpty else { return nil }
    var rest = Self.words(of: name)
    var result = Closeness.exact
    // An initial stands for a word beside others; alone it would stand for a tenth of all names.
    var isTold = false
    // The longest word first, so that an initial does not take the word that another one needs.
    for word in words.sorted(by: { $0.text.utf8.count > $1.text.utf8.count }) {
      if let index = rest.firstIndex(where: { $0.text == word.text })
        ?? rest.firstIndex(where: { Self.isSame(word, $0) })
      {
        isTold = isTold || word.isInitial || !rest[index].isInitial
        rest.remove(at: index)
      } else if let index = rest.firstIndex(where: { Self.isNear(word, $0) }) {
        rest.remove(at: index)
        result = .near
        isTold = true
      } else {
        return nil
      }
    }
    return isTold ? result : nil
  }

  private static func words(of name: String, isQuery: Bool = false) -> [Word] {
    name.unicodeScalars.split(whereSeparator: isSeparator).compactMap { scalars in
      let text = NameForms.folded(String(String.UnicodeScalarView(scalars)))
      guard let first = scalars.first, !text.isEmpty else { return nil }
      return Word(
        text: text, romanized: NameFolding.romanized(text),
        isInitial: text.utf8.count == 1 && (isQuery || first.properties.isUppercase))
    }
  }

  private static func isSeparator(_ scalar: Unicode.Scalar) -> Bool {
    !scalar.properties.isAlphabetic && scalar.properties.numericType == nil
      && scalar.properties.generalCategory != .nonspacingMark
      && !"'’‘ʼ`".unicodeScalars.contains(scalar)
  }

  private static func isSame(_ word: Word, _ other: Word) -> Bool {
    if word.isInitial || other.isInitial { return word.text.utf8.first == other.text.utf8.first }
    return word.romanized == other.romanized
  }

  private static func isNear(_ word: Word, _ other: Word) -> Bool {
    let (a, b) = (word.letters, other.letters)
    if a.count >= 4, b.starts(with: a) { return true }
    let length = min(a.count, b.count)
    guard length >= 5, a.first == b.first else { return false }
    return EditDistance.between(a, b, isAtMost: length >= 8 ? 2 : 1)
  }
}

extension PersonQuery {
  /// Whether a speaker of one article may turn out to be the person when all articles are known.
  ///
  /// Leaves out only those of whom no name is like a word of the query: another article may spell
  /// the name as the query does, and show that both are one person.
  public func mayMean(_ speaker: Speaker) -> Bool {
    if speaker.identifier != nil || matches(speaker) { return true }
    guard speaker.kind != .unnamed else { return false }
    let wanted = words.flatMap { NameFolding.givenNames($0.text) }.map(NameFolding.sounded)
    return ([speaker.name] + speaker.aliases).contains { name in
      if speaker.kind == .organization {
        let initials = NameFolding.initials(ofBody: name)
        if !initials.isEmpty, initials == NameFolding.initials(ofBody: text) { return true }
      }
      return Self.words(of: name).contains { word in
        NameFolding.givenNames(word.text).map(NameFolding.sounded).contains { form in
          wanted.contains { Self.areAlike($0, form) }
        }
      }
    }
  }

  private static func areAlike(_ a: String, _ b: String) -> Bool {
    if a == b || NameFolding.consonants(a) == NameFolding.consonants(b) { return true }
    let shortest = min(a.utf8.count, b.utf8.count)
    return shortest >= 4
      && EditDistance.between(Array(a.utf8), Array(b.utf8), isAtMost: shortest >= 6 ? 3 : 2)
  }
}
