/// What kind of difference stands at one place of two renderings.
///
/// A class is a fact about the two wordings. It depends on no house style and on no taste; what
/// follows from it is a ``Profile``'s business. Raw values are the names in all output.
public enum DifferenceClass: String, CaseIterable, Hashable, Sendable {
  // MARK: Style

  /// Quotation marks in the wording differ in form: `“hope”`, `'hope'`.
  case marks
  /// `’` against `'`.
  case apostrophe
  /// `—`, `–`, `--` against each other.
  case dash
  /// `…`, `...`, `. . .` against each other.
  case ellipsisGlyph = "ellipsis-glyph"
  case whiteSpace = "white-space"
  /// The same characters, coded otherwise: composed or not, ligatures, soft hyphens.
  case unicodeForm = "unicode-form"
  /// A capital or small letter at the start of a sentence or of what both share.
  case initialCase = "initial-case"
  /// Capitals elsewhere: `the right`, `the RIGHT`.
  case letterCase = "case"
  /// The mark that ends a sentence.
  case endPunctuation = "end-punctuation"
  /// Commas, colons, semicolons, dashes and brackets' absence between words.
  case innerPunctuation = "inner-punctuation"
  /// `colour`, `Kyiv`, a misprint.
  case spellingVariant = "spelling-variant"
  /// `8`, `eight`; `per cent`, `%`; `2.6million`.
  case numberForm = "number-form"
  /// `U.S.`, `US`; `Sen.`, `Senator`.
  case abbreviation
  /// `same-sex`, `same sex`; `into`, `in to`.
  case hyphenation
  /// `we’ve`, `we have`; `gonna`, `going to`.
  case contraction

  // MARK: Marked

  /// Words left out where an ellipsis shows it.
  case ellipsisOmission = "ellipsis-omission"
  /// Words in brackets that the other rendering does not have.
  case bracketInsertion = "bracket-insertion"
  /// Words in brackets instead of others.
  case bracketReplacement = "bracket-replacement"
  /// `[T]he`, `the`.
  case bracketCase = "bracket-case"
  /// `[sic]`.
  case sic
  /// `f***`, `[expletive]`.
  case maskedWord = "masked-word"
  /// Narration between two pieces where the other rendering reads on.
  case interruptingCue = "interrupting-cue"

  // MARK: Unmarked, minor

  /// `um`, `you know`, `well`.
  case filler
  /// A word or a beginning said twice: `I, I think`.
  case falseStart = "false-start"
  /// Grammar put right or wrong: `they was`, `they were`.
  case grammar
  /// Articles, prepositions, conjunctions and their like.
  case functionWord = "function-word"
  /// Another form of one word: `job`, `jobs`.
  case inflection
  /// Words of nearly one meaning.
  case nearSynonym = "near-synonym"
  /// The same words in another order.
  case wordOrder = "word-order"
  /// Words that only the first rendering has.
  case omission
  /// Words that only the second rendering has.
  case insertion

  // MARK: Alters meaning

  case negation
  case number
  case date
  case unit
  /// `may`, `will`.
  case modal
  /// `some`, `all`; `only`.
  case quantifier
  /// Who is meant: `they`, `he`.
  case person
  case name
  case tense
  /// A question printed as a statement.
  case mood
  /// `if`, `unless`, `until`.
  case condition
  /// `rise`, `fall`; `before`, `after`.
  case direction
  /// A word that carries the sense, replaced by another.
  case contentWord = "content-word"

  // MARK: Structural

  /// Two passages from far apart printed as one.
  case splice
  /// Pieces in another order than they were said.
  case piecesReordered = "pieces-reordered"
  /// An ellipsis that hides a denial.
  case hiddenNegation = "hidden-negation"
  /// An ellipsis that hides a condition.
  case hiddenCondition = "hidden-condition"
  /// An ellipsis over a change of speaker.
  case hiddenSpeakerChange = "hidden-speaker-change"
  /// An ellipsis over more than 100 words.
  case distance
  /// The rendering stops just before a condition or starts just after a denial.
  case cutCondition = "cut-condition"
}

extension DifferenceClass {
  /// How much a difference of this class matters.
  public var severity: Severity {
    switch self {
    case .marks, .apostrophe, .dash, .ellipsisGlyph, .whiteSpace, .unicodeForm, .initialCase,
      .letterCase, .endPunctuation, .innerPunctuation, .spellingVariant, .numberForm,
      .abbreviation, .hyphenation, .contraction:
      .style
    case .ellipsisOmission, .bracketInsertion, .bracketReplacement, .bracketCase, .sic,
      .maskedWord, .interruptingCue:
      .marked
    case .filler, .falseStart, .grammar, .functionWord, .inflection, .nearSynonym, .wordOrder,
      .omission, .insertion:
      .minor
    case .negation, .number, .date, .unit, .modal, .quantifier, .person, .name, .tense, .mood,
      .condition, .direction, .contentWord, .splice, .piecesReordered, .hiddenNegation,
      .hiddenCondition, .hiddenSpeakerChange, .distance, .cutCondition:
      .meaning
    }
  }

  /// Whether the class is one of ``Severity/style`` that shows in words, not in marks and capitals
  /// only: spelling, numbers, abbreviations, hyphens, contractions.
  public var isStyleOfWords: Bool {
    switch self {
    case .spellingVariant, .numberForm, .abbreviation, .hyphenation, .contraction: true
    default: false
    }
  }

  /// Whether a difference of the class turns the sense by itself, a lost *not* or another number, as
  /// against words that say something else.
  public var turnsSense: Bool {
    severity == .meaning && self != .contentWord && self != .tense && self != .name
      && self != .person
  }
}
