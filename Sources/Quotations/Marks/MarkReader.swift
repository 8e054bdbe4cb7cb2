internal import Prose

/// Reads the marks of an article and what stands around each.
///
/// - Complexity: O(*n*) in the bytes of the paragraphs that hold marks.
struct MarkReader {
  let text: TokenizedText

  func read() -> PrintedMarks {
    var result = PrintedMarks()
    result.paragraphs.reserveCapacity(text.paragraphs.count)
    let markup = Markup(text: text)
    let joinsRightSingles = hasDoubledLeftSingles()
    for (index, paragraph) in text.paragraphs.enumerated() {
      let first = result.marks.count
      collect(paragraph, index: index, joinsRightSingles: joinsRightSingles, into: &result.marks)
      let range = first..<result.marks.count
      result.paragraphs.append(range)
      guard !range.isEmpty else { continue }
      lookAround(paragraph, range, in: &result.marks)
      markup.settleCode(&result.marks, range, in: paragraph)
    }
    markup.settleTags(&result.marks)
    return result
  }

  /// Whether the article opens quotations with `‘‘`: then `’’` is one mark too.
  private func hasDoubledLeftSingles() -> Bool {
    var previous = -1
    for token in text.tokens where token.kind == .mark {
      guard let (glyph, end) = glyph(of: token), glyph == .leftSingle else { continue }
      if token.start == previous { return true }
      previous = end
    }
    return false
  }

  // MARK: Which marks

  /// The glyph of a mark token and where it ends: what prints nothing, such as a sign of the
  /// direction of writing, belongs to the token before it and not to the mark.
  private func glyph(of token: Token) -> (glyph: Glyph, end: Int)? {
    let bytes = text.bytes
    var end = Scalars.next(in: bytes, at: token.start).end
    if end < token.end, bytes[token.start] == bytes[end], bytes[end] == 0x27 || bytes[end] == 0x60 {
      end += 1
    }
    guard let glyph = Glyph(bytes[token.start..<end]) else { return nil }
    return (glyph, end)
  }

  private func collect(
    _ paragraph: Paragraph, index: Int, joinsRightSingles: Bool, into marks: inout [PrintedMark]
  ) {
    let first = marks.count
    for position in paragraph.tokens {
      let token = text.tokens[position]
      guard token.kind == .mark, let (glyph, end) = glyph(of: token) else { continue }
      if marks.count > first {
        let last = marks[marks.count - 1]
        if last.end == token.start, last.glyph == glyph, last.end - last.start == 3,
          glyph == .leftSingle || glyph == .rightSingle && joinsRightSingles
        {
          marks[marks.count - 1].end = end
          marks[marks.count - 1].glyph =
            glyph == .leftSingle ? .doubledBacktick : .doubledApostrophe
          continue
        }
      }
      marks.append(
        PrintedMark(
          start: token.start, end: end, glyph: glyph, paragraph: index, token: position))
    }
    divideApostrophes(paragraph, from: first, in: &marks)
  }

  /// Divides three and more apostrophes in a row into single and double ones: the single one stands
  /// on the inside.
  private func divideApostrophes(
    _ paragraph: Paragraph, from first: Int, in marks: inout [PrintedMark]
  ) {
    func isRun(_ mark: PrintedMark) -> Bool {
      let length = mark.end - mark.start
      return mark.glyph == .straightSingle && length == 1
        || mark.glyph == .doubledApostrophe && length == 2
    }
    var index = first
    while index < marks.count {
      var end = index + 1
      if isRun(marks[index]) {
        while end < marks.count, isRun(marks[end]), marks[end].start == marks[end - 1].end {
          end += 1
        }
      }
      let start = marks[index].start
      let length = marks[end - 1].end - start
      guard end - index > 1, length % 2 == 1 else {
        index = end
        continue
      }
      let opens =
        start == paragraph.span.start
        || Edge(Scalars.previous(in: text.bytes, before: start).scalar) == .space
      var offset = start
      let template = marks[index]
      var pieces: [PrintedMark] = []
      while offset < start + length {
        let left = start + length - offset
        let size = opens ? (left >= 2 ? 2 : 1) : (left % 2 == 1 ? 1 : 2)
        var piece = template
        piece.start = offset
        piece.end = offset + size
        piece.glyph = size == 2 ? .doubledApostrophe : .straightSingle
        pieces.append(piece)
        offset += size
      }
      marks.replaceSubrange(index..<end, with: pieces)
      index += pieces.count
    }
  }

