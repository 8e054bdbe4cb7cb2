internal import Wording

/// Groups of renderings for a terminal.
struct TextCompareFormat: CompareFormat {
  private let style: TerminalStyle
  private var isFirst = true

  init(style: TerminalStyle) { self.style = style }

  mutating func begin(_ buffer: inout ByteBuffer) {}

  mutating func write(_ group: UtteranceGroup, to buffer: inout ByteBuffer) {
    if !isFirst { buffer.newline() }
    isFirst = false
    let verdict = style.paint(
      group.verdict.rawValue, as: group.verdict >= .altered ? .doubt : .good)
    let heading = VisibleText.oneLine(CompareWords.heading(of: group))
    buffer.append("\(verdict) · \(style.paint(heading, as: .heading))\n")
    if let conflict = CompareWords.conflict(of: group) {
      TerminalParagraph(VisibleText.oneLine(conflict), style: style, role: .doubt, indent: 2)
        .write(to: &buffer)
    }
    for (index, rendering) in group.renderings.enumerated() {
      let siglum = CompareWords.siglum(index)
      TerminalParagraph("\(siglum)  \(rendering.line)", style: style, indent: 2, hang: 3)
        .write(to: &buffer)
      let source = CompareWords.source(of: index, in: group).map(VisibleText.oneLine)
      TerminalParagraph(source.joined(separator: " · "), style: style, role: .place, indent: 5)
        .write(to: &buffer)
    }
    for place in group.differences {
      let kind = style.paint(
        CompareWords.kind(of: place), as: place.severity == .meaning ? .doubt : .place)
      buffer.append("    \(kind)\n")
      TerminalParagraph(CompareWords.place(place), style: style, indent: 6, hang: 2)
        .write(to: &buffer)
    }
  }

  mutating func end(_ summary: CompareSummary, _ buffer: inout ByteBuffer) {
    if !isFirst { buffer.newline() }
    for line in CompareWords.summary(summary) {
      TerminalParagraph(line, style: style).write(to: &buffer)
    }
  }
}
