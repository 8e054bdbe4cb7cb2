import LanguageData

/// A language's words as data: one table from folded words and phrases to ``LexicalEntry``.
///
/// The engines know English only through this type, so another language is another folder of
/// data files. It is a class because much refers to it, and nothing changes it.
package final class Lexicon: @unchecked Sendable {
  /// The number of words of the longest phrase.
  static let longestPhrase = 6

  private let table: PackedStringTable
  /// The entries by index; never written to.
  let entries: UnsafePointer<LexicalEntry>
  private let lemmas: PackedStringTable
  /// Nicknames with the given names that they stand for.
  let nicknames: Nicknames
  /// Endings that hint at a word's class.
  let endings: [(bytes: [UInt8], ending: Ending)]
  private let phraseBeginnings: UnsafePointer<UInt64>
  /// The size of the longest key in bytes.
  let longestKey: Int

  /// What an ending hints at.
  enum Ending: UInt8, Sendable {
    case none, past, participle, thirdOrPlural, adverb
  }

  /// The English lexicon, see ``LexiconImage/english``.
  package static let english = Lexicon(.english, endings: LexiconReader.endings(language: "en"))

  /// A number that is another one when the word lists are, and with them the numbers of words.
  package static let digest = EmbeddedFile.digest(ofFolder: "en")

  init(_ image: LexiconImage, endings: [(bytes: [UInt8], ending: Ending)]) {
    table = image.table
    entries = image.entries
    lemmas = image.lemmas
    nicknames = image.nicknames
    phraseBeginnings = image.phraseBeginnings
    longestKey = image.longestKey
    self.endings = endings
  }

  /// The entry of a folded key; nil when the language data do not have it.
  func index(ofFolded key: UnsafeBufferPointer<UInt8>) -> Int? { table.index(of: key) }

  /// The entry of a folded key whose ``ByteStringTable/hash(_:)`` is known.
  func index(ofFolded key: UnsafeBufferPointer<UInt8>, hash: UInt32) -> Int? {
    table.index(of: key, hash: hash)
  }

  /// The entry of a folded key of at most eight bytes in one number, the first byte the lowest one.
  @inline(__always)
  func index(ofShort key: UInt64, count: Int) -> Int? { table.index(ofShort: key, count: count) }

  /// Whether a key with this hash may begin a phrase or be one. No phrase is missed; now and then
  /// the answer is yes for no reason.
  func mayBeginPhrase(hash: UInt32) -> Bool {
    PhraseBeginnings.mayContain(hash, in: phraseBeginnings)
  }

  /// The index of a word or phrase in lower case.
  func index(of word: String) -> Int? { table.index(of: word) }

  /// The number of a cue's dictionary form, as ``LexicalEntry/lemma`` has it.
  func lemma(_ lemma: UnsafeBufferPointer<UInt8>) -> UInt16? {
    lemmas.index(of: lemma).map { UInt16($0 + 1) }
  }

  /// The dictionary form of a number; empty for 0 and numbers of none.
  func lemma(at number: Int) -> String {
    1...lemmas.count ~= number ? String(decoding: lemmas.key(at: number - 1), as: UTF8.self) : ""
  }

  /// The word or phrase at an index; empty when there is none.
  func word(at index: Int) -> String {
    index < table.count ? String(decoding: table.key(at: index), as: UTF8.self) : ""
  }

  /// The entry of a word or phrase in lower case.
  func entry(_ word: String) -> LexicalEntry? {
    index(of: word).map { entries[$0] }
  }
}
