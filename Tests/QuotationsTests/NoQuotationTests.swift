import Prose
import Quotations
import Testing

@Suite struct NoQuotationTests {
  @Test(arguments: [
    "He is 6'2\" tall.", "He is 6’2” tall.", "She is 5' 10\" tall.", "A 12\" ruler and a 6\" nail.",
    "At 40° 26' 46\" north.", "The board is 8' long.",
  ])
  func measures(_ text: String) {
    check(text)
    #expect(otherUses(text).allSatisfy { $0 == .prime })
  }

  @Test func measuresInsideQuotations() {
    check("⟦“He’s taller than me; he’s like 6’2”,”⟧ Ann said.")
    check("⟦\"It was a 12\" ruler,\"⟧ Ann said.")
  }

  @Test(arguments: [
    "<note id=\"1\" author=\"Ann Lee\">We won.</note>",
    "<a href=”https://example.org/a” target=”_blank”>Read</a> more.",
    "<note author='Ann\nLee'>We won.</note>",
  ])
  func markup(_ text: String) {
    check(text)
    #expect(otherUses(text).allSatisfy { $0 == .markup } && !otherUses(text).isEmpty)
  }

  @Test func quotationInsideATag() {
    check("<note id=\"1\">⟦“We won,”⟧ she wrote.</note>")
  }

  @Test(arguments: ["Call print(\"hello\") twice.", "Set name=\"x\" there.", "Use `x` here."])
  func code(_ text: String) {
    check(text)
    #expect(otherUses(text) == [.code, .code])
  }

  @Test func bracketBeforeAQuotation() {
    check("They left (⟦“for good,”⟧ she said).")
  }

  @Test func emptyAndAlone() {
    check("He wrote \"\" there.", diagnostics: ["empty-quotation", "empty-quotation"])
    check("He wrote “” there.", diagnostics: ["empty-quotation", "empty-quotation"])
    check("Smith   London   4\n\"       \"        5\n")
    check("", diagnostics: [])
    check("\"", diagnostics: ["stray-mark"])
  }
}
