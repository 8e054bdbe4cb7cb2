import LanguageData

/// Finds the entities that a name may mean, so that no name is compared with all of them.
///
/// Each list is bounded: of a text with thousands of people of one surname only the last ones
/// named are considered. That keeps the work linear in the number of names.
struct EntityIndex: Sendable {
  private var lists = EntityLists()

  /// What entities are listed by.
  private enum Sort: UInt64 {
    case name = 1
    case surname
    case given
    /// Single words of bodies’ names, and their initials.
    case part
    /// Surnames with one letter left out, by a hash of what is left; two words that differ in one
    /// letter share such a form. Whoever is found by it is compared letter by letter.
    case gap
  }

  /// The most entities that a name is compared with in each list.
  private static let most = 32
  /// The longest surname, in bytes, that misprints are looked for.
  private static let longest = 24

  /// Adds an entity under a name.
  mutating func insert(_ entity: Int, _ name: PersonName, isBody: Bool) {
    add(entity, .name, name.wordsHash)
    if isBody {
      for (index, word) in name.words.enumerated() where !name.words[..<index].contains(word) {
        add(entity, .part, word)
      }
      if name.words.count > 2 { add(entity, .part, name.initials) }
      return
    }
    add(entity, .surname, name.surname)
    if name.given != name.surname { add(entity, .given, name.given) }
    Self.forEachGap(in: name.surname) { add(entity, .gap, $0) }
  }

  private mutating func add(_ entity: Int, _ sort: Sort, _ hash: UInt64) {
    lists.add(entity, to: ByteStringTable.mixed(hash, sort.rawValue))
  }

  private mutating func add(_ entity: Int, _ sort: Sort, _ word: String) {
    add(entity, sort, ByteStringTable.longHash(word))
  }

  private func forEachLast(_ sort: Sort, _ hash: UInt64, _ body: (Int) -> Void) {
    lists.forEachLast(Self.most, of: ByteStringTable.mixed(hash, sort.rawValue), body)
  }

  private func forEachLast(_ sort: Sort, _ word: String, _ body: (Int) -> Void) {
    forEachLast(sort, ByteStringTable.longHash(word), body)
  }

  /// The people with a surname, the last ones added.
  func entities(withSurname surname: String) -> [Int] {
    var found: [Int] = []
    forEachLast(.surname, surname) { found.append($0) }
    return found.reversed()
  }

  /// The entities that a name may mean, in the order in which they were added.
  func candidates(for name: PersonName, nicknames: Nicknames) -> [Int] {
    var found: [Int] = []
    forEachLast(.name, name.wordsHash) { found.append($0) }
    forEachLast(.surname, name.surname) { found.append($0) }
    Self.forEachGap(in: name.surname) { gap in
      forEachLast(.gap, gap) { found.append($0) }
    }
    if name.words.count == 1 {
      forEachLast(.given, name.given) { found.append($0) }
      for full in nicknames[name.given] ?? [] {
        forEachLast(.given, full) { found.append($0) }
      }
    }
    guard found.count > 1 else { return found }
    found.sort()
    var last = -1
    found.removeAll { entity in
      defer { last = entity }
      return entity == last
    }
    return found
  }

  /// The bodies whose names hold a name's first word, or whose initials it is.
  func bodies(for name: PersonName) -> [Int] {
    var found: [Int] = []
    forEachLast(.part, name.given) { found.append($0) }
    return found.reversed()
  }

  /// Calls `body` with a hash of the word itself and of each of its forms with one letter left out;
  /// of nothing for words that are too short, see ``PersonName/isMisprint(_:_:)``.
  private static func forEachGap(in word: String, _ body: (UInt64) -> Void) {
    let count = word.utf8.count
    guard count >= PersonName.shortestMisprint - 1, count <= longest else { return }
    // A polynomial, so that each form takes one step: what stands before the gap, moved up by what
    // stands behind it.
    let base: UInt64 = 0x9E37_79B9_7F4A_7C15
    var word = word
    word.withUTF8 { letters in
      var behind: UInt64 = 0
      var power: UInt64 = 1
      var before: UInt64 = 0
      for letter in letters { before = before &* base &+ UInt64(letter) }
      body(before ^ UInt64(count))
      withUnsafeTemporaryAllocation(of: UInt64.self, capacity: count) { prefixes in
        var prefix: UInt64 = 0
        for index in 0..<count {
          prefixes[index] = prefix
          prefix = prefix &* base &+ UInt64(letters[index])
        }
        for index in (0..<count).reversed() {
          body((prefixes[index] &* power &+ behind) ^ UInt64(count - 1))
          behind = behind &+ UInt64(letters[index]) &* power
          power = power &* base
        }
      }
    }
  }
}

/// For each key, a hash, the entities that were added to it, of which the last are asked for.
struct EntityLists: Sendable {
  /// The place of each key's last entry.
  private var last = HashIndex(capacity: 128)
  /// The entries of all keys, each with the place of the one before of its key; -1 for the first.
  private var entries: [(entity: Int32, previous: Int32)] = []

  mutating func add(_ entity: Int, to key: UInt64) {
    let previous = last.update(entries.count, hash: key) ?? -1
    entries.append((Int32(entity), Int32(previous)))
  }

  /// Calls `body` with the last entities of a key, the last one first.
  func forEachLast(_ most: Int, of key: UInt64, _ body: (Int) -> Void) {
    guard var place = last.first(key, where: { _ in true }) else { return }
    var count = 0
    while place >= 0, count < most {
      body(Int(entries[place].entity))
      place = Int(entries[place].previous)
      count += 1
    }
  }
}
