/// The work of ``WordSegmenter`` on one text.
struct WordSegmentation: ~Copyable {
  private typealias Class = WordBreakTable.Class

  private let bytes: UnsafeBufferPointer<UInt8>
  /// The table's entries of bytes; see ``WordBreakTable/byteEntries``.
  private let byteEntries: UnsafePointer<UInt32>
  /// The table's entries of scalars.
  private let entries: UnsafePointer<UInt32>
  /// See ``WordBreakTable/isPlainInASCII``.
  private let isPlain: Bool
  private let prototype: BreakIterator.Prototype

  /// The segments of the stretch that was read last.
  private(set) var segments = GrowingBuffer<WordSegment>(capacity: 1024)
  /// Where the next segment starts.
  private var position = 0
  /// The end of the stretch.
  private var limit = 0
  /// The number of segments before the last place that no rule looks across.
  private var safeCount = 0
  /// Whether a segment holds an at sign or a space beside something else.
  private var holdsMore = false

  /// Prepares to read a text. The memory must stay where it is as long as the value lives.
  init(
    bytes: UnsafeBufferPointer<UInt8>, table: borrowing WordBreakTable,
    prototype: BreakIterator.Prototype
  ) {
    self.bytes = bytes
    byteEntries = table.byteEntries
    entries = table.entries
    isPlain = table.isPlainInASCII
    self.prototype = prototype
  }

  /// Reads the segments of a stretch that starts and ends at boundaries which no rule looks across,
  /// such as a paragraph.
  mutating func read(_ stretch: Range<Int>) {
    segments.removeAll(from: 0)
    position = stretch.lowerBound
    limit = stretch.upperBound
    safeCount = 0
    holdsMore = false
    while position < limit {
      let (entry, width) = entry(at: position)
      switch entry & Class.mask {
      case Class.letter:
        if isPlain && position + 8 <= bytes.count {
          scanPlainWord(entry, position + width)
        } else {
          scanWord(entry, entry, entry, position + width)
        }
      case Class.numeric, Class.extender:
        scanWord(entry, entry, entry, position + width)
      case Class.space:
        safeCount = segments.count
        scanSpaces(position + width)
      case Class.newline:
        safeCount = segments.count
        let isPair = bytes[position] == 0x0D && position + 1 < limit && bytes[position + 1] == 0x0A
        append(position + (isPair ? 2 : width), entry)
      case Class.other, Class.otherUnsafe:
        safeCount = segments.count
        append(position + width, entry)
      case Class.hard: scanHardStretch()
      default: append(position + width, entry)
      }
    }
  }

  /// The table's entry of the scalar at an offset, and the number of its bytes.
  @inline(__always)
  private func entry(at offset: Int) -> (entry: UInt32, width: Int) {
    let byte = bytes[offset]
    return byte < 0x80 ? (byteEntries[Int(byte)], 1) : wideEntry(at: offset)
  }

  @inline(__always)
  private func wideEntry(at offset: Int) -> (entry: UInt32, width: Int) {
    let scalar = bytes.scalar(at: offset)
    if scalar.value >= UInt32(WordBreakTable.size) { return (WordBreakTable.beyond, scalar.width) }
    return (entries[Int(scalar.value)], scalar.width)
  }

  /// Appends a segment of one scalar, or of one newline.
  @inline(__always)
  private mutating func append(_ end: Int, _ entry: UInt32) {
    let kind = UInt8(truncatingIfNeeded: entry >> WordBreakTable.kindShift)
    segments.append(
      WordSegment(start: position, end: end, kind: ScalarClass.Kind(known: kind)))
    position = end
  }

  @inline(__always)
  private mutating func scanSpaces(_ next: Int) {
    var end = next
    while end < limit {
      let (entry, width) = entry(at: end)
      if entry & Class.mask != Class.space { break }
      end += width
    }
    segments.append(WordSegment(start: position, end: end, kind: .space))
    position = end
  }
}

