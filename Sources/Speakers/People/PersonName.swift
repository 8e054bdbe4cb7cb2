import LanguageData
import Prose

/// The words of a proper name, as names are compared: without titles, lower case, no full stops.
struct PersonName: Hashable, Sendable {
  /// The folded words in the order of print, without what follows a name.
  var words: [String]
  /// What tells father from son: `jr`, `sr`, `2`; empty for most.
  var generation = ""

  /// The last word that is no suffix such as `Jr.`.
  var surname: String { words.last ?? "" }
  /// The first word.
  var given: String { words.first ?? "" }
  /// The first letters of the words: of a body's name its acronym.
  var initials: String { String(words.compactMap(\.first)) }

  /// A number that is the same for equal words.
  var wordsHash: UInt64 { Self.wordsHash(words[...]) }

  /// The same of some folded words.
  static func wordsHash(_ words: ArraySlice<String>) -> UInt64 {
    words.reduce(0) { ByteStringTable.mixed($0, ByteStringTable.longHash($1)) }
  }

  /// Creates the name from printed words.
  init(printed: [String], isSuffix: (String) -> Bool) {
    self.init(folded: printed.map(Self.fold), isSuffix: isSuffix)
  }

  /// Creates the name from words that ``fold(_:)`` has made.
  init(folded: [String], isSuffix: (String) -> Bool) {
    words = folded.contains("") ? folded.filter { !$0.isEmpty } : folded
    while words.count > 1, isSuffix(words[words.count - 1]) {
      let suffix = words.removeLast()
      if let known = NameSpelling.english.generation(suffix) { generation = known }
    }
  }

  /// No words.
  static let none = PersonName(printed: [], isSuffix: { _ in false })

  /// ``fold(_:)`` of a token's word, made straight from the bytes where they are ASCII or typographic
  /// apostrophes.
  static func fold(_ text: TokenizedText, token: Int) -> String {
    let span = text.tokens[token].span
    let folded = text.bytes.withUnsafeBufferPointer { bytes -> String? in
      let word = UnsafeBufferPointer(rebasing: bytes[span.range])
      var isPlain = true
      let folded = String(unsafeUninitializedCapacity: word.count) { result in
        var count = 0
        var index = 0
        while index < word.count {
          var byte = word[index]
          index += 1
          if byte >= 0x80 {
            guard byte == 0xE2, index + 1 < word.count, word[index] == 0x80,
              word[index + 1] & 0xFE == 0x98
            else {
              isPlain = false
              return 0
            }
            byte = UInt8(ascii: "'")
            index += 2
          }
          guard byte != UInt8(ascii: ".") else { continue }
          result[count] = byte &- 0x41 < 26 ? byte | 0x20 : byte
          count += 1
        }
        if count >= 2, result[count - 1] == UInt8(ascii: "s"),
          result[count - 2] == UInt8(ascii: "'")
        {
          count -= 2
        }
        return count
      }
      return isPlain ? folded : nil
    }
    return folded ?? fold(text.text(of: span))
  }

  /// Lower case, plain apostrophes, no possessive `’s`, no full stops.
  static func fold(_ word: String) -> String {
    var result = ""
    result.reserveCapacity(word.utf8.count)
    for scalar in word.unicodeScalars where scalar != "." {
      if scalar == "\u{2019}" || scalar == "\u{2018}" {
        result.unicodeScalars.append("'")
      } else if scalar.value < 0x80 {
        let isCapital = 0x41...0x5A ~= scalar.value
        result.unicodeScalars.append(
          isCapital ? Unicode.Scalar(UInt8(scalar.value | 0x20)) : scalar)
      } else {
        result += scalar.properties.lowercaseMapping
      }
    }
    if result.hasSuffix("'s") { result.removeLast(2) }
    return result
  }

  /// Whether two names can be one person's: the same surname and given names that do not differ.
  ///
  /// An initial stands for each name that it begins, a nickname for the names in `nicknames`, and a
  /// middle name may be missing, as may what tells father from son. A single word never matches
  /// here: it is ambiguous by nature.
  func isVariant(of other: PersonName, nicknames: Nicknames) -> Bool {
    guard words.count > 1, other.words.count > 1, surname == other.surname,
      isOfGeneration(of: other)
    else { return false }
    return Self.sameGiven(given, other.given, nicknames)
  }

  /// Whether nothing says that one name is the father's and the other the son's.
  func isOfGeneration(of other: PersonName) -> Bool {
    generation.isEmpty || other.generation.isEmpty || generation == other.generation
  }

  static func sameGiven(_ a: String, _ b: String, _ nicknames: Nicknames) -> Bool {
    if a == b { return true }
    if a.utf8.count == 1 { return b.hasPrefix(a) }
    if b.utf8.count == 1 { return a.hasPrefix(b) }
    return nicknames[a]?.contains(b) == true || nicknames[b]?.contains(a) == true
  }

  /// The fewest bytes of a name in which a misprint is looked for.
  static let shortestMisprint = 6

  /// Whether two words differ by one letter only and are long enough for a misprint to be likelier
  /// than two names: `Blinken`, `Brinken`.
  static func isMisprint(_ a: String, _ b: String) -> Bool {
    let a = Array(a.utf8)
    let b = Array(b.utf8)
    guard min(a.count, b.count) >= shortestMisprint, abs(a.count - b.count) <= 1, a != b else {
      return false
    }
    var start = 0
    while start < min(a.count, b.count), a[start] == b[start] { start += 1 }
    var endA = a.count
    var endB = b.count
    while endA > start, endB > start, a[endA - 1] == b[endB - 1] {
      endA -= 1
      endB -= 1
    }
    return endA - start <= 1 && endB - start <= 1
  }
}
