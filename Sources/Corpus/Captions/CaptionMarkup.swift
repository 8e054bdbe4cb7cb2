/// Takes markup out of a line of caption text, byte for byte, so that every word keeps its place.
struct CaptionMarkup {
  /// A voice tag `<v NAME>`, or its end.
  struct Voice: Hashable {
    /// The offset of the tag.
    var offset: Int
    /// The name; nil for `</v>`.
    var name: String?
  }

  private(set) var voices: [Voice] = []

  /// Replaces tags (`<i>`, `<c.yellow>`, `<00:01.500>`, `<font …>`, `{\an8}`), character references
  /// and sounds in brackets by blanks, or by what they stand for.
  mutating func clear(_ range: Range<Int>, in bytes: inout [UInt8]) {
    var offset = range.lowerBound
    while offset < range.upperBound {
      let rest = offset..<range.upperBound
      let end: Int?
      switch bytes[offset] {
      case UInt8(ascii: "<"): end = tag(rest, bytes)
      case UInt8(ascii: "{"): end = override(rest, bytes)
      case UInt8(ascii: "["): end = Self.end(of: rest, bytes, with: UInt8(ascii: "]"), within: 80)
      case UInt8(ascii: "&"):
        offset = resolveReference(rest, &bytes) ?? offset + 1
        continue
      default: end = nil
      }
      if let end {
        for index in offset..<end { bytes[index] = 0x20 }
        offset = end
      } else {
        offset += 1
      }
    }
  }

  /// The offset after a tag; nil where `<` is only a sign.
  private mutating func tag(_ range: Range<Int>, _ bytes: [UInt8]) -> Int? {
    guard range.count > 2 else { return nil }
    let first = bytes[range.lowerBound + 1]
    let isTag = 0x41...0x5A ~= first & 0xDF || 0x30...0x39 ~= first || first == UInt8(ascii: "/")
    guard isTag, let end = Self.end(of: range, bytes, with: UInt8(ascii: ">"), within: 256) else {
      return nil
    }
    let content = bytes[(range.lowerBound + 1)..<(end - 1)]
    let name = content.prefix { $0 != 0x20 && $0 != 0x09 }
    if name.elementsEqual("/v".utf8) {
      voices.append(Voice(offset: range.lowerBound, name: nil))
    } else if name.elementsEqual("v".utf8) || name.starts(with: "v.".utf8) {
      let printed = trimmingBlanks(String(decoding: content[name.endIndex...], as: UTF8.self))
      if !printed.isEmpty { voices.append(Voice(offset: range.lowerBound, name: printed)) }
    }
    return end
  }

  /// The offset after `{\an8}` or `{y:i}`; nil where the brace is only a sign.
  private func override(_ range: Range<Int>, _ bytes: [UInt8]) -> Int? {
    guard range.count > 2 else { return nil }
    let second = bytes[range.lowerBound + 1]
    guard second == UInt8(ascii: "\\") || bytes[range.lowerBound + 2] == UInt8(ascii: ":") else {
      return nil
    }
    return Self.end(of: range, bytes, with: UInt8(ascii: "}"), within: 256)
  }

  private static func end(
    of range: Range<Int>, _ bytes: [UInt8], with mark: UInt8, within limit: Int
  ) -> Int? {
    bytes[range.lowerBound..<min(range.upperBound, range.lowerBound + limit)]
      .firstIndex(of: mark).map { $0 + 1 }
  }

  /// Writes what a character reference stands for in its place; nil if it is none.
  ///
  /// What stands inside of words is filled up with soft hyphens, which break no word.
  private func resolveReference(_ range: Range<Int>, _ bytes: inout [UInt8]) -> Int? {
    let rest = bytes[range]
    for (reference, replacement) in Self.references where rest.starts(with: reference.utf8) {
      let end = range.lowerBound + reference.utf8.count
      for (index, byte) in zip(range.lowerBound..<end, replacement.utf8) { bytes[index] = byte }
      for index in (range.lowerBound + replacement.utf8.count)..<end { bytes[index] = 0x20 }
      return end
    }
    return nil
  }

  /// `&#39;` has five bytes: three of the apostrophe and two of a soft hyphen.
  private static let references: [(String, String)] = [
    ("&amp;", "&"), ("&lt;", "<"), ("&gt;", ">"), ("&nbsp;", " "), ("&lrm;", ""), ("&rlm;", ""),
    ("&quot;", "\""), ("&#34;", "\""), ("&#39;", "’\u{AD}"),
  ]
}
