import Prose

/// What the titles before a name say of the person.
///
/// In fiction a surname is a family’s: `Mr.`, `Mrs.` and `Miss Dalby` are three people, and so are
/// `Mr. Dalby` and `General Dalby`.
struct TitleUse: OptionSet, Hashable, Sendable {
  let rawValue: UInt8

  static let maiden = TitleUse(rawValue: 1 << 0)
  static let wife = TitleUse(rawValue: 1 << 1)
  /// A title of respect that says nothing else: `Mr.`
  static let plain = TitleUse(rawValue: 1 << 2)
  /// A rank or an office: `General`.
  static let rank = TitleUse(rawValue: 1 << 3)
  /// Kinship, nobility, the church: these stand before given names as well.
  static let other = TitleUse(rawValue: 1 << 4)

  /// The place in the order in which the lone names of fiction are looked at.
  var order: Int { isEmpty ? 0 : isDisjoint(with: [.maiden, .plain]) ? 2 : 1 }

  /// Whether one person can bear both: not one that is only ever `Miss` and one that is only ever
  /// `Mrs.`, and neither a `Mr.` nor a `Mrs. Dalby` and a `General Dalby`.
  func agrees(with other: TitleUse) -> Bool {
    !clashes(with: other, .maiden, .wife) && !clashes(with: other, .plain, .rank)
      && !clashes(with: other, .wife, .rank)
  }

  private func clashes(with other: TitleUse, _ a: TitleUse, _ b: TitleUse) -> Bool {
    let both: TitleUse = [a, b]
    return intersection(both) == a && other.intersection(both) == b
      || intersection(both) == b && other.intersection(both) == a
  }
}

extension TitleUse {
  /// What the word before a mention’s name says.
  init(of mention: MentionRecord, _ scene: Scene) {
    let token = mention.name.lowerBound - 1
    let isTitled =
      token >= mention.tokens.lowerBound && scene.text.tokens[token].traits.contains(.capitalized)
    self.init(isTitled ? scene.entry(token).traits : [])
  }

  /// What a word says, by its traits; nothing for a word that is no title.
  init(_ traits: LexicalTraits) {
    if !traits.contains(.title) {
      self = []
    } else if traits.contains(.maidenTitle) {
      self = .maiden
    } else if traits.contains(.wifeTitle) {
      self = .wife
    } else if traits.contains(.honorific) {
      self = traits.isDisjoint(with: [.kin, .givenNameTitle]) ? .plain : .other
    } else {
      self = .rank
    }
  }
}
