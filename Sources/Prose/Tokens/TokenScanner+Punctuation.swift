extension TokenScanner {
  /// Reads full stops, and ellipses in every printed form.
  ///
  /// `...` of three or more, `…` with full stops beside it, and `. . .` of three or more with white
  /// space between are one token each. In `word. ...` (the Associated Press's form) the first full
  /// stop ends the sentence and stays apart.
  mutating func scanFullStops() {
    let start = segments[index].start
    let end = segments.ellipsisEnd(at: index)
    if end > index {
      append(.ellipsis, start, segments[end - 1].end)
      index = end
    } else {
      append(.fullStop, start, segments[index].end)
      index += 1
    }
  }

  /// Reads dashes and hyphens: `—`, `–`, `--`, and a hyphen between spaces, are dashes.
  mutating func scanDash() {
    let first = segments[index]
    var end = index + 1
    if first.kind == .dash {
      // A run of one kind of dash is one dash: `——`.
      while segments.isKind(.dash, at: end), segments.haveSameText(end, index) { end += 1 }
      append(.dash, first.start, segments[end - 1].end)
      index = end
      return
    }
    while segments.isKind(.hyphen, at: end) { end += 1 }
    let spaceBefore = index == 0 || segments.isGap(at: index - 1) || lastToken == nil
    let isDash = end - index >= 2 || (spaceBefore && (segments.isGap(at: end)))
    append(isDash ? .dash : .symbol, first.start, segments[end - 1].end)
    index = end
  }

  /// Reads a quotation mark. `''` and ` `` ` are one mark each.
  mutating func scanMark() {
    let byte = bytes[segments[index].start]
    var end = index + 1
    if (byte == 0x27 || byte == 0x60) && segments[index].count == 1 {
      var run = 1
      // Runs of more than a few are no quotation marks; a bound keeps the time linear.
      while run < 8, segments.isKind(.mark, at: index + run), segments[index + run].count == 1,
        bytes[segments[index + run].start] == byte
      {
        run += 1
      }
      // Of three, the double mark is the outer one: the first where they open, the last where they
      // close.
      let opens = lastToken == nil || segments.isGap(at: index - 1)
      if run >= 2 && (run % 2 == 0 || opens) { end = index + 2 }
    }
    append(.mark, segments[index].start, segments[end - 1].end)
    index = end
  }
}

extension ParagraphSegments {
  /// The index after the ellipsis that starts at `index`; `index` itself when none does.
  func ellipsisEnd(at index: Int) -> Int {
    let solid = solidDots(at: index)
    if solid.weight >= 3 { return solid.end }
    if solid.weight > 1 { return index }
    // Spaced full stops.
    var dots = 1
    var end = index + 1
    while true {
      let next = afterGap(end)
      // In `. ...` the solid ellipsis stands for itself.
      guard next > end, isKind(.fullStop, at: next), solidDots(at: next).weight == 1 else { break }
      dots += 1
      end = next + 1
    }
    return dots >= 3 ? end : index
  }

  /// The number of full stops that follow each other without white space from `index` on, an
  /// ellipsis sign counting for three, and the index after them.
  func solidDots(at index: Int) -> (weight: Int, end: Int) {
    var weight = 0
    var end = index
    while end < count {
      switch kind(at: end) {
      case .fullStop: weight += 1
      case .ellipsis: weight += 3
      default: return (weight, end)
      }
      end += 1
    }
    return (weight, end)
  }

  /// The number of full stops from `index` on, white space between them allowed.
  func spacedDots(at index: Int) -> Int {
    var dots = 0
    var next = index
    while isKind(.fullStop, at: next), solidDots(at: next).weight == 1 {
      dots += 1
      next = afterGap(next + 1)
    }
    return dots
  }

  /// The index after at most two segments of white space.
  private func afterGap(_ index: Int) -> Int {
    var next = index
    while next < min(index + 2, count), isGap(at: next) || isKind(.ignorable, at: next) {
      next += 1
    }
    return next
  }
}
