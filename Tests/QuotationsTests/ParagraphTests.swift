import Prose
import Quotations
import Testing

@Suite struct ParagraphTests {
  @Test(arguments: [
    "⟦“We came in spring.⟧\n\n⟦+“We left in autumn,”⟧ Ann said.\n\nNobody asked.",
    "⟦\"We came in spring.⟧\n\n⟦+\"We stayed.⟧\n\n⟦+\"We left in autumn.\"⟧",
    "⟦''We came in spring.⟧\n\n⟦+''We left in autumn.''⟧",
    "⟦‘We came in spring.⟧\n\n⟦+‘We left in autumn,’⟧ Ann said. ⟦‘Late.’⟧",
    "⟦«Nous sommes venus.⟧\n\n⟦+»Nous sommes partis.»⟧",
    "Ann said: ⟦“We came. ⟦‘Who are you?’⟧ they asked.⟧\n\n⟦+“We left.”⟧",
  ])
  func everyParagraphOpensAndTheLastCloses(_ text: String) { check(text) }

  @Test func blockQuotationThatNeverCloses() {
    check(
      """
      From the report:

      ⟦"The river rose by two metres.⟧

      ⟦+"It fell ⟦"quickly"⟧ within a day.⟧

      ⟦+"Nobody was hurt.⟧

      Read the rest on our site.
      """, diagnostics: ["unclosed-mark"])
  }

  @Test(arguments: [
    "⟦“All of our friends hold this view.⟧ Bauer told Kim during the talks.\n\n⟦“Plain enough,”⟧ he said.",
    "⟦“There was little to keep,⟧ said Keller, whose shop burned down.\n\nThe town will rebuild.",
    "⟦“There was little to keep,⟧ Keller said.\n\n⟦“We will rebuild,”⟧ she added.",
    "⟦“There was little to keep.⟧\n\nThe town will “rebuild” at once.".replacing(
      "“rebuild”", with: "⟦“rebuild”⟧"),
    "⟦\"We lost it all, he said, ⟧".replacing(", he said, ⟧", with: ",⟧ he said, ")
      + "⟦\"but we will rebuild.\"⟧",
  ])
  func endsWhereTheSpeechEnds(_ text: String) { check(text, diagnostics: ["unclosed-mark"]) }

  @Test(arguments: [
    "⟦There was little to keep,”⟧ Keller said.",
    "Keller added: ⟦There was little to keep.”⟧",
    "Keller said, ⟦There was little to keep.”⟧",
    "⟦“It burned,”⟧ Keller said. ⟦There was little to keep.”⟧",
  ])
  func beginsWhereTheSpeechBegins(_ text: String) { check(text, diagnostics: ["unopened-mark"]) }

  @Test func noSpeechBefore() {
    check("Keller called it bad luck” and left town.", diagnostics: ["unopened-mark"])
  }

  @Test func neverRunsToALaterParagraph() {
    check(
      "⟦“We came in spring.⟧\n\nNobody asked.\n\nThey left in ⟦“autumn”⟧ again.",
      diagnostics: ["unclosed-mark"])
  }

  @Test func lineBreakInsideAQuotation() {
    check("⟦“We came in spring and\nleft in autumn,”⟧ Ann said.")
    check("She sang:\n\n    ⟦\"Row, row, row--\n        And a ring of gold!\"⟧\n\nThen she left.")
  }
}
