import LanguageData

/// Words that never have a capital inside a sentence. They are no part of the ``Lexicon``, which
/// holds what words mean; these are only told from names.
enum CommonWords {
  /// The words of English, read from the embedded data at first use.
  private static let english: ByteStringTable = {
    var table = ByteStringTable(capacity: 8192)
    EmbeddedFile.forEachLine(of: "en/common-words.txt") { fields in
      if let word = fields.first { _ = table.insert(word) }
    }
    return table
  }()

  /// Whether a word in lower case is one of them.
  static func contains(_ word: String) -> Bool {
    var word = word
    return word.withUTF8 { english.index(of: $0) != nil }
  }
}
