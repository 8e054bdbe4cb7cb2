/// What the language data say of one folded word.
struct WordEntry: Sendable, BitwiseCopyable {
  // The order leaves the least space between the properties: there are many entries.
  var traits: WordTraits = []
  /// One bit for each relation that the word has to others: near-synonyms, opposites, forms of one
  /// irregular word. Words that share no bit are in none with each other.
  var signature: UInt64 = 0
  var number: NumberWord?
  /// How much the word tells, in bits; 0 when it is rarer than the data count.
  var bits: UInt8 = 0
  /// Which word class of function words it has; 0 for none.
  var functionClass: UInt8 = 0
  /// What the word stands for when it is spelled out.
  var expansion: Expansion?

  /// The entry of a word that the data do not have.
  static let unknown = WordEntry()

  /// Other words that a printed form stands for.
  struct Expansion: Sendable, BitwiseCopyable {
    private var firstWord: Int32
    private var wordCount: Int32
    var condition: Condition
    /// Whether the form is an abbreviation, rather than another spelling or a contraction.
    var isAbbreviation: Bool

    init(words: Range<Int>, condition: Condition, isAbbreviation: Bool) {
      firstWord = Int32(words.lowerBound)
      wordCount = Int32(words.count)
      self.condition = condition
      self.isAbbreviation = isAbbreviation
    }

    /// The words, by their places in ``WordingLexicon/expansions``.
    var words: Range<Int> { Int(firstWord)..<Int(firstWord + wordCount) }

    enum Condition: UInt8, Sendable, BitwiseCopyable {
      case always
      /// Only with its full stop: `gen.`.
      case withFullStop
      /// Only with its full stop and a capital: `Sat.`.
      case withFullStopAndCapital
      /// Only with its full stop and before a number: `No. 5`.
      case beforeNumber
      /// Only in capitals: `US`.
      case inCapitals
    }
  }

  /// A word for a number.
  struct NumberWord: Sendable, BitwiseCopyable {
    var value: Double
    var kind: Kind

    enum Kind: UInt8, Sendable, BitwiseCopyable {
      case cardinal, multiplier, suffix, ordinal, fraction, group
    }
  }
}
