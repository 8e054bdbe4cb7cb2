/// A fact about a quotation and a candidate that counts for or against it.
///
/// A feature is a template with up to three small values, packed into one number: no strings are
/// built while scoring, no two features collide, and each can be put into words for the reader.
package struct Feature: Hashable, Sendable {
  package let key: UInt32

  init(_ template: Template, _ first: Int = 0, _ second: Int = 0, _ third: Int = 0) {
    key =
      UInt32(template.rawValue) << 24 | UInt32(first & 0xFF) << 16 | UInt32(second & 0xFF) << 8
      | UInt32(third & 0xFF)
  }

  /// A feature whose value is a cue's dictionary form.
  init(_ template: Template, lemma: UInt16, _ third: Int = 0) {
    self.init(template, Int(lemma >> 8), Int(lemma & 0xFF), third)
  }

  /// Added to a feature's first value in texts that are dialogue, see ``Scene/isDialogue``: there
  /// the same fact can mean something else.
  static let dialogue = 0x80

  /// A feature whose value is a word of the lexicon, as an index into its table.
  init(_ template: Template, word: Int32, _ third: Int = 0) {
    self.init(template, Int(word >> 8), Int(word & 0xFF), third)
  }

  package init(key: UInt32) { self.key = key }

  package var template: Template? {
    let number = UInt8(key >> 24)
    return Template(rawValue: number) ?? Template(rawValue: number & 0x7F)
  }

  /// Set in the key of a fact about a place that counts when its words are marked: the same frame
  /// can mean something else for marked words than for plain ones.
  private static let marked: UInt32 = 1 << 31

  /// Whether the fact is about marked words, see ``ofMarkedWords``.
  var isOfMarkedWords: Bool {
    key & Self.marked != 0 && Template(rawValue: UInt8(key >> 24)) == nil
  }

  /// The same fact about marked words.
  var ofMarkedWords: Feature { Feature(key: key | Self.marked) }

  var first: Int { Int(key >> 16 & 0xFF) }
  var second: Int { Int(key >> 8 & 0xFF) }
  var third: Int { Int(key & 0xFF) }
}

/// Cuts a distance into classes: 0, 1, 2, 3–4, 5–7, 8–12, 13–20, more.
func distanceClass(_ distance: Int) -> Int {
  switch distance {
  case ..<1: 0
  case 1: 1
  case 2: 2
  case 3...4: 3
  case 5...7: 4
  case 8...12: 5
  case 13...20: 6
  default: 7
  }
}
