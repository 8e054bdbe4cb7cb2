/// A place in a text in every unit that somebody counts in.
public struct TextLocation: Hashable, Sendable {
  /// The offset in UTF-8 bytes, from 0.
  public var utf8: Int
  /// The offset in Unicode scalars, from 0: what Python and the W3C's Web Annotation count.
  public var scalar: Int
  /// The offset in UTF-16 units, from 0: what JavaScript, Java and UIMA count.
  public var utf16: Int
  /// The number of the line, from 1.
  public var line: Int
  /// The number of the column, from 1, in scalars.
  public var column: Int

  public init(utf8: Int, scalar: Int, utf16: Int, line: Int, column: Int) {
    self.utf8 = utf8
    self.scalar = scalar
    self.utf16 = utf16
    self.line = line
    self.column = column
  }
}
