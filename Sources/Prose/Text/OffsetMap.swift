/// Converts byte offsets of one text to other units, and back.
///
/// Build it once per article, at the edge of the program. It keeps a count for every 128 bytes, so
/// a conversion reads at most 128 bytes of the text; a text of ASCII needs no counts at all.
///
/// Lines end where editors and compilers end them: at LF, CR LF and CR.
public struct OffsetMap: Sendable {
  private static let stride = 128

  private let bytes: [UInt8]
  /// The scalars before every 128th byte; empty for ASCII.
  private let scalars: [UInt32]
  /// The UTF-16 units before every 128th byte; empty for ASCII.
  private let units: [UInt32]
  /// The offset of the first byte of every line.
  private let lineStarts: [UInt32]

  /// The number of Unicode scalars in the text.
  public let scalarCount: Int
  /// The number of UTF-16 units in the text.
  public let utf16Count: Int

  /// Counts a text.
  ///
  /// - Parameter bytes: Valid UTF-8, shorter than 4 GiB.
  /// - Complexity: O(*n*), at about 1 GB/s.
  public init(_ bytes: [UInt8]) {
    self.bytes = bytes
    var lineStarts: [UInt32] = [0]
    var scalars: [UInt32] = []
    var units: [UInt32] = []
    var scalarCount = bytes.count
    var unitCount = bytes.count
    bytes.withUnsafeBufferPointer { buffer in
      Self.appendLineStarts(buffer, to: &lineStarts)
      guard !Self.isASCII(buffer) else { return }
      scalars.reserveCapacity(buffer.count / Self.stride + 1)
      units.reserveCapacity(buffer.count / Self.stride + 1)
      scalarCount = 0
      unitCount = 0
      var start = 0
      while start < buffer.count {
        scalars.append(UInt32(truncatingIfNeeded: scalarCount))
        units.append(UInt32(truncatingIfNeeded: unitCount))
        let end = min(start + Self.stride, buffer.count)
        let counts = Self.count(buffer, start, end)
        scalarCount += counts.scalars
        unitCount += counts.units
        start = end
      }
    }
    self.lineStarts = lineStarts
    self.scalars = scalars
    self.units = units
    self.scalarCount = scalarCount
    utf16Count = unitCount
  }

  /// Creates the map of an article's text.
  public init(_ article: Article) { self.init(article.bytes) }

  /// The number of lines; a newline at the end of the text opens one more, which is empty.
  public var lineCount: Int { lineStarts.count }

  private var isASCII: Bool { scalars.isEmpty }
}

// MARK: From bytes

extension OffsetMap {
  /// The place of a byte offset in every unit.
  ///
  /// An offset inside of a character counts as the character's start, one outside of the text as
  /// the nearest end of the text.
  ///
  /// - Complexity: O(log *n*) in the number of lines.
  public func location(of offset: Int) -> TextLocation {
    let offset = aligned(offset)
    let counts = counts(before: offset)
    let line = lineIndex(of: offset)
    let column = counts.scalars - self.counts(before: Int(lineStarts[line])).scalars
    return TextLocation(
      utf8: offset, scalar: counts.scalars, utf16: counts.units, line: line + 1,
      column: column + 1)
  }

  /// The number of scalars before a byte offset.
  ///
  /// - Complexity: O(1).
  public func scalarOffset(of offset: Int) -> Int { counts(before: aligned(offset)).scalars }

  /// The number of UTF-16 units before a byte offset.
  ///
  /// - Complexity: O(1).
  public func utf16Offset(of offset: Int) -> Int { counts(before: aligned(offset)).units }

  /// The nearest offset at or before `offset` that is inside of the text and of no character.
  private func aligned(_ offset: Int) -> Int {
    if offset >= bytes.count { return bytes.count }
    var offset = max(0, offset)
    if isASCII { return offset }
    let floor = max(0, offset - 3)
    while offset > floor && bytes[offset] & 0xC0 == 0x80 { offset -= 1 }
    return offset
  }

  private func counts(before offset: Int) -> (scalars: Int, units: Int) {
    if isASCII { return (offset, offset) }
    let block = min(offset / Self.stride, scalars.count - 1)
    let rest = bytes.withUnsafeBufferPointer { Self.count($0, block * Self.stride, offset) }
    return (Int(scalars[block]) + rest.scalars, Int(units[block]) + rest.units)
  }

