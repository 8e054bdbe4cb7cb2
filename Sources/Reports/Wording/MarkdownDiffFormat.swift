internal import Wording

/// Pairs as a document in CommonMark with GitHub's tables: both wordings with the changed words in
/// bold, and a table of the differences.
struct MarkdownDiffFormat: DiffFormat {
  let isBatch: Bool

  func begin(_ buffer: inout ByteBuffer) { buffer.append("# Wording\n") }

  func write(_ pair: CheckedPair, to buffer: inout ByteBuffer) {
    if let id = pair.id { buffer.append("\n## \(Markdown.escaped(id))\n") }
    buffer.append("\n**\(pair.verdict.rawValue)**, \(WordingWords.plain(pair.verdict))")
    if pair.verdict != .different, let relation = WordingWords.relation(of: pair) {
      buffer.append("; \(relation)")
    }
    if pair.profile.name != Profile.neutral.name {
      buffer.append("; profile \(Markdown.escaped(pair.profile.name))")
      if let medium = pair.medium { buffer.append(", \(medium.rawValue)") }
    }
    buffer.newline()
    let words = AlignedWords(pair.a, pair.b, pair.comparison)
    side("A", words.a, words.aDifferences, &buffer)
    side("B", words.b, words.bDifferences, &buffer)
    table(pair, &buffer)
  }

  func end(_ summary: DiffSummary, _ buffer: inout ByteBuffer) {
    if isBatch { buffer.append("\n\(Markdown.escaped(summary.line))\n") }
    guard !summary.failures.isEmpty else { return }
    buffer.append("\n## Not read\n\n")
    for failure in summary.failures {
      buffer.append("- \(Markdown.escaped(ListWords.failure(failure)))\n")
    }
  }

  /// One wording. Runs of whole words are set in bold, because CommonMark takes asterisks for
  /// emphasis only at the edges of words.
  private func side(
    _ label: String, _ printed: PrintedWords, _ differences: [Int: [Int]],
    _ buffer: inout ByteBuffer
  ) {
    buffer.append("\n> \(label):")
    for index in printed.words.indices {
      let isDifferent = differences[index] != nil
      let opens = isDifferent && (index == 0 || differences[index - 1] == nil)
      let closes = isDifferent && differences[index + 1] == nil
      if printed.words[index].opensPiece { buffer.append(" \\|") }
      buffer.append(" \(opens ? "**" : "")\(Markdown.escaped(printed.text(index)))")
      if closes { buffer.append("**") }
    }
    buffer.newline()
  }

  private func table(_ pair: CheckedPair, _ buffer: inout ByteBuffer) {
    guard !pair.differences.isEmpty else { return }
    let breaches = Dictionary(
      pair.breaches.map { ($0.difference, $0.ruling) }, uniquingKeysWith: { first, _ in first })
    buffer.append("\n| # | severity | class | A | B | |\n|---|---|---|---|---|---|\n")
    for (index, difference) in pair.differences.enumerated() {
      let differenceClass = difference.differenceClass
      var note = WordingWords.plain(differenceClass)
      if let ruling = breaches[index] {
        note += "; \(WordingWords.breach(ruling, of: pair.profile))"
      }
      let cells = [
        String(index + 1), difference.severity.name, differenceClass.rawValue,
        Markdown.escaped(difference.a.text), Markdown.escaped(difference.b.text),
        Markdown.escaped(note),
      ]
      buffer.append("| \(cells.joined(separator: " | ")) |\n")
    }
  }
}
