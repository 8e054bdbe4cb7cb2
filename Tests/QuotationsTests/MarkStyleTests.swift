import Prose
import Quotations
import Testing

@Suite struct MarkStyleTests {
  @Test(arguments: [
    "⟦“We are ready,”⟧ the captain said.",
    "⟦\"We are ready,\"⟧ the captain said. ⟦\"Go.\"⟧",
    "⟦‘We are ready,’⟧ the captain said. ⟦‘Go.’⟧",
    "⟦'We are ready,'⟧ the captain said. ⟦'Go.'⟧",
    "⟦«Nous sommes prêts»⟧, dit-elle.",
    "⟦« Nous sommes prêts »⟧, dit-elle. ⟦« Allez. »⟧",
    "⟦»Wir sind bereit«⟧, sagte sie. ⟦»Los!«⟧",
    "⟦„Wir sind bereit“⟧, sagte sie. ⟦„Los!“⟧",
    "⟦„Jesteśmy gotowi”⟧, powiedziała.",
    "⟦‚Wir sind bereit‘⟧, sagte sie.",
    "⟦”Vi är redo”⟧, sade hon. ⟦”Kör!”⟧",
    "⟦»Olemme valmiita»⟧, hän sanoi. ⟦»Nyt!»⟧",
    "彼は⟦「行こう」⟧と言った。",
    "⟦「彼は⟦『はい』⟧と言った」⟧と答えた。",
    "⟦``We are ready,''⟧ the captain said.",
    "⟦''We are ready,''⟧ the captain said. ⟦''Go.''⟧",
    "⟦‘‘We are ready,’’⟧ the captain said.",
    "⟦`We are ready,'⟧ the captain said.",
    "⟦＂We are ready,＂⟧ the captain said.",
  ])
  func everyStyle(_ text: String) { check(text) }

  @Test(arguments: [
    ("“Yes.”", MarkStyle.curly), ("\"Yes.\"", .straight), ("‘Yes.’", .curlySingle),
    ("'Yes.'", .straightSingle), ("''Yes.''", .doubledApostrophes), ("«Oui.»", .guillemets),
    ("‹Oui.›", .singleGuillemets), ("„Ja.“", .lowHigh), ("‚Ja.‘", .lowHighSingle),
    ("「はい」", .corners),
  ])
  func styleIsNamed(_ text: String, _ style: MarkStyle) {
    let tokens = Tokenizer().tokenize(Array(text.utf8))
    #expect(QuotationFinder().quotations(in: tokens).quotations.map(\.style) == [style])
  }

  @Test func piecesCarryTheirMarks() throws {
    let text = Tokenizer().tokenize(Array("He said “no”.".utf8))
    let quotation = try #require(QuotationFinder().quotations(in: text).quotations.first)
    let piece = quotation.pieces[0]
    #expect(text.text(of: piece.span) == "“no”")
    #expect(piece.opening.map(text.text(of:)) == "“")
    #expect(piece.closing.map(text.text(of:)) == "”")
    #expect(text.text(of: piece.content) == "no")
    #expect(quotation.isClosed && quotation.kind == .direct && quotation.speech == .speech)
  }

  @Test(arguments: [
    ("⟦”We are ready,”⟧ said Ann. ⟦“Go,”⟧ said Bo. ⟦“No,”⟧ said Cy.", ["reversed-mark"]),
    ("⟦“We are ready,“⟧ said Ann. ⟦“Go,”⟧ said Bo.", ["reversed-mark"]),
    ("⟦”We are ready,“⟧ said Ann. ⟦“Go,”⟧ said Bo.", ["reversed-mark", "reversed-mark"]),
    ("⟦“We are ready,\"⟧ said Ann.", ["mismatched-marks"]),
    ("⟦\"We are ready,”⟧ said Ann.", ["mismatched-marks"]),
    ("⟦\"We are ready,''⟧ said Ann.", ["mismatched-marks"]),
    ("⟦“We are ready,’⟧ said Ann.", ["mismatched-marks"]),
    ("” … ⟦“so be it,”⟧ she said.", ["stray-mark"]),
    ("⟦” … so be it,”⟧ she said, ⟦“for now.”⟧", ["reversed-mark"]),
  ])
  func orientationIsRepaired(_ text: String, _ codes: [String]) { check(text, diagnostics: codes) }

  @Test func spacedMarks() {
    check("⟦“ We are ready , ”⟧ said Ann . ⟦“ Go . ”⟧")
    check("⟦\" We are ready , \"⟧ said Ann .")
    check("⟦“We are ready, ”⟧ said Ann.\n\n⟦“Go,”⟧ said Bo.")
  }

  @Test func localeTakesPrecedence() {
    check(
      "⟦”Vi är redo”⟧, sade hon.", options: .init(marksLocale: "sv"))
    check(
      "⟦»Los!«⟧", diagnostics: ["reversed-mark", "reversed-mark"], options: .init(marksLocale: "fr")
    )
    check("⟦„Los!“⟧", options: .init(marksLocale: "de"))
  }
}
