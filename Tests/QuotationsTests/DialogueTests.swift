import Prose
import Quotations
import Testing

@Suite struct DialogueTests {
  @Test func dashesOfANovel() {
    check(
      """
      His mother said:

      ⟦--Tom will come home.⟧

      Ann asked:

      ⟦--When will he come?⟧

      ⟦--Tomorrow,⟧ said his mother.
      """)
  }

  @Test func spanishDashes() {
    check(
      "⟦—Sí⟧ —dijo Juan—. ⟦Vamos ya.⟧\n\n⟦—No quiero.⟧", options: .init(marksLocale: "es"))
  }

  @Test func russianDashes() {
    check(
      "⟦— Да,⟧ — сказал он. — ⟦Идём.⟧\n\n⟦— Нет.⟧", options: .init(dashDialogue: .on))
  }

  @Test func listsAndNewsAreNoDialogue() {
    check("— Cut taxes.\n\n— Build roads.\n\n— Hire nurses.")
    check("WASHINGTON — The house voted.\n\n— Ann Lee reported. Is it so?\n\n⟦“Yes,”⟧ she said.")
    check("— Yes?\n\n— No!\n\n— Why?", options: .init(dashDialogue: .off))
  }
}
