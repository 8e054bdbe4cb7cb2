import Prose
import TestSupport

/// Texts changed at random, as editors and computers change them.
enum RandomEdits {
  /// A text with one to five words dropped, added, doubled, exchanged, replaced, or hidden behind an
  /// ellipsis or bracket.
  static func reworded(
    _ text: String, with vocabulary: [String], using generator: inout SeededGenerator
  ) -> String {
    var words = text.split(separator: " ").map(String.init)
    for _ in 0..<Int.random(in: 1...5, using: &generator) {
      guard words.count > 1 else { break }
      let place = Int.random(in: 0..<words.count, using: &generator)
      let other = Int.random(in: 0..<words.count, using: &generator)
      let word = vocabulary.randomElement(using: &generator) ?? "so"
      switch Int.random(in: 0..<10, using: &generator) {
      case 0: words.remove(at: place)
      case 1: words.insert(word, at: place)
      case 2: words[place] = word
      case 3: words.insert(words[place], at: place)
      case 4: words.swapAt(place, other)
      case 5: words.replaceSubrange(min(place, other)...max(place, other), with: ["…"])
      case 6: words[place] = "[\(word)]"
      case 7: words.insert("[\(word)]", at: place)
      case 8: words.removeFirst(min(place, 3))
      default: words.removeLast(min(place, 3))
      }
    }
    return words.joined(separator: " ")
  }

  /// The same words in another print: other marks, dashes, ellipses, spaces and capitals.
  static func reprinted(_ text: String, using generator: inout SeededGenerator) -> String {
    var result = String.UnicodeScalarView()
    var word = String.UnicodeScalarView()
    let forms = Dictionary(
      uniqueKeysWithValues: scalarForms.map { ($0.key, $0.value[pick(&generator, $0.value.count)]) }
    )
    let changesCase = Bool.random(using: &generator)
    func flush(_ generator: inout SeededGenerator) {
      // The capitals of short words tell words apart: `us` and `US`, `it` and `IT`.
      let isChanged = changesCase && word.count > 4 && pick(&generator, 3) == 0
      result.append(contentsOf: isChanged ? String(word).uppercased().unicodeScalars : word)
      word = .init()
    }
    for scalar in text.unicodeScalars {
      if scalar.properties.isAlphabetic && scalar.isASCII {
        word.append(scalar)
        continue
      }
      flush(&generator)
      // Lines break between words, not inside of an ellipsis.
      let isSpace = scalar == " " && result.last != "."
      let form = isSpace ? spaces[pick(&generator, spaces.count)] : forms[scalar]
      result.append(contentsOf: (form ?? String(scalar)).unicodeScalars)
    }
    flush(&generator)
    return String(result)
  }

  /// A text with commas, dashes and quotation marks added where they part no number and no compound.
  static func punctuated(_ text: String, using generator: inout SeededGenerator) -> String {
    let words = text.split(separator: " ").map(String.init)
    var result: [String] = []
    for (index, word) in words.enumerated() {
      let next = index + 1 < words.count ? words[index + 1] : ""
      let isPlain =
        word.count > 6 && isLowerCase(word) && isLowerCase(next) && !partsOfNumbers.contains(word)
      guard isPlain else {
        result.append(word)
        continue
      }
      switch pick(&generator, 5) {
      case 0: result.append(word + ",")
      case 1: result.append(word + " —")
      case 2: result.append("“\(word)”")
      default: result.append(word)
      }
    }
    return result.joined(separator: " ")
  }

  /// Bytes of all sorts, made valid UTF-8.
  static func noise(upTo length: Int, using generator: inout SeededGenerator) -> String {
    var bytes: [UInt8] = []
    for _ in 0..<Int.random(in: 0...length, using: &generator) {
      if Bool.random(using: &generator) {
        bytes += Array(fragments[pick(&generator, fragments.count)].utf8)
      } else {
        bytes.append(UInt8.random(in: 0...255, using: &generator))
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  private static func pick(_ generator: inout SeededGenerator, _ count: Int) -> Int {
    Int.random(in: 0..<count, using: &generator)
  }

  private static func isLowerCase(_ word: String) -> Bool {
    !word.isEmpty && word.utf8.allSatisfy { (0x61...0x7A).contains($0) }
  }

  private static let partsOfNumbers: Set = [
    "hundred", "million", "billion", "thousand", "percent", "thirteen", "fourteen", "fifteen",
    "sixteen", "seventeen", "eighteen", "nineteen", "seventy",
  ]

  private static let scalarForms: [Unicode.Scalar: [String]] = [
    "’": ["’", "'"], "'": ["'", "’"], "“": ["“", "\"", "‘"], "”": ["”", "\"", "’"],
    "—": ["—", "--", " – "], "…": ["…", "...", ". . ."],
  ]
  private static let spaces = [" ", " ", " ", " ", " ", "\u{A0}", "  ", "\n"]

  private static let fragments = [
    "don’t ", "U.S. ", "1,250.5 ", "…", ". . .", " -- ", "[", "]", "[sic]", "“", "”", "'", " not ",
    " the ", " if ", "f*** ", "%", "$5bn ", "half ", "מים ", "سلام ", "שלא\u{200F} ", "漢字", "カタ",
    "ไทย ", "🇺🇦", "👩‍👩‍👧 ", "e\u{301}", "\u{AD}", "\u{A0}", "\u{FEFF}", "ﬁ", "½", "İ", " ", "\n\n",
    "\u{202E}abc\u{202C}", "а́ ", "Ж ", "\u{0}", "twenty-one ", "?", "! ", "(", ")", "⟦",
  ]
}
