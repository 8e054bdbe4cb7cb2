internal import Prose

/// Prices what each mark may be, from its glyph, its neighbours and the words at its sides.
struct MarkCosts {
  let text: TokenizedText

  // MARK: Not a quotation mark

  /// What an apostrophe costs at least that no rule of spelling explains.
  static let doubtfulApostrophe: Int32 = 35
  /// What it costs that a mark which nothing explains is no quotation mark.
  private static let stray: Int32 = 65

  /// Fills in what the marks cost if they are no quotation marks, and settles the empty pairs.
  func priceOthers(_ marks: inout [PrintedMark]) {
    for index in marks.indices where !marks[index].isSettled {
      let previous = index > 0 ? marks[index - 1] : nil
      let next = index + 1 < marks.count ? marks[index + 1] : nil
      price(&marks[index], previous: previous, next: next)
    }
    settleEmptyPairs(&marks)
  }

  private func price(_ mark: inout PrintedMark, previous: PrintedMark?, next: PrintedMark?) {
    mark.otherCost = Self.stray
    mark.otherUse = .stray
    if let cost = primeCost(mark, previous: previous, next: next) {
      mark.otherCost = cost
      mark.otherUse = .prime
    } else if mark.before == .space || mark.before == .boundary,
      mark.after == .space || mark.after == .boundary
    {
      // A lone mark: in a table it repeats the line above.
      let isColumn =
        hasWideGap(before: mark) && hasWideGap(after: mark)
        && (mark.before == .space || mark.after == .space)
      mark.otherCost = isColumn ? 5 : mark.glyph.isSingle ? 15 : 35
      mark.otherUse = isColumn ? .ditto : .stray
    }
    guard mark.glyph == .straightSingle || mark.glyph == .leftSingle || mark.glyph == .rightSingle
    else { return }
    let cost = apostropheCost(mark)
    if cost < mark.otherCost {
      mark.otherCost = cost
      mark.otherUse = .apostrophe
    }
  }

  /// What a mark costs as an apostrophe.
  private func apostropheCost(_ mark: PrintedMark) -> Int32 {
    // A left glyph is an apostrophe only where a program turned it: ‘90s.
    let turned: Int32 = mark.glyph == .leftSingle ? 12 : 0
    let leads =
      mark.before == .space || mark.before == .boundary || mark.before == .openBracket
      || mark.before == .dash
    if mark.end < text.bytes.count {
      if let word = wordAfter(mark) {
        if leads || mark.traits.contains(.touchesPrevious), let found = Elisions.leading(word),
          // ’Cause may be dialect, ‘Is it so?’ is not.
          found == .certain || !startsWithCapital(mark.end)
        {
          return found == .certain ? 1 : 12 + turned
        }
        if leads { return mark.glyph == .straightSingle ? 30 : mark.glyph == .leftSingle ? 60 : 15 }
        if mark.before == .letter || mark.before == .digit { return 3 + turned }
      }
      if let digits = digitsAfter(mark), leads { return digits == 2 ? 1 : 20 + turned }
    }
    if let word = wordBefore(mark) {
      let sure = turned * 2
      if let found = Elisions.trailing(word) { return (found == .certain ? 3 : 20) + sure }
      switch word.utf8.last {
      case 0x73, 0x78, 0x7A: return 7 + sure
      default: return 35 + sure
      }
    }
    if mark.before == .digit { return 20 }
    return mark.before == .stop || mark.before == .ellipsis ? 50 : 40
  }

