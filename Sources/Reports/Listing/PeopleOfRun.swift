internal import Speakers

/// Joins the speakers of the articles of one run into people.
///
/// Two speakers are one person when their names are equal, or their identifiers in the user's list.
/// Speakers whom the text does not name are never joined across articles: two senior officials are
/// not one.
struct PeopleOfRun {
  /// The people, in the order in which they were met.
  private(set) var people: [Speaker] = []
  private var indices: [Key: Int] = [:]

  private enum Key: Hashable {
    case identifier(String)
    case name(String, Speaker.Kind)
    case unnamed(String, article: ArticleReference)
  }

  /// The index of the person that a speaker of an article is.
  mutating func index(of speaker: Speaker, in article: ArticleReference) -> Int {
    let key = Self.key(of: speaker, in: article)
    guard let index = indices[key] else {
      indices[key] = people.count
      people.append(speaker)
      return people.count - 1
    }
    for alias in speaker.aliases where !people[index].aliases.contains(alias) {
      people[index].aliases.append(alias)
    }
    return index
  }

  private static func key(of speaker: Speaker, in article: ArticleReference) -> Key {
    if let identifier = speaker.identifier { return .identifier(identifier) }
    if speaker.kind == .unnamed { return .unnamed(speaker.name, article: article) }
    return .name(speaker.name, speaker.kind)
  }
}