  private func lineIndex(of offset: Int) -> Int {
    var low = 0
    var high = lineStarts.count
    while low < high {
      let middle = (low + high) / 2
      if Int(lineStarts[middle]) <= offset { low = middle + 1 } else { high = middle }
    }
    return low - 1
  }
}

// MARK: To bytes

extension OffsetMap {
  /// The byte offset of the scalar with a number; the end of the text when there are fewer.
  ///
  /// - Complexity: O(log *n*).
  public func utf8Offset(ofScalar index: Int) -> Int {
    if index >= scalarCount { return bytes.count }
    if isASCII || index <= 0 { return max(0, index) }
    return offset(of: index, checkpoints: scalars) { _ in 1 }
  }

  /// The byte offset of the UTF-16 unit with a number; the end of the text when there are fewer.
  /// The second unit of a surrogate pair counts as the first.
  ///
  /// - Complexity: O(log *n*).
  public func utf8Offset(ofUTF16 index: Int) -> Int {
    if index >= utf16Count { return bytes.count }
    if isASCII || index <= 0 { return max(0, index) }
    return offset(of: index, checkpoints: units) { $0 >= 0xF0 ? 2 : 1 }
  }

  /// The byte offset of a line and a column, both from 1; clamped to the line, and to the text.
  ///
  /// - Complexity: O(log *n*).
  public func utf8Offset(line: Int, column: Int) -> Int {
    if line < 1 { return 0 }
    if line > lineStarts.count { return bytes.count }
    let start = Int(lineStarts[line - 1])
    let end = line < lineStarts.count ? Int(lineStarts[line]) : bytes.count
    let scalar = counts(before: start).scalars + max(0, min(column - 1, bytes.count))
    return min(utf8Offset(ofScalar: scalar), end)
  }

  /// The offset of the scalar that holds unit `index`, where a scalar with a given first byte has
  /// `width` units.
  @inline(__always)
  private func offset(of index: Int, checkpoints: [UInt32], width: (UInt8) -> Int) -> Int {
    var low = 0
    var high = checkpoints.count
    while low < high {
      let middle = (low + high) / 2
      if Int(checkpoints[middle]) <= index { low = middle + 1 } else { high = middle }
    }
    var position = (low - 1) * Self.stride
    var count = Int(checkpoints[low - 1])
    // A character that the checkpoint cuts belongs to the block before.
    while position < bytes.count && bytes[position] & 0xC0 == 0x80 { position += 1 }
    while position < bytes.count {
      let next = count + width(bytes[position])
      if next > index { return position }
      count = next
      position += 1
      while position < bytes.count && bytes[position] & 0xC0 == 0x80 { position += 1 }
    }
    return bytes.count
  }
}

// MARK: Counting

extension OffsetMap {
  /// The scalars and UTF-16 units whose first byte lies from `start` up to `end`.
  private static func count(
    _ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int
  ) -> (scalars: Int, units: Int) {
    let counts = bytes.countScalars(start, end)
    return (counts.scalars, counts.scalars + counts.supplementary)
  }

  private static func isASCII(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    var all: UInt8 = 0
    for byte in bytes { all |= byte }
    return all < 0x80
  }

  private static func appendLineStarts(
    _ bytes: UnsafeBufferPointer<UInt8>, to starts: inout [UInt32]
  ) {
    let raw = UnsafeRawBufferPointer(bytes)
    var offset = 0
    while offset < bytes.count {
      // Eight bytes at a time hold no line's end in nearly all places.
      if offset + 8 <= bytes.count,
        !hasControl(raw.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
      {
        offset += 8
        continue
      }
      for offset in offset..<min(offset + 8, bytes.count) {
        switch bytes[offset] {
        case 0x0A: starts.append(UInt32(truncatingIfNeeded: offset + 1))
        case 0x0D where offset + 1 >= bytes.count || bytes[offset + 1] != 0x0A:
          starts.append(UInt32(truncatingIfNeeded: offset + 1))
        default: break
        }
      }
      offset += 8
    }
  }

  /// Whether one of eight bytes is a control character of ASCII; it may say so of a byte behind one.
  @inline(__always)
  private static func hasControl(_ word: UInt64) -> Bool {
    (word &- 0x2020_2020_2020_2020) & ~word & 0x8080_8080_8080_8080 != 0
  }
}
