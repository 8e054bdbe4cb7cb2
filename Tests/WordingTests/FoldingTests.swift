import Prose
import Testing

@testable import Wording

@Suite struct FoldingTests {
  private func letters(_ text: String) -> [String] {
    let words = WordingComparer().read(Rendering(pieces: [text]))
    return words.words.indices.map { String(decoding: words.letters(of: $0), as: UTF8.self) }
  }

  /// The letters of Latin-1 are folded by a table of their own, which must say what ICU says.
  @Test(arguments: (0xC0...0xFF).filter { $0 != 0xD7 && $0 != 0xF7 }.compactMap(UnicodeScalar.init))
  func latinLetters(_ letter: UnicodeScalar) throws {
    let word = "Zw\(Character(letter))mp"
    let folded = try NormalizedText(Array(word.utf8), form: .nfkcCasefold)
    let key = try NameKeys.key(for: String(decoding: folded.bytes, as: UTF8.self))
    #expect(letters(word) == [key])
  }

  @Test(arguments: [
    ("Bridge BRIDGE bridge colour", ["bridge", "bridge", "bridge", "color"]),
    ("Ġgantija", ["ggantija"]),
    ("naïveté-like", ["naivete", "like"]),
    ("ten, two hundred ferries", ["#10", "#200", "ferries"]),
  ])
  func words(_ text: String, _ expected: [String]) { #expect(letters(text) == expected) }
}
