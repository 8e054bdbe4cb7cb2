internal import Wording

/// Two renderings for a terminal, one above the other, word against word.
///
///     A  We may  sign the treaty.
///     B  We will sign the treaty.
///           1^^^
///
/// The third line points at the differences by their numbers. Long stretches without a difference
/// are left out, and said so. Text that runs from right to left cannot be set in columns; it is
/// printed as two paragraphs with the changed words between ⟨ and ⟩, as is text with words that are
/// wider than a line.
struct TerminalAlignment {
  private let words: AlignedWords
  private let severities: [Severity]
  private let style: TerminalStyle
  private let labels: (a: String, b: String)

  /// - Parameters:
  ///   - labels: What stands before the lines of the two renderings; of one width.
  init(
    _ words: AlignedWords, differences: [LocatedDifference], style: TerminalStyle,
    labels: (a: String, b: String) = ("A", "B")
  ) {
    self.words = words
    self.style = style
    self.labels = labels
    severities = differences.map(\.severity)
  }

  /// How many words without a difference are shown beside one that has one.
  private static let context = 10

  func write(to buffer: inout ByteBuffer) {
    let cells = words.columns.map(cell)
    let isWide = cells.contains { $0.width > max(10, style.width - indent) }
    let needsParagraphs = isWide || cells.contains { $0.isRightToLeft }
    if words.columns.isEmpty || needsParagraphs {
      paragraph(labels.a, words.a, words.aDifferences, &buffer)
      paragraph(labels.b, words.b, words.bDifferences, &buffer)
      return
    }
    for (index, stretch) in stretches(of: words.columns.map { !$0.differences.isEmpty })
      .enumerated()
    {
      if index > 0 { buffer.newline() }
      switch stretch {
      case .shown(let range): lines(of: cells[range], &buffer)
      case .hidden(let range): note(hidden: range, &buffer)
      }
    }
  }
}

// MARK: Columns

extension TerminalAlignment {
  private struct Cell {
    var a: String
    var b: String
    var column: AlignedWords.Column
    var width: Int
    var isRightToLeft: Bool
  }

  private var indent: Int { DisplayWidth.of(labels.a) + 2 }

  private func cell(_ column: AlignedWords.Column) -> Cell {
    let a = column.a.map(words.a.text) ?? ""
    let b = column.b.map(words.b.text) ?? ""
    let numbers = column.differences.map { String($0 + 1) }.joined(separator: ",")
    return Cell(
      a: a, b: b, column: column,
      width: max(DisplayWidth.of(a), DisplayWidth.of(b), numbers.utf8.count),
      isRightToLeft: WordingWords.hasRightToLeft(a) || WordingWords.hasRightToLeft(b))
  }

  private func lines(of cells: ArraySlice<Cell>, _ buffer: inout ByteBuffer) {
    let room = max(10, style.width - indent)
    var line: [Cell] = []
    var width = 0
    var numbered: Set<Int> = []
    for cell in cells {
      if !line.isEmpty, width + 1 + cell.width > room {
        self.line(line, &numbered, &buffer)
        buffer.newline()
        line = []
        width = 0
      }
      width += cell.width + (line.isEmpty ? 0 : 1)
      line.append(cell)
    }
    self.line(line, &numbered, &buffer)
  }

  private func line(
    _ cells: [Cell], _ numbered: inout Set<Int>, _ buffer: inout ByteBuffer
  ) {
    for (label, text) in [(labels.a, \Cell.a), (labels.b, \Cell.b)] {
      var line = Line(label, style)
      for cell in cells {
        line.append(cell[keyPath: text], role: role(of: cell.column), width: cell.width)
      }
      line.write(to: &buffer)
    }
    guard cells.contains(where: { !$0.column.differences.isEmpty }) else { return }
    var pointers = Line(String(repeating: " ", count: DisplayWidth.of(labels.a)), style)
    for cell in cells {
      let differences = cell.column.differences
      let new = differences.filter { numbered.insert($0).inserted }
      var text = new.map { String($0 + 1) }.joined(separator: ",")
      if !differences.isEmpty {
        text += String(repeating: "^", count: max(0, printedWidth(cell) - text.utf8.count))
      }
      pointers.append(text, role: .place, width: cell.width)
    }
    pointers.write(to: &buffer)
  }

  private func printedWidth(_ cell: Cell) -> Int {
    max(DisplayWidth.of(cell.a), DisplayWidth.of(cell.b), 1)
  }

  private func role(of column: AlignedWords.Column) -> TerminalStyle.Role? {
    if column.isOutside { return .place }
    return column.differences.map { severities[$0] }.max().flatMap(TerminalStyle.Role.init)
  }

