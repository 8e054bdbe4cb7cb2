import Prose
import Quotations
import TestSupport
import Testing

@Suite struct PropertyTests {
  private static let parts = [
    "“", "”", "\"", "‘", "’", "'", "''", "``", "«", "»", "‹", "›", "„", "‚", "「", "」", "『", "』",
    "`",
    "word", "Näme", "the dogs", "said", "he", "Smith", "6", "'90s", "<a b=\"c\">", "=", "(", ")",
    ".", ",", "?", "!", "…", "—", "--", " ", " ", " ", " ", "\u{A0}", "\n", "\n\n", "\u{202A}",
    "漢字", "🙂",
  ]

  @Test(arguments: 0..<1500)
  func everyTextKeepsTheInvariants(_ seed: Int) {
    var random = SeededGenerator(seed: UInt64(seed))
    var string = ""
    for _ in 0..<Int.random(in: 0...120, using: &random) {
      string += Self.parts.randomElement(using: &random) ?? ""
    }
    let text = Tokenizer().tokenize(Array(string.utf8))
    let options = QuotationFinder.Options(
      singleQuotes: QuotationFinder.SingleQuotes.allCases[seed % 3],
      dashDialogue: QuotationFinder.DashDialogue.allCases[seed / 3 % 3])
    expectInvariants(text, QuotationFinder(options: options).quotations(in: text))
  }

  @Test(arguments: [
    String(repeating: "“a ", count: 20_000), String(repeating: "\"a ", count: 20_000),
    String(repeating: "a” ", count: 20_000), String(repeating: "'a ", count: 20_000),
    String(repeating: " \" ", count: 20_000), String(repeating: "<a \"", count: 20_000),
    String(repeating: "\"abc\n\n", count: 20_000), String(repeating: "“abc,\n", count: 20_000),
    String(repeating: "«a ", count: 20_000) + String(repeating: "b» ", count: 20_000),
  ])
  func hostileTextKeepsTheInvariants(_ string: String) {
    let text = Tokenizer().tokenize(Array(string.utf8))
    let finder = QuotationFinder(options: .init(maximumDiagnostics: .max))
    expectInvariants(text, finder.quotations(in: text))
  }

  private func expectInvariants(_ text: TokenizedText, _ found: FoundQuotations) {
    let bytes = text.bytes
    func isBoundary(_ offset: Int) -> Bool {
      offset == bytes.count || bytes[offset] & 0xC0 != 0x80
    }
    var covered = Set<Int>()
    var enclosing: [Int] = []
    for (index, quotation) in found.quotations.enumerated() {
      var last = 0
      for piece in quotation.pieces {
        #expect(last <= piece.span.start && piece.span.end <= bytes.count && !piece.span.isEmpty)
        #expect(isBoundary(piece.span.start) && isBoundary(piece.span.end))
        last = piece.span.end
        for mark in [piece.opening, piece.closing].compactMap(\.self) {
          #expect(piece.span.contains(mark))
          covered.formUnion(mark.range)
        }
      }
      let span = quotation.span
      if index > 0 { #expect(!(span < found.quotations[index - 1].span)) }
      while let outer = enclosing.last, found.quotations[outer].span.end <= span.start {
        enclosing.removeLast()
      }
      if let outer = enclosing.last { #expect(found.quotations[outer].span.contains(span)) }
      #expect(quotation.parent == enclosing.last)
      enclosing.append(index)
    }
    for mark in found.otherMarks {
      #expect(covered.isDisjoint(with: mark.span.range))
      covered.formUnion(mark.span.range)
    }
    for diagnostic in found.diagnostics {
      if let span = diagnostic.span { covered.formUnion(span.range) }
    }
    for token in text.tokens where token.kind == .mark {
      #expect(covered.contains(token.start), "\(text.text(of: token.span))")
    }
  }

  private static let paragraphs = [
    "“We came in spring,” Ann said. “It was cold.”",
    "Bo called the plan “a disgrace” and left the dogs’ bowls behind.",
    "The minister told reporters that “nobody” had known.",
    "Nobody asked. They don’t, as a rule, in the ’90s style of Cy’s town.",
    "“He told me ‘no’ and left,” Dee said.",
    "According to Eve, “this is the end of the road.”",
  ]

  @Test(arguments: 0..<200)
  func damageStaysInItsParagraph(_ seed: Int) {
    var random = SeededGenerator(seed: UInt64(seed) &+ 77)
    var whole: [String] = []
    for _ in 0..<8 { whole.append(Self.paragraphs.randomElement(using: &random) ?? "") }
    let place = Int.random(in: 0..<8, using: &random)
    var scalars = Array(whole[place].unicodeScalars)
    let marks = scalars.indices.filter { "“”‘".unicodeScalars.contains(scalars[$0]) }
    guard let mark = marks.randomElement(using: &random) else { return }
    switch Int.random(in: 0..<4, using: &random) {
    case 0: scalars.remove(at: mark)
    case 1: scalars[mark] = scalars[mark] == "“" ? "”" : "“"
    case 2: scalars[mark] = "\""
    default: scalars.insert(scalars[mark], at: mark)
    }
    var damaged = whole
    damaged[place] = String(String.UnicodeScalarView(scalars))
    let before = quotations(whole)
    let after = quotations(damaged)
    for index in whole.indices where index != place {
      // What the damage left open, the next paragraph's first mark carries on.
      if index == place + 1, whole[index].hasPrefix("“") { continue }
      #expect(before[index] == after[index])
    }
  }

  /// The quotations by paragraph.
  private func quotations(_ paragraphs: [String]) -> [[String]] {
    let text = Tokenizer().tokenize(Array(paragraphs.joined(separator: "\n\n").utf8))
    let found = QuotationFinder().quotations(in: text)
    return text.paragraphs.map { paragraph in
      found.quotations.flatMap(\.pieces).filter { paragraph.span.contains($0.span) }
        .map { text.text(of: $0.span) }
    }
  }
}
