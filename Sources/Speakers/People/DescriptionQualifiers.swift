import Prose

/// What tells descriptions with one noun apart: `the Quist campaign` from `the Finch campaign`, `the
/// police in Marl` from `the police in Oslo`.
struct DescriptionQualifiers: Hashable, Sendable {
  /// The names before the noun, folded, that are neither places nor nations, parties or offices:
  /// `quist` in `the Quist campaign`.
  private var names = ""
  /// The place before the noun or who is named behind it, folded: `marl` in `the Marl police` and
  /// `the police in Marl`.
  private var place = ""

  static let none = Self()

  private init() {}

  /// The qualifiers of a description.
  init(of index: Int, _ scene: Scene) {
    let mention = scene.mentions[index]
    var names: [String] = []
    let first = mention.tokens.lowerBound + 1
    for token in first..<max(mention.head, first)
    where scene.text.tokens[token].traits.contains(.capitalized) {
      let traits = scene.entry(token).traits
      let word = PersonName.fold(scene.text, token: token)
      if traits.contains(.place) {
        place = word
      } else if traits.isDisjoint(with: [.nationality, .roleNoun, .title, .calendar]) {
        names.append(word)
      }
    }
    self.names = names.joined(separator: " ")
    if place.isEmpty, let complement = Self.complement(of: index, scene) { place = complement }
  }

  /// Who is named right behind a description and its preposition.
  private static func complement(of index: Int, _ scene: Scene) -> String? {
    guard index + 1 < scene.mentions.count else { return nil }
    let mention = scene.mentions[index + 1]
    guard mention.isDependent, !mention.name.isEmpty,
      mention.tokens.lowerBound - scene.mentions[index].tokens.upperBound <= 2
    else { return nil }
    return PersonName.fold(scene.text, token: mention.name.upperBound - 1)
  }

  /// Whether a description with these qualifiers may mean somebody first described with others.
  ///
  /// A place may be left out, or be unknown of somebody who is named; a name before the noun may only
  /// be left out: `the campaign`.
  func mayMean(_ first: Self) -> Bool {
    (names.isEmpty || names == first.names)
      && (place.isEmpty || first.place.isEmpty || place == first.place)
  }
}
