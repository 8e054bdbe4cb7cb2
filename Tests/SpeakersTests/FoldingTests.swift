import LanguageData
import Prose
import TestSupport
import Testing

@testable import Speakers

/// What is worked out on bytes is what strings would give.
@Suite struct FoldingTests {
  /// Pieces of words, of which any may stand beside any.
  private static let pieces = [
    "a", "B", "z", "Z", "@", "[", "`", "{", "É", "é", "×", "ß", "ñ", "’", "‘", "'", "s", "’s",
    "'s", ".", "Ж", "中", "e\u{301}", "I", "STATES", "Westminster", "“", "”", "-",
  ]

  private static func words(_ count: Int) -> [String] {
    var random = SeededGenerator(seed: 11)
    return (0..<count).map { _ in
      (0..<Int.random(in: 1...9, using: &random))
        .map { _ in pieces.randomElement(using: &random)! }.joined()
    }
  }

  @Test("a token's name is folded as its string is")
  func names() {
    let text = Tokenizer().tokenize(Array(Self.words(4000).joined(separator: " ").utf8))
    let wrong = text.tokens.indices.filter {
      PersonName.fold(text, token: $0) != PersonName.fold(text.text(ofToken: $0))
    }.map { text.text(ofToken: $0) }
    #expect(wrong.isEmpty)
  }

  /// A word in lower case as the lexicon has it, byte by byte.
  private func plainFold(_ text: TokenizedText, _ token: Token) -> [UInt8] {
    let end = text.bytes.withUnsafeBufferPointer {
      token.traits.contains(.apostrophe) ? Lexemes.endWithoutPossessive($0, token) : token.end
    }
    let word = String(decoding: text.bytes[token.start..<end], as: UTF8.self)
    var folded = ""
    for scalar in word.unicodeScalars {
      switch scalar.value {
      case 0x41...0x5A, 0xC0...0xD6, 0xD8...0xDE:
        folded.unicodeScalars.append(Unicode.Scalar(scalar.value + 0x20)!)
      case 0x2019: folded += "'"
      default: folded.unicodeScalars.append(scalar)
      }
    }
    return Array(folded.utf8)
  }

  @Test("a key is the folded word, and none is longer than it may be", arguments: [7, 40])
  func keys(longest: Int) {
    let text = Tokenizer().tokenize(Array(Self.words(4000).joined(separator: " ").utf8))
    var wrong: [String] = []
    text.bytes.withUnsafeBufferPointer { bytes in
      FoldedKey.withKey(longest: longest) { key in
        for (index, token) in text.tokens.enumerated() where token.kind == .word {
          let expected = plainFold(text, token)
          key.clear()
          let fits = key.append(bytes, token)
          let isRight = fits == (expected.count <= longest)
          if !isRight || fits && !key.bytes.elementsEqual(expected) {
            wrong.append(text.text(ofToken: index))
          }
        }
      }
    }
    #expect(wrong.isEmpty)
  }

  @Test("capitals of ASCII become small, and no other byte changes")
  func smallASCII() {
    for byte in UInt8.min...UInt8.max {
      for place in 0..<8 {
        let other: UInt64 = 0xC3_41_7A_5A_80_FF_00_5B
        let mask = UInt64(0xFF) << UInt64(8 * place)
        let word = other & ~mask | UInt64(byte) << UInt64(8 * place)
        let folded = withUnsafeBytes(of: word) { bytes in
          bytes.map { $0 &- 0x41 < 26 ? $0 | 0x20 : $0 }
        }
        #expect(withUnsafeBytes(of: word.withSmallASCII) { Array($0) } == folded)
      }
    }
  }

  @Test("a table finds the keys that were put in, and no others")
  func table() {
    var table = ByteStringTable(capacity: 4)
    // Bytes, not strings, which are equal in other normal forms too.
    var expected: [[UInt8]: Int] = [:]
    let words = Self.words(6000).map { Array($0.utf8) }
    for word in words.prefix(3000) {
      let index = word.withUnsafeBufferPointer { table.insert($0) }
      #expect(index == expected[word, default: expected.count])
      expected[word] = index
    }
    #expect(table.count == expected.count)
    for word in words + [[], Array("absent".utf8)] {
      #expect(word.withUnsafeBufferPointer { table.index(of: $0) } == expected[word])
    }
    for (word, index) in expected { #expect(table.key(at: index).elementsEqual(word)) }
  }

  @Test("forms are counted, and the most frequent come first")
  func forms() {
    var forms = FormCounts("Ruiz")
    for form in ["Ana Ruiz", "Ms. Ruiz", "Ana Ruiz", "Ruiz", "Ana Ruiz"] { forms.add(form) }
    #expect(forms.total == 6)
    #expect(forms.byFrequency == ["Ana Ruiz", "Ruiz", "Ms. Ruiz"])
    #expect(
      Dictionary(uniqueKeysWithValues: forms.all.map { ($0.form, $0.count) }) == [
        "Ruiz": 2, "Ana Ruiz": 3, "Ms. Ruiz": 1,
      ])
    #expect(FormCounts().all.isEmpty)
  }
}
