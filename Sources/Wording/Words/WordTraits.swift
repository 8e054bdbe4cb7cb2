/// What is known of one compared word, from the language data and from the print around it.
struct WordTraits: OptionSet, Hashable, Sendable, BitwiseCopyable {
  let rawValue: UInt64
  init(rawValue: UInt64) { self.rawValue = rawValue }

  // MARK: From the language data

  /// Articles, prepositions, conjunctions, auxiliaries, pronouns and their like.
  static let function = WordTraits(rawValue: 1 << 0)
  static let article = WordTraits(rawValue: 1 << 1)
  static let auxiliary = WordTraits(rawValue: 1 << 2)
  static let pronoun = WordTraits(rawValue: 1 << 3)
  /// *not*, *no*, *never*.
  static let negation = WordTraits(rawValue: 1 << 4)
  /// *hardly*, *rarely*.
  static let nearNegation = WordTraits(rawValue: 1 << 5)
  /// *deny*, *refuse*, *unlike*.
  static let impliedNegation = WordTraits(rawValue: 1 << 6)
  static let modal = WordTraits(rawValue: 1 << 7)
  static let quantifier = WordTraits(rawValue: 1 << 8)
  /// *if*, *unless*.
  static let condition = WordTraits(rawValue: 1 << 9)
  /// *but*, *however*.
  static let contrast = WordTraits(rawValue: 1 << 10)
  /// *um*: never anything else.
  static let filler = WordTraits(rawValue: 1 << 11)
  /// *well*, *you know*: only where marks or an edge set it off.
  static let setOffFiller = WordTraits(rawValue: 1 << 12)
  static let month = WordTraits(rawValue: 1 << 13)
  static let weekday = WordTraits(rawValue: 1 << 14)
  /// *yesterday*, *tomorrow*.
  static let relativeDate = WordTraits(rawValue: 1 << 15)
  static let unit = WordTraits(rawValue: 1 << 16)
  /// Stands in brackets for words that are not printed: *expletive*.
  static let mask = WordTraits(rawValue: 1 << 17)
  /// Stands in brackets for a sound: *laughter*.
  static let noise = WordTraits(rawValue: 1 << 18)
  /// *sic*.
  static let sic = WordTraits(rawValue: 1 << 19)
  /// A phrase of the language data starts with the word.
  static let startsPhrase = WordTraits(rawValue: 1 << 20)
  static let preposition = WordTraits(rawValue: 1 << 21)
  static let demonstrative = WordTraits(rawValue: 1 << 22)
  /// Part of a stock phrase.
  static let stock = WordTraits(rawValue: 1 << 23)
  static let conjunction = WordTraits(rawValue: 1 << 24)
  /// A month or weekday only when it has a capital: *May*, *Sun*.
  static let dateInCapitals = WordTraits(rawValue: 1 << 25)

  /// *about*, *nearly*: before a number.
  static let approximator = WordTraits(rawValue: 1 << 26)

  /// Light adverbs: *very*, *also*.
  static let adverb = WordTraits(rawValue: 1 << 27)

  /// Has near-synonyms or opposites in the language data.
  static let hasRelations = WordTraits(rawValue: 1 << 28)
  /// A form of an irregular word.
  static let irregular = WordTraits(rawValue: 1 << 29)
  /// Some pair of words that are expected together ends with the word.
  static let endsPair = WordTraits(rawValue: 1 << 30)

  /// Goes with a denial and adds nothing to it: `any more`, `at all`.
  static let polarityItem = WordTraits(rawValue: 1 << 31)

  /// An ambiguous ending of a contraction can stand for the word: *is*, *has* for `’s`.
  static let cliticMeaning = WordTraits(rawValue: 1 << 47)

  /// A country, state or city of the language data.
  static let place = WordTraits(rawValue: 1 << 46)

  // MARK: From the print

  /// A number, in digits or in words.
  static let number = WordTraits(rawValue: 1 << 32)
  /// Printed with a capital.
  static let capitalized = WordTraits(rawValue: 1 << 33)
  static let allCapitals = WordTraits(rawValue: 1 << 34)
  /// First word of a sentence, as far as the print shows.
  static let sentenceStart = WordTraits(rawValue: 1 << 35)
  /// In square brackets, or in parentheses that an editor may have put.
  static let bracketed = WordTraits(rawValue: 1 << 36)
  /// An ellipsis stands before the word, or a piece begins with it.
  static let afterSkip = WordTraits(rawValue: 1 << 37)
  static let pieceStart = WordTraits(rawValue: 1 << 38)
  /// Letters replaced by asterisks or dashes.
  static let masked = WordTraits(rawValue: 1 << 39)
  /// Brackets stand inside the word: `[T]he`.
  static let innerBracket = WordTraits(rawValue: 1 << 40)
  /// An ending of a contraction that can stand for several words, such as `’s`.
  static let clitic = WordTraits(rawValue: 1 << 41)
  /// An ordinal number.
  static let ordinal = WordTraits(rawValue: 1 << 42)
  /// An ellipsis stands before the word.
  static let afterEllipsis = WordTraits(rawValue: 1 << 43)
  /// Spelled out from an abbreviation.
  static let abbreviated = WordTraits(rawValue: 1 << 45)
  /// In parentheses.
  static let parenthesized = WordTraits(rawValue: 1 << 44)

  /// A name, as far as print shows: a capital that no sentence's start explains.
  var isNameLike: Bool {
    contains(.capitalized) && isDisjoint(with: [.sentenceStart, .function, .month, .weekday])
  }
}
