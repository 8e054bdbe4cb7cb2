internal import Prose

/// Makes quotations and diagnostics of the roles of the marks.
struct QuotationBuilder {
  private let text: TokenizedText
  private let marks: PrintedMarks
  private let roles: Roles
  private let conventions: MarkConventions
  private let bounds: SpeechBounds
  private var open: [OpenQuotation] = []
  private var resumed = 0
  /// The end of the last quotation that was closed outside all others in this paragraph.
  private var lastEnd: Int?
  /// The last paragraph that ended with a quotation that was never closed.
  private var unclosedParagraph: Int?
  /// Whether the last paragraph with marks ended with one that closes.
  private var endsClosed = false
  /// How often a paragraph opens with a mark where the one above closed with one: turns of a
  /// conversation.
  private var turns = 0
  /// The opening marks of the pieces that the next paragraph carries on.
  private var carried: [TextSpan] = []
  private(set) var found = FoundQuotations()

  /// A quotation whose end is not read yet.
  private struct OpenQuotation {
    var pieces: [Quotation.Piece]
    var mark: PrintedMark
    /// The start of the piece that is open, and its opening mark.
    var start: Int
    var opening: TextSpan
    /// The end of the last quotation inside the open piece.
    var lastInnerEnd: Int
  }

  init(
    text: TokenizedText, marks: PrintedMarks, roles: Roles, conventions: MarkConventions,
    bounds: SpeechBounds
  ) {
    self.text = text
    self.marks = marks
    self.roles = roles
    self.conventions = conventions
    self.bounds = bounds
  }

  mutating func build() -> FoundQuotations {
    for (index, range) in marks.paragraphs.enumerated() where !range.isEmpty || !open.isEmpty {
      resumed = 0
      lastEnd = nil
      countTurn(index, range)
      for mark in range { read(mark) }
      endParagraph(index)
    }
    doubtCarried()
    return found
  }

  // MARK: Conversations

  private mutating func countTurn(_ paragraph: Int, _ range: Range<Int>) {
    if endsClosed, let first = range.first, marks.marks[first].traits.contains(.head),
      roles.marks[first].kind == .open
    {
      turns += 1
    }
    endsClosed = false
    if let last = range.last, roles.marks[last].kind == .close {
      endsClosed = marks.marks[last].end == text.paragraphs[paragraph].span.end
    }
  }

  /// In a conversation the next paragraph's mark may as well open the answer: print shows no
  /// difference between speech that goes on and a mark that was lost.
  private mutating func doubtCarried() {
    guard turns >= Self.fewestTurns, turns > Self.turnsToDoubt * carried.count else { return }
    for span in carried {
      diagnose(
        "carried-on", .note,
        "No mark closes this paragraph's speech, and the next one opens with a mark, so it was read "
          + "as going on there. If the next paragraph answers, add the closing mark.", span)
    }
  }

  /// How many turns make a conversation.
  private static let fewestTurns = 3
  /// How many turns there must be for each paragraph that goes on, so that going on is odd.
  private static let turnsToDoubt = 5

  // MARK: The roles

  private mutating func read(_ index: Int) {
    let mark = marks.marks[index]
    guard !mark.isSettled else { return addOther(mark, mark.otherUse) }
    let role = roles.marks[index]
    switch role.kind {
    case .other:
      addOther(mark, mark.otherUse)
      if mark.otherUse == .apostrophe, mark.otherCost >= MarkCosts.doubtfulApostrophe {
        diagnose(
          "doubtful-apostrophe", .note,
          "This mark was read as an apostrophe, though no word is known that is written so. If it is "
            + "a quotation mark, its partner is missing.", TextSpan(mark.start, mark.end))
      }
    case .open:
      checkDirection(mark, opens: true)
      push(mark)
    case .reopen:
      endWithoutMark(before: mark.start)
      checkDirection(mark, opens: true)
      push(mark)
    case .resume:
      guard resumed < open.count else { return addOther(mark, .stray) }
      open[resumed].start = mark.start
      open[resumed].opening = TextSpan(mark.start, mark.end)
      open[resumed].lastInnerEnd = mark.end
      resumed += 1
    case .unopened: beginWithoutMark(mark)
    case .close:
      checkDirection(mark, opens: false)
      for _ in 1..<max(1, role.amount) { endWithoutMark(before: mark.start) }
      close(mark)
    }
  }

  private mutating func push(_ mark: PrintedMark) {
    open.append(
      OpenQuotation(
        pieces: [], mark: mark, start: mark.start, opening: TextSpan(mark.start, mark.end),
        lastInnerEnd: mark.end))
  }

  private mutating func close(_ mark: PrintedMark) {
    guard var quotation = open.popLast() else { return addOther(mark, .stray) }
    let content = TextSpan(quotation.opening.end, max(quotation.opening.end, mark.start))
    if quotation.pieces.isEmpty,
      bounds.trimmed(from: content.start, to: content.end) == content.start
    {
      addOther(quotation.mark, .empty)
      addOther(mark, .empty)
      return
    }
    quotation.pieces.append(
      Quotation.Piece(
        span: TextSpan(quotation.start, mark.end), opening: quotation.opening,
        closing: TextSpan(mark.start, mark.end)))
    if let cost = Pairing(conventions: conventions).close(quotation.mark.glyph, mark.glyph),
      cost >= 10
    {
      diagnose(
        "mismatched-marks", cost < 20 ? .note : .warning,
        "A quotation opens with one kind of mark and closes with another; use one kind for both.",
        TextSpan(mark.start, mark.end))
    }
    finish(quotation)
  }

