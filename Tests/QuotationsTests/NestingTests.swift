import Prose
import Quotations
import Testing

@Suite struct NestingTests {
  @Test(arguments: [
    "⟦“He told me ⟦‘no’⟧ and left,”⟧ Ann said.",
    "⟦“He told me, ⟦‘No.’⟧”⟧",
    "⟦“He told me, ⟦‘No.’⟧ ”⟧",
    "⟦\"He told me, ⟦'No.'⟧\"⟧",
    "⟦''He told me, ⟦'No.'⟧''⟧ Ann said.",
    "⟦''⟦'No,'⟧ he told me,''⟧ Ann said.",
    "⟦‘He told me ⟦“no”⟧ and left,’⟧ Ann said. ⟦‘So?’⟧",
    "⟦'He told me ⟦\"no\"⟧ and left,'⟧ Ann said. ⟦'So?'⟧",
    "⟦“⟦‘⟦“Go”⟧ is what she said,’⟧ he told me,”⟧ Ann said.",
    "⟦“Bo said, ⟦‘Cy shouted, ⟦“Dee wrote, ⟦‘No.’⟧”⟧’⟧”⟧",
    "⟦\"He said ⟦\"no\"⟧ to me,\"⟧ Ann said.",
    "⟦“He said ⟦“no”⟧ to me,”⟧ Ann said.",
    "⟦\"The ⟦“Clean Streets”⟧ law fails,\"⟧ Ann said.",
    "⟦« Il a dit ⟦“non”⟧ hier »⟧, dit Anne.",
    "⟦« Il a dit ⟦‹ non ›⟧ hier »⟧, dit Anne.",
    "⟦„Er sagte ⟦‚nein‘⟧ zu mir“⟧, sagte Anna.",
    "⟦«Er sagte ⟦‹nein›⟧ zu mir»⟧, sagte Anna.",
  ])
  func nested(_ text: String) { check(text) }

  @Test func parents() {
    let text = Tokenizer().tokenize(Array("“A ‘b “c” d’ e ‘f’.” “G.”".utf8))
    let found = QuotationFinder().quotations(in: text)
    #expect(found.quotations.map(\.parent) == [nil, 0, 1, 0, nil])
    #expect(found.quotations.map { text.text(of: $0.span) }[2] == "“c”")
  }

  @Test func innerMarkMissing() {
    check("⟦“He told me, ⟦‘Go home.⟧”⟧", diagnostics: ["unclosed-mark"])
  }

  /// Marks nested far deeper than any prose: all of them pair, the inner ones are left out.
  @Test func depthIsLimited() {
    let depth = 3000
    let text =
      String(repeating: "“‘", count: depth) + "no" + String(repeating: "’”", count: depth)
    let tokens = Tokenizer().tokenize(Array(text.utf8))
    let found = QuotationFinder().quotations(in: tokens)
    #expect(found.quotations.count == 32)
    #expect(found.diagnostics.map(\.code) == ["nested-too-deeply"])
    let all = QuotationFinder(options: .init(maximumDepth: .max)).quotations(in: tokens)
    #expect(all.quotations.count == 2 * depth)
    #expect(all.diagnostics.isEmpty)
  }
}
