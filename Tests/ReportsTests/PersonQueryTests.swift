import Reports
import Speakers
import Testing

@Suite struct PersonQueryTests {
  @Test(arguments: [
    ("ruiz", true), ("RUIZ", true), ("Ana Ruiz", true), ("Ruiz, Ana", true), ("A. Ruiz", true),
    ("Rúiz", true), ("mayor ruiz", true), ("Ana Lopez", false), ("Bea Ruiz", false), ("", false),
    ("Ruizz", false), ("Ru", false),
  ])
  func matchesNameOrAlias(_ query: String, _ expected: Bool) {
    let speaker = Speaker(name: "Ana Ruiz", aliases: ["Mayor Ruiz", "Ruiz"], kind: .person)
    #expect(PersonQuery(query).matches(speaker) == expected)
  }

  @Test(arguments: [
    ("Brenkin", "Oleg Brankin", true), ("Brankinn", "Oleg Brankin", true),
    ("Trankin", "Oleg Brankin", false), ("ONeill", "Tip O’Neill", true),
    ("O'Neill", "Tip O’Neill", true), ("Jean Luc", "Jean-Luc Meyer", true),
    ("Özgür", "Ozgur Demir", true), ("Zelinskyj", "Zelinsky", true), ("bran", "Oleg Brankin", true),
    ("J Meyer", "Jean Meyer", true), ("K Meyer", "Jean Meyer", false),
  ])
  func toleratesSpelling(_ query: String, _ name: String, _ expected: Bool) {
    #expect(PersonQuery(query).matches(Speaker(name: name, kind: .person)) == expected)
  }

  @Test func matchesIdentifier() {
    let speaker = Speaker(name: "Ana Ruiz", kind: .person, identifier: "Q42")
    #expect(PersonQuery("Q42").matches(speaker))
    #expect(!PersonQuery("Q4").matches(speaker))
  }
}
