extension ParagraphSegments {
  /// Whether the full stop behind the segment at `last` belongs to it.
  func takesFullStop(_ last: Int, isFirst: Bool, previous: Token?) -> Bool {
    let segment = self[last]
    guard segment.kind == .letter || isTimeOfDay(segment) else { return false }
    // Dots that make an ellipsis are not the word's.
    if solidDots(at: last + 1).weight > 1 { return false }
    let spaced = spacedDots(at: last + 1)
    if spaced == 2 || spaced == 3 { return spaced == 2 && isAbbreviation(last) }
    let isOneLetter = bytes.scalar(at: segment.start).width == segment.count
    return isFirst && isOneLetter ? isInitial(last, previous) : isAbbreviation(last)
  }

  /// Whether a single letter with a full stop is an initial.
  private func isInitial(_ last: Int, _ previous: Token?) -> Bool {
    let letter = bytes[self[last].start]
    guard self[last].flags.contains(.upper) else {
      return EnglishAbbreviations.contains(
        bytes, self[last].start, self[last].end, followedBy: follower(last + 2))
    }
    if letter != 0x49 { return true }
    // `I.` is the pronoun at a sentence's end, unless it stands between a name's parts.
    guard let previous, previous.kind == .word, follower(last + 2) == .capital else {
      return false
    }
    return previous.traits.contains(.capitalized)
  }

  private func isAbbreviation(_ last: Int) -> Bool {
    let segment = self[last]
    if isTimeOfDay(segment) { return true }
    return isAbbreviation(segment.start, segment.end, followedBy: follower(last + 2))
  }

  /// Whether the letters from `start` up to `end` are an abbreviation before what follows.
  func isAbbreviation(
    _ start: Int, _ end: Int, followedBy follower: EnglishAbbreviations.Follower
  ) -> Bool {
    if bytes[start..<end].contains(0x2E) { return hasShortParts(start, end) }
    let first = bytes.scalar(at: start)
    if end - start == first.width { return ScalarClass.of(first.value).isUpper }
    return EnglishAbbreviations.contains(bytes, start, end, followedBy: follower)
  }

  /// Whether a number ends with `a.m` or `p.m`: `10p.m`.
  private func isTimeOfDay(_ segment: WordSegment) -> Bool {
    guard segment.kind == .digit, segment.flags.contains([.fullStop, .lower]) else { return false }
    let ending = bytes[segment.start..<segment.end].suffix(3)
    return ending.elementsEqual("a.m".utf8) || ending.elementsEqual("p.m".utf8)
  }

  /// Whether every part between full stops has one letter or two: `U.S`, `a.m`, `Ph.D`.
  private func hasShortParts(_ start: Int, _ end: Int) -> Bool {
    var letters = 0
    var offset = start
    while offset < end {
      let scalar = bytes.scalar(at: offset)
      if scalar.value == 0x2E {
        letters = 0
      } else {
        letters += 1
        if letters > 2 { return false }
      }
      offset += scalar.width
    }
    return true
  }

  /// What stands behind a full stop.
  private func follower(_ index: Int) -> EnglishAbbreviations.Follower {
    let next = skippingSpace(index)
    guard next < count else { return .nothing }
    switch self[next].kind {
    case .digit: return .number
    case .letter: return self[next].flags.contains(.firstUpper) ? .capital : .small
    case .hash: return .number
    default: return .punctuation
    }
  }
}
