import LanguageData

/// A language's words as data: one table from folded words and phrases to ``LexicalEntry``.
///
/// The engines know English only through this type, so another language is another folder of
/// data files. It is a class because much refers to it, and nothing changes it.
package final class Lexicon: Sendable {
  /// The number of words of the longest phrase.
  static let longestPhrase = 6

  private let table: ByteStringTable
  let entries: [LexicalEntry]
  /// The dictionary forms of cues; the first is empty.
  let lemmas: [String]
  private let lemmaIndices: ByteStringTable
  /// Nicknames with the given names that they stand for.
  let nicknames: [String: [String]]
  /// Endings that hint at a word's class.
  let endings: [(bytes: [UInt8], ending: Ending)]
  /// The beginnings of phrases, of two words and more.
  private let phraseBeginnings: PhraseBeginnings
  /// The size of the longest key in bytes.
  let longestKey: Int

  /// What an ending hints at.
  enum Ending: UInt8, Sendable {
    case none, past, participle, thirdOrPlural
  }

  /// The English lexicon, read from the embedded data at first use.
  package static let english = Lexicon(LexiconReader(language: "en"))

  /// A number that is another one when the word lists are, and with them the numbers of words.
  package static let digest = EmbeddedFile.digest(ofFolder: "en")

  private init(_ reader: LexiconReader) {
    table = reader.table
    entries = reader.entries
    lemmas = reader.lemmas
    lemmaIndices = reader.lemmaIndices
    nicknames = reader.nicknames
    endings = reader.endings
    var beginnings = PhraseBeginnings()
    var longest = 0
    for index in 0..<reader.table.count {
      let key = reader.table.key(at: index)
      longest = max(longest, key.count)
      key.withUnsafeBufferPointer { beginnings.add($0) }
    }
    phraseBeginnings = beginnings
    longestKey = longest
  }

  /// The entry of a folded key; nil when the language data do not have it.
  func index(ofFolded key: UnsafeBufferPointer<UInt8>) -> Int? { table.index(of: key) }

  /// The entry of a folded key whose ``ByteStringTable/hash(_:)`` is known.
  func index(ofFolded key: UnsafeBufferPointer<UInt8>, hash: UInt32) -> Int? {
    table.index(of: key, hash: hash)
  }

  /// Whether a key with this hash may begin a phrase or be one. No phrase is missed; now and then
  /// the answer is yes for no reason.
  func mayBeginPhrase(hash: UInt32) -> Bool { phraseBeginnings.mayContain(hash) }

  /// The index of a word or phrase in lower case.
  func index(of word: String) -> Int? {
    var word = word
    return word.withUTF8 { table.index(of: $0) }
  }

  /// The index in ``lemmas`` of a cue's dictionary form.
  func lemma(_ lemma: UnsafeBufferPointer<UInt8>) -> UInt16? {
    lemmaIndices.index(of: lemma).map { UInt16($0 + 1) }
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

/// A set of hashes that may hold more than was added, in one bit each.
private struct PhraseBeginnings {
  private static let size: UInt32 = 1 << 17
  private var bits = [UInt64](repeating: 0, count: Int(size) / 64)

  /// Adds what a key begins with, up to each space behind the first and whole; a word has nothing.
  mutating func add(_ key: UnsafeBufferPointer<UInt8>) {
    guard var space = key.firstIndex(of: 0x20) else { return }
    while space < key.count {
      let next = key[(space + 1)...].firstIndex(of: 0x20) ?? key.count
      let hash = ByteStringTable.hash(UnsafeBufferPointer(rebasing: key[..<next])) % Self.size
      bits[Int(hash) / 64] |= 1 << UInt64(hash % 64)
      space = next
    }
  }

  func mayContain(_ hash: UInt32) -> Bool {
    let hash = hash % Self.size
    return bits[Int(hash) / 64] >> UInt64(hash % 64) & 1 != 0
  }
}
