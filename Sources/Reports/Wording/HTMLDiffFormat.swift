internal import Wording

/// Pairs as one HTML file: the wordings side by side, what differs marked, and a table.
struct HTMLDiffFormat: DiffFormat {
  let isBatch: Bool

  func begin(_ buffer: inout ByteBuffer) { buffer.append(HTML.pageStart(title: "Wording")) }

  func write(_ pair: CheckedPair, to buffer: inout ByteBuffer) {
    buffer.append("<section>\n")
    let name = pair.id.map { "\(HTML.escaped($0)): " } ?? ""
    buffer.append("<h2>\(name)\(pair.verdict.rawValue)</h2>\n")
    buffer.append("<p class=\"facts\">\(HTML.escaped(facts(on: pair)))</p>\n")
    let differences = pair.comparison.differences
    buffer.append("<div class=\"sides\">\n")
    HTMLWording(
      "A", element: "del", pair.a, spans: differences.map(\.a.span), differences: differences,
      shared: pair.comparison.shared?.a
    ).write(to: &buffer)
    HTMLWording(
      "B", element: "ins", pair.b, spans: differences.map(\.b.span), differences: differences,
      shared: pair.comparison.shared?.b
    ).write(to: &buffer)
    buffer.append("</div>\n")
    table(pair, &buffer)
    buffer.append("</section>\n")
  }

  func end(_ summary: DiffSummary, _ buffer: inout ByteBuffer) {
    if isBatch { buffer.append("<p class=\"facts\">\(HTML.escaped(summary.line))</p>\n") }
    if !summary.failures.isEmpty {
      buffer.append("<section>\n<h2>Not read</h2>\n<ul>\n")
      for failure in summary.failures {
        buffer.append("<li>\(HTML.escaped(ListWords.failure(failure)))</li>\n")
      }
      buffer.append("</ul>\n</section>\n")
    }
    buffer.append(HTML.pageEnd)
  }

  private func table(_ pair: CheckedPair, _ buffer: inout ByteBuffer) {
    guard !pair.differences.isEmpty else { return }
    let breaches = Dictionary(
      pair.breaches.map { ($0.difference, $0.ruling) }, uniquingKeysWith: { first, _ in first })
    buffer.append(
      """
      <table>
      <thead><tr><th scope="col">#</th><th scope="col">severity</th><th scope="col">class</th>\
      <th scope="col">A</th><th scope="col">B</th><th scope="col">what it is</th></tr></thead>
      <tbody>

      """)
    for (index, difference) in pair.differences.enumerated() {
      let differenceClass = difference.differenceClass
      var note = WordingWords.plain(differenceClass)
      if let ruling = breaches[index] {
        note += "; \(WordingWords.breach(ruling, of: pair.profile))"
      }
      let severity = difference.severity.name
      buffer.append(
        "<tr><td>\(index + 1)</td><td><span class=\"\(severity)\">\(severity)</span></td>")
      buffer.append("<td>\(differenceClass.rawValue)</td>")
      buffer.append("<td dir=\"auto\">\(HTML.escaped(difference.a.text))</td>")
      buffer.append("<td dir=\"auto\">\(HTML.escaped(difference.b.text))</td>")
      buffer.append("<td>\(HTML.escaped(note))</td></tr>\n")
    }
    buffer.append("</tbody>\n</table>\n")
  }

  private func facts(on pair: CheckedPair) -> String {
    var parts = [WordingWords.plain(pair.verdict)]
    if pair.verdict != .different, let relation = WordingWords.relation(of: pair) {
      parts.append(relation)
    }
    parts.append("similarity \(decimalText(pair.similarity))")
    parts.append("profile \(pair.profile.name)")
    if let medium = pair.medium { parts.append(medium.rawValue) }
    return parts.joined(separator: " · ")
  }
}
