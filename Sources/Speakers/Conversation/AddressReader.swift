import Prose

/// Reads whom the words of a quotation address without a name: `Yes, sir`, `my dear aunt, …`.
///
/// The noun tells the gender of the one who is spoken to, who as a rule spoke just before or
/// answers next.
struct AddressReader {
  let scene: Scene

  /// The most words between the noun and what sets the address off: `my dear young lady`.
  private static let most = 3

  /// Who is addressed in a stretch of one quotation.
  func addressee(in tokens: Range<Int>) -> ConversationTurn.Addressee {
    var result: ConversationTurn.Addressee = []
    for token in tokens where isAddress(token, in: tokens) {
      result.insert(scene.entry(token).gender == .female ? .woman : .man)
    }
    return result
  }

  private func isAddress(_ token: Int, in tokens: Range<Int>) -> Bool {
    let entry = scene.entry(token)
    guard entry.gender == .female || entry.gender == .male, !entry.traits.contains(.plural),
      !entry.traits.isDisjoint(with: [.roleNoun, .title]), setsOff(token + 1, in: tokens)
    else { return false }
    var first = token
    while first > tokens.lowerBound, token - first < Self.most, qualifies(first - 1) { first -= 1 }
    return setsOff(first - 1, in: tokens)
  }

  /// Whether a word can stand before the noun of an address: `my`, `dear`, `good`, but no verb,
  /// article or preposition, which would make the noun a part of the sentence.
  private func qualifies(_ token: Int) -> Bool {
    guard scene.text.tokens[token].kind == .word else { return false }
    let entry = scene.entry(token)
    if entry.pronoun == .possessive { return entry.person == 1 }
    return entry.traits.isDisjoint(with: [
      .cue, .preposition, .determiner, .possessive, .auxiliary, .conjunction, .pronoun,
      .subordinator, .negation,
    ])
  }

  private func setsOff(_ token: Int, in tokens: Range<Int>) -> Bool {
    guard tokens.contains(token) else { return true }
    switch scene.text.tokens[token].kind {
    case .comma, .fullStop, .questionMark, .exclamationMark, .mark, .dash, .ellipsis, .semicolon:
      return true
    default: return false
    }
  }
}

extension ConversationTurn {
  /// Who is addressed by a noun, as far as the noun tells.
  struct Addressee: OptionSet {
    let rawValue: Int
    static let woman = Addressee(rawValue: 1)
    static let man = Addressee(rawValue: 2)

    /// 0: nobody is addressed; 1: somebody of this gender; 2: of the other; 3: not known.
    func match(_ gender: Gender) -> Int {
      if isEmpty { return 0 }
      if gender == .unknown || self == [.woman, .man] { return 3 }
      return contains(gender == .female ? .woman : .man) ? 1 : 2
    }
  }
}