  /// What a mark costs as a sign of feet, inches, minutes or seconds.
  private func primeCost(
    _ mark: PrintedMark, previous: PrintedMark?, next: PrintedMark?
  ) -> Int32? {
    guard mark.start > 0, isDigit(mark.start - 1) else { return nil }
    switch mark.glyph {
    case .straightSingle, .rightSingle, .leftSingle:
      // 6'2", 5' 10": a number and a double mark follow.
      var offset = mark.end
      while offset < text.bytes.count, offset < mark.end + 2, text.bytes[offset] == 0x20 {
        offset += 1
      }
      guard isDigit(offset) else { return 15 }
      while isDigit(offset), offset < mark.end + 6 { offset += 1 }
      if let next, next.start == offset, !next.glyph.isSingle { return 0 }
      return offset - mark.end <= 3 && mark.after == .digit ? 1 : 15
    case .straight, .leftDouble, .rightDouble, .doubledApostrophe:
      var offset = mark.start
      while offset > 0, isDigit(offset - 1) || text.bytes[offset - 1] == 0x2E { offset -= 1 }
      while offset > 0, text.bytes[offset - 1] == 0x20 { offset -= 1 }
      if let previous, previous.end == offset, previous.otherUse == .prime { return 0 }
      return 20
    default: return nil
    }
  }

  private func startsWithCapital(_ offset: Int) -> Bool {
    offset < text.bytes.count && (0x41...0x5A).contains(text.bytes[offset])
  }

  private func isDigit(_ offset: Int) -> Bool {
    offset < text.bytes.count && (0x30...0x39).contains(text.bytes[offset])
  }

  /// Whether a tab or two spaces stand beside a mark, or nothing but the line's end.
  private func hasWideGap(before mark: PrintedMark) -> Bool {
    guard mark.before == .space, mark.start >= 2 else { return mark.before == .boundary }
    let last = text.bytes[mark.start - 1]
    return last == 0x09 || last == 0x20 && text.bytes[mark.start - 2] == 0x20
  }

  private func hasWideGap(after mark: PrintedMark) -> Bool {
    guard mark.after == .space, mark.end + 1 < text.bytes.count else {
      return mark.after == .boundary
    }
    let first = text.bytes[mark.end]
    return first == 0x09 || first == 0x0A || first == 0x20 && text.bytes[mark.end + 1] == 0x20
  }

  /// Settles pairs with nothing between that stand alone: `""`.
  private func settleEmptyPairs(_ marks: inout [PrintedMark]) {
    var index = 0
    while index + 1 < marks.count {
      let (first, second) = (marks[index], marks[index + 1])
      let isAlone =
        first.paragraph == second.paragraph && first.glyph.family == second.glyph.family
        && !first.isSettled && !second.isSettled && onlySpace(from: first.end, to: second.start)
        && (first.before == .space || first.before == .boundary || first.before == .openBracket)
        && !first.traits.contains(.touchesPrevious)
        && (second.after == .space || second.after == .boundary || second.after == .stop
          || second.after == .closeBracket)
        && (first.end == second.start || first.glyph != second.glyph)
        && !first.traits.contains(.spacedAfterMark)
        && !second.traits.contains(.spacedBeforeMark)
        && !(first.glyph.isRight && second.glyph.isLeft)
      if isAlone {
        for member in index...index + 1 {
          marks[member].isSettled = true
          marks[member].otherUse = .empty
        }
        index += 2
      } else {
        index += 1
      }
    }
  }

  private func onlySpace(from start: Int, to end: Int) -> Bool {
    guard end - start <= 4 else { return false }
    return text.bytes[start..<end].allSatisfy { $0 == 0x20 || $0 == 0xC2 || $0 == 0xA0 }
  }

  // MARK: The words beside a mark

  /// The word that touches a mark's end, in lower case; nil for a long one.
  private func wordAfter(_ mark: PrintedMark) -> String? {
    let index = text.indexOfToken(atOrAfter: mark.end)
    guard index < text.tokens.count else { return nil }
    let token = text.tokens[index]
    return token.kind == .word && token.start == mark.end ? short(token) : nil
  }

  /// The word that touches a mark's start, in lower case; an empty string for a long one.
  private func wordBefore(_ mark: PrintedMark) -> String? {
    let index = text.indexOfToken(atOrAfter: mark.start) - 1
    guard index >= 0 else { return nil }
    let token = text.tokens[index]
    return token.kind == .word && token.end == mark.start ? short(token) : nil
  }