  // MARK: What stands around them

  private func lookAround(
    _ paragraph: Paragraph, _ range: Range<Int>, in marks: inout [PrintedMark]
  ) {
    for index in range {
      let previous = index > range.lowerBound ? marks[index - 1] : nil
      lookBefore(&marks[index], previous, paragraph.span)
    }
    for index in range.reversed() {
      let next = index + 1 < range.upperBound ? marks[index + 1] : nil
      lookAfter(&marks[index], next, paragraph.span)
    }
  }

  private func lookBefore(_ mark: inout PrintedMark, _ previous: PrintedMark?, _ span: TextSpan) {
    let bytes = text.bytes
    var offset = mark.start
    var spaces = 0
    while offset > span.start {
      if let previous, previous.end >= offset {
        if spaces == 0 {
          mark.before = previous.before
          mark.traits.insert(.touchesPrevious)
          if previous.traits.contains(.head) { mark.traits.insert(.head) }
        } else {
          if previous.traits.contains(.head) { mark.traits.insert(.head) }
          mark.before = .space
          switch previous.before {
          case .letter, .digit, .stop, .ellipsis, .closeBracket:
            mark.traits.insert(.spacedAfterMark)
          default: break
          }
        }
        return
      }
      let (scalar, start) = Scalars.previous(in: bytes, before: offset)
      if Edge.isTransparent(scalar) {
        offset = start
        continue
      }
      let edge = Edge(scalar)
      if edge == .space, spaces < 4 {
        spaces += 1
        offset = start
        continue
      }
      mark.before = spaces > 0 ? .space : edge
      if spaces > 0, edge == .stop || edge == .ellipsis { mark.traits.insert(.spacedAfterStop) }
      return
    }
    mark.before = .boundary
    mark.traits.insert(.head)
  }

  private func lookAfter(_ mark: inout PrintedMark, _ next: PrintedMark?, _ span: TextSpan) {
    let bytes = text.bytes
    var offset = mark.end
    var spaces = 0
    while offset < span.end {
      if let next, next.start <= offset {
        if spaces == 0 {
          mark.after = beginsPossessive(next, span) ? .possessive : next.after
        } else {
          mark.after = .space
          switch next.after {
          case .letter, .digit, .ellipsis, .openBracket: mark.traits.insert(.spacedBeforeMark)
          default: break
          }
        }
        return
      }
      let (scalar, end) = Scalars.next(in: bytes, at: offset)
      if Edge.isTransparent(scalar) {
        offset = end
        continue
      }
      var edge = Edge(scalar)
      if scalar == 0x2E, end < span.end {
        let following = Scalars.next(in: bytes, at: end).scalar
        if Edge(following) == .digit { edge = .digit }
        if following == 0x2E { edge = .ellipsis }
        if following == 0x20 || following == 0xA0, hasStop(after: end, before: span.end) {
          edge = .ellipsis
        }
      }
      if scalar == 0x27 || scalar == 0x2019 { edge = .possessive }
      if edge == .space, spaces < 4 {
        spaces += 1
        offset = end
        continue
      }
      if spaces > 0, edge == .ellipsis { mark.traits.insert(.spacedBeforeEllipsis) }
      mark.after = spaces > 0 ? .space : edge
      return
    }
    mark.after = .boundary
  }

  /// Whether a full stop follows one space: then the two are the start of `. . .`.
  private func hasStop(after offset: Int, before end: Int) -> Bool {
    let next = Scalars.next(in: text.bytes, at: offset).end
    return next < end && text.bytes[next] == 0x2E
  }

  /// Whether a mark is the apostrophe of `’s`.
  private func beginsPossessive(_ mark: PrintedMark, _ span: TextSpan) -> Bool {
    guard mark.glyph == .straightSingle || mark.glyph == .rightSingle, mark.end < span.end,
      text.bytes[mark.end] == 0x73
    else { return false }
    guard mark.end + 1 < span.end else { return true }
    switch Edge(Scalars.next(in: text.bytes, at: mark.end + 1).scalar) {
    case .letter, .digit, .ideograph: return false
    default: return true
    }
  }
}
