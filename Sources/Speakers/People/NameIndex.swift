/// Finds the full names that may be spellings of one name, without comparing each with each.
///
/// Names meet under keys: pairs of forms of surname and given name. For misprints a key lacks one
/// letter of either, so that words that differ by one letter have a key in common.
struct NameIndex {
  struct Entry {
    var node: Int
    var name: ComparableName
  }

  private(set) var entries: [Entry] = []
  /// The entry of each node's own name; -1 for those that are not named in full.
  private var entryOfNode: [Int]
  private let nicknames = Lexicon.english.nicknames

  /// More names than this under one key mean that the key says nothing.
  private static let fullestKey = 256

  init(_ nodes: [PersonNode]) {
    entryOfNode = Array(repeating: -1, count: nodes.count)
    let reader = FullNameReader.english
    for (index, node) in nodes.enumerated() where node.key.kind == .person {
      guard node.key.article == nil, node.name.isFull || !node.listedAliases.isEmpty else {
        continue
      }
      entryOfNode[index] = entries.count
      let own = ComparableName(node.name, reader.spelling)
      entries.append(Entry(node: index, name: own))
      for variant in Self.variants(of: node, own, reader) {
        entries.append(Entry(node: index, name: variant))
      }
    }
  }

  func entry(of node: Int) -> Entry? {
    entryOfNode[node] < 0 ? nil : entries[entryOfNode[node]]
  }

  /// Other spellings of the surname that one article has for the same person, and the names in the
  /// user's list.
  private static func variants(
    of node: PersonNode, _ own: ComparableName, _ reader: FullNameReader
  ) -> [ComparableName] {
    let comparison = NameComparison(nicknames: reader.lexicon.nicknames)
    var seen: Set<[String]> = [node.name.words]
    var result: [ComparableName] = []
    let listed = node.listedAliases.map { ($0, true) }
    for (alias, isListed) in listed + node.aliases.keys.sorted().map({ ($0, false) }) {
      var name = reader.read(alias)
      guard alias.unicodeScalars.first?.properties.isLowercase == false, !name.words.isEmpty else {
        continue
      }
      if !name.isFull { name.words.insert(node.name.given, at: 0) }
      guard seen.insert(name.words).inserted else { continue }
      name.generation = node.name.generation
      let variant = ComparableName(name, reader.spelling)
      // What an article's resolution mixed up must not join people here.
      let isSpelling =
        NameComparison.surnames(own, variant) != nil && comparison.givenNames(own, variant) != nil
      if isListed || isSpelling { result.append(variant) }
    }
    return result
  }

  /// Calls `body` with the entries that have a key in common; some pairs come more than once.
  func forEachCandidate(_ body: (Int, Int) -> Void) {
    var keyed: [(key: UInt64, entry: Int)] = []
    for (index, entry) in entries.enumerated() {
      for key in keys(of: entry.name) { keyed.append((key, index)) }
    }
    keyed.sort { $0.key != $1.key ? $0.key < $1.key : $0.entry < $1.entry }
    var start = 0
    while start < keyed.count {
      var end = start + 1
      while end < keyed.count, keyed[end].key == keyed[start].key { end += 1 }
      if end - start <= Self.fullestKey {
        for x in start..<end {
          for y in (x + 1)..<max(end, x + 1) where keyed[x].entry != keyed[y].entry {
            body(keyed[x].entry, keyed[y].entry)
          }
        }
      }
      start = end
    }
  }

  private func keys(of name: ComparableName) -> Set<UInt64> {
    var keys: Set<UInt64> = [
      Self.hash(1, name.closeSurname, name.closeGiven),
      Self.hash(2, name.looseSurname, name.looseGiven),
      Self.hash(3, name.closeSurname, name.given),
    ]
    let long = nicknames[name.given] ?? []
    for given in long { keys.insert(Self.hash(3, name.closeSurname, given)) }
    // An initial stands for the name and for what the name is short for.
    for given in [name.given] + long {
      keys.insert(Self.hash(4, name.closeSurname, String(given.prefix(1))))
    }
    for surname in Self.withoutOneLetter(name.looseSurname, shortest: 4) {
      keys.insert(Self.hash(5, surname, name.looseGiven))
    }
    for given in Self.withoutOneLetter(name.looseGiven, shortest: 5) {
      keys.insert(Self.hash(6, name.looseSurname, given))
    }
    keys.insert(
      Self.hash(
        7, NameSpelling.consonants(name.looseSurname), String(name.looseGiven.prefix(1))))
    return keys
  }

  private static func withoutOneLetter(_ word: String, shortest: Int) -> [String] {
    let letters = Array(word.utf8)
    guard letters.count >= shortest, letters.count <= 64 else { return [] }
    return [word]
      + letters.indices.map { index in
        var rest = letters
        rest.remove(at: index)
        return String(decoding: rest, as: UTF8.self)
      }
  }

  /// FNV-1a: the standard library's hash differs from run to run.
  private static func hash(_ kind: UInt8, _ surname: String, _ given: String) -> UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    func add(_ byte: UInt8) { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    add(kind)
    for byte in surname.utf8 { add(byte) }
    add(0)
    for byte in given.utf8 { add(byte) }
    return hash
  }
}
