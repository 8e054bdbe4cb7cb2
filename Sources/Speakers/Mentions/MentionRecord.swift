/// A mention with what attribution needs to know of it besides its place.
package struct MentionRecord: Sendable {
  /// The tokens of the whole mention, titles and roles included.
  package var tokens: Range<Int>
  /// The tokens of the proper name alone; empty for pronouns and descriptions.
  package var name: Range<Int>
  package var kind: Mention.Kind
  var gender: Gender
  var isPlural = false
  /// The mention ends with a possessive: `Smith’s`.
  var isPossessive = false
  /// The mention stands between quotation marks.
  package var isQuoted = false
  /// For pronouns: the role that the form shows.
  var pronoun: PronounRole = .none
  /// 1, 2 or 3: the grammatical person; 3 for everything that is no pronoun.
  var person: UInt8 = 3
  /// One word behind a title that stands before surnames: `Captain Moll`, not `Aunt Moll`.
  var isTitledSurname = false
  /// A newspaper, a broadcaster, a platform: more often where something was said than who said it.
  var isOutlet = false
  /// A place: speaks only as a government does.
  var isPlace = false
  /// The name's first word may owe its capital to its place at a sentence's head.
  var startsSentence = false
  /// The mention stands in a line that gives every word a capital.
  var isInHeading = false
  /// The mention stands inside the noun phrase of another, as `the agency` in `a spokesman for the
  /// agency`.
  var isDependent = false
  /// The mention describes whom the mention before describes: `a woman` in `a witness, a woman in red,`.
  var describesPrevious = false
  /// The index of the sentence, see ``Scene/sentences``.
  var sentence = 0
  /// The index of the paragraph.
  var paragraph = 0
  /// The speaker that the mention was resolved to; -1 when none.
  package var entity = -1

  /// A common word that only its place at a sentence’s head made look like a name.
  var namesNobody = false
  /// How many tokens at the end name a document of the one mentioned: `statement` in `Smith’s
  /// statement`, by which it is Smith who speaks.
  var documentLength = 0

  /// Whether the mention may be a speaker’s.
  var canSpeak: Bool { !isQuoted && !isDependent && !namesNobody }

  /// The token that carries the mention: a name's last word, a description's noun.
  package var head: Int { tokens.upperBound - 1 - documentLength }
}
