/// Finds the entities that a name may mean, so that no name is compared with all of them.
///
/// Each list is bounded: of a text with thousands of people of one surname only the last ones
/// named are considered. That keeps the work linear in the number of names.
struct EntityIndex {
  private var byName: [[String]: [Int]] = [:]
  private var bySurname: [String: [Int]] = [:]
  private var byGiven: [String: [Int]] = [:]
  /// Single words of bodies’ names, and their initials.
  private var byPart: [String: [Int]] = [:]
  /// Surnames with one letter left out; two words that differ in one letter share such a form.
  private var byGap: [String: [Int]] = [:]

  /// The most entities that a name is compared with in each list.
  private static let most = 32
  /// The longest surname, in bytes, that misprints are looked for.
  private static let longest = 24

  /// Adds an entity under a name.
  mutating func insert(_ entity: Int, _ name: PersonName, isBody: Bool) {
    byName[name.words, default: []].append(entity)
    if isBody {
      for word in Set(name.words) { byPart[word, default: []].append(entity) }
      if name.words.count > 2 { byPart[name.initials, default: []].append(entity) }
      return
    }
    bySurname[name.surname, default: []].append(entity)
    if name.given != name.surname { byGiven[name.given, default: []].append(entity) }
    for form in Self.gaps(name.surname) { byGap[form, default: []].append(entity) }
  }

  /// The entities with exactly this name, the last ones added.
  func entities(named name: PersonName) -> [Int] { (byName[name.words] ?? []).suffix(Self.most) }

  /// The people with a surname, the last ones added.
  func entities(withSurname surname: String) -> [Int] {
    (bySurname[surname] ?? []).suffix(Self.most)
  }

  /// The entities that a name may mean, in the order in which they were added.
  func candidates(for name: PersonName, nicknames: [String: [String]]) -> [Int] {
    var found = Set(entities(named: name))
    found.formUnion((bySurname[name.surname] ?? []).suffix(Self.most))
    for form in Self.gaps(name.surname) { found.formUnion((byGap[form] ?? []).suffix(Self.most)) }
    if name.words.count == 1 {
      found.formUnion((byGiven[name.given] ?? []).suffix(Self.most))
      for full in nicknames[name.given] ?? [] {
        found.formUnion((byGiven[full] ?? []).suffix(Self.most))
      }
    }
    return found.sorted()
  }

  /// The bodies whose names hold a name's first word, or whose initials it is.
  func bodies(for name: PersonName) -> [Int] {
    (byPart[name.given] ?? []).suffix(Self.most)
  }

  /// The word itself and its forms with one letter left out; nothing for words that are too short,
  /// see ``PersonName/isMisprint(_:_:)``.
  private static func gaps(_ word: String) -> [String] {
    let letters = Array(word.utf8)
    guard letters.count >= PersonName.shortestMisprint - 1, letters.count <= longest else {
      return []
    }
    var result = [word]
    for index in letters.indices {
      var form = letters
      form.remove(at: index)
      result.append(String(decoding: form, as: UTF8.self))
    }
    return result
  }
}
