import LanguageData
import Prose

/// The names of one article, each with a number: most mentions print a name that was read before.
struct NameTable {
  private(set) var names: [PersonName] = []
  private var numbers: [PersonName: Int] = [:]
  private var prints = ByteStringTable(capacity: 64)
  /// For each print the tokens of its first mention, and the number of its name.
  private var read: [(tokens: Range<Int>, name: Int)] = []

  /// The number of a mention's name.
  mutating func number(of mention: MentionRecord, _ scene: Scene, _ lexicon: Lexicon) -> Int {
    let tokens = mention.name
    let span = scene.spanOfToken[tokens.upperBound - 1]
    guard tokens.allSatisfy({ scene.spanOfToken[$0] == span }) else {
      return number(of: Self.name(of: mention, scene, lexicon))
    }
    let place =
      scene.text.tokens[tokens.lowerBound].start..<scene.text.tokens[tokens.upperBound - 1].end
    let print = scene.text.bytes.withUnsafeBufferPointer {
      prints.insert(UnsafeBufferPointer(rebasing: $0[place]))
    }
    if print == read.count {
      read.append((tokens, number(of: Self.name(of: mention, scene, lexicon))))
    } else if !Self.areCutAlike(read[print].tokens, tokens, scene.text) {
      return number(of: Self.name(of: mention, scene, lexicon))
    }
    return read[print].name
  }

  private mutating func number(of name: PersonName) -> Int {
    if let number = numbers[name] { return number }
    numbers[name] = names.count
    names.append(name)
    return names.count - 1
  }

  private static func name(
    of mention: MentionRecord, _ scene: Scene, _ lexicon: Lexicon
  ) -> PersonName {
    let folded = NameGroup.nameTokens(of: mention, scene).compactMap { token in
      scene.text.tokens[token].kind == .word || scene.text.tokens[token].kind == .reference
        ? PersonName.fold(scene.text, token: token) : nil
    }
    return PersonName(folded: folded) {
      lexicon.entry($0)?.traits.contains(.nameSuffix) == true
    }
  }

  /// Whether equal bytes are the same tokens: what stands around them may cut them otherwise.
  private static func areCutAlike(_ a: Range<Int>, _ b: Range<Int>, _ text: TokenizedText) -> Bool {
    guard a.count == b.count else { return false }
    let shift = text.tokens[b.lowerBound].start - text.tokens[a.lowerBound].start
    return zip(a, b).allSatisfy { a, b in
      let (a, b) = (text.tokens[a], text.tokens[b])
      return a.kind == b.kind && a.start + shift == b.start && a.end + shift == b.end
    }
  }
}
