import Prose
import Quotations
import Testing

@Suite struct ApostropheTests {
  @Test(arguments: [
    "They don't like O'Neill's plan.", "They don’t like O’Neill’s plan.",
    "The dogs' bowls and the cats' dishes are empty.", "The dogs’ bowls are empty.",
    "'Tis a pity, and 'twas ever so.", "’Tis a pity.",
    "It is only rock ’n’ roll.", "It is only rock 'n' roll.",
    "Born in the ’90s, raised in the '80s.", "Class of ‘98 and the ‘90s.",
    "Get 'em while they're goin' cheap.", "We was walkin' an' talkin' all night.",
    "The workers' and owners' meeting", "Das war's, und 's ist gut.",
  ])
  func noQuotation(_ text: String) {
    check(text)
    #expect(otherUses(text).allSatisfy { $0 == .apostrophe })
  }

  @Test(arguments: [
    "⟦'The boys' bikes are here,'⟧ he said.", "⟦‘The boys’ bikes are here,’⟧ he said.",
    "⟦'The dogs' bowls are gone,'⟧ she said. ⟦'Who took 'em?'⟧",
    "⟦'I don't know,'⟧ he said. ⟦'It's the Joneses' house.'⟧",
    "⟦‘’Tis late,’⟧ said Tom. ⟦‘So ’tis.’⟧",
    "⟦“The boys’ bikes are here,”⟧ he said. ⟦“Get ’em.”⟧",
    "⟦\"'Tis late,\"⟧ said Tom.", "⟦“’Twas the dogs’,”⟧ she said.",
    "⟦\"He was goin' home an' sleepin',\"⟧ she said.",
    "⟦“They said ⟦‘the dogs’ bowls are empty’⟧ twice,”⟧ he said.",
  ])
  func insideQuotations(_ text: String) { check(text) }

  @Test(arguments: [
    "Mayor calls plan ⟦‘a disgrace’⟧", "Mayor: plan is ⟦'a disgrace'⟧",
    "Leader vows to fight ⟦'foreign meddling'⟧ in the workers' party",
    "Mayor’s ⟦‘new deal’⟧ splits town’s voters",
  ])
  func headlines(_ text: String) { check(text) }

  @Test func options() {
    check("Mayor calls plan 'a disgrace'", options: .init(singleQuotes: .off))
    check(
      "⟦'We lost him,'⟧ said Ann.", options: .init(singleQuotes: .on))
  }
}
