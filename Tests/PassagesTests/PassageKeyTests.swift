import Prose
import TestSupport
import Testing
import Wording

@testable import Passages

@Suite struct PassageKeyTests {
  private let forms = WordForms()

  private func indexed(_ text: String) -> [UInt64] { PlainSearch.words(of: text) }

  private func compared(_ text: String) -> [UInt64] {
    sequence(text).words.map { PassageKey.word($0.key) }
  }

  private func quoted(_ text: String) -> [UInt64] {
    forms.words(of: sequence(text)).map { PassageKey.word($0.word.key) }
  }

  /// Words of plain letters have the keys that the comparison of wordings gives them.
  @Test(arguments: 0..<20) func plainWords(seed: Int) {
    var generator = SeededGenerator(seed: seed)
    var words: [String] = []
    for _ in 0..<200 {
      let length = Int.random(in: 4...12, using: &generator)
      words.append(
        String(
          (0..<length).map { _ in "abcdefghijklmnopqrstuvwxyz".randomElement(using: &generator)! }))
    }
    words += [
      "the", "of", "colour", "theatre", "don’t", "O'Neill", "café", "naïve", "1,250", "3rd",
    ]
    words.shuffle(using: &generator)
    let text = words.joined(separator: ", ")
    #expect(indexed(text) == compared(text))
    #expect(quoted(text) == indexed(text))
    #expect(indexed(text.uppercased()) == indexed(text))
  }

  /// However it is printed, the same print has the same keys in a quotation and in an index.
  @Test(arguments: [
    "Gen. Miller of the U.S. met Sen. O’Neill", "two hundred and fifty", "$2.6million, 60-year-old",
    "ann@example.org #topic https://example.org/a?b=c", "rock ’n’ roll in the ’90s", "漢字 and ไทย",
    "e\u{301}te\u{301} ÉTÉ", "May I? In May", "half-hearted — twenty-one", "",
  ]) func samePrintSameKeys(text: String) {
    #expect(quoted(text) == indexed(text))
  }

  @Test func differentPrintSameKeys() {
    for (a, b) in [
      ("don’t", "do not"), ("colour", "color"), ("CAFÉ", "cafe"), ("8", "eight"),
      ("sixty-year-old", "60-year-old"), ("ﬁlm", "film"),
    ] {
      #expect(indexed(a) == indexed(b), "\(a) \(b)")
    }
  }

  @Test func editedPrint() {
    #expect(quoted("“[T]he plan”") == indexed("the plan"))
    #expect(quoted("the f*** plan") == indexed("the plan"))
  }

  @Test func hashesOfForms() {
    let forms = [
      "a", "abcdefg", "abcdefgh", "abcdefghi", "Abcdefghijklmnopq", "éa", "[", "{", "@", "`",
    ]
    func hash(_ form: String, readable extra: Int) -> UInt64 {
      let bytes = Array(form.utf8) + [UInt8](repeating: 0x78, count: extra)
      return bytes.withUnsafeBufferPointer {
        FormHash.of($0.baseAddress!, count: form.utf8.count, readable: $0.count)
      }
    }
    var seen: Set<UInt64> = []
    for form in forms {
      #expect(hash(form, readable: 0) == hash(form, readable: 20))
      #expect(
        hash(form, readable: 0)
          == hash(form.uppercased() == "ÉA" ? form : form.uppercased(), readable: 3))
      #expect(seen.insert(hash(form, readable: 0)).inserted, "\(form)")
    }
  }
}
