/// Finds the entities that a name may mean, so that no name is compared with all of them.
///
/// Each list is bounded: of a text with thousands of people of one surname only the last ones
/// named are considered. That keeps the work linear in the number of names.
struct EntityIndex: Sendable {
  private var byName = EntityLists<[String]>()
  private var bySurname = EntityLists<String>()
  private var byGiven = EntityLists<String>()
  /// Single words of bodies’ names, and their initials.
  private var byPart = EntityLists<String>()
  /// Surnames with one letter left out, by a hash of what is left; two words that differ in one
  /// letter share such a form. Whoever is found by it is compared letter by letter.
  private var byGap = EntityLists<UInt64>()

  /// The most entities that a name is compared with in each list.
  private static let most = 32
  /// The longest surname, in bytes, that misprints are looked for.
  private static let longest = 24

  /// Adds an entity under a name.
  mutating func insert(_ entity: Int, _ name: PersonName, isBody: Bool) {
    byName.add(entity, to: name.words)
    if isBody {
      for word in Set(name.words) { byPart.add(entity, to: word) }
      if name.words.count > 2 { byPart.add(entity, to: name.initials) }
      return
    }
    bySurname.add(entity, to: name.surname)
    if name.given != name.surname { byGiven.add(entity, to: name.given) }
    Self.forEachGap(in: name.surname) { byGap.add(entity, to: $0) }
  }

  /// The people with a surname, the last ones added.
  func entities(withSurname surname: String) -> [Int] {
    var found: [Int] = []
    bySurname.forEachLast(Self.most, of: surname) { found.append($0) }
    return found.reversed()
  }

  /// The entities that a name may mean, in the order in which they were added.
  func candidates(for name: PersonName, nicknames: Nicknames) -> [Int] {
    var found: [Int] = []
    byName.forEachLast(Self.most, of: name.words) { found.append($0) }
    bySurname.forEachLast(Self.most, of: name.surname) { found.append($0) }
    Self.forEachGap(in: name.surname) { gap in
      byGap.forEachLast(Self.most, of: gap) { found.append($0) }
    }
    if name.words.count == 1 {
      byGiven.forEachLast(Self.most, of: name.given) { found.append($0) }
      for full in nicknames[name.given] ?? [] {
        byGiven.forEachLast(Self.most, of: full) { found.append($0) }
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
    byPart.forEachLast(Self.most, of: name.given) { found.append($0) }
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

/// For each key the entities that were added to it, of which the last are asked for.
private struct EntityLists<Key: Hashable & Sendable>: Sendable {
  /// The place of each key's last entry.
  private var last: [Key: Int32] = [:]
  /// The entries of all keys, each with the place of the one before of its key; -1 for the first.
  private var entries: [(entity: Int32, previous: Int32)] = []

  mutating func add(_ entity: Int, to key: Key) {
    let place = Int32(entries.count)
    let previous = last.updateValue(place, forKey: key) ?? -1
    entries.append((Int32(entity), previous))
  }

  /// Calls `body` with the last entities of a key, the last one first.
  func forEachLast(_ most: Int, of key: Key, _ body: (Int) -> Void) {
    guard var place = last[key] else { return }
    var count = 0
    while place >= 0, count < most {
      body(Int(entries[Int(place)].entity))
      place = entries[Int(place)].previous
      count += 1
    }
  }
}
