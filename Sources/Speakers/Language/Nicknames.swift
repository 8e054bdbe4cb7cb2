import LanguageData

/// Nicknames with the given names that each stands for.
struct Nicknames: @unchecked Sendable, ExpressibleByDictionaryLiteral {
  private let names: PackedStringTable
  /// For each nickname where its given names begin, behind the last one where they end, and then
  /// the given names of all, as numbers of ``givenNames``. Never written to.
  private let lists: UnsafePointer<UInt32>
  private let givenNames: PackedStringTable

  init(names: PackedStringTable, lists: UnsafePointer<UInt32>, givenNames: PackedStringTable) {
    self.names = names
    self.lists = lists
    self.givenNames = givenNames
  }

  /// A few nicknames in memory that is never freed.
  init(dictionaryLiteral elements: (String, [String])...) {
    let bytes = Self.bytes(of: elements.map { ($0.0, $0.1) })
    names = PackedStringTable(at: PackedStringTable.kept(bytes.names))
    lists = PackedStringTable.kept(bytes.lists).assumingMemoryBound(to: UInt32.self)
    givenNames = PackedStringTable(at: PackedStringTable.kept(bytes.givenNames))
  }

  /// The given names that a nickname stands for, in lower case; nil when it is none.
  subscript(nickname: String) -> [String]? {
    guard let index = names.index(of: nickname) else { return nil }
    return (lists[index]..<lists[index + 1]).map { place in
      String(decoding: givenNames.key(at: Int(lists[Int(place)])), as: UTF8.self)
    }
  }

  /// The parts of a table as bytes.
  static func bytes(
    of nicknames: [(name: String, givenNames: [String])]
  ) -> (names: [UInt8], lists: [UInt8], givenNames: [UInt8]) {
    var names = ByteStringTable(capacity: nicknames.count)
    var givenNames = ByteStringTable(capacity: nicknames.count)
    var starts: [UInt32] = []
    var list: [UInt32] = []
    for (name, full) in nicknames {
      let isNew = names.insert(name) == starts.count
      precondition(isNew, "a nickname stands here twice")
      starts.append(UInt32(nicknames.count + 1 + list.count))
      list += full.map { UInt32(givenNames.insert($0)) }
    }
    starts.append(UInt32(nicknames.count + 1 + list.count))
    return (
      PackedStringTable.bytes(of: names), (starts + list).withUnsafeBytes { Array($0) },
      PackedStringTable.bytes(of: givenNames)
    )
  }
}

extension ByteStringTable {
  /// The index of a key, which is added when it is new.
  mutating func insert(_ key: String) -> Int {
    var key = key
    return key.withUTF8 { insert($0) }
  }
}
