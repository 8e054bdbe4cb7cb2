/// Words of an article with their place in every unit that tools count in.
public struct LocatedText: Hashable, Sendable {
  /// The words as printed.
  public var text: String
  /// The place in UTF-8 bytes.
  public var utf8: Range<Int>
  /// The place in Unicode scalars, as Python and the W3C count.
  public var scalar: Range<Int>
  /// The place in UTF-16 units, as JavaScript and UIMA count.
  public var utf16: Range<Int>
  /// The line of the first character, from 1.
  public var line: Int
  /// The place of the first character in its line, in Unicode scalars, from 1.
  public var column: Int

  public init(
    text: String, utf8: Range<Int>, scalar: Range<Int>, utf16: Range<Int>, line: Int, column: Int
  ) {
    self.text = text
    self.utf8 = utf8
    self.scalar = scalar
    self.utf16 = utf16
    self.line = line
    self.column = column
  }
}
