internal import Prose
internal import Wording

/// How classes, severities, relations and verdicts read in reports for people.
enum WordingWords {
  /// What a class is, in plain words.
  static func plain(_ differenceClass: DifferenceClass) -> String {
    switch differenceClass {
    case .marks: "form of quotation marks"
    case .apostrophe: "form of an apostrophe"
    case .dash: "form of a dash"
    case .ellipsisGlyph: "form of an ellipsis"
    case .whiteSpace: "white space"
    case .unicodeForm: "the same character, coded otherwise"
    case .initialCase: "capital at the start"
    case .letterCase: "capitals"
    case .endPunctuation: "mark at the end of a sentence"
    case .innerPunctuation: "punctuation between words"
    case .spellingVariant: "spelling"
    case .numberForm: "how a number is written"
    case .abbreviation: "abbreviation"
    case .hyphenation: "hyphen or division of a word"
    case .contraction: "contraction"
    case .ellipsisOmission: "left out, and an ellipsis shows it"
    case .bracketInsertion: "put in, and brackets show it"
    case .bracketReplacement: "replaced, and brackets show it"
    case .bracketCase: "capital changed, and brackets show it"
    case .sic: "[sic] added"
    case .maskedWord: "masked word"
    case .interruptingCue: "narration between two pieces"
    case .filler: "filler word"
    case .falseStart: "false start"
    case .grammar: "grammar"
    case .functionWord: "function word"
    case .inflection: "another form of the word"
    case .nearSynonym: "a word of nearly the same meaning"
    case .wordOrder: "order of words"
    case .omission: "left out, and nothing shows it"
    case .insertion: "put in, and nothing shows it"
    case .negation: "denial"
    case .number: "another number"
    case .date: "another date"
    case .unit: "another unit"
    case .modal: "how certain or binding it is"
    case .quantifier: "how many, or how much of it"
    case .person: "who is meant"
    case .name: "another name"
    case .tense: "when it happens"
    case .mood: "question or statement"
    case .condition: "condition"
    case .direction: "direction"
    case .contentWord: "another word that carries the sense"
    case .splice: "passages from far apart printed as one"
    case .piecesReordered: "pieces in another order"
    case .hiddenNegation: "an ellipsis hides a denial"
    case .hiddenCondition: "an ellipsis hides a condition"
    case .hiddenSpeakerChange: "an ellipsis hides that somebody else speaks"
    case .distance: "an ellipsis stands for more than 100 words"
    case .cutCondition: "cut off at a condition or a denial"
    }
  }

  /// What a class is, with its name: `denial (negation)`.
  static func named(_ differenceClass: DifferenceClass) -> String {
    let plain = plain(differenceClass)
    return plain == differenceClass.rawValue ? plain : "\(plain) (\(differenceClass.rawValue))"
  }

  /// What a verdict means, in plain words.
  static func plain(_ verdict: Verdict) -> String {
    switch verdict {
    case .verbatim: "the same words"
    case .styled: "the same words, but for spelling and house style"
    case .markedEdit: "edited where the reader can see it"
    case .altered: "words differ and nothing shows it"
    case .meaningAltered: "words differ so that the sense may have changed"
    case .different: "not the same utterance"
    case .notFound: "not in what was read"
    case .cannotEstablish: "too short or too general to tell"
    }
  }

  /// What the relation of a pair means, in plain words; nil where the two share nothing.
  static func relation(of pair: CheckedPair) -> String? {
    guard let relation = pair.relation else { return nil }
    guard relation == .contained, let shared = pair.comparison.shared else {
      return "\(relation.rawValue): \(plain(relation))"
    }
    let aHasMore = hasMore(pair.a, than: shared.a)
    return aHasMore == hasMore(pair.b, than: shared.b)
      ? "\(relation.rawValue): \(plain(relation))"
      : "\(relation.rawValue): \(aHasMore ? "B is a part of A" : "A is a part of B")"
  }

