/// Compresses ascending positions.
///
/// Positions are taken by blocks of 128: the first is kept whole, of the others the distance to the
/// one before, less one, in as many bits as the block's greatest needs. A list of several blocks
/// begins with the first position and the place of each, so that a few positions are found without
/// reading the others.
struct PositionListEncoder {
  static let blockSize = 128
  /// The bytes of an entry of the table that long lists begin with.
  static let skipSize = 8

  private(set) var count = 0
  private var block: [UInt32] = []
  private var skips: [UInt8] = []
  private var data: [UInt8] = []

  init() { block.reserveCapacity(Self.blockSize) }

  /// Appends a position, which is greater than the one before.
  @inline(__always)
  mutating func append(_ position: UInt32) {
    if block.count == Self.blockSize { encodeBlock() }
    block.append(position)
    count += 1
  }

  /// Appends the list's bytes and starts a new one.
  mutating func finish(into bytes: inout [UInt8]) {
    if count > 0 { encodeBlock() }
    if count > Self.blockSize {
      bytes += skips
    } else {
      bytes += skips.prefix(4)
    }
    bytes += data
    reset()
  }

  /// Forgets the positions.
  mutating func reset() {
    count = 0
    block.removeAll(keepingCapacity: true)
    skips.removeAll(keepingCapacity: true)
    data.removeAll(keepingCapacity: true)
  }

  private mutating func encodeBlock() {
    skips.append(UInt64(block[0]), bytes: 4)
    skips.append(UInt64(data.count), bytes: 4)
    block.withUnsafeBufferPointer { block in
      var all: UInt32 = 0
      for index in 1..<max(1, block.count) { all |= block[index] &- block[index - 1] &- 1 }
      let width = UInt64(UInt32.bitWidth - all.leadingZeroBitCount)
      data.append(UInt8(width))
      guard width > 0 else { return }
      var bits: UInt64 = 0
      var held: UInt64 = 0
      for index in 1..<max(1, block.count) {
        bits |= UInt64(block[index] &- block[index - 1] &- 1) << held
        held += width
        while held >= 8 {
          data.append(UInt8(truncatingIfNeeded: bits))
          bits >>= 8
          held -= 8
        }
      }
      if held > 0 { data.append(UInt8(truncatingIfNeeded: bits)) }
    }
    block.removeAll(keepingCapacity: true)
  }
}
