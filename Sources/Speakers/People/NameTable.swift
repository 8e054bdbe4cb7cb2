import LanguageData
import Prose

/// The names of one article, each with a number: most mentions print a name that was read before.
struct NameTable {
  private(set) var names: [PersonName] = []
  private var numbers = HashIndex(capacity: 128)
  private var prints = HashIndex(capacity: 128)
  /// For each print the tokens of its first mention, and the number of its name.
  private var read: [(tokens: Range<Int>, name: Int)] = []

  /// The number of a mention's name.
  mutating func number(of mention: MentionRecord, _ scene: Scene, _ lexicon: Lexicon) -> Int {
    let tokens = mention.name
    guard NameGroup.isWhole(mention, scene) else {
      return number(of: Self.name(of: mention, scene, lexicon))
    }
    let place = Self.place(of: tokens, scene.text)
    let hash = scene.text.bytes.withUnsafeBufferPointer {
      ByteStringTable.longHash(UnsafeBufferPointer(rebasing: $0[place.range]))
    }
    let print = prints.first(hash) {
      scene.text.haveSameText(Self.place(of: read[$0].tokens, scene.text), place)
    }
    guard let print else {
      let name = number(of: Self.name(of: mention, scene, lexicon))
      prints.add(read.count, hash: hash)
      read.append((tokens, name))
      return name
    }
    guard Self.areCutAlike(read[print].tokens, tokens, scene.text) else {
      return number(of: Self.name(of: mention, scene, lexicon))
    }
    return read[print].name
  }

  private mutating func number(of name: PersonName) -> Int {
    let hash = name.wordsHash
    if let number = numbers.first(hash, where: { names[$0] == name }) { return number }
    numbers.add(names.count, hash: hash)
    names.append(name)
    return names.count - 1
  }

  private static func place(of tokens: Range<Int>, _ text: TokenizedText) -> TextSpan {
    TextSpan(text.tokens[tokens.lowerBound].start, text.tokens[tokens.upperBound - 1].end)
  }

  private static func name(
    of mention: MentionRecord, _ scene: Scene, _ lexicon: Lexicon
  ) -> PersonName {
    var folded: [String] = []
    folded.reserveCapacity(mention.name.count)
    NameGroup.forEachNameToken(of: mention, scene) { token in
      let kind = scene.text.tokens[token].kind
      if kind == .word || kind == .reference {
        folded.append(PersonName.fold(scene.text, token: token))
      }
    }
    return PersonName(folded: folded) {
      lexicon.entry($0)?.traits.contains(.nameSuffix) == true
    }
  }

  /// Whether equal bytes are the same tokens: what stands around them may cut them otherwise.
  private static func areCutAlike(_ a: Range<Int>, _ b: Range<Int>, _ text: TokenizedText) -> Bool {
    guard a.count == b.count else { return false }
    let shift = text.tokens[b.lowerBound].start - text.tokens[a.lowerBound].start
    for index in 0..<a.count {
      let (a, b) = (text.tokens[a.lowerBound + index], text.tokens[b.lowerBound + index])
      guard a.kind == b.kind, a.start + shift == b.start, a.end + shift == b.end else {
        return false
      }
    }
    return true
  }
}
