/// What the language data say of one word or phrase.
struct LexicalEntry: Sendable {
  var traits: LexicalTraits = []
  var gender: Gender = .unknown
  /// The dictionary form of a cue, or the noun of an abbreviated title, as an index into
  /// ``Lexicon/lemmas``; 0 for other words.
  var lemma: UInt16 = 0
  var cueClass: CueClass = .none
  var cueStrength: CueStrength = .none
  var pronoun: PronounRole = .none
  /// 1, 2 or 3 for a pronoun's grammatical person; 0 for other words.
  var person: UInt8 = 0

  var isRolePrefix: Bool { traits.contains(.rolePrefix) }
}

/// The classes of words that attribution looks at.
struct LexicalTraits: OptionSet, Hashable, Sendable {
  let rawValue: UInt64

  // Closed classes.
  static let preposition = LexicalTraits(rawValue: 1 << 0)
  static let determiner = LexicalTraits(rawValue: 1 << 1)
  static let auxiliary = LexicalTraits(rawValue: 1 << 2)
  static let conjunction = LexicalTraits(rawValue: 1 << 3)
  static let subordinator = LexicalTraits(rawValue: 1 << 4)
  static let negation = LexicalTraits(rawValue: 1 << 5)
  static let relative = LexicalTraits(rawValue: 1 << 6)
  static let possessive = LexicalTraits(rawValue: 1 << 7)
  static let pronoun = LexicalTraits(rawValue: 1 << 8)

  // Words of names.
  static let givenName = LexicalTraits(rawValue: 1 << 9)
  static let title = LexicalTraits(rawValue: 1 << 10)
  static let honorific = LexicalTraits(rawValue: 1 << 11)
  static let particle = LexicalTraits(rawValue: 1 << 12)
  static let nameSuffix = LexicalTraits(rawValue: 1 << 13)

  // Capitalised words that are no names of people.
  static let calendar = LexicalTraits(rawValue: 1 << 14)
  static let nationality = LexicalTraits(rawValue: 1 << 15)
  static let notName = LexicalTraits(rawValue: 1 << 16)
  static let function = LexicalTraits(rawValue: 1 << 17)
  static let place = LexicalTraits(rawValue: 1 << 18)
  static let body = LexicalTraits(rawValue: 1 << 19)
  static let outlet = LexicalTraits(rawValue: 1 << 20)
  static let organizationHead = LexicalTraits(rawValue: 1 << 21)
  static let organizationSuffix = LexicalTraits(rawValue: 1 << 22)
  /// Stands behind the place that a body is of: `Marl Herald`.
  static let localHead = LexicalTraits(rawValue: 1 << 45)
  /// Stands last in the name of a place: `Quay Street`.
  static let placeHead = LexicalTraits(rawValue: 1 << 53)

  // Common nouns.
  static let roleNoun = LexicalTraits(rawValue: 1 << 23)
  static let collective = LexicalTraits(rawValue: 1 << 24)
  static let kin = LexicalTraits(rawValue: 1 << 25)
  static let plural = LexicalTraits(rawValue: 1 << 26)
  static let speechNoun = LexicalTraits(rawValue: 1 << 27)
  static let workNoun = LexicalTraits(rawValue: 1 << 28)
  static let termNoun = LexicalTraits(rawValue: 1 << 29)
  /// A body that does business: `company`.
  static let firm = LexicalTraits(rawValue: 1 << 49)

  // Cues and what stands near them.
  static let cue = LexicalTraits(rawValue: 1 << 30)
  static let adverb = LexicalTraits(rawValue: 1 << 31)
  static let presentParticiple = LexicalTraits(rawValue: 1 << 32)
  static let baseForm = LexicalTraits(rawValue: 1 << 33)

  static let definite = LexicalTraits(rawValue: 1 << 34)
  static let personalRelative = LexicalTraits(rawValue: 1 << 35)
  static let agentPreposition = LexicalTraits(rawValue: 1 << 36)
  /// Makes a participle passive: `was` in `was told`.
  static let passiveAuxiliary = LexicalTraits(rawValue: 1 << 55)
  static let nameJoiner = LexicalTraits(rawValue: 1 << 37)
  /// Opens clauses as well: `before noon`, `before she left`.
  static let clausePreposition = LexicalTraits(rawValue: 1 << 42)
  /// Stands between somebody and the name: `a man named Smith`.
  static let naming = LexicalTraits(rawValue: 1 << 44)
  /// Lead to somebody's name: `identified as Smith`, `by her first name, Ann`.
  static let identifying = LexicalTraits(rawValue: 1 << 46)
  static let namingPreposition = LexicalTraits(rawValue: 1 << 47)
  static let namingNoun = LexicalTraits(rawValue: 1 << 48)
  /// Stands before an earlier name of somebody: `born`.
  static let birthName = LexicalTraits(rawValue: 1 << 54)
  /// Stands before a noun that tells more of somebody who is named: `the former mayor`.
  static let epithet = LexicalTraits(rawValue: 1 << 51)
  /// One of several behind a determiner: `a second`.
  static let ordinal = LexicalTraits(rawValue: 1 << 50)
  /// A verb with its particle: `cut in`.
  static let phrasalVerb = LexicalTraits(rawValue: 1 << 43)

  /// `Miss` and `Mrs.`: one woman has not both at a time.
  static let maidenTitle = LexicalTraits(rawValue: 1 << 38)
  static let wifeTitle = LexicalTraits(rawValue: 1 << 39)

  /// Stands before given names as well as before surnames: `Lord`, `Uncle`, `Father`.
  static let givenNameTitle = LexicalTraits(rawValue: 1 << 52)

  /// Stands before the noun for a role: `ex-`.
  static let rolePrefix = LexicalTraits(rawValue: 1 << 41)

  /// The word begins at least one phrase of several words.
  static let startsPhrase = LexicalTraits(rawValue: 1 << 40)
}

/// The frames of cues.
enum CueClass: UInt8, Sendable, CaseIterable {
  case none, say, tell, ask, write, think, call, announce, gesture, perceive
  case according
  case sourceNoun = 11
  case noun, read

  init?(name: String) {
    switch name {
    case "say": self = .say
    case "tell": self = .tell
    case "ask": self = .ask
    case "write": self = .write
    case "think": self = .think
    case "call": self = .call
    case "announce": self = .announce
    case "gesture": self = .gesture
    case "perceive": self = .perceive
    case "according": self = .according
    case "source-noun": self = .sourceNoun
    case "noun": self = .noun
    case "read": self = .read
    default: return nil
    }
  }
}

/// How surely a cue reports speech.
enum CueStrength: UInt8, Comparable, Sendable, CaseIterable {
  case none, weak, medium, strong

  static func < (a: CueStrength, b: CueStrength) -> Bool { a.rawValue < b.rawValue }

  init(name: String) {
    switch name {
    case "strong": self = .strong
    case "medium": self = .medium
    default: self = .weak
    }
  }
}

/// The roles of pronouns.
enum PronounRole: UInt8, Sendable, CaseIterable {
  case none, subject, object, possessive, reflexive, indefinite, relative, demonstrative

  init(name: String) {
    switch name {
    case "subject": self = .subject
    case "object": self = .object
    case "possessive": self = .possessive
    case "reflexive": self = .reflexive
    case "indefinite": self = .indefinite
    case "relative": self = .relative
    case "demonstrative": self = .demonstrative
    // Things, which never speak.
    default: self = .none
    }
  }
}
