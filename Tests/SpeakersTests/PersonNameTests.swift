import Testing

@testable import Speakers

/// How names are folded and compared.
@Suite struct PersonNameTests {
  private func name(_ words: String) -> PersonName {
    PersonName(printed: words.split(separator: " ").map(String.init)) { $0 == "jr" || $0 == "iii" }
  }

  @Test(arguments: [
    ("Ruiz", "ruiz"), ("RUIZ", "ruiz"), ("O’Neill", "o'neill"), ("O‘Neill", "o'neill"),
    ("Ruiz’s", "ruiz"), ("J.", "j"), ("Sœrland", "sœrland"), ("ÉMILE", "émile"), ("", ""),
    ("'s", ""), (".", ""),
  ])
  func folds(_ printed: String, _ expected: String) {
    #expect(PersonName.fold(printed) == expected)
  }

  @Test(arguments: [("Ana Ruiz Jr.", "ruiz"), ("Jr.", "jr"), ("", ""), ("Ruiz III Jr", "ruiz")])
  func surnameStandsBeforeSuffixes(_ printed: String, _ expected: String) {
    #expect(name(printed).surname == expected)
  }

  @Test(arguments: [
    ("Ana Ruiz", "Ana Ruiz", true),
    ("A. Ruiz", "Ana Ruiz", true),
    ("Ana Maria Ruiz", "Ana Ruiz", true),
    ("Bob Tolland", "Robert Tolland", true),
    ("Robert Tolland", "Bob Tolland", true),
    ("Bea Ruiz", "Ana Ruiz", false),
    ("B. Ruiz", "Ana Ruiz", false),
    ("Ana Ruiz", "Ana Tolland", false),
    ("Ruiz", "Ana Ruiz", false),
    ("", "", false),
  ])
  func variants(_ a: String, _ b: String, _ expected: Bool) {
    #expect(name(a).isVariant(of: name(b), nicknames: ["bob": ["robert"]]) == expected)
  }

  @Test(arguments: [
    ("brenning", "brening", true), ("brenning", "brenninx", true), ("brenning", "xbrenning", true),
    ("brenning", "brenning", false), ("brenning", "brexxing", false), ("marl", "mar", false),
    ("", "", false), ("brenning", "", false), ("quorley", "quorlyey", true),
  ])
  func misprints(_ a: String, _ b: String, _ expected: Bool) {
    #expect(PersonName.isMisprint(a, b) == expected)
    #expect(PersonName.isMisprint(b, a) == expected)
  }

  @Test func initialsOfBodies() { #expect(name("Harbour Oversight Agency").initials == "hoa") }
}