  /// A line of cells, each filled up to its width.
  private struct Line {
    private var text: String
    private let style: TerminalStyle
    private var due: Int

    init(_ label: String, _ style: TerminalStyle) {
      text = style.paint(label, as: .place)
      self.style = style
      due = 2
    }

    mutating func append(_ word: String, role: TerminalStyle.Role?, width: Int) {
      if !word.isEmpty {
        text += String(repeating: " ", count: due)
        text += role.map { style.paint(word, as: $0) } ?? word
        due = 0
      }
      due += width - DisplayWidth.of(word) + 1
    }

    /// Blanks at the end are not written.
    func write(to buffer: inout ByteBuffer) {
      buffer.append(text)
      buffer.newline()
    }
  }
}

// MARK: What is left out

extension TerminalAlignment {
  private enum Stretch {
    case shown(Range<Int>)
    case hidden(Range<Int>)
  }

  /// Cuts a sequence into what stands near a difference, and what does not.
  private func stretches(of isDifferent: [Bool]) -> [Stretch] {
    var result: [Stretch] = []
    var shownUpTo = 0
    var last = -1
    func hide(_ from: Int, _ to: Int, _ result: inout [Stretch]) {
      // A note takes a line as well, so that a few words are better shown.
      guard to - from > 2 * Self.context else { return }
      if shownUpTo < from { result.append(.shown(shownUpTo..<from)) }
      result.append(.hidden(from..<to))
      shownUpTo = to
    }
    for index in isDifferent.indices where isDifferent[index] {
      hide(last < 0 ? 0 : last + 1 + Self.context, index - Self.context, &result)
      last = index
    }
    // Without any difference the beginning is what tells people which text it is.
    hide((last < 0 ? 0 : last + 1) + Self.context, isDifferent.count, &result)
    if shownUpTo < isDifferent.count { result.append(.shown(shownUpTo..<isDifferent.count)) }
    return result
  }

  private func note(hidden range: Range<Int>, _ buffer: inout ByteBuffer) {
    let columns = words.columns[range]
    var parts: [String] = []
    let equal = columns.count { !$0.isOutside }
    if equal > 0 { parts.append("\(ListWords.counted(equal, "word")) the same") }
    let aOnly = columns.count { $0.isOutside && $0.a != nil }
    if aOnly > 0 { parts.append("\(ListWords.counted(aOnly, "word")) only in \(labels.a)") }
    let bOnly = columns.count { $0.isOutside && $0.b != nil }
    if bOnly > 0 { parts.append("\(ListWords.counted(bOnly, "word")) only in \(labels.b)") }
    buffer.append(spaces: indent)
    buffer.append(style.paint("⋯ \(parts.joined(separator: ", ")) ⋯", as: .place))
    buffer.newline()
  }
}

// MARK: Paragraphs

extension TerminalAlignment {
  /// One rendering as a paragraph, the words that differ between ⟨ and ⟩.
  private func paragraph(
    _ label: String, _ printed: PrintedWords, _ differences: [Int: [Int]],
    _ buffer: inout ByteBuffer
  ) {
    let isDifferent = printed.words.indices.map { differences[$0] != nil }
    var text = ""
    for stretch in stretches(of: isDifferent) {
      switch stretch {
      case .shown(let range):
        for index in range {
          if !text.isEmpty { text += " " }
          let word = printed.text(index)
          let opens = isDifferent[index] && (index == range.lowerBound || !isDifferent[index - 1])
          let closes =
            isDifferent[index] && (index + 1 == range.upperBound || !isDifferent[index + 1])
          text += "\(opens ? "⟨" : "")\(word)\(closes ? "⟩" : "")"
        }
      case .hidden(let range):
        text += "\(text.isEmpty ? "" : " ")⋯ \(ListWords.counted(range.count, "word")) ⋯"
      }
    }
    if text.isEmpty { text = "(nothing)" }
    let lines = LineWrapper.lines(text, width: style.width - indent)
    for (index, line) in lines.enumerated() {
      if index == 0 {
        buffer.append(style.paint(label, as: .place))
        buffer.append(spaces: 2)
      } else {
        buffer.append(spaces: indent)
      }
      buffer.append(WordingWords.isolated(line))
      buffer.newline()
    }
  }
}

extension TerminalStyle.Role {
  /// The look of words that differ.
  init?(_ severity: Severity) {
    switch severity {
    case .identical: return nil
    case .style: self = .good
    case .marked: self = .notice
    case .minor: self = .doubt
    case .meaning: self = .alarm
    }
  }
}
