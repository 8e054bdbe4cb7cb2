internal import Prose
internal import Wording

/// Verified quotations for a terminal: verdict, place, both wordings aligned, and each difference in
/// words.
struct TextVerifyFormat: VerifyFormat {
  let style: TerminalStyle

  func write(_ quotation: VerifiedQuotation, to buffer: inout ByteBuffer) {
    let verdict = style.paint(quotation.verdict.rawValue, as: .init(quotation.verdict))
    buffer.append("\(verdict), \(WordingWords.plain(quotation.verdict))\n")
    let origin = VerifyWords.origin(quotation).joined(separator: " · ")
    if !origin.isEmpty { line(origin, role: .place, &buffer) }
    if let found = quotation.found.first {
      line("in " + VerifyWords.place(found).joined(separator: " · "), role: .place, &buffer)
      buffer.newline()
      passage(found, of: quotation, &buffer)
    } else {
      buffer.newline()
      self.quotation(quotation, &buffer)
      buffer.newline()
      line(VerifyWords.notFound(quotation), role: nil, &buffer)
    }
    if let conflict = VerifyWords.conflict(quotation) {
      buffer.newline()
      line(conflict, role: .alarm, &buffer)
    }
    if let places = VerifyWords.otherPlaces(quotation) {
      buffer.newline()
      line(places, role: .place, &buffer)
    }
  }

  func separate(_ buffer: inout ByteBuffer) {
    buffer.newline()
    buffer.append(style.paint(String(repeating: "─", count: min(40, style.width)), as: .place))
    buffer.append("\n\n")
  }

  func end(_ summary: VerifySummary, _ buffer: inout ByteBuffer) {
    if summary.count > 0 { separate(&buffer) }
    for text in summary.lines { line(text, role: nil, &buffer) }
  }

  private func line(
    _ text: String, role: TerminalStyle.Role?, indent: Int = 0, _ buffer: inout ByteBuffer
  ) {
    TerminalParagraph(VisibleText.oneLine(text), style: style, role: role, indent: indent)
      .write(to: &buffer)
  }

  private func quotation(_ quotation: VerifiedQuotation, _ buffer: inout ByteBuffer) {
    line(quotation.pieces.map(\.text).joined(separator: " … "), role: nil, indent: 2, &buffer)
  }

  private func passage(
    _ found: FoundPassage, of quotation: VerifiedQuotation, _ buffer: inout ByteBuffer
  ) {
    if found.parts.isEmpty {
      let words = AlignedWords(found.pair.a, found.pair.b, found.pair.comparison)
      TerminalAlignment(
        words, differences: found.pair.differences, style: style, labels: ("quoted", "source")
      ).write(to: &buffer)
    } else {
      self.quotation(quotation, &buffer)
      for part in found.parts {
        let place = VerifyWords.place(part, in: found.source).joined(separator: " · ")
        line(place, role: .place, indent: 2, &buffer)
        line(part.place.text, role: nil, indent: 4, &buffer)
      }
    }
    if found.pair.differences.isEmpty { return }
    buffer.newline()
    DifferenceList(found.pair, style: style).write(to: &buffer)
  }
}
