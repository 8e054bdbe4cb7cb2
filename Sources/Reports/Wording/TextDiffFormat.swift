internal import Wording

/// Pairs for a terminal: verdict, both wordings aligned, and each difference in words.
struct TextDiffFormat: DiffFormat {
  let style: TerminalStyle
  let isBatch: Bool

  func write(_ pair: CheckedPair, to buffer: inout ByteBuffer) {
    if let id = pair.id {
      buffer.append("\(style.paint(VisibleText.oneLine(id), as: .heading)): ")
    }
    let verdict = style.paint(pair.verdict.rawValue, as: .init(pair.verdict))
    buffer.append("\(verdict), \(WordingWords.plain(pair.verdict))\n")
    let isPlain = pair.differences.isEmpty && pair.relation == .full
    if isPlain, isBatch { return }
    TerminalParagraph(facts(on: pair), style: style, role: .place).write(to: &buffer)
    if isPlain { return }
    buffer.newline()
    let words = AlignedWords(pair.a, pair.b, pair.comparison)
    TerminalAlignment(words, differences: pair.differences, style: style).write(to: &buffer)
    if pair.differences.isEmpty { return }
    buffer.newline()
    DifferenceList(pair, style: style).write(to: &buffer)
  }

  func separate(_ buffer: inout ByteBuffer) { buffer.newline() }

  func end(_ summary: DiffSummary, _ buffer: inout ByteBuffer) {
    guard isBatch else { return }
    if summary.pairCount > 0 { buffer.newline() }
    TerminalParagraph(summary.line, style: style).write(to: &buffer)
  }

  private func facts(on pair: CheckedPair) -> String {
    var parts: [String] = []
    if pair.verdict != .different, let relation = WordingWords.relation(of: pair) {
      parts.append(relation)
    }
    parts.append("similarity \(decimalText(pair.similarity))")
    if pair.profile.name != Profile.neutral.name {
      parts.append("profile \(pair.profile.name)")
    }
    if let medium = pair.medium { parts.append(medium.rawValue) }
    return VisibleText.oneLine(parts.joined(separator: " · "))
  }
}

/// The differences of a pair for a terminal, each with its number, severity, words and class.
struct DifferenceList {
  private let pair: CheckedPair
  private let style: TerminalStyle
  private let breaches: [Int: Profile.Ruling]

  init(_ pair: CheckedPair, style: TerminalStyle) {
    self.pair = pair
    self.style = style
    breaches = Dictionary(
      pair.breaches.map { ($0.difference, $0.ruling) }, uniquingKeysWith: { first, _ in first })
  }

  func write(to buffer: inout ByteBuffer) {
    let numberWidth = String(pair.differences.count).utf8.count
    let severityWidth = pair.differences.map { $0.severity.name.utf8.count }.max() ?? 0
    for (index, difference) in pair.differences.enumerated() {
      let number = String(index + 1)
      buffer.append(spaces: numberWidth - number.utf8.count)
      buffer.append("\(style.paint(number, as: .place))  ")
      let severity = difference.severity
      let name = severity.name
      buffer.append(TerminalStyle.Role(severity).map { style.paint(name, as: $0) } ?? name)
      buffer.append(spaces: severityWidth - name.utf8.count + 2)
      let indent = numberWidth + severityWidth + 4
      let words =
        "\(WordingWords.change(difference)) · \(WordingWords.named(difference.differenceClass))"
      for (line, text) in LineWrapper.lines(words, width: style.width - indent).enumerated() {
        if line > 0 { buffer.append(spaces: indent) }
        buffer.append("\(text)\n")
      }
      if let ruling = breaches[index] {
        let breach = VisibleText.oneLine(WordingWords.breach(ruling, of: pair.profile))
        TerminalParagraph(breach, style: style, role: .alarm, indent: indent, hang: 2)
          .write(to: &buffer)
      }
    }
  }
}

extension TerminalStyle.Role {
  /// The look of a verdict.
  init(_ verdict: Verdict) {
    switch verdict {
    case .verbatim, .styled: self = .good
    case .markedEdit: self = .notice
    case .cannotEstablish, .altered: self = .doubt
    case .meaningAltered, .different, .notFound: self = .alarm
    }
  }
}
