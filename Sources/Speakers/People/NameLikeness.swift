/// How alike two words of names are, the closest first.
enum NameLikeness: Int, Comparable, Sendable {
  case same
  /// An initial, a nickname, or a middle name that one of the two does not have.
  case short
  /// Two romanizations of one name.
  case close
  /// Alike in sound, or an accent was lost.
  case loose
  /// A letter wrong.
  case slip
  /// Only the consonants agree.
  case garbled

  static func < (a: NameLikeness, b: NameLikeness) -> Bool { a.rawValue < b.rawValue }
}

/// A full name with the forms by which it is compared.
struct ComparableName: Sendable {
  let given: String
  let closeGiven: String
  let looseGiven: String
  /// The folded names between given name and surname.
  let middle: [String]
  let surname: String
  let closeSurname: String
  let looseSurname: String
  let generation: String

  init(_ name: FullName, _ spelling: NameSpelling) {
    // “Jean-Luc” is “Jean” to others; what follows the hyphen is a middle name.
    let parts = name.given.split(separator: "-").map(String.init)
    given = parts.first ?? name.given
    middle = parts.dropFirst() + name.words.dropFirst().dropLast()
    surname = name.surname.filter { $0 != "-" }
    closeGiven = spelling.closeForm(given, isSurname: false)
    looseGiven = spelling.looseForm(closeGiven, isSurname: false)
    closeSurname = spelling.closeForm(name.surname, isSurname: true)
    looseSurname = spelling.looseForm(closeSurname, isSurname: true)
    generation = name.generation
  }
}

/// Compares full names.
struct NameComparison: Sendable {
  let nicknames: Nicknames

  /// How alike the surnames are; nil when they are two names.
  static func surnames(_ a: ComparableName, _ b: ComparableName) -> NameLikeness? {
    if a.surname == b.surname { return .same }
    guard min(a.surname.utf8.count, b.surname.utf8.count) >= 5 else { return nil }
    if a.closeSurname == b.closeSurname { return .close }
    if a.looseSurname == b.looseSurname { return .loose }
    let shortest = min(a.surname.utf8.count, b.surname.utf8.count)
    // A letter more or less in a short name makes another name: Hanson, Hansen are the limit.
    if shortest >= 6, isSlip(a.looseSurname, b.looseSurname) { return .slip }
    let consonants = NameSpelling.consonants(a.looseSurname)
    if consonants.utf8.count >= 4, consonants == NameSpelling.consonants(b.looseSurname) {
      return .garbled
    }
    return nil
  }

  /// How alike given and middle names are; nil when they contradict each other.
  func givenNames(_ a: ComparableName, _ b: ComparableName) -> NameLikeness? {
    guard a.generation.isEmpty || b.generation.isEmpty || a.generation == b.generation,
      let likeness = given(a, b), let middle = Self.middleNames(a.middle, b.middle)
    else { return nil }
    return max(likeness, middle)
  }

  private func given(_ a: ComparableName, _ b: ComparableName) -> NameLikeness? {
    if a.given == b.given { return .same }
    if a.given.utf8.count == 1 { return b.given.hasPrefix(a.given) ? .short : nil }
    if b.given.utf8.count == 1 { return a.given.hasPrefix(b.given) ? .short : nil }
    if areShortForms(a.given, b.given) { return .short }
    let shortest = min(a.given.utf8.count, b.given.utf8.count)
    guard shortest >= 4 else { return nil }
    if a.closeGiven == b.closeGiven { return .close }
    if a.looseGiven == b.looseGiven { return .loose }
    if shortest >= 5, Self.isSlip(a.looseGiven, b.looseGiven) { return .slip }
    let consonants = NameSpelling.consonants(a.looseGiven)
    let agree = consonants == NameSpelling.consonants(b.looseGiven)
    return agree && consonants.utf8.count >= 3 ? .garbled : nil
  }

  /// Whether one name is a nickname of the other, or both are nicknames of one name.
  private func areShortForms(_ a: String, _ b: String) -> Bool {
    let long = [a] + (nicknames[a] ?? [])
    return long.contains(b) || nicknames[b]?.contains(where: long.contains) == true
  }

  /// A middle name may be missing or an initial, but two that differ are two people's.
  private static func middleNames(_ a: [String], _ b: [String]) -> NameLikeness? {
    if a == b { return .same }
    for (x, y) in zip(a, b) where x != y {
      guard x.utf8.count == 1 || y.utf8.count == 1, x.utf8.first == y.utf8.first else { return nil }
    }
    return .short
  }

  private static func isSlip(_ a: String, _ b: String) -> Bool {
    EditDistance.between(Array(a.utf8), Array(b.utf8), isAtMost: 1)
  }

  /// How many facts besides the names must speak for one person.
  ///
  /// The less alike the names, the more is asked. A long surname counts as a fact: that two people
  /// have names of nine letters or more which are almost the same is unlikely.
  static func neededSupport(
    surname: NameLikeness, given: NameLikeness, surnameLength: Int
  ) -> Int {
    let need: Int =
      switch (surname, given) {
      case (.same, .same), (.same, .short), (.same, .close): 0
      case (.same, .loose): 1
      case (.same, _): 2
      case (.close, .same), (.close, .close): 0
      case (.close, .short), (.close, .loose): 1
      case (.close, _): 2
      case (.loose, .same), (.loose, .close), (.loose, .loose): 1
      case (.loose, _): 2
      case (.slip, .same), (.slip, .close), (.slip, .loose): surnameLength >= 7 ? 1 : 2
      case (.slip, .short): 2
      case (.slip, _): 3
      case (_, .same), (_, .close), (_, .loose): 2
      default: 3
      }
    return need > 1 && surnameLength >= 9 ? need - 1 : need
  }
}
