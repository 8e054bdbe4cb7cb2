import Prose
import Quotations
import Testing

/// What one error of the printer looks like, and that it is told.
@Suite struct DamagedMarkTests {
  @Test(arguments: [
    ("⟦“We came,”⟧ Ann said.\n\n“⟦“We left,”⟧ Bo said.\n\n⟦“Late,”⟧ Cy said.", ["stray-mark"]),
    (
      "⟦\"We came,\"⟧ Ann said.\n\n\"⟦\"We left,\"⟧ Bo said.\n\n⟦\"Late,\"⟧ Cy said.",
      ["stray-mark"]
    ),
    ("⟦“We came,”⟧” Ann said. ⟦“We left.”⟧", ["unopened-mark"]),
  ])
  func aMarkPrintedTwice(_ text: String, _ diagnostics: [String]) {
    check(text, diagnostics: diagnostics)
  }

  /// Inside of print that stands off, a space before a closing mark is no sign of another opening one.
  @Test(arguments: [
    "⟦“ We came, ”⟧ Ann said. ⟦“ It was cold. ”⟧\n\n⟦“ Who was there? ”⟧ ⟦“ All of us. ”⟧",
    "⟦“ He told me ⟦‘ no ’⟧ and left, ”⟧ Ann said. ⟦“ It was Bo’s dog. ”⟧",
    "Plan is ⟦‘ a disgrace ’⟧\n\n⟦“ It is a disgrace, ”⟧ Ann said. ⟦“ So it is. ”⟧",
  ])
  func marksThatStandOff(_ text: String) { check(text) }

  @Test func anUnknownElisionIsDoubted() {
    check("Was the plan’ built? Ann said so.", diagnostics: ["doubtful-apostrophe"])
    check("It is only rock ’n’ roll, as the dogs’ bowls show.")
  }

  @Test func inAConversationGoingOnIsDoubted() {
    let turns = (0..<6).map { "⟦“We came in \($0),”⟧ Ann said. ⟦“Late.”⟧" }.joined(
      separator: "\n\n")
    check(turns + "\n\n⟦“We left early.⟧\n\n⟦+“So did we.”⟧", diagnostics: ["carried-on"])
    check("⟦“We left early.⟧\n\n⟦+“So did we.”⟧")
  }
}
