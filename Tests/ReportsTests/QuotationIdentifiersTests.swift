import Prose
import Quotations
import Speakers
import Testing

@testable import Reports

@Suite struct QuotationIdentifiersTests {
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