  private mutating func finish(_ quotation: OpenQuotation) {
    guard let last = quotation.pieces.last else { return }
    found.quotations.append(
      Quotation(pieces: quotation.pieces, style: quotation.mark.glyph.style))
    if open.isEmpty {
      lastEnd = last.span.end
    } else {
      open[open.count - 1].lastInnerEnd = last.span.end
    }
  }

  /// Ends the innermost quotation, whose mark is missing, where its speech ends.
  private mutating func endWithoutMark(before limit: Int) {
    guard var quotation = open.popLast() else { return }
    var end = bounds.end(
      from: quotation.opening.end, to: limit, after: quotation.mark.glyph)
    if end < quotation.lastInnerEnd { end = bounds.trimmed(from: quotation.start, to: limit) }
    guard end > quotation.opening.end else {
      addStray(quotation.opening)
      finish(quotation)
      return
    }
    quotation.pieces.append(
      Quotation.Piece(
        span: TextSpan(quotation.start, end), opening: quotation.opening, closing: nil))
    diagnose(
      "unclosed-mark", .warning,
      "The quotation that opens here is never closed; it was ended where its speech ends. "
        + "Add the closing mark.",
      quotation.opening)
    finish(quotation)
  }

  private mutating func beginWithoutMark(_ mark: PrintedMark) {
    let paragraph = text.paragraphs[mark.paragraph].span
    let span = TextSpan(mark.start, mark.end)
    guard !signsQuotationAbove(mark),
      let start = bounds.start(
        from: lastEnd ?? paragraph.start, to: mark.start, startsParagraph: lastEnd == nil),
      start < mark.start
    else {
      found.otherMarks.append(OtherMark(span: span, use: .stray))
      diagnose(
        "unopened-mark", .warning,
        "This mark closes a quotation that never opened, and nothing shows where it begins; "
          + "no quotation was made of it. Add the opening mark.", span)
      return
    }
    found.quotations.append(
      Quotation(
        pieces: [Quotation.Piece(span: TextSpan(start, mark.end), opening: nil, closing: span)],
        style: mark.glyph.style))
    lastEnd = mark.end
    diagnose(
      "unopened-mark", .warning,
      "This mark closes a quotation that never opened; it was begun where its speech begins. "
        + "Add the opening mark.", span)
  }

  /// Whether a mark without partner ends the line of names under a display quotation, which then
  /// lacks its mark: `"We will win.⏎Jane Doe, mayor"`.
  private func signsQuotationAbove(_ mark: PrintedMark) -> Bool {
    guard unclosedParagraph == mark.paragraph - 1, lastEnd == nil else { return false }
    let (above, line) = (text.paragraphs[mark.paragraph - 1], text.paragraphs[mark.paragraph])
    guard line.tokens.count <= Self.longestSignature, mark.end == line.span.end else {
      return false
    }
    var breaks = 0
    for byte in text.bytes[above.span.end..<line.span.start] where byte == 0x0A { breaks += 1 }
    return breaks == 1
  }

  /// How many tokens a line of names has at most.
  private static let longestSignature = 16

  private mutating func endParagraph(_ index: Int) {
    guard roles.carried[index] != Roles.sameParagraph else { return }
    let end = text.paragraphs[index].span.end
    let kept = min(Int(roles.carried[index]), open.count)
    if open.count > kept { unclosedParagraph = index }
    while open.count > kept { endWithoutMark(before: end) }
    if kept > 0 { carried.append(open[0].opening) }
    for level in 0..<kept {
      open[level].pieces.append(
        Quotation.Piece(
          span: TextSpan(open[level].start, end), opening: open[level].opening, closing: nil))
    }
  }

  // MARK: What is no quotation mark

  private mutating func addOther(_ mark: PrintedMark, _ use: OtherMark.Use) {
    let span = TextSpan(mark.start, mark.end)
    guard use != .stray else { return addStray(span) }
    found.otherMarks.append(OtherMark(span: span, use: use))
    if use == .empty {
      diagnose("empty-quotation", .note, "Nothing stands between this mark and its partner.", span)
    }
  }

  private mutating func addStray(_ span: TextSpan) {
    found.otherMarks.append(OtherMark(span: span, use: .stray))
    diagnose(
      "stray-mark", .warning,
      "This mark neither opens nor closes a quotation. Remove it, or add its partner.", span)
  }

  private mutating func checkDirection(_ mark: PrintedMark, opens: Bool) {
    let cost = opens ? conventions.openCost(mark.glyph) : conventions.closeCost(mark.glyph)
    guard cost >= MarkConventions.reversal else { return }
    diagnose(
      "reversed-mark", .warning,
      opens
        ? "A closing mark is printed where a quotation opens; it was read as an opening mark."
        : "An opening mark is printed where a quotation closes; it was read as a closing mark.",
      TextSpan(mark.start, mark.end))
  }

  private mutating func diagnose(
    _ code: String, _ severity: Diagnostic.Severity, _ message: String, _ span: TextSpan
  ) {
    found.diagnostics.append(
      Diagnostic(code: code, severity: severity, message: message, span: span))
  }
}
