extension TokenScanner {
  /// Reads a word or a number, with what belongs to it.
  @inline(__always)
  mutating func scanWord(_ first: WordSegment) {
    // Before a space, a comma and their like nothing is left to join.
    let next = segments.kind(at: index + 1)
    if first.flags.isDisjoint(with: [.underscore, .fullStop]) && !next.mayJoinWord {
      append(
        first.kind == .letter ? .word : .number, first.start, first.end,
        traits: segments.traits(first.flags, first.start, first.end))
      index += next == .space ? 2 : 1
    } else {
      scanJoinedWord(first)
    }
  }

  @inline(never)
  private mutating func scanJoinedWord(_ first: WordSegment) {
    if first.flags.contains(.underscore) && scanEmphasis(first) { return }
    if segments.mayStartReference(index) && scanReference() { return }
    if first.flags.contains(.fullStop) && first.kind == .letter && scanRunTogether(first) { return }

    var isWord = first.kind == .letter
    var flags = first.flags
    var isAbbreviation = false
    var last = index
    while true {
      // The full stop of an abbreviation, which a hyphen may follow: `U.S.-led`.
      isAbbreviation = false
      if segments.isKind(.fullStop, at: last + 1),
        segments.takesFullStop(last, isFirst: last == index, previous: lastToken)
      {
        last += 1
        isAbbreviation = true
      }
      guard let next = segments.joined(after: last, isWord: isWord) else { break }
      isWord = isWord || segments[next].kind == .letter
      flags = flags.joined(with: segments[next].flags)
      last = next
    }
    if let end = segments.suffixEnd(after: last) {
      flags.insert(.apostrophe)
      last = end
    }
    append(
      isWord ? .word : .number, first.start, segments[last].end,
      traits: segments.traits(
        flags, first.start, segments[last].end, isAbbreviation: isAbbreviation))
    index = last + 1
  }

  /// Splits a segment whose full stop ends a sentence without a space behind it: `said.The`.
  ///
  /// ICU keeps letters on both sides of a full stop together. At least two letters before, and a
  /// capital behind that is no initial, show that a space is missing, unless it is the name of a
  /// site or of a file.
  private mutating func scanRunTogether(_ segment: WordSegment) -> Bool {
    guard let stop = segments.missingSpace(in: segment) else { return false }
    if segments.isAbbreviation(segment.start, stop, followedBy: .capital) {
      appendPiece(segment.start, stop + 1, isAbbreviation: true)
    } else {
      appendPiece(segment.start, stop)
      append(.fullStop, stop, stop + 1)
    }
    appendPiece(stop + 1, segment.end)
    index += 1
    return true
  }

  /// Sets the underscores apart that stand for italics in plain text: `_Lusitania_`.
  private mutating func scanEmphasis(_ segment: WordSegment) -> Bool {
    var start = segment.start
    var end = segment.end
    while start < end && bytes[start] == 0x5F { start += 1 }
    while end > start && bytes[end - 1] == 0x5F { end -= 1 }
    if start == segment.start && end == segment.end { return false }
    if start > segment.start { append(.symbol, segment.start, start) }
    if end > start { appendPiece(start, end) }
    if segment.end > end { append(.symbol, end, segment.end) }
    index += 1
    return true
  }

  /// Appends a word or number that is a part of a segment.
  mutating func appendPiece(_ start: Int, _ end: Int, isAbbreviation: Bool = false) {
    let piece = WordSegment(bytes, start: start, end: end)
    let traits = segments.traits(piece.flags, start, end, isAbbreviation: isAbbreviation)
    append(piece.kind == .digit ? .number : .word, start, end, traits: traits)
  }
}

extension ParagraphSegments {
  /// The segment that a hyphen (or, between digits, a colon or a stroke) ties to the segment before
  /// it; nil when there is none.
  func joined(after last: Int, isWord: Bool) -> Int? {
    switch kind(at: last + 1) {
    case .hyphen:
      return isWordLike(at: last + 2) ? last + 2 : nil
    case .colon:
      // A time of day or a score: `10:30`.
      let isTime =
        !isWord && isKind(.digit, at: last + 2) && self[last].count <= 2
        && hasTwoDigits(self[last + 2])
      return isTime ? last + 2 : nil
    case .symbol:
      // A fraction or a date: `1/2`, `9/11`.
      let isStroke = bytes[self[last + 1].start] == 0x2F
      return !isWord && isStroke && isKind(.digit, at: last + 2) ? last + 2 : nil
    case .digit:
      // A fraction sign stands apart for ICU: `2½`.
      return !isWord ? last + 1 : nil
    default: return nil
    }
  }

  /// Whether a segment starts with exactly two digits: `30`, `30p.m`.
  private func hasTwoDigits(_ segment: WordSegment) -> Bool {
    let digits = bytes[segment.start..<segment.end].prefix { (0x30...0x39).contains($0) }
    return digits.count == 2
  }

