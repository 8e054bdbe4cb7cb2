internal import Golden

/// Results of golden cases as one page of HTML that needs nothing else: each difference side by side,
/// and where the words stand in the article.
///
/// The filters are style only; the script adds the search, the keys and the counts.
struct HTMLGoldenFormat: GoldenFormat {
  /// The cases; the summary stands before them.
  private var cases = ByteBuffer()
  /// The differences by kind, those of cases that fail as expected too, as the filters show them.
  private var kinds: [GoldenDifference.Kind: Int] = [:]

  mutating func begin(_ buffer: inout ByteBuffer) {}

  mutating func write(_ result: CaseResult, to buffer: inout ByteBuffer) {
    for difference in result.differences { kinds[difference.kind, default: 0] += 1 }
    let outcome = result.outcome.rawValue
    cases.append("<section class=\"case o-\(Self.slug(outcome))\">\n")
    cases.append(
      "<h2><span class=\"outcome\">\(outcome)</span> \(HTML.escaped(result.path))</h2>\n")
    if let facts = Self.facts(on: result) {
      cases.append("<p class=\"facts\">\(HTML.escaped(facts))</p>\n")
    }
    for problem in result.problems {
      let line = problem.line.map { "line \($0): " } ?? ""
      cases.append("<p class=\"problem\"><strong>\(problem.kind.rawValue)</strong> ")
      cases.append("\(HTML.escaped(line + problem.what))<br>\(HTML.escaped(problem.remedy))</p>\n")
    }
    let texts = GoldenPageTexts(result)
    for difference in result.differences {
      GoldenPageDifference(difference, of: result, texts: texts).write(to: &cases)
    }
    texts.writeWhole(to: &cases)
    cases.append("</section>\n")
  }

  mutating func end(_ summary: GoldenSummary, _ buffer: inout ByteBuffer) {
    buffer.append(
      HTML.pageStart(
        title: "Golden cases", style: GoldenPageStyle.text, script: GoldenPageScript.text))
    buffer.append("<p class=\"verdict \(summary.isWell ? "well" : "unwell")\">")
    buffer.append("\(HTML.escaped(GoldenWords.outcomes(summary)))</p>\n")
    figures(summary.tally, &buffer)
    filters(summary, &buffer)
    buffer.append("<div id=\"cases\">\n")
    buffer.append(bytes: cases.take())
    buffer.append("</div>\n")
    help(&buffer)
    buffer.append("<script>\(GoldenPageScript.text)</script>\n")
    buffer.append(HTML.pageEnd)
  }

  /// A name as a part of a class or an identifier: `speaker-changed`.
  static func slug(_ name: String) -> String { name.split(separator: " ").joined(separator: "-") }

  private static func facts(on result: CaseResult) -> String? {
    guard let header = result.header else { return nil }
    var parts = [header.job.rawValue]
    if let reason = header.expectedFailure { parts.append("known to fail: \(reason)") }
    if result.differences.isEmpty, result.outcome == .passed { parts.append("as accepted") }
    return parts.joined(separator: " · ")
  }

  // MARK: Before the cases

  private func figures(_ tally: GoldenTally, _ buffer: inout ByteBuffer) {
    let figures: [(name: String, part: Int, whole: Int, of: String)] = [
      ("Precision", tally.matched, tally.found, "found"),
      ("Recall", tally.matched, tally.accepted, "accepted"),
      ("F1", 2 * tally.matched, tally.accepted + tally.found, "found and accepted"),
      ("Speakers", tally.creditedAlike, tally.credited, "credited"),
    ]
    guard figures.contains(where: { $0.whole > 0 }) else { return }
    buffer.append("<dl class=\"figures\">\n")
    for figure in figures {
      guard let percent = GoldenWords.percent(figure.part, of: figure.whole) else { continue }
      buffer.append("<div><dt>\(figure.name)</dt><dd><strong>\(percent)</strong> ")
      buffer.append("<span>\(figure.part) of \(figure.whole) \(figure.of)</span></dd></div>\n")
    }
    buffer.append("</dl>\n")
  }

  private func filters(_ summary: GoldenSummary, _ buffer: inout ByteBuffer) {
    buffer.append("<div role=\"search\" aria-label=\"Filter\" class=\"filters\" id=\"filters\">\n")
    let outcomes = CaseResult.Outcome.allCases.compactMap { outcome -> Filter? in
      guard let count = summary.outcomes[outcome] else { return nil }
      let isQuiet = outcome == .passed || outcome == .failedAsExpected
      return Filter(
        prefix: "o", name: outcome.rawValue, count: count, isOn: !isQuiet || summary.isWell)
    }
    group("Cases", outcomes, &buffer)
    let differences = GoldenDifference.Kind.allCases.compactMap { kind -> Filter? in
      guard let count = kinds[kind] else { return nil }
      return Filter(
        prefix: "k", name: kind.rawValue, count: count, isOn: kind.isFailure || summary.isWell)
    }
    group("Differences", differences, &buffer)
    buffer.append(
      """
      <p class="script" hidden><label>Search <input type="search" id="query" autocomplete="off">\
      </label> <button type="button" id="help-button">Keys</button> \
      <span role="status" id="shown"></span></p>
      </div>

      """)
  }

  private struct Filter {
    var prefix: String
    var name: String
    var count: Int
    var isOn: Bool
  }

  private func group(_ legend: String, _ filters: [Filter], _ buffer: inout ByteBuffer) {
    guard !filters.isEmpty else { return }
    buffer.append("<fieldset><legend>\(legend)</legend>\n")
    for filter in filters {
      let id = "\(filter.prefix)-\(Self.slug(filter.name))"
      buffer.append("<label><input type=\"checkbox\" autocomplete=\"off\" id=\"\(id)\"")
      buffer.append("\(filter.isOn ? " checked" : "")> \(filter.name) ")
      buffer.append("<span class=\"count\">\(filter.count)</span></label>\n")
    }
    buffer.append("</fieldset>\n")
  }

  private func help(_ buffer: inout ByteBuffer) {
    buffer.append(
      """
      <dialog id="help" aria-labelledby="help-title">
      <h2 id="help-title">Keys</h2>
      <dl>
      <dt><kbd>j</kbd> <kbd>→</kbd></dt><dd>next difference</dd>
      <dt><kbd>k</kbd> <kbd>←</kbd></dt><dd>previous difference</dd>
      <dt><kbd>f</kbd></dt><dd>search and filter; <kbd>Esc</kbd> leaves</dd>
      <dt><kbd>?</kbd></dt><dd>this help</dd>
      </dl>
      <button type="button" id="help-close">Close</button>
      </dialog>

      """)
  }
}
