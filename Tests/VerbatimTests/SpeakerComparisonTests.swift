import Speakers
import Testing

@testable import Verbatim

@Suite struct SpeakerComparisonTests {
  private func speaker(_ words: String) -> Speaker {
    // `body:` and `unnamed:` say the kind; others are people.
    let parts = words.split(separator: ":").map(String.init)
    let name = parts[parts.count - 1]
    let kind: Speaker.Kind =
      parts.count == 1 ? .person : parts[0] == "body" ? .organization : .unnamed
    return Speaker(name: name, aliases: [name], kind: kind)
  }

  @Test(arguments: [
    ("Ana Ruiz", "Ana Ruiz", false),
    ("Ana Ruiz", "ANA RUIZ", false),
    ("Ana Ruiz", "Ruiz", false),
    ("Ana Ruiz", "Ana", false),
    ("Ana Ruiz", "Dr. Ana Ruiz", false),
    ("Ana Ruiz", "A. Ruiz", false),
    ("Ana María Ruiz", "Ana Ruiz", false),
    ("Robert Hale", "Bob Hale", false),
    ("Ana Ruiz", "MS. RUIZ", false),
    ("Ana Ruiz", "MAYOR RUIZ", false),
    ("Ilyas Qarabekov", "Ilias Karabekov", false),
    ("Ilyas Qarabekov", "Timur Karabekov", true),
    ("Ana Ruiz", "Ben Ruiz", true),
    ("Ana Ruiz", "Ben Cole", true),
    ("Ruiz", "Cole", true),
    ("body:Harbour Ministry", "Ana Ruiz", true),
    ("body:Harbour Ministry", "unnamed:a ministry spokesman", true),
    ("body:Harbour Ministry", "body:the Harbour Ministry", false),
    ("body:Medicines Oversight Agency", "body:MOA", false),
    ("body:Harbour Ministry", "body:Ministry of Fish", true),
    ("body:Harbour Ministry", "body:the ministry", false),
    ("unnamed:a senior official", "Ana Ruiz", false),
    ("unnamed:a senior official", "unnamed:a witness", false),
  ])
  func conflict(_ a: String, _ b: String, _ isConflict: Bool) {
    let comparison = SpeakerComparison(knownPeople: [])
    let (x, y) = (speaker(a), speaker(b))
    #expect(comparison.isConflict(x, among: [x], y, among: [y]) == isConflict)
    #expect(comparison.isConflict(y, among: [], x, among: []) == isConflict)
  }

  @Test func theUnknownConflictWithNobody() {
    let comparison = SpeakerComparison(knownPeople: [])
    #expect(!comparison.isConflict(nil, among: [], speaker("Ana Ruiz"), among: []))
    #expect(!comparison.isConflict(speaker("Ana Ruiz"), among: [], nil, among: []))
  }

  @Test func theListSaysWhoIsOne() {
    var a = speaker("Ana Ruiz")
    var b = speaker("The Lioness of Estermouth")
    #expect(SpeakerComparison(knownPeople: []).isConflict(a, among: [], b, among: []))
    a.identifier = "p1"
    b.identifier = "p1"
    let known = [KnownPerson(name: "Ana Ruiz", identifier: "p1")]
    #expect(!SpeakerComparison(knownPeople: known).isConflict(a, among: [], b, among: []))
  }

  @Test(arguments: [
    ("Ana Ruiz", "Ana Ruiz", Speaker.Kind.person), ("ANA RUIZ", "ANA RUIZ", .person),
    ("MAYOR ANA RUIZ", "Ana Ruiz", .person), ("Dr. Ruiz", "Dr. Ruiz", .person),
    ("the Harbour Ministry", "Harbour Ministry", .organization),
  ])
  func namesThatStandAlone(_ printed: String, _ name: String, _ kind: Speaker.Kind) {
    let read = SpeakerReader().speaker(named: printed)
    #expect(read.name.lowercased() == name.lowercased())
    #expect(read.kind == kind)
  }
}