extension WordSegmentation {
  /// Reads a word that starts with a letter, its letters of ASCII eight at a time: most words are
  /// nothing else and no longer, so that a word's length costs no guess of the processor.
  @inline(__always)
  private mutating func scanPlainWord(_ first: UInt32, _ next: Int) {
    // There is a word, so that the text has an address.
    let raw = UnsafeRawPointer(bytes.baseAddress.unsafelyUnwrapped)
    var all = first
    var end = position
    repeat {
      let eight = UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: end, as: UInt64.self))
      let letters = ASCIILetters(eight)
      if letters.count == 0 { break }
      all |= letters.hasUpper ? Self.upper : 0
      all |= letters.hasLower ? Self.lower : 0
      end += letters.count
      if letters.count < 8 { break }
    } while end + 8 <= bytes.count && end < limit
    end = max(end, next)
    guard end < limit else { return appendWord(min(end, limit), first, first, all) }
    let following = byteEntries[Int(bytes[end])] & Class.mask
    guard following >= Class.space && following < Class.hard else {
      return scanWord(first, Class.letter, all, end)
    }
    appendWord(end, first, first, all)
    // One space, as behind most words.
    if bytes[end] == 0x20 && end + 1 < limit {
      let behind = byteEntries[Int(bytes[end + 1])] & Class.mask
      if behind < Class.space {
        safeCount = segments.count
        segments.append(WordSegment(start: end, end: end + 1, kind: .space))
        position = end + 1
      }
    }
  }

  private static var upper: UInt32 {
    UInt32(WordSegment.Flags.upper.rawValue) << WordBreakTable.flagsShift
  }

  private static var lower: UInt32 {
    UInt32(WordSegment.Flags.lower.rawValue) << WordBreakTable.flagsShift
  }

  /// Reads letters, digits and what joins them: rules WB5 to WB13b of UAX #29.
  ///
  /// - Parameters:
  ///   - first: The entry of the word's first scalar.
  ///   - previous: An entry of the class of the scalar before `next`.
  ///   - read: The entries of all that was read, combined.
  ///   - next: Where to go on.
  private mutating func scanWord(
    _ first: UInt32, _ previous: UInt32, _ read: UInt32, _ next: Int
  ) {
    var all = read
    // The first letter's case decides whether the word is capitalised.
    var firstLetter = first
    var previous = previous & Class.mask
    var end = next
    scan: while end < limit {
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
        guard joins, end + width < limit else { break scan }
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
      appendDescribed(position, end)
    } else {
      var flags = UInt16(truncatingIfNeeded: all >> WordBreakTable.flagsShift)
      if firstLetter & Self.upper != 0 { flags |= WordSegment.Flags.firstUpper.rawValue }
      segments.append(
        WordSegment(
          start: position, end: end, kind: first & Class.mask == Class.letter ? .letter : .digit,
          flags: WordSegment.Flags(rawValue: flags)))
    }
    position = end
  }
}

extension WordSegmentation {
  /// Appends a segment that is described scalar by scalar.
  @inline(never)
  private mutating func appendDescribed(_ start: Int, _ end: Int) {
    let segment = WordSegment(bytes, start: start, end: end)
    holdsMore = holdsMore || !segment.flags.isDisjoint(with: [.at, .space])
    segments.append(segment)
  }

  /// Sets every at sign apart in a segment of its own, and every space that does not stand between
  /// two digits.
  ///
  /// Some versions of ICU keep `@name` and `ann@example.org` whole, others do not; the token layer
  /// reads both in the same way. And to ICU the narrow no-break space, U+202F, is a part of words.
  mutating func splitSegments() {
    guard holdsMore else { return }
    let whole = segments.array()
    segments.removeAll(from: 0)
    for segment in whole {
      guard !segment.flags.isDisjoint(with: [.at, .space]) else {
        segments.append(segment)
        continue
      }
      var start = segment.start
      var offset = start
      var previous = ScalarClass.Kind.symbol
      while offset < segment.end {
        let scalar = bytes.scalar(at: offset)
        let next = offset + scalar.width
        let kind = ScalarClass.of(scalar.value).kind
        if kind == .at || kind == .space && !(previous == .digit && isDigit(next, segment.end)) {
          if start < offset { appendDescribed(start, offset) }
          appendDescribed(offset, next)
          start = next
        }
        previous = kind
        offset = next
      }
      if start < segment.end { appendDescribed(start, segment.end) }
    }
  }

  /// Whether a digit stands at an offset that lies before an end.
  private func isDigit(_ offset: Int, _ end: Int) -> Bool {
    offset < end && ScalarClass.of(bytes.scalar(at: offset).value).kind == .digit
  }
}

// MARK: Left to ICU

extension WordSegmentation {
  /// Lets ICU read the stretch around a scalar that the table does not cover, from the last place
  /// that no rule looks across to the next one.
  @inline(never)
  private mutating func scanHardStretch() {
    let start = safeCount < segments.count ? segments[safeCount].start : position
    segments.removeAll(from: safeCount)
    let end = endOfHardStretch(from: position)
    var segmentStart = start
    let stretch = UnsafeBufferPointer(rebasing: bytes[start..<end])
    do throws(ICUError) {
      let iterator = try BreakIterator(prototype)
      try iterator.forEachChunk(of: stretch) { chunk in
        for boundary in chunk {
          let segmentEnd = start + Int(boundary)
          appendDescribed(segmentStart, segmentEnd)
          segmentStart = segmentEnd
        }
      }
    } catch {
      // Out of memory, or 2 GiB without a space: the stretch is one segment.
      appendDescribed(segmentStart, end)
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
    while offset < limit {
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
    return min(candidate ?? limit, limit)
  }
}
