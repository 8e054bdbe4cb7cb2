import LanguageData

/// The lexicon as bytes that are used where they lie, so that no word list is read at start.
///
/// All numbers are as the machine has them. A head of ``Part`` numbers of eight bytes says what the
/// image is, of which word lists, and where its parts begin. It is made by the program itself
/// (`make weights-image`) and embedded. Where it does not fit the word lists or the machine, the
/// lists are read at start, and an image is made of them in memory: slower, never another answer.
package struct LexiconImage: @unchecked Sendable {
  /// The path of the embedded image.
  package static let path = "model/" + fileName
  package static let fileName = "lexicon.image"

  /// The numbers of the head.
  private enum Part: Int, CaseIterable {
    case magic, digest, size, longestKey
    /// Where these begin.
    case table, entries, lemmas, nicknames, nicknameLists, givenNames, phraseBeginnings, commonWords
  }

  /// What an image begins with: its kind, the version of its layout, and the size of an entry.
  private static let magic =
    UInt64(littleEndianBytes: "VBTMLEX2") ^ UInt64(MemoryLayout<LexicalEntry>.stride)

  // Never written to.
  private let base: UnsafeRawPointer

  /// Folded words and phrases.
  var table: PackedStringTable { PackedStringTable(at: place(.table)) }
  /// One entry for each key of ``table``.
  var entries: UnsafePointer<LexicalEntry> {
    place(.entries).assumingMemoryBound(to: LexicalEntry.self)
  }
  /// The dictionary forms of cues.
  var lemmas: PackedStringTable { PackedStringTable(at: place(.lemmas)) }
  var nicknames: Nicknames {
    Nicknames(
      names: PackedStringTable(at: place(.nicknames)),
      lists: place(.nicknameLists).assumingMemoryBound(to: UInt32.self),
      givenNames: PackedStringTable(at: place(.givenNames)))
  }
  /// The bits of ``PhraseBeginnings``.
  var phraseBeginnings: UnsafePointer<UInt64> {
    place(.phraseBeginnings).assumingMemoryBound(to: UInt64.self)
  }
  /// See ``CommonWords``.
  var commonWords: PackedStringTable { PackedStringTable(at: place(.commonWords)) }
  /// The size of the longest key of ``table`` in bytes.
  var longestKey: Int { number(.longestKey) }

  /// An image that is used in place.
  ///
  /// - Parameter bytes: They stay where they are for as long as the program runs.
  /// - Returns: Nil when they are no image of this machine and these word lists.
  package init?(_ bytes: UnsafeRawBufferPointer, digest: UInt64) {
    guard let base = bytes.baseAddress, bytes.count >= Part.allCases.count * 8,
      UInt(bitPattern: base) % 8 == 0
    else { return nil }
    self.base = base
    guard base.load(as: UInt64.self) == Self.magic,
      base.load(fromByteOffset: Part.digest.rawValue * 8, as: UInt64.self) == digest,
      number(.size) == bytes.count
    else { return nil }
  }

  /// An image in memory of its own, which is never freed.
  init(_ reader: LexiconReader) {
    base = PackedStringTable.kept(Self.bytes(of: reader, digest: 0))
  }

  /// The embedded image, or what is made of the embedded word lists where it does not fit.
  static let english =
    LexiconImage(UnsafeRawBufferPointer(EmbeddedFile.bytes(path)), digest: Lexicon.digest)
    ?? LexiconImage(LexiconReader(language: "en"))

  /// The bytes of ``path`` for the embedded word lists.
  package static var bytes: [UInt8] {
    bytes(of: LexiconReader(language: "en"), digest: Lexicon.digest)
  }

  private static func bytes(of reader: LexiconReader, digest: UInt64) -> [UInt8] {
    var head = [UInt64](repeating: 0, count: Part.allCases.count)
    var bytes = [UInt8](repeating: 0, count: head.count * 8)
    func add(_ part: Part, _ content: [UInt8]) {
      while bytes.count % 8 != 0 { bytes.append(0) }
      head[part.rawValue] = UInt64(bytes.count)
      bytes += content
    }
    var beginnings = PhraseBeginnings()
    var longest = 0
    for index in 0..<reader.table.count {
      let key = reader.table.key(at: index)
      longest = max(longest, key.count)
      key.withUnsafeBufferPointer { beginnings.add($0) }
    }
    add(.table, PackedStringTable.bytes(of: reader.table))
    add(.entries, entryBytes(of: reader.entries))
    add(.lemmas, PackedStringTable.bytes(of: reader.lemmas))
    let nicknames = Nicknames.bytes(of: reader.nicknames)
    add(.nicknames, nicknames.names)
    add(.nicknameLists, nicknames.lists)
    add(.givenNames, nicknames.givenNames)
    add(.phraseBeginnings, beginnings.bits.withUnsafeBytes { Array($0) })
    add(.commonWords, PackedStringTable.bytes(of: reader.commonWords))
    while bytes.count % 8 != 0 { bytes.append(0) }
    head[Part.magic.rawValue] = magic
    head[Part.digest.rawValue] = digest
    head[Part.size.rawValue] = UInt64(bytes.count)
    head[Part.longestKey.rawValue] = UInt64(longest)
    bytes.replaceSubrange(0..<head.count * 8, with: head.withUnsafeBytes { Array($0) })
    return bytes
  }

  /// The entries as they lie in memory, with zeros between their fields: what would stand there is
  /// chance, and the image has to be the same every time.
  private static func entryBytes(of entries: [LexicalEntry]) -> [UInt8] {
    typealias Layout = MemoryLayout<LexicalEntry>
    var bytes = [UInt8](repeating: 0, count: entries.count * Layout.stride)
    bytes.withUnsafeMutableBytes { bytes in
      for (index, entry) in entries.enumerated() {
        func store<Field>(_ field: KeyPath<LexicalEntry, Field>) {
          guard let offset = Layout.offset(of: field) else { return }
          let start = index * Layout.stride + offset
          withUnsafeBytes(of: entry[keyPath: field]) {
            UnsafeMutableRawBufferPointer(rebasing: bytes[start...]).copyBytes(from: $0)
          }
        }
        store(\.traits)
        store(\.gender)
        store(\.lemma)
        store(\.cueClass)
        store(\.cueStrength)
        store(\.pronoun)
        store(\.person)
      }
    }
    return bytes
  }

  private func number(_ part: Part) -> Int {
    Int(base.load(fromByteOffset: part.rawValue * 8, as: UInt64.self))
  }

  private func place(_ part: Part) -> UnsafeRawPointer { base + number(part) }
}
