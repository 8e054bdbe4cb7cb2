/// Cuts a text into paragraphs.
///
/// Blank lines separate paragraphs. A single newline separates them too, unless the text is
/// hard-wrapped: then it only ends a line, as in a novel set to 72 columns.
struct ParagraphFinder {
  private let bytes: UnsafeBufferPointer<UInt8>
  private let lines: [TextLine]

  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    self.bytes = bytes
    lines = TextLine.lines(of: bytes)
  }

  /// The spans of the paragraphs, in order; none is empty.
  ///
  /// - Complexity: O(*n*).
  func spans() -> [TextSpan] {
    let width = wrappingWidth()
    var spans: [TextSpan] = []
    spans.reserveCapacity(lines.count)
    var previous: TextLine?
    for line in lines {
      if line.isBlank {
        previous = nil
        continue
      }
      if let width, let previous, !spans.isEmpty, continues(previous, line, width) {
        spans[spans.count - 1].end = line.end
      } else {
        spans.append(TextSpan(line.start, line.end))
      }
      previous = line
    }
    return spans
  }
}

extension ParagraphFinder {
  /// The column that the text is wrapped at, in scalars; nil when it is not hard-wrapped.
  ///
  /// In wrapped text most lines end in the middle of a sentence, and many of those that follow start
  /// with a small letter, which hardly any line does where a line is a paragraph, a headline or an
  /// entry of a list. Besides, a program that wraps lines ends one where the next word would not
  /// fit, so that nearly every line is too full for that word; where a hand wrapped them, small
  /// letters have to say it alone.
  private func wrappingWidth() -> Int? {
    guard lines.count > 3 else { return nil }
    var needed: [Int] = []
    // How many lines have a width; the last place is for those that are too wide to count.
    var histogram = [Int](repeating: 0, count: Self.widest + 2)
    var unfinished = 0
    var small = 0
    for index in lines.indices.dropLast() {
      let line = lines[index]
      let next = lines[index + 1]
      if line.isBlank || next.isBlank { continue }
      let width = self.width(line.start, line.end) + line.indent
      histogram[min(width, Self.widest + 1)] += 1
      needed.append(width + 1 + firstWordWidth(next))
      let isInside = startsInsideSentence(next)
      if isInside { small += 1 }
      if isInside || !endsSentence(line) { unfinished += 1 }
    }
    // Three lines of one width are a pattern; fewer are chance.
    guard needed.count >= 3, 2 * unfinished >= needed.count, 4 * small >= needed.count else {
      return nil
    }
    // A few lines may stick out: the limit is the width that 19 lines of 20 keep.
    var rest = needed.count / 20
    guard
      let limit = histogram.indices.last(where: { width in
        rest -= histogram[width]
        return rest < 0
      }), (Self.narrowest...Self.widest).contains(limit)
    else { return nil }
    let full = needed.count { $0 > limit - limit / 12 }
    return 4 * full >= 3 * needed.count || 2 * small >= needed.count ? limit : nil
  }

  /// Nobody wraps prose narrower than a newspaper's column or wider than a terminal.
  private static var narrowest: Int { 20 }
  private static var widest: Int { 200 }

  /// Whether `next` goes on with the paragraph of `line`, in text wrapped at `width`.
  private func continues(_ line: TextLine, _ next: TextLine, _ width: Int) -> Bool {
    // The first line of a paragraph may be indented, the others are not.
    if next.indent >= line.indent + 2 || (next.indent > line.indent && bytes[next.start - 1] == 9) {
      return false
    }
    // A short line that ends a sentence was ended by hand.
    guard endsSentence(line) else { return true }
    let needed = self.width(line.start, line.end) + line.indent + 1 + firstWordWidth(next)
    return 5 * needed > 3 * width
  }

  private func width(_ start: Int, _ end: Int) -> Int { bytes.countScalars(start, end).scalars }

  private func firstWordWidth(_ line: TextLine) -> Int {
    var end = line.start
    while end < line.end && bytes[end] != 0x20 && bytes[end] != 0x09 { end += 1 }
    return width(line.start, end)
  }

  /// Whether a line starts with a letter that is no capital; also one of a script that has none.
  private func startsInsideSentence(_ line: TextLine) -> Bool {
    let first = ScalarClass.of(bytes.scalar(at: line.start).value)
    return first.kind == .letter && !first.isUpper
  }

  /// Whether a line ends with a full stop or its like, closing marks and brackets aside.
  private func endsSentence(_ line: TextLine) -> Bool {
    var end = line.end
    // Most lines of wrapped text end with a letter.
    if (0x61...0x7A).contains(bytes[end - 1] | 0x20) { return false }
    while end > line.start {
      let last = bytes.scalar(before: end)
      switch ScalarClass.of(last.value).kind {
      case .mark, .closeBracket, .ignorable: end -= last.width
      case .fullStop, .questionMark, .exclamationMark, .colon, .ellipsis: return true
      default: return false
      }
    }
    return false
  }
}
