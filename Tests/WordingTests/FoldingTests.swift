import Prose
import Testing

@testable import Wording

@Suite struct FoldingTests {
  private func letters(_ text: String) -> [String] {
    let words = WordingComparer().read(Rendering(pieces: [text]))
    return words.words.indices.map { String(decoding: words.letters(of: $0), as: UTF8.self) }
  }

  @Test(arguments: [
    ("Bridge BRIDGE bridge colour", ["bridge", "bridge", "bridge", "color"]),
    ("Ġgantija", ["ggantija"]),
    ("Nguyễn’s Łódź, Straße d’Été", ["nguyen", "'s", "lodz", "strasse", "d'ete"]),
    ("Київ", ["київ"]),
    ("naïveté-like", ["naivete", "like"]),
    ("ten, two hundred ferries", ["#10", "#200", "ferries"]),
  ])
  func words(_ text: String, _ expected: [String]) { #expect(letters(text) == expected) }
}
