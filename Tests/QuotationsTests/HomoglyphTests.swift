import Prose
import Quotations
import Testing

/// Marks that look like quotation marks and are others: ornaments, primes, forms of other scripts.
@Suite struct HomoglyphTests {
  @Test(arguments: [
    "⟦❝We are ready,❞⟧ the captain said.", "⟦〝We are ready,〞⟧ the captain said.",
    "⟦〝We are ready,〟⟧ the captain said.", "⟦‟We are ready,”⟧ the captain said.",
    "⟦″We are ready,″⟧ the captain said.", "⟦‛We are ready,’⟧ the captain said. ⟦‛Go.’⟧",
    "⟦❮We are ready,❯⟧ the captain said.", "⟦❛We are ready,❜⟧ the captain said. ⟦❛Go.❜⟧",
    "⟦˝We are ready,˝⟧ the captain said.", "⟦＂We are ready,＂⟧ the captain said.",
    "彼は⟦｢行こう｣⟧と言った。", "彼は⟦﹁行こう﹂⟧と言った。",
  ])
  func quotes(_ text: String) { check(text) }

  @Test(arguments: ["The board is 6′ 2″ long.", "At 40° 26′ 46″ it lies.", "A 12″ disc."])
  func measures(_ text: String) { check(text) }

  /// What prints nothing at a mark hides nothing.
  @Test(arguments: [
    "⟦“\u{200B}We are ready,\u{200B}”⟧ the captain said.",
    "⟦“\u{202A}We are ready,\u{202C}”⟧ the captain said.",
    "⟦\"\u{2066}We are ready,\u{2069}\"⟧ the captain said.",
    "⟦“\u{FEFF}We are ready,\u{2060}”⟧ the captain said.",
  ])
  func invisibleSigns(_ text: String) { check(text) }
}
