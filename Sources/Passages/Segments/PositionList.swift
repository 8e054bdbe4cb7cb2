/// Where the positions of one word or pair are kept in a segment.
struct PositionList: Hashable {
  /// How many positions there are, at least one.
  var count: Int
  /// The only position of a list of one, which has no bytes.
  var single: UInt32
  /// The list's bytes in the segment.
  var bytes: Range<Int>

  var blockCount: Int { (count - 1) / PositionListEncoder.blockSize + 1 }

  /// The number of positions in a block.
  func count(ofBlock block: Int) -> Int {
    min(PositionListEncoder.blockSize, count - block * PositionListEncoder.blockSize)
  }

  /// The bytes of what stands before the blocks.
  var headSize: Int { blockCount > 1 ? blockCount * PositionListEncoder.skipSize : 4 }
}

/// Decodes blocks of ``PositionListEncoder``.
enum PositionBlock {
  /// So many bytes behind a list may be read along with it.
  static let slack = 8

  /// Appends the positions of a block.
  ///
  /// - Parameters:
  ///   - bytes: The list from the block on, and ``slack`` more.
  ///   - first: The block's first position.
  ///   - count: The number of its positions.
  ///   - limit: What every position is less than.
  /// - Returns: The number of bytes that the block takes.
  @discardableResult
  static func decode(
    _ bytes: UnsafeRawBufferPointer, first: UInt32, count: Int, limit: Int,
    into positions: inout [UInt32]
  ) throws(PassageError) -> Int {
    guard bytes.count > slack, bytes[0] <= 32 else { throw .corrupt("a list of places") }
    let width = Int(bytes[0])
    let size = 1 + ((count - 1) * width + 7) / 8
    guard size + slack <= bytes.count, count <= PositionListEncoder.blockSize else {
      throw .corrupt("a list of places")
    }
    let mask = UInt64(1) << UInt64(width) &- 1
    // The bytes were just found to be more than none, so that they have an address.
    let base = bytes.baseAddress.unsafelyUnwrapped + 1
    var position = UInt64(first)
    withUnsafeTemporaryAllocation(of: UInt32.self, capacity: PositionListEncoder.blockSize) {
      block in
      block.initializeElement(at: 0, to: first)
      var bit = 0
      for index in 1..<max(1, count) {
        let word = UInt64(
          littleEndian: base.loadUnaligned(fromByteOffset: bit >> 3, as: UInt64.self))
        position &+= word >> UInt64(bit & 7) & mask &+ 1
        block.initializeElement(at: index, to: UInt32(truncatingIfNeeded: position))
        bit &+= width
      }
      positions.append(contentsOf: UnsafeBufferPointer(rebasing: block[..<count]))
    }
    guard position < UInt64(limit) else { throw .corrupt("a list of places") }
    return size
  }
}
