import LanguageData

/// Words that never have a capital inside a sentence. They are no part of the ``Lexicon``, which
/// holds what words mean; these are only told from names.
enum CommonWords {
  private static let english = LexiconImage.english.commonWords

  /// Whether a word in lower case is one of them.
  static func contains(_ word: String) -> Bool { english.index(of: word) != nil }
}