  /// How many digits, with or without an s, touch a mark's end; nil for none or other text.
  private func digitsAfter(_ mark: PrintedMark) -> Int? {
    var offset = mark.end
    while isDigit(offset), offset < mark.end + 8 { offset += 1 }
    return offset > mark.end ? offset - mark.end : nil
  }

  /// A word in lower case, of a long one only the end: no elision is long.
  private func short(_ token: Token) -> String {
    let start = max(token.start, token.end - 14)
    var bytes = Array(text.bytes[start..<token.end])
    for index in bytes.indices where (0x41...0x5A).contains(bytes[index]) { bytes[index] |= 0x20 }
    return String(decoding: bytes, as: UTF8.self)
  }

  // MARK: A quotation mark

  /// Fills in what the marks cost if they open or close.
  func priceQuoting(_ marks: inout [PrintedMark], _ conventions: MarkConventions) {
    for index in marks.indices where !marks[index].isSettled {
      let mark = marks[index]
      if mark.glyph.isSingle, !conventions.singlesQuote {
        marks[index].isSettled = true
        marks[index].otherUse = mark.otherUse == .stray ? .apostrophe : mark.otherUse
        continue
      }
      marks[index].openCost = conventions.openCost(mark.glyph) + openingPlace(mark, conventions)
      marks[index].closeCost = conventions.closeCost(mark.glyph) + closingPlace(mark, conventions)
      if mark.otherUse == .prime, mark.otherCost <= 1 { marks[index].closeCost += 20 }
      if mark.otherUse == .apostrophe, mark.otherCost <= 1 { marks[index].openCost += 20 }
    }
  }

  private func openingPlace(_ mark: PrintedMark, _ conventions: MarkConventions) -> Int32 {
    let standsOff = mark.glyph.standsOff || conventions.marksStandOff
    guard !mark.glyph.isCorner else { return mark.after == .boundary ? 60 : 0 }
    var cost: Int32
    switch mark.before {
    case .boundary, .space, .openBracket: cost = 0
    case .dash: cost = 3
    case .colon, .symbol, .ideograph, .ellipsis: cost = 5
    case .equals: cost = 20
    case .stop: cost = 15
    case .closeBracket: cost = 20
    case .letter, .digit, .possessive: cost = 40
    }
    switch mark.after {
    case .letter, .digit, .ideograph, .openBracket, .symbol, .ellipsis: break
    case .dash: cost += 5
    case .equals, .possessive: cost += 10
    case .space:
      if mark.traits.contains(.spacedBeforeMark) {
        cost += 8
      } else if mark.traits.contains(.spacedBeforeEllipsis) {
        cost += 8
      } else if !standsOff {
        cost += 25
      }
    case .stop, .colon, .closeBracket: cost += 40
    case .boundary: cost += 60
    }
    return cost
  }

  private func closingPlace(_ mark: PrintedMark, _ conventions: MarkConventions) -> Int32 {
    let standsOff = mark.glyph.standsOff || conventions.marksStandOff
    guard !mark.glyph.isCorner else { return mark.before == .boundary ? 60 : 0 }
    var cost: Int32
    switch mark.after {
    case .boundary, .space, .stop, .colon, .closeBracket, .possessive: cost = 0
    case .dash: cost = 2
    case .ellipsis, .symbol, .ideograph: cost = 5
    case .openBracket: cost = 10
    case .equals: cost = 20
    case .letter, .digit: cost = 35
    }
    switch mark.before {
    case .letter, .digit:
      // A single mark after a bare word is as likely an apostrophe.
      if mark.glyph.isSingle { cost += mark.otherCost <= 3 ? 20 : mark.otherCost <= 7 ? 8 : 5 }
    case .stop, .closeBracket, .ellipsis, .ideograph, .symbol, .dash, .possessive: break
    case .colon, .equals: cost += 5
    case .space:
      if mark.traits.contains(.spacedAfterMark) {
        cost += 8
      } else if !standsOff {
        cost += mark.traits.contains(.spacedAfterStop) ? 15 : 25
      }
    case .openBracket: cost += 40
    case .boundary: cost += 60
    }
    return cost
  }
}
