/// Splits a file into lines, holding one line and one chunk at a time.
struct LineReader {
  enum Line: Hashable {
    /// The line's place in ``bytes``, without the line feed; valid until the next call.
    case line(Range<Int>)
    /// The line is longer than the limit; it was skipped without being kept.
    case tooLong
  }

  private var reader: ByteReader
  private let maximumLineBytes: Int
  /// The number of the line that was read last, counted from 1.
  private(set) var number = 0
  /// How many of the pending bytes the last line takes.
  private var taken = 0

  init(reader: ByteReader, maximumLineBytes: Int) {
    self.reader = reader
    self.maximumLineBytes = max(1, maximumLineBytes)
    self.reader.expectedMaximum = self.maximumLineBytes
  }

  /// The buffer that the lines lie in.
  var bytes: [UInt8] { reader.buffer }

  /// The next line; nil at the end of the file. A line feed at the end opens no further line.
  mutating func next() throws(SystemError) -> Line? {
    reader.consume(taken)
    taken = 0
    // Bytes that hold no line feed are not searched again when more arrive.
    var searched = 0
    var isTooLong = false
    while true {
      let start = reader.pending.lowerBound
      if let count = firstLineFeed(from: start + searched) {
        number += 1
        taken = searched + count + 1
        if isTooLong || taken - 1 > maximumLineBytes { return .tooLong }
        return .line(start..<(start + taken - 1))
      }
      searched = reader.pending.count
      if searched > maximumLineBytes {
        isTooLong = true
        reader.consume(searched)
        searched = 0
      }
      if try !reader.fill() {
        guard searched > 0 || isTooLong else { return nil }
        number += 1
        taken = searched
        let end = reader.pending.lowerBound + searched
        return isTooLong ? .tooLong : .line(reader.pending.lowerBound..<end)
      }
    }
  }

  /// How many bytes stand before the first line feed from an offset on.
  private func firstLineFeed(from offset: Int) -> Int? {
    let bytes = reader.buffer.span.extracting(offset..<reader.pending.upperBound)
    var index = 0
    let raw = bytes.bytes
    let lineFeeds: UInt64 = 0x0A0A_0A0A_0A0A_0A0A
    while index + 8 <= bytes.count {
      // The condition of the loop is the check that the unsafe load leaves out.
      let word = UInt64(
        littleEndian: raw.unsafeLoadUnaligned(fromByteOffset: index, as: UInt64.self))
      let zeros = bytesWithZero(word ^ lineFeeds)
      if zeros != 0 { return index + zeros.trailingZeroBitCount / 8 }
      index += 8
    }
    while index < bytes.count {
      if bytes[index] == 0x0A { return index }
      index += 1
    }
    return nil
  }
}

/// A word whose lowest set bit is the top bit of the lowest byte of `word` that is zero; 0 if none
/// is.
@inline(__always)
func bytesWithZero(_ word: UInt64) -> UInt64 {
  (word &- 0x0101_0101_0101_0101) & ~word & 0x8080_8080_8080_8080
}
