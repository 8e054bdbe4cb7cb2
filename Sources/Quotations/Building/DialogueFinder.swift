internal import Prose

/// Finds speech that a dash opens at the head of a paragraph.
///
/// Nothing closes it. It ends with the paragraph, or before the words of who said it: where a dash
/// cuts them off (`—Sí —dijo Juan—. Vamos.`, `— Да, — сказал он. — Идём.`), or where a reporting
/// verb shows them (`--Yes, said Stephen.`).
struct DialogueFinder {
  let text: TokenizedText
  let bounds: SpeechBounds

  /// Languages that print dialogue with dashes.
  static let languages: Set<String> = [
    "bg", "bs", "ca", "cs", "da", "el", "es", "eu", "fi", "fr", "gl", "hr", "hu", "it", "lt", "lv",
    "mk", "nb", "nn", "no", "pl", "pt", "ro", "ru", "sk", "sl", "sq", "sr", "sv", "tr", "uk",
  ]

  /// Whether the article prints its dialogue so: it marks no speech otherwise, and the paragraphs
  /// that start with a dash ask, exclaim, or follow a colon, as the items of a list do not.
  func isUsed(beside found: FoundQuotations) -> Bool {
    guard !found.quotations.contains(where: { $0.style != .straightSingle }) else { return false }
    var paragraphs = 0
    var evidence = 0
    for index in text.paragraphs.indices where startsWithDash(index) {
      paragraphs += 1
      let previous = index > 0 ? text.paragraphs[index - 1].tokens.last : nil
      if let previous, text.tokens[previous].kind == .colon {
        evidence += 1
      } else if text.paragraphs[index].tokens.contains(where: {
        text.tokens[$0].kind == .questionMark || text.tokens[$0].kind == .exclamationMark
      }) {
        evidence += 1
      }
    }
    return evidence >= 2 && 3 * evidence >= paragraphs
  }

  /// The speech of all paragraphs that start with a dash.
  func quotations(beside found: FoundQuotations) -> [Quotation] {
    var result: [Quotation] = []
    var next = 0
    for index in text.paragraphs.indices where startsWithDash(index) {
      let paragraph = text.paragraphs[index]
      // Marks inside of the paragraph must not be cut: then the whole paragraph is speech.
      while next < found.quotations.count,
        found.quotations[next].span.end <= paragraph.span.start
      {
        next += 1
      }
      var last = next
      var isWhole = true
      while last < found.quotations.count, found.quotations[last].span.start < paragraph.span.end {
        isWhole = isWhole && paragraph.span.contains(found.quotations[last].span)
        last += 1
      }
      // A quotation in marks that runs over the paragraph's edge leaves the dash no speech.
      guard isWhole else { continue }
      let opening = text.tokens[paragraph.tokens.lowerBound].span
      if last > next {
        add(TextSpan(opening.start, paragraph.span.end), opening, to: &result)
      } else {
        cut(paragraph, opening, into: &result)
      }
    }
    return result
  }

  private func startsWithDash(_ index: Int) -> Bool {
    let tokens = text.paragraphs[index].tokens
    guard tokens.count > 1 else { return false }
    let first = text.tokens[tokens.lowerBound]
    // A hyphen is the bullet of a list.
    return first.kind == .dash && first.end - first.start > 1
      && text.tokens[tokens.lowerBound + 1].kind != .dash
  }

  /// Cuts a paragraph into its stretches of speech.
  private func cut(_ paragraph: Paragraph, _ opening: TextSpan, into result: inout [Quotation]) {
    var start: Int? = opening.start
    var mark: TextSpan? = opening
    var isCut = false
    for position in paragraph.tokens.dropFirst() where text.tokens[position].kind == .dash {
      let dash = text.tokens[position]
      guard position + 1 < paragraph.tokens.upperBound else { break }
      let afterStop = isStop(position - 1) && dash.traits.contains(.spaceBefore)
      let leansRight =
        dash.traits.contains(.spaceBefore)
        && !text.tokens[position + 1].traits.contains(.spaceBefore)
      let leansLeft = !dash.traits.contains(.spaceBefore) && dash.end - dash.start > 2
      if let from = start {
        guard leansRight || afterStop else { continue }
        add(TextSpan(from, text.tokens[position - 1].end), mark, to: &result)
        start = nil
        isCut = true
      } else if leansLeft || afterStop {
        var first = position + 1
        while first < paragraph.tokens.upperBound, isStop(first) { first += 1 }
        guard first < paragraph.tokens.upperBound else { break }
        start = text.tokens[first].start
        mark = nil
      }
    }
    guard let start else { return }
    let end =
      isCut
      ? paragraph.span.end
      : bounds.end(from: opening.end, to: paragraph.span.end, after: nil)
    if end > max(start, mark?.end ?? start) { add(TextSpan(start, end), mark, to: &result) }
  }

  private func isStop(_ position: Int) -> Bool {
    switch text.tokens[position].kind {
    case .comma, .fullStop, .questionMark, .exclamationMark, .ellipsis, .semicolon, .colon: true
    default: false
    }
  }

  private func add(_ span: TextSpan, _ opening: TextSpan?, to result: inout [Quotation]) {
    result.append(
      Quotation(
        pieces: [Quotation.Piece(span: span, opening: opening, closing: nil)], style: .dash))
  }
}
