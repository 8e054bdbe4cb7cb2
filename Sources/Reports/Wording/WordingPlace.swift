/// A place in a rendering, in every unit that tools count in.
public struct WordingPlace: Hashable, Sendable {
  /// The words as printed; empty where the rendering has nothing.
  public var text: String
  /// The place in UTF-8 bytes.
  public var utf8: Range<Int>
  /// The place in Unicode scalars, as Python and the W3C count.
  public var scalar: Range<Int>
  /// The place in UTF-16 units, as JavaScript and UIMA count.
  public var utf16: Range<Int>
  /// The piece that the place starts in, from 0, and whose offsets the place has; nil where
  /// offsets are those of the whole text.
  public var piece: Int?

  public init(
    text: String, utf8: Range<Int>, scalar: Range<Int>, utf16: Range<Int>, piece: Int? = nil
  ) {
    self.text = text
    self.utf8 = utf8
    self.scalar = scalar
    self.utf16 = utf16
    self.piece = piece
  }
}
