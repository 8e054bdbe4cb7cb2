import Testing

@testable import Prose

@Suite struct UnicodeTests {
  @Test func quotationMarksOfCLDR() throws {
    #expect(
      try QuotationMarks.cldr(locale: "en")
        == QuotationMarks(opening: "“", closing: "”", innerOpening: "‘", innerClosing: "’"))
    #expect(
      try QuotationMarks.cldr(locale: "de")
        == QuotationMarks(opening: "„", closing: "“", innerOpening: "‚", innerClosing: "‘"))
    #expect(try QuotationMarks.cldr(locale: "fr").opening == "«")
    #expect(try QuotationMarks.cldr(locale: "ja").innerOpening == "『")
    #expect(try QuotationMarks.cldr(locale: "zz-nowhere").closing == "”")
  }

  @Test(arguments: [
    ("Anne O’Neill", "anne oneill"), ("Anne O'Neill", "anne oneill"), ("Müller", "muller"),
    ("Łódź", "lodz"), ("Дмитро", "dmitro"), ("Zelens’kyj", "zelenskyj"), ("", ""),
    ("Jean‑Luc", "jean-luc"), ("Jose\u{301} Nguyễn", "jose nguyen"),
    ("Ján\u{A0}Žižka", "jan zizka"),
    ("Ŀuís ×", "luis *"),
  ])
  func nameKeys(name: String, key: String) throws {
    #expect(try NameKeys.key(for: name) == key)
  }

  /// Latin letters are read from a table, which must say what ICU says: in names, and in words, whose
  /// case is folded first.
  @Test func latinLetters() throws {
    let scalars = [0xC0..<0x180, 0x1E00..<0x1F00].joined().map { UInt32($0) }
    let known = scalars.filter { LatinLetters.small(for: $0) != nil }
    #expect(known.count == scalars.count - 7)
    for value in known {
      let letter = String(try #require(UnicodeScalar(value)))
      let letters = try #require(LatinLetters.small(for: value))
      func icu(_ bytes: [UInt8]) throws -> String {
        String(decoding: try NameKeys.transliterator.transliterate(bytes), as: UTF8.self)
          .lowercased().filter { $0 != "'" }
      }
      #expect(try icu(Array(letter.utf8)) == String(decoding: letters, as: UTF8.self), "\(letter)")
      let folded = try NormalizedText(Array(letter.utf8), form: .nfkcCasefold)
      #expect(try icu(folded.bytes) == String(decoding: letters, as: UTF8.self), "\(letter)")
      #expect(try NameKeys.key(for: "a\(letter)") == "a" + String(decoding: letters, as: UTF8.self))
    }
  }

  /// What names hold beside letters is read as ICU reads it, too.
  @Test func latinPunctuation() throws {
    let scalars = [0x00A0...0x00A0, 0x02BC...0x02BC, 0x0300...0x036F, 0x2010...0x2019].joined()
    for value in scalars.map({ UInt32($0) }) {
      let name = "Ana\(Character(try #require(UnicodeScalar(value))))b"
      let latin = try NameKeys.transliterator.transliterate(Array(name.utf8))
      let expected = String(decoding: latin, as: UTF8.self).lowercased().filter { $0 != "'" }
      #expect(try NameKeys.key(for: name) == expected, "U+\(String(value, radix: 16))")
    }
  }

  @Test func nameKeysFromManyThreads() async throws {
    let keys = try await withThrowingTaskGroup(of: String.self) { group in
      for _ in 0..<8 {
        group.addTask {
          var key = ""
          for _ in 0..<50 { key = try NameKeys.key(for: "Сергій Ångström") }
          return key
        }
      }
      return try await group.reduce(into: Set<String>()) { $0.insert($1) }
    }
    #expect(keys == ["sergij angstrom"])
  }

  @Test func namesSortByLanguage() throws {
    let names = [
      "Zeta", "Öberg", "adams", "Oberg", "Åberg", "Adams", "Zeta", "E\u{301}ric", "Éric",
    ]
    #expect(
      try NameCollator(locale: "de").sorted(names).map { String($0.prefix(2)) }
        == ["Åb", "ad", "Ad", "E\u{301}r", "Ér", "Ob", "Öb", "Ze", "Ze"])
    #expect(try NameCollator(locale: "sv").sorted(names).last == "Öberg")
    #expect(try NameCollator().sortKey(String(repeating: "ǆ", count: 3000)).count > 3000)
  }

  @Test func properties() {
    #expect(ICU.isAlphabetic("é") && !ICU.isAlphabetic("-"))
    #expect(ICU.isUppercase("É") && ICU.isUppercase("ǅ") && !ICU.isUppercase("é"))
    #expect(ICU.isLowercase("ß") && !ICU.isLowercase("中"))
    #expect(ICU.isWhiteSpace("\u{A0}") && !ICU.isWhiteSpace("\u{200B}"))
    #expect(ICU.isQuotationMark("’") && !ICU.isQuotationMark("′"))
    #expect(ICU.script(of: "я") == "Cyrl" && ICU.script(of: ",") == "Zyyy")
  }

  @Test func errorsAreTyped() {
    do throws(ICUError) {
      _ = try BoundaryFinder(rules: "$this is no rule")
      Issue.record("rules that nobody can read were read")
    } catch {
      #expect(error.code > 0)
      #expect(error.name.hasPrefix("U_"))
    }
  }

  @Test func boundariesFromManyThreads() async throws {
    let finder = try BoundaryFinder(.words)
    let counts = try await withThrowingTaskGroup(of: Int.self) { group in
      for _ in 0..<16 {
        group.addTask {
          var count = 0
          for _ in 0..<50 {
            count = try finder.boundaries(of: Array("Don’t go, ไทยไทย.".utf8)).count
          }
          return count
        }
      }
      return try await group.reduce(into: Set<Int>()) { $0.insert($1) }
    }
    #expect(counts.count == 1)
  }
}
