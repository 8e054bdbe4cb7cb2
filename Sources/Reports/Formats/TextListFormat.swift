internal import Speakers

/// A list for a terminal.
struct TextListFormat: ListFormat {
  private let style: TerminalStyle
  private var isFirst = true

  init(style: TerminalStyle) { self.style = style }

  mutating func begin(_ buffer: inout ByteBuffer) {}

  mutating func write(_ group: QuotationGroup, to buffer: inout ByteBuffer) {
    if !isFirst { buffer.newline() }
    isFirst = false
    let heading = VisibleText.oneLine(ListWords.heading(of: group))
    let count = ListWords.counted(group.quotations.count, "quotation")
    if heading.isEmpty {
      buffer.append("\(count)\n")
    } else {
      buffer.append("\(style.paint(heading, as: .heading)) · \(count)\n")
    }
    if let note = ListWords.note(on: group) {
      TerminalParagraph(VisibleText.oneLine(note), style: style, role: .place).write(to: &buffer)
    }
    for quotation in group.quotations {
      buffer.newline()
      for paragraph in quotation.paragraphs {
        TerminalParagraph(paragraph, style: style, indent: 2).write(to: &buffer)
      }
      let source = ListWords.source(of: quotation, in: group).map(VisibleText.oneLine)
      TerminalParagraph(source.joined(separator: " · "), style: style, role: .place, indent: 4)
        .write(to: &buffer)
    }
  }

  mutating func end(_ summary: ListSummary, _ buffer: inout ByteBuffer) {
    if !isFirst { buffer.newline() }
    for line in ListWords.summary(summary) {
      TerminalParagraph(line, style: style).write(to: &buffer)
    }
  }
}
