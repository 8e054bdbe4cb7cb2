internal import Prose

/// Settles the marks that belong to tags and to program text.
struct Markup {
  let text: TokenizedText

  /// A tag that is longer than this is no tag.
  private static let longestTag = 4096

  // MARK: Tags

  /// Settles the marks between `<` and `>` where a tag's name or a slash follows the `<`.
  ///
  /// A tag with attributes may run over lines and even paragraphs: what stands in its attributes
  /// was never meant for print.
  func settleTags(_ marks: inout [PrintedMark]) {
    let bytes = text.bytes
    var index = 0
    var offset = 0
    while index < marks.count, offset < bytes.count {
      offset = nextBracket(from: offset)
      guard offset < bytes.count else { return }
      guard let end = endOfTag(offset) else {
        offset += 1
        continue
      }
      while index < marks.count, marks[index].start < offset { index += 1 }
      while index < marks.count, marks[index].start < end {
        marks[index].isSettled = true
        marks[index].otherUse = .markup
        index += 1
      }
      offset = end
    }
  }

  /// The offset of the first `<` from an offset on; the end of the text when there is none.
  private func nextBracket(from start: Int) -> Int {
    text.bytes.withUnsafeBytes { bytes in
      var offset = start
      // Eight bytes at a time: one that is equal becomes zero, and borrows its high bit.
      let brackets: UInt64 = 0x3C3C_3C3C_3C3C_3C3C
      while offset + 8 <= bytes.count {
        let word = bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self) ^ brackets
        if (word &- 0x0101_0101_0101_0101) & ~word & 0x8080_8080_8080_8080 != 0 { break }
        offset += 8
      }
      while offset < bytes.count, bytes[offset] != 0x3C { offset += 1 }
      return offset
    }
  }

  /// The offset of the `>` that ends the tag which starts at `start`; nil when none starts there.
  private func endOfTag(_ start: Int) -> Int? {
    let bytes = text.bytes
    guard start + 1 < bytes.count, Self.startsTag(bytes[start + 1]) else { return nil }
    let limit = min(bytes.count, start + Self.longestTag)
    var offset = start + 1
    var hasAttribute = false
    while offset < limit {
      switch bytes[offset] {
      case 0x3E: return offset
      case 0x3C: return nil
      case 0x3D: hasAttribute = true
      case 0x0A: if !hasAttribute { return nil }
      default: break
      }
      offset += 1
    }
    return nil
  }

  private static func startsTag(_ byte: UInt8) -> Bool {
    (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte) || byte == 0x2F || byte == 0x21
      || byte == 0x3F
  }

  // MARK: Program text

  /// Settles the pairs of marks in `call("x")`, `name="x"` and `` `x` ``: print sets a space before
  /// a bracket and none before an equals sign only in program text.
  func settleCode(
    _ marks: inout [PrintedMark], _ range: Range<Int>, in paragraph: Paragraph
  ) {
    for index in range where !marks[index].isSettled {
      let mark = marks[index]
      guard startsCode(mark, paragraph), let close = partner(of: index, in: marks, range) else {
        continue
      }
      // A backtick whose partner is an apostrophe quotes: `so'.
      if mark.glyph == .backtick, marks[close].glyph != .backtick { continue }
      for inside in index...close {
        marks[inside].isSettled = true
        marks[inside].otherUse = .code
      }
    }
  }

  private func startsCode(_ mark: PrintedMark, _ paragraph: Paragraph) -> Bool {
    if mark.glyph == .backtick { return mark.standsLikeOpening }
    let bytes = text.bytes
    guard mark.start > paragraph.span.start else { return false }
    let before = bytes[mark.start - 1]
    if before == 0x3D {
      return mark.start - 1 > paragraph.span.start
        && Self.isNameByte(bytes[mark.start - 2])
    }
    guard mark.glyph == .straight || mark.glyph == .straightSingle else { return false }
    if before == 0x28, mark.start - 1 > paragraph.span.start {
      return Self.isNameByte(bytes[mark.start - 2])
    }
    return false
  }

  private static func isNameByte(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
      || byte == 0x5F
  }

  /// The next mark that ends program text: a bracket, a comma, a space or nothing follows it.
  private func partner(of index: Int, in marks: [PrintedMark], _ range: Range<Int>) -> Int? {
    let family = marks[index].glyph.family
    var next = index + 1
    while next < range.upperBound, next <= index + 4 {
      if marks[next].glyph.family == family, marks[next].start - marks[index].end < 400 {
        return next
      }
      next += 1
    }
    return nil
  }
}
