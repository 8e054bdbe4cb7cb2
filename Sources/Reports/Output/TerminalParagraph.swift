/// A paragraph of a report for a terminal.
struct TerminalParagraph {
  private let text: String
  private let style: TerminalStyle
  private let role: TerminalStyle.Role?
  private let indent: Int
  private let hang: Int?

  /// - Parameters:
  ///   - text: Text on one line, as ``VisibleText/oneLine(_:)`` gives it.
  ///   - indent: The columns to leave free before each line.
  ///   - hang: The columns to leave free besides before each line but the first; nil for as many as
  ///     the text's opening quotation marks take, so that these hang.
  init(
    _ text: String, style: TerminalStyle, role: TerminalStyle.Role? = nil, indent: Int = 0,
    hang: Int? = nil
  ) {
    self.text = text
    self.style = style
    self.role = role
    self.indent = indent
    self.hang = hang
  }

  /// Writes the paragraph in lines of the style's width.
  func write(to buffer: inout ByteBuffer) {
    let marks = text.unicodeScalars.prefix { Self.openingMarks.contains($0) }
    let hang = hang ?? marks.reduce(0) { $0 + DisplayWidth.of($1) }
    let lines = LineWrapper.lines(text, width: style.width - indent - hang)
    for (index, line) in lines.enumerated() {
      buffer.append(spaces: indent + (index == 0 ? 0 : hang))
      buffer.append(role.map { style.paint(line, as: $0) } ?? line)
      buffer.newline()
    }
  }

  private static let openingMarks = Set("“\"‘'«‹„‚「『`".unicodeScalars)
}
