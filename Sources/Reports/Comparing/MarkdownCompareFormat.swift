internal import Wording

/// A document in CommonMark with GitHub's tables: a heading for each utterance, a block quotation
/// for each rendering, a table of the differences.
struct MarkdownCompareFormat: CompareFormat {
  mutating func begin(_ buffer: inout ByteBuffer) { buffer.append("# Utterances\n") }

  mutating func write(_ group: UtteranceGroup, to buffer: inout ByteBuffer) {
    let heading = Markdown.escaped(CompareWords.heading(of: group))
    buffer.append("\n## \(group.verdict.rawValue) · \(heading)\n")
    if let conflict = CompareWords.conflict(of: group) {
      buffer.append("\n**\(Markdown.escaped(conflict))**\n")
    }
    for (index, rendering) in group.renderings.enumerated() {
      let source = CompareWords.source(of: index, in: group).joined(separator: " · ")
      buffer.append("\n> **\(CompareWords.siglum(index))** \(Markdown.escaped(rendering.line))\n")
      buffer.append(">\n> \(Markdown.escaped("— " + source))\n")
    }
    guard !group.differences.isEmpty else { return }
    buffer.append("\n| difference | severity | readings |\n|---|---|---|\n")
    for place in group.differences {
      let readings = place.readings.map { reading in
        "\(Markdown.escaped(CompareWords.reading(reading.text))) "
          + "*\(CompareWords.witnesses(reading))*"
      }
      buffer.append(
        "| \(CompareWords.kind(of: place)) | \(place.severity.name) "
          + "| \(readings.joined(separator: " · ")) |\n")
    }
  }

  mutating func end(_ summary: CompareSummary, _ buffer: inout ByteBuffer) {
    for line in CompareWords.summary(summary) { buffer.append("\n\(Markdown.escaped(line))\n") }
    guard !summary.failures.isEmpty else { return }
    buffer.append("\n## Not read\n\n")
    for failure in summary.failures {
      buffer.append("- \(Markdown.escaped(ListWords.failure(failure)))\n")
    }
  }
}
