import Prose
import Quotations
import Speakers
import Testing

@testable import Reports

@Suite struct HashTests {
  /// The vectors of FIPS 180-4's examples, and the lengths around the end of a block.
  @Test(arguments: [
    ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
    ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
    (
      "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
      "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
    ),
    (
      String(repeating: "a", count: 55),
      "9f4390f8d30c2dd92ec9f095b65e2b9ae9b0a925a5258e241c9f1e910f734318"
    ),
    (
      String(repeating: "a", count: 64),
      "ffe054fe7ae0cb6dc65c3af9b61d5209f439851db43d0ba5997337df154668eb"
    ),
  ])
  func hashes(_ text: String, _ expected: String) {
    var hash = SHA256()
    hash.update(text.utf8)
    let digits = hash.finish().map { byte in
      (byte < 16 ? "0" : "") + String(byte, radix: 16)
    }
    #expect(digits.joined() == expected)
  }

  @Test func oneMoreQuotationRenamesNoOther() {
    let few = identifiers(["“One.”", "“Two.”"])
    let more = identifiers(["“New.”", "“One.”", "“Two.”"])
    #expect(few == Array(more.dropFirst()))
    #expect(Set(more).count == 3)
  }

  @Test func equalQuotationsDifferByTheirOccurrence() {
    let twice = identifiers(["“No.”", "“No.”"])
    #expect(twice[0] != twice[1])
    #expect(identifiers(["“No.”"]) == [twice[0]])
  }

  @Test func articleIsPartOfTheIdentifier() {
    #expect(identifiers(["“No.”"], id: "a") != identifiers(["“No.”"], id: "b"))
  }

  @Test func identifierIsStable() {
    #expect(identifiers(["“No.”"], id: "a") == ["q-2ba338445859d96f"])
  }

  private func identifiers(_ texts: [String], id: String = "a.txt") -> [String] {
    let attributed = attributedArticle(id: id, texts.map { SampleQuotation(text: $0) })
    return QuotationIdentifiers.identifiers(of: attributed.quotations, in: attributed.article)
  }
}
