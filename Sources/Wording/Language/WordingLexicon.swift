/// A language's words as the comparison of wordings needs them, from the embedded data.
///
/// The engine knows English only through this type, so another language is another folder of data
/// files. What most words need when a text is read is in one table; what is asked only where two
/// wordings differ is in tables of their own.
struct WordingLexicon: Sendable {
  /// The number of words of the longest phrase.
  static let longestPhrase = 6

  private var indices = KeyTable<Int32>(capacity: 1 << 15, filler: 0)
  private(set) var entries: [WordEntry] = []
  /// The letters of all words that expansions name.
  var letters: [UInt8] = []
  /// The words that expansions name, by their ranges in ``letters``.
  var expansions: [Range<Int>] = []
  /// The traits of phrases, by ``WordKey/phrase(_:_:)`` of their words; none for what only starts
  /// one.
  var phrases = KeyTable<WordTraits>(capacity: 1 << 13, filler: [])
  /// The endings of contractions (`n't`), longest first, and what each can stand for.
  var clitics: [Clitic] = []
  /// What an ambiguous ending can stand for, by its key.
  var cliticMeanings: [UInt64: [UInt64]] = [:]
  /// How much a word tells behind another that makes it expected, in bits, by the key of the pair.
  var pairBits = KeyTable<UInt8>(capacity: 1 << 14, filler: 0)
  var pronouns: [UInt64: [PronounReading]] = [:]
  var modals: [UInt64: ModalReading] = [:]
  var quantifiers: [UInt64: UInt8] = [:]
  /// The groups of near-synonyms that a word is in.
  var synonyms = KeyLists<UInt16>(capacity: 1 << 13)
  /// The words of opposite meaning, and whether the pair is one of direction.
  var antonyms = KeyLists<Antonym>(capacity: 1 << 12)
  /// Words that are confused with each other in grammar: `less`, `fewer`.
  var grammarPairs: [UInt64: [UInt64]] = [:]
  /// The forms of irregular words: what a form is a form of.
  var forms = KeyLists<WordForm>(capacity: 1 << 11)

  struct Clitic: Sendable {
    var letters: [UInt8]
    /// The words that it stands for; more than one when it is ambiguous.
    var meanings: [[Range<Int>]]
  }

  struct PronounReading: Hashable, Sendable {
    var person: UInt8
    var number: UInt8
    var gender: UInt8
  }

  struct ModalReading: Hashable, Sendable {
    var modalClass: UInt8
    var strength: UInt8
  }

  struct Antonym: Hashable, Sendable, BitwiseCopyable {
    var key: UInt64
    var isDirection: Bool
  }

  struct WordForm: Hashable, Sendable, BitwiseCopyable {
    /// The key of the dictionary form.
    var lemma: UInt64
    var tense: Tense

    enum Tense: UInt8, Sendable, BitwiseCopyable {
      case base, past, participle, other, plural, degree
    }
  }

  fileprivate init(language: String) {
    // As many as the data have: growing would copy them all.
    entries.reserveCapacity(20_500)
    load(language)
  }

  /// The index of the entry of a word; nil when the data do not have it.
  @inline(__always)
  func index(of key: UInt64) -> Int? {
    indices[key].map { Int($0) }
  }

  /// The entry of a word; nil when the data do not have it.
  @inline(__always)
  func entry(_ key: UInt64) -> WordEntry? { index(of: key).map { entries[$0] } }

  /// Changes the entry of a word, which is added when it is new.
  @inline(__always)
  mutating func update(_ key: UInt64, _ change: (inout WordEntry) -> Void) {
    let index = Int(indices.value(of: key, orInsert: Int32(entries.count)))
    if index == entries.count { entries.append(WordEntry()) }
    change(&entries[index])
  }
}

/// A lexicon that is read once and shared by reference, since copying its tables costs more than
/// comparing two words.
final class SharedLexicon: Sendable {
  let lexicon: WordingLexicon

  /// The English lexicon, read from the embedded data at first use.
  static let english = SharedLexicon(language: "en")

  private init(language: String) { lexicon = WordingLexicon(language: language) }
}