  /// Where a segment holds a full stop that a space is missing behind; nil when it holds none.
  func missingSpace(in segment: WordSegment) -> Int? {
    var offset = segment.start
    var lettersBefore = 0
    var before = ScalarClass(.symbol)
    while offset < segment.end {
      let scalar = bytes.scalar(at: offset)
      let next = offset + scalar.width
      if scalar.value == 0x2E, lettersBefore >= 1, next < segment.end {
        let isUpper = ScalarClass.of(bytes.scalar(at: next).value).isUpper
        let small = smallLetters(behind: next, segment.end)
        // Behind one letter only a name: `J.Moore`, but `M.Phil`.
        let startsSentence =
          lettersBefore == 1 ? small >= 4 : small >= 1 || (before.isLower && lettersBefore > 2)
        if isUpper && startsSentence { return offset }
      }
      before = ScalarClass.of(scalar.value)
      lettersBefore = before.kind == .letter ? lettersBefore + 1 : 0
      offset = next
    }
    return nil
  }

  /// The number of small letters behind the scalar at an offset.
  private func smallLetters(behind offset: Int, _ end: Int) -> Int {
    var count = 0
    var next = offset + bytes.scalar(at: offset).width
    while next < end && count < 4 {
      let scalar = bytes.scalar(at: next)
      guard ScalarClass.of(scalar.value).isLower else { break }
      count += 1
      next += scalar.width
    }
    return count
  }

  /// The last segment of a suffix that an apostrophe ties to what ICU does not join it to:
  /// `U.S.’s`, `1990’s`, and `don´t` with an accent for an apostrophe.
  func suffixEnd(after last: Int) -> Int? {
    guard isKind(.mark, at: last + 1), isKind(.letter, at: last + 2) else { return nil }
    let mark = self[last + 1]
    let suffix = self[last + 2]
    guard suffix.count <= 2, Apostrophe.isOne(bytes, mark.start, mark.end) else { return nil }
    let letters = bytes[suffix.start..<suffix.end]
    let isSuffix =
      suffix.count == 1
      ? letters.allSatisfy { [0x73, 0x74, 0x6D, 0x64, 0x53].contains($0) }
      : letters.elementsEqual("re".utf8) || letters.elementsEqual("ve".utf8)
        || letters.elementsEqual("ll".utf8)
    return isSuffix ? last + 2 : nil
  }

  @inline(__always)
  func traits(
    _ flags: WordSegment.Flags, _ start: Int, _ end: Int, isAbbreviation: Bool = false
  ) -> Token.Traits {
    var traits: Token.Traits = []
    if isAbbreviation { traits.insert(.abbreviation) }
    if flags.contains(.firstUpper) { traits.insert(.capitalized) }
    if flags.contains(.upper) && hasOnlyCapitals(flags, start, end) {
      traits.insert(.allCapitals)
    }
    if flags.contains(.apostrophe) { traits.insert(.apostrophe) }
    return traits
  }

  /// Whether all letters are capitals, and at least two; the `s` of a possessive ending does not
  /// count: `NATO’s`.
  private func hasOnlyCapitals(_ flags: WordSegment.Flags, _ start: Int, _ end: Int) -> Bool {
    if end - start < 2 { return false }
    var end = end
    if !flags.isDisjoint(with: [.lower, .uncased]) {
      guard flags.contains(.apostrophe), bytes[end - 1] == 0x73 else { return false }
      let mark = bytes.scalar(before: end - 1)
      guard ScalarClass.of(mark.value).kind == .mark else { return false }
      end -= 1 + mark.width
    }
    var capitals = 0
    var offset = start
    while offset < end {
      let scalar = bytes.scalar(at: offset)
      let scalarClass = ScalarClass.of(scalar.value)
      if scalarClass.kind == .letter {
        if !scalarClass.isUpper { return false }
        capitals += 1
      }
      offset += scalar.width
    }
    return capitals >= 2
  }
}

extension WordSegment.Flags {
  /// The flags of two segments that one word is made of.
  func joined(with next: Self) -> Self {
    var result = union(next)
    if !contains(.firstUpper) && !isDisjoint(with: .anyCase) { result.remove(.firstUpper) }
    return result
  }
}

/// The characters that are printed for an apostrophe.
enum Apostrophe {
  /// Whether the character from `start` up to `end` is printed for an apostrophe: `'`, `’`, `‘`,
  /// `` ` ``, `´`, `′`, `＇`.
  static func isOne(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int) -> Bool {
    let scalar = bytes.scalar(at: start)
    guard start + scalar.width == end else { return false }
    switch scalar.value {
    case 0x27, 0x60, 0xB4, 0x2018, 0x2019, 0x2032, 0xFF07: return true
    default: return false
    }
  }
}

extension ScalarClass.Kind {
  /// Whether a segment that starts with the kind may belong to the word directly before it.
  @inline(__always)
  fileprivate var mayJoinWord: Bool {
    switch self {
    case .fullStop, .hyphen, .colon, .symbol, .digit, .mark: true
    default: false
    }
  }
}