  /// Whether a rendering has words beyond a stretch of it.
  private static func hasMore(_ rendering: Rendering, than shared: TextSpan) -> Bool {
    rendering.pieces.contains { piece in
      rendering.text.tokens[rendering.text.tokens(in: piece)].contains { token in
        (token.kind == .word || token.kind == .number)
          && (token.end <= shared.start || token.start >= shared.end)
      }
    }
  }

  /// What a relation means, in plain words.
  private static func plain(_ relation: Comparison.Relation) -> String {
    switch relation {
    case .full: "both cover the same stretch"
    case .contained: "one is a part of the other"
    case .overlap: "each has something that the other has not"
    }
  }

  /// What was done from the first wording to the second: `“may” → “will”`.
  ///
  /// - Parameter limit: The columns that the words of one side may take; longer ones are shortened
  ///   in the middle.
  static func change(_ difference: LocatedDifference, limit: Int = 60) -> String {
    let a = shortened(VisibleText.oneLine(difference.a.text), limit)
    let b = shortened(VisibleText.oneLine(difference.b.text), limit)
    if a.isEmpty, b.isEmpty { return difference.edit.rawValue }
    if difference.edit == .reorder, a == b { return "\(quoted(a)) moved" }
    return change(a, b, limit: limit)
  }

  /// What a rule says of a breach: `breaks the profile ap: forbidden — its source`.
  static func breach(_ ruling: Profile.Ruling, of profile: Profile) -> String {
    let rule = ruling.rule == .allowedIfMarked ? "allowed only if marked" : ruling.rule.rawValue
    let source = ruling.source.map { " — \($0)" } ?? ""
    return "breaks the profile \(profile.name): \(rule)\(source)"
  }

  /// The text, isolated where it runs from right to left, so that what stands around it stays in
  /// its place.
  static func isolated(_ text: String) -> String {
    hasRightToLeft(text) ? "\u{2068}\(text)\u{2069}" : text
  }

  /// Whether a text holds letters that run from right to left.
  static func hasRightToLeft(_ text: some StringProtocol) -> Bool {
    text.unicodeScalars.contains { scalar in
      switch scalar.value {
      case 0x0590...0x08FF, 0xFB1D...0xFDFF, 0xFE70...0xFEFF, 0x10800...0x10FFF, 0x1E800...0x1EFFF:
        true
      default: false
      }
    }
  }

  /// Words that are others, as they are printed on either side: `⟨may⟩ → ⟨will⟩`.
  ///
  /// - Parameter limit: As for ``change(_:limit:)``.
  static func change(_ before: String, _ after: String, limit: Int) -> String {
    let a = shortened(VisibleText.oneLine(before), limit)
    let b = shortened(VisibleText.oneLine(after), limit)
    if a.isEmpty { return "+ \(quoted(b))" }
    if b.isEmpty { return "− \(quoted(a))" }
    return "\(quoted(a)) → \(quoted(b))"
  }

  private static func quoted(_ text: String) -> String { "⟨\(isolated(text))⟩" }

  /// The text; if it is wider than so many columns without its middle, cut between words where these
  /// are not too long.
  static func shortened(_ text: String, _ limit: Int) -> String {
    guard DisplayWidth.of(text) > limit else { return text }
    let scalars = Array(text.unicodeScalars)
    let head = cut(scalars[...], columns: limit / 2)
    let tail = cut(scalars.reversed()[...], columns: limit / 2 - 3).reversed()
    return String(String.UnicodeScalarView(head)) + " ⋯ "
      + String(String.UnicodeScalarView(tail))
  }

  /// As many scalars as fit, back to the last space if that is not more than half of them.
  private static func cut(
    _ scalars: ArraySlice<Unicode.Scalar>, columns: Int
  ) -> ArraySlice<Unicode.Scalar> {
    var width = 0
    let fitting = scalars.prefix { scalar in
      width += DisplayWidth.of(scalar)
      return width <= columns
    }
    if fitting.count < scalars.count, scalars[fitting.endIndex] == " " { return fitting }
    guard let space = fitting.lastIndex(of: " "), fitting.endIndex - space <= fitting.count / 2
    else { return fitting }
    return fitting[..<space]
  }
}
