/// One pass of ``WordSegmenter`` over one text.
struct WordSegmentation {
  private typealias Class = WordBreakTable.Class

  private let bytes: UnsafeBufferPointer<UInt8>
  private let entries: UnsafeBufferPointer<UInt32>
  private let prototype: BreakIterator.Prototype
  private var segments: [WordSegment] = []
  /// Where the next segment starts.
  private var position = 0
  /// The number of segments before the last place that no rule looks across.
  private var safeCount = 0

  init(
    bytes: UnsafeBufferPointer<UInt8>, entries: UnsafeBufferPointer<UInt32>,
    prototype: BreakIterator.Prototype
  ) {
    self.bytes = bytes
    self.entries = entries
    self.prototype = prototype
    segments.reserveCapacity(bytes.count / 2 + 16)
  }

  mutating func run() -> [WordSegment] {
    while position < bytes.count {
      let (entry, width) = entry(at: position)
      switch entry & Class.mask {
      case Class.letter, Class.numeric, Class.extender:
        scanWord(entry, position + width)
      case Class.space:
        safeCount = segments.count
        scanSpaces(position + width)
      case Class.newline:
        safeCount = segments.count
        let isPair =
          bytes[position] == 0x0D && position + 1 < bytes.count && bytes[position + 1] == 0x0A
        append(position + (isPair ? 2 : width), entry)
      case Class.other, Class.otherUnsafe:
        safeCount = segments.count
        append(position + width, entry)
      case Class.hard: scanHardStretch()
      default: append(position + width, entry)
      }
    }
    return segments
  }

  /// The table's entry of the scalar at an offset, and the number of its bytes.
  @inline(__always)
  private func entry(at offset: Int) -> (entry: UInt32, width: Int) {
    let byte = bytes[offset]
    if byte < 0x80 { return (entries[Int(byte)], 1) }
    let scalar = bytes.scalar(at: offset)
    if scalar.value >= UInt32(WordBreakTable.size) { return (WordBreakTable.beyond, scalar.width) }
    return (entries[Int(scalar.value)], scalar.width)
  }

  /// Appends a segment of one kind of scalar.
  @inline(__always)
  private mutating func append(_ end: Int, _ entry: UInt32) {
    let kind = UInt8(truncatingIfNeeded: entry >> WordBreakTable.kindShift)
    segments.append(
      WordSegment(start: position, end: end, kind: ScalarClass.Kind(rawValue: kind) ?? .symbol))
    position = end
  }

  @inline(__always)
  private mutating func scanSpaces(_ next: Int) {
    var end = next
    while end < bytes.count {
      let (entry, width) = entry(at: end)
      if entry & Class.mask != Class.space { break }
      end += width
    }
    segments.append(WordSegment(start: position, end: end, kind: .space))
    position = end
  }
}

extension WordSegmentation {
  /// Reads letters, digits and what joins them: rules WB5 to WB13b of UAX #29.
  @inline(__always)
  private mutating func scanWord(_ first: UInt32, _ next: Int) {
    var all = first
    // The first letter's case decides whether the word is capitalised.
    var firstLetter = first
    var previous = first & Class.mask
    var end = next
    scan: while end < bytes.count {
      let (entry, width) = entry(at: end)
      let breakClass = entry & Class.mask
      if breakClass <= Class.extender {
        if firstLetter & Class.mask != Class.letter { firstLetter = entry }
        all |= entry
        previous = breakClass
        end += width
        continue
      }
      switch breakClass {
      case Class.midLetter, Class.midNumber, Class.midBoth:
        // Letters on both sides, or digits on both sides, else it ends the word.
        let joins =
          previous == Class.letter
          ? breakClass != Class.midNumber
          : previous == Class.numeric && breakClass != Class.midLetter
        guard joins, end + width < bytes.count else { break scan }
        let (following, followingWidth) = self.entry(at: end + width)
        if following & Class.mask == Class.hard { return scanHardStretch() }
        guard following & Class.mask == previous else { break scan }
        all |= entry | following
        end += width + followingWidth
      case Class.hard: return scanHardStretch()
      default: break scan
      }
    }
    appendWord(end, first, firstLetter, all)
  }

  @inline(__always)
  private mutating func appendWord(
    _ end: Int, _ first: UInt32, _ firstLetter: UInt32, _ all: UInt32
  ) {
    if all & WordBreakTable.isOdd != 0 || first & Class.mask == Class.extender {
      segments.append(WordSegment(bytes, start: position, end: end))
    } else {
      var flags = UInt16(truncatingIfNeeded: all >> WordBreakTable.flagsShift)
      let upper = UInt32(WordSegment.Flags.upper.rawValue) << WordBreakTable.flagsShift
      if firstLetter & upper != 0 { flags |= WordSegment.Flags.firstUpper.rawValue }
      segments.append(
        WordSegment(
          start: position, end: end, kind: first & Class.mask == Class.letter ? .letter : .digit,
          flags: WordSegment.Flags(rawValue: flags)))
    }
    position = end
  }
}

// MARK: Left to ICU

extension WordSegmentation {
  /// Lets ICU read the stretch around a scalar that the table does not cover, from the last place
  /// that no rule looks across to the next one.
  @inline(never)
  private mutating func scanHardStretch() {
    let start = safeCount < segments.count ? segments[safeCount].start : position
    segments.removeLast(segments.count - safeCount)
    let end = endOfHardStretch(from: position)
    var segmentStart = start
    let stretch = UnsafeBufferPointer(rebasing: bytes[start..<end])
    do throws(ICUError) {
      let iterator = try BreakIterator(prototype)
      try iterator.forEachChunk(of: stretch) { chunk in
        for boundary in chunk {
          let segmentEnd = start + Int(boundary)
          segments.append(WordSegment(bytes, start: segmentStart, end: segmentEnd))
          segmentStart = segmentEnd
        }
      }
    } catch {
      // Out of memory, or 2 GiB without a space: the stretch is one segment.
      segments.append(WordSegment(bytes, start: segmentStart, end: end))
    }
    position = end
    safeCount = segments.count
  }

  /// The first offset behind a hard scalar that no rule looks across: before a scalar that joins
  /// with nothing, or before a space that is no space's neighbour. Hard scalars that follow soon
  /// belong to the same stretch, because every stretch costs about a microsecond.
  private func endOfHardStretch(from start: Int) -> Int {
    let reach = 64
    var candidate: Int?
    var previous = WordBreakTable.beyond
    var offset = start
    while offset < bytes.count {
      let (entry, width) = entry(at: offset)
      let breakClass = entry & Class.mask
      if breakClass == Class.hard {
        candidate = nil
      } else if let candidate {
        if offset > candidate + reach { return candidate }
      } else {
        switch breakClass {
        case Class.other: candidate = offset
        case Class.newline where bytes[offset] != 0x0A || bytes[max(0, offset - 1)] != 0x0D:
          candidate = offset
        case Class.space where previous != Class.space && previous != Class.hard:
          candidate = offset
        default: break
        }
      }
      previous = breakClass
      offset += width
    }
    return candidate ?? bytes.count
  }
}
