/// Latin letters with accents, as the small ASCII letters that stand for them where print has none.
///
/// These are what ICU's `Latin-ASCII` makes of them. ICU takes 30 ms to open its transliterators,
/// which is more than a whole article takes, and nearly all letters beyond ASCII in names are these.
package enum LatinLetters {
  /// What stands for a character, such as `ss` for U+00DF; nil for one that is no Latin letter, and for
  /// rarer ones.
  ///
  /// - Complexity: O(1).
  package static func small(for scalar: UInt32) -> [UInt8]? {
    let letters: [UInt8]
    switch scalar {
    case 0xC0..<0x180: letters = latin1AndExtendedA[Int(scalar - 0xC0)]
    case 0x1E00..<0x1F00: letters = extendedAdditional[Int(scalar - 0x1E00)]
    default: return nil
    }
    return letters.isEmpty ? nil : letters
  }

  /// From U+00C0 on, in rows of 16; `-` for signs, and for letters that are spelt with a sign.
  private static let latin1AndExtendedA = letters(
    """
    a a a a a a ae c e e e e i i i i
    d n o o o o o - o u u u u y th ss
    a a a a a a ae c e e e e i i i i
    d n o o o o o - o u u u u y th y
    a a a a a a c c c c c c c c d d
    d d e e e e e e e e e e g g g g
    g g g g h h h h i i i i i i i i
    i i ij ij j j k k q l l l l l l -
    - l l n n n n n n - n n o o o o
    o o oe oe r r r r r r s s s s s s
    s s t t t t t t u u u u u u u u
    u u u u w w y y y z z z z z z s
    """)

  /// From U+1E00 on: the letters of Vietnamese and of transcriptions.
  private static let extendedAdditional = letters(
    """
    a a b b b b b b c c d d d d d d
    d d d d e e e e e e e e e e f f
    g g h h h h h h h h h h i i i i
    k k k k k k l l l l l l l l m m
    m m m m n n n n n n n n o o o o
    o o o o p p p p r r r r r r r r
    s s s s s s s s s s t t t t t t
    t t u u u u u u u u u u v v v v
    w w w w w w w w w w x x x x y y
    z z z z z z h t w y - s s s ss -
    a a a a a a a a a a a a a a a a
    a a a a a a a a e e e e e e e e
    e e e e e e e e i i i i o o o o
    o o o o o o o o o o o o o o o o
    o o o o u u u u u u u u u u u u
    u u y y y y y y y y ll ll v v y y
    """)

  private static func letters(_ rows: StaticString) -> [[UInt8]] {
    let bytes = UnsafeBufferPointer(start: rows.utf8Start, count: rows.utf8CodeUnitCount)
    return bytes.split { $0 == 0x20 || $0 == 0x0A }.map {
      $0.elementsEqual("-".utf8) ? [] : Array($0)
    }
  }
}
