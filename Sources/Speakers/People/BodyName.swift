/// Names of bodies as those of different articles are compared.
enum BodyName {
  /// The folded name without articles and without an abbreviation in brackets; empty when the
  /// words are no name, but a description that means another body in each article (`the agency`).
  static func key(of printed: String) -> String {
    let words = words(of: printed)
    guard words.contains(where: isProper) else { return "" }
    return words.map { NameFolding.key(String($0)) }.joined(separator: " ")
  }

  /// The initials that an abbreviation of the name has; empty for names of one word.
  static func initials(of printed: String) -> String {
    let words = words(of: printed).flatMap { $0.split(separator: "-") }
    guard words.count > 1 else { return "" }
    let initials = words.filter { word in
      word.unicodeScalars.first?.properties.isUppercase == true
    }.compactMap { NameFolding.key(String($0)).first }
    return String(initials)
  }

  /// The small letters of an abbreviation, `NRA` or `N.R.A.`; empty when the name is none.
  static func acronym(_ printed: String) -> String {
    let words = words(of: printed)
    guard words.count == 1, let word = words.first else { return "" }
    let letters = word.unicodeScalars.filter { $0 != "." }
    guard 2...8 ~= letters.count, letters.allSatisfy(\.properties.isUppercase) else { return "" }
    return NameFolding.key(String(String.UnicodeScalarView(letters)))
  }

  private static func words(of printed: String) -> [Substring] {
    var words: [Substring] = []
    for part in printed.split(separator: " ") where part.unicodeScalars.first != "(" {
      let word = part.trimmed
      guard !word.isEmpty else { continue }
      if words.isEmpty, isArticle(word) { continue }
      words.append(word)
    }
    return words
  }

  private static func isArticle(_ word: Substring) -> Bool {
    Lexicon.english.entry(word.lowercased())?.traits.contains(.determiner) == true
  }

  /// Whether a word makes a description a name: a capital, and no noun that any body may have.
  private static func isProper(_ word: Substring) -> Bool {
    guard word.unicodeScalars.contains(where: \.properties.isUppercase) else { return false }
    var folded = NameFolding.key(String(word))
    if word.hasSuffix("’s") || word.hasSuffix("'s") { folded.removeLast() }
    guard let traits = Lexicon.english.entry(folded)?.traits else { return true }
    let common: LexicalTraits = [
      .organizationHead, .organizationSuffix, .roleNoun, .speechNoun, .function, .preposition,
      .title, .workNoun, .collective,
    ]
    return traits.isDisjoint(with: common) || !traits.isDisjoint(with: [.place, .body])
  }
}

extension Substring {
  /// The word without punctuation around it.
  fileprivate var trimmed: Substring {
    var result = self
    let isMark = { (scalar: Unicode.Scalar?) in
      scalar.map { ",;:\"“”'’‘".unicodeScalars.contains($0) } ?? false
    }
    while isMark(result.unicodeScalars.first) { result.unicodeScalars.removeFirst() }
    while isMark(result.unicodeScalars.last) { result.unicodeScalars.removeLast() }
    return result
  }
}
