internal import Prose

/// Settles the marks of one paragraph that belong to tags and program text.
struct Markup {
  let text: TokenizedText
  let paragraph: Paragraph

  /// A tag that is longer than this is no tag.
  private static let longestTag = 4096

  func settle(_ marks: inout [PrintedMark], _ range: Range<Int>) {
    settleTags(&marks, range)
    settleCode(&marks, range)
  }

  /// Settles the marks between `<` and `>` where a tag's name or a slash follows the `<`.
  private func settleTags(_ marks: inout [PrintedMark], _ range: Range<Int>) {
    let bytes = text.bytes
    var index = range.lowerBound
    var offset = paragraph.span.start
    let end = paragraph.span.end
    while offset < end, index < range.upperBound {
      guard bytes[offset] == 0x3C, offset + 1 < end, Self.startsTag(bytes[offset + 1]) else {
        offset += 1
        continue
      }
      var close = offset + 1
      let limit = min(end, offset + Self.longestTag)
      while close < limit, bytes[close] != 0x3E, bytes[close] != 0x3C { close += 1 }
      if close < limit, bytes[close] == 0x3E {
        while index < range.upperBound, marks[index].start < offset { index += 1 }
        while index < range.upperBound, marks[index].start < close {
          marks[index].isSettled = true
          marks[index].otherUse = .markup
          index += 1
        }
      }
      offset = close
    }
  }

  private static func startsTag(_ byte: UInt8) -> Bool {
    (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte) || byte == 0x2F || byte == 0x21
      || byte == 0x3F
  }

  /// Settles the pairs of marks in `call("x")`, `name="x"` and `` `x` ``: print sets a space before
  /// a bracket and none before an equals sign only in program text.
  private func settleCode(_ marks: inout [PrintedMark], _ range: Range<Int>) {
    for index in range where !marks[index].isSettled {
      let mark = marks[index]
      guard startsCode(mark), let close = partner(of: index, in: marks, range) else { continue }
      for inside in index...close {
        marks[inside].isSettled = true
        marks[inside].otherUse = .code
      }
    }
  }

  private func startsCode(_ mark: PrintedMark) -> Bool {
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
