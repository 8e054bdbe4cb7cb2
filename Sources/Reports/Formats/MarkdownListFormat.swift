internal import Speakers

/// A document in CommonMark: a heading for each group, a block quotation for each quotation.
struct MarkdownListFormat: ListFormat {
  mutating func begin(_ buffer: inout ByteBuffer) { buffer.append("# Quotations\n") }

  mutating func write(_ group: QuotationGroup, to buffer: inout ByteBuffer) {
    let heading = ListWords.heading(of: group)
    if !heading.isEmpty {
      buffer.append("\n## \(Markdown.escaped(heading)) (\(group.quotations.count))\n")
    }
    if let note = ListWords.note(on: group) { buffer.append("\n\(Markdown.escaped(note))\n") }
    for quotation in group.quotations {
      buffer.newline()
      for (index, paragraph) in quotation.paragraphs.enumerated() {
        if index > 0 { buffer.append(">\n") }
        buffer.append("> \(Markdown.escaped(paragraph))\n")
      }
      let source = ListWords.source(of: quotation, in: group).joined(separator: " · ")
      buffer.append(">\n> \(Markdown.escaped("— " + source))\n")
    }
  }

  mutating func end(_ summary: ListSummary, _ buffer: inout ByteBuffer) {
    for line in ListWords.summary(summary) { buffer.append("\n\(Markdown.escaped(line))\n") }
    guard !summary.failures.isEmpty else { return }
    buffer.append("\n## Not read\n\n")
    for failure in summary.failures {
      buffer.append("- \(Markdown.escaped(ListWords.failure(failure)))\n")
    }
  }
}
