/// Reads a file in chunks into one buffer, of which a part is consumed at a time.
struct ByteReader {
  private let file: OpenFile
  private let chunkSize: Int
  private let meter: ReadMeter?
  private(set) var buffer: [UInt8] = []
  /// The bytes of the buffer that were read and not yet consumed.
  private(set) var pending = 0..<0
  private(set) var isAtEnd = false
  /// So many pending bytes are all that will be asked for: the buffer is not doubled beyond them.
  var expectedMaximum = Int.max

  /// Creates a reader that asks the system for `chunkSize` bytes at a time, and counts them.
  init(file: OpenFile, chunkSize: Int, meter: ReadMeter? = nil) {
    self.file = file
    self.meter = meter
    self.chunkSize = max(1, chunkSize)
  }

  /// Gives up the first `count` pending bytes.
  mutating func consume(_ count: Int) {
    pending = (pending.lowerBound + count)..<pending.upperBound
  }

  /// Reads one more chunk behind the pending bytes.
  ///
  /// The pending bytes move to the buffer's front at most once for each time something was consumed,
  /// and the buffer grows by doubling: reading is linear in the file however long a line is.
  ///
  /// - Returns: whether there was anything to read.
  mutating func fill() throws(SystemError) -> Bool {
    if isAtEnd { return false }
    makeRoom()
    let end = pending.upperBound
    let room = min(chunkSize, buffer.count - end)
    let count = try readChunk(at: end, room: room)
    if count == 0 { isAtEnd = true }
    meter?.add(count)
    pending = pending.lowerBound..<(end + count)
    return count > 0
  }

  private mutating func readChunk(at offset: Int, room: Int) throws(SystemError) -> Int {
    let file = file
    let result = buffer.withUnsafeMutableBytes { bytes -> Result<Int, SystemError> in
      do throws(SystemError) {
        let target = UnsafeMutableRawBufferPointer(rebasing: bytes[offset..<(offset + room)])
        return .success(try file.read(into: target))
      } catch {
        return .failure(error)
      }
    }
    return try result.get()
  }

  private mutating func makeRoom() {
    let count = pending.count
    if pending.lowerBound > 0 {
      let isOversized = buffer.count > 8 * chunkSize && count < buffer.count / 8
      if isOversized {
        // One giant line must not hold its memory for the rest of the file.
        buffer = Array(buffer[pending])
      } else if count > 0 {
        let source = pending
        buffer.withUnsafeMutableBytes { bytes in
          let rest = UnsafeRawBufferPointer(rebasing: bytes[source])
          UnsafeMutableRawBufferPointer(rebasing: bytes[..<rest.count]).copyMemory(from: rest)
        }
      }
      pending = 0..<count
    }
    if buffer.count - count < chunkSize {
      let doubled = min(2 * count, expectedMaximum)
      let size = max(count, doubled) + chunkSize
      var larger: [UInt8] = []
      larger.reserveCapacity(size)
      larger += buffer[..<count]
      larger += repeatElement(0, count: size - count)
      buffer = larger
    }
  }
}
