import Prose

/// A person's name as names of different articles are compared: without titles, accents, case,
/// full stops and apostrophes.
struct FullName: Hashable, Sendable {
  /// The name for the reader: as printed, without titles.
  var display: String
  /// The folded words, without what follows a name.
  var words: [String]
  /// What tells father from son: `jr`, `sr`, `2`; empty for most.
  var generation = ""
  /// Whether a title of address stands before the name: `Ms Denholm`.
  var hasHonorific = false

  var given: String { words.first ?? "" }
  var surname: String { words.last ?? "" }
  /// Whether there are a given name and a surname.
  var isFull: Bool { words.count > 1 }
  /// The words without hyphens: `Jean-Luc Meyer` and `Jean Luc Meyer` have one key.
  var key: String { String(words.joined(separator: " ").map { $0 == "-" ? " " : $0 }) }
}

/// Reads names; the words of addressing and of descent come from the language data.
struct FullNameReader: Sendable {
  let lexicon: Lexicon
  let spelling: NameSpelling

  static let english = FullNameReader(lexicon: .english, spelling: .english)

  /// Reads a printed name. A name has no words when nothing in it is a letter.
  func read(_ printed: String) -> FullName {
    var parts = printed.split(whereSeparator: { $0 == " " || $0 == "\u{A0}" || $0 == "," })[...]
    // “James ‘Jim’ Dale”, “Ann Berg (left)”: what is in marks or brackets is no part of the name.
    parts =
      parts.filter { part in
        part.unicodeScalars.first.map { !Self.openers.contains($0) } ?? false
      }[...]
    var name = FullName(display: printed, words: [])
    dropHead(&parts, &name)
    dropTail(&parts, &name)
    name.display = parts.joined(separator: " ")
    for part in parts { name.words += Self.fold(part) }
    while name.words.count > 1, isSuffix(name.words[name.words.count - 1]) {
      let suffix = name.words.removeLast()
      if let generation = spelling.generation(suffix) { name.generation = generation }
    }
    return name
  }

  private static let openers: Set<Unicode.Scalar> = ["“", "‘", "\"", "'", "(", "["]

  private func isSuffix(_ word: String) -> Bool {
    lexicon.entry(word)?.traits.contains(.nameSuffix) == true
  }

  /// Takes titles off the head, and the rest of a title that a name was torn from: `of Defence
  /// Petro Kulyk`.
  private func dropHead(_ parts: inout ArraySlice<Substring>, _ name: inout FullName) {
    while parts.count > 1, let first = parts.first {
      let traits = lexicon.entry(first.lowercased())?.traits ?? []
      if traits.contains(.honorific) {
        name.hasHonorific = true
      } else if !traits.contains(.title) || traits.contains(.givenName) || parts.count < 3 {
        break
      }
      parts.removeFirst()
    }
    if parts.count > 2, let first = parts.first, isPreposition(first) { parts = parts.suffix(2) }
  }

  /// Takes off where somebody is from: `Ana Ruiz of Ostermere`. One word before it is part of the
  /// name, as in `William of Orange`.
  private func dropTail(_ parts: inout ArraySlice<Substring>, _ name: inout FullName) {
    let tail = parts.indices.dropFirst(2).first { isPreposition(parts[$0]) }
    if let tail { parts = parts[..<tail] }
  }

  private func isPreposition(_ part: Substring) -> Bool {
    // A particle (`de`, `von`) belongs to the name, and so does what is printed with a capital; but
    // in English "of" says where somebody is from.
    guard part.unicodeScalars.first?.properties.isLowercase == true else { return false }
    let traits = lexicon.entry(String(part))?.traits ?? []
    return traits.contains(.preposition)
      && (!traits.contains(.particle) || traits.contains(.nameJoiner))
  }

  /// The folded words of a printed one: initials that stand together (`J.K.`) are several.
  private static func fold(_ part: Substring) -> [String] {
    let key = NameFolding.key(String(part))
    let pieces = key.split(separator: ".").map(String.init)
    if pieces.count > 1, pieces.allSatisfy({ $0.utf8.count == 1 }) { return pieces }
    let word = pieces.joined()
    let letters = word.utf8.contains { 0x61...0x7A ~= $0 || 0x30...0x39 ~= $0 || $0 >= 0x80 }
    return letters ? [word] : []
  }
}

/// Forms of names for comparing. Where ICU has no data, accents stay.
package enum NameFolding {
  /// Small ASCII letters without accents and apostrophes.
  package static func key(_ name: String) -> String {
    (try? NameKeys.key(for: name)) ?? name.lowercased()
  }

  /// The form in which the romanizations of one word meet.
  package static func romanized(_ key: String) -> String {
    NameSpelling.english.closeForm(key, isSurname: false)
  }

  /// The form in which words that sound alike meet.
  package static func sounded(_ key: String) -> String {
    let spelling = NameSpelling.english
    return spelling.looseForm(spelling.closeForm(key, isSurname: true), isSurname: true)
  }

  /// What is left of a sounded form when its vowels are garbled.
  package static func consonants(_ sounded: String) -> String { NameSpelling.consonants(sounded) }

  /// The folded words of a person's name without titles and what follows it: `ruiz` of `Mayor Ruiz`.
  package static func words(ofPerson printed: String) -> [String] {
    var words = FullNameReader.english.read(printed).words[...]
    while words.count > 1, let first = words.first,
      let traits = Lexicon.english.entry(first)?.traits, traits.contains(.title),
      !traits.contains(.givenName)
    {
      words.removeFirst()
    }
    return Array(words)
  }

  /// The names that a nickname stands for, and itself.
  package static func givenNames(_ key: String) -> [String] {
    [key] + (Lexicon.english.nicknames[key] ?? [])
  }

  /// The initials of a body's name, or the letters of its abbreviation; empty for other names.
  package static func initials(ofBody printed: String) -> String {
    let acronym = BodyName.acronym(printed)
    return acronym.isEmpty ? BodyName.initials(of: printed) : acronym
  }
}
