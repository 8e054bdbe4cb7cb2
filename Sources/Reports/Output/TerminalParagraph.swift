/// A paragraph of a report for a terminal.
struct TerminalParagraph {
  private let text: String
  private let style: TerminalStyle
  private let role: TerminalStyle.Role?
  private let indent: Int

  /// - Parameters:
  ///   - text: Text on one line, as ``VisibleText/oneLine(_:)`` gives it.
  ///   - indent: The columns to leave free before each line.
  init(_ text: String, style: TerminalStyle, role: TerminalStyle.Role? = nil, indent: Int = 0) {
    self.text = text
    self.style = style
    self.role = role
    self.indent = indent
  }

  /// Writes the paragraph in lines of the style's width. An opening quotation mark hangs: the lines
  /// below start under the first letter.
  func write(to buffer: inout ByteBuffer) {
    let hang = text.unicodeScalars.prefix { Self.openingMarks.contains($0) }
      .reduce(0) { $0 + DisplayWidth.of($1) }
    // The marks are in the budget of the lines below, which start under the first letter.
    let lines = LineWrapper.lines(text, width: style.width - indent - hang)
    for (index, line) in lines.enumerated() {
      buffer.append(spaces: indent + (index == 0 ? 0 : hang))
      buffer.append(role.map { style.paint(line, as: $0) } ?? line)
      buffer.newline()
    }
  }

  private static let openingMarks = Set("“\"‘'«‹„‚「『`".unicodeScalars)
}
