internal import Wording

/// Verified quotations as a document in CommonMark with GitHub's tables.
struct MarkdownVerifyFormat: VerifyFormat {
  func begin(_ buffer: inout ByteBuffer) { buffer.append("# Quotations against sources\n") }

  func write(_ quotation: VerifiedQuotation, to buffer: inout ByteBuffer) {
    let origin = VerifyWords.origin(quotation).joined(separator: " · ")
    buffer.append("\n## \(quotation.verdict.rawValue)")
    if !origin.isEmpty { buffer.append(": \(Markdown.escaped(origin))") }
    buffer.append("\n\n> ")
    let text = quotation.pieces.map(\.text).joined(separator: " … ")
    buffer.append("\(Markdown.escaped(text))\n")
    guard let found = quotation.found.first else {
      buffer.append("\n\(Markdown.escaped(VerifyWords.notFound(quotation)))\n")
      return
    }
    buffer.append(
      "\nSource: \(Markdown.escaped(VerifyWords.place(found).joined(separator: " · ")))\n")
    for part in found.parts.isEmpty ? [found.passage] : found.parts {
      buffer.append("\n> \(Markdown.escaped(part.place.text))")
      if !found.parts.isEmpty {
        let place = VerifyWords.place(part, in: found.source).joined(separator: " · ")
        buffer.append(" — \(Markdown.escaped(place))")
      }
      buffer.newline()
    }
    if let conflict = VerifyWords.conflict(quotation) {
      buffer.append("\n**\(Markdown.escaped(conflict))**\n")
    }
    if let places = VerifyWords.otherPlaces(quotation) {
      buffer.append("\n\(Markdown.escaped(places))\n")
    }
    table(found.pair, &buffer)
  }

  func end(_ summary: VerifySummary, _ buffer: inout ByteBuffer) {
    for line in summary.lines { buffer.append("\n\(Markdown.escaped(line))\n") }
    guard !summary.failures.isEmpty else { return }
    buffer.append("\n## Not read\n\n")
    for failure in summary.failures {
      buffer.append("- \(Markdown.escaped(ListWords.failure(failure)))\n")
    }
  }

  private func table(_ pair: CheckedPair, _ buffer: inout ByteBuffer) {
    guard !pair.differences.isEmpty else { return }
    let breaches = Dictionary(
      pair.breaches.map { ($0.difference, $0.ruling) }, uniquingKeysWith: { first, _ in first })
    buffer.append("\n| severity | class | quoted | source | |\n|---|---|---|---|---|\n")
    for (index, difference) in pair.differences.enumerated() {
      var note = WordingWords.plain(difference.differenceClass)
      if let ruling = breaches[index] {
        note += "; \(WordingWords.breach(ruling, of: pair.profile))"
      }
      let cells = [
        difference.severity.name, difference.differenceClass.rawValue,
        Markdown.escaped(difference.a.text), Markdown.escaped(difference.b.text),
        Markdown.escaped(note),
      ]
      buffer.append("| \(cells.joined(separator: " | ")) |\n")
    }
  }
}
