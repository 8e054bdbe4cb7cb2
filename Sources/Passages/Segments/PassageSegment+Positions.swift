extension PassageSegment {
  /// Appends all positions of a list.
  func append(_ list: PositionList, to positions: inout [UInt32]) throws {
    try forEachBlock(of: list, &positions) { _ in }
  }

  /// Appends the positions of a list block by block, and calls `body` after each, which may empty the
  /// array: so that a list of any length is read in bounded memory.
  func forEachBlock(
    of list: PositionList, _ positions: inout [UInt32], _ body: (inout [UInt32]) throws -> Void
  ) throws {
    if list.count == 1 {
      guard Int(list.single) < wordCount else { throw PassageError.corrupt("a list of places") }
      positions.append(list.single)
      return try body(&positions)
    }
    try withBytes(in: list.bytes.lowerBound..<list.bytes.upperBound + PositionBlock.slack) {
      bytes in
      var offset = list.headSize
      for block in 0..<list.blockCount {
        let first = Self.number(bytes, block * PositionListEncoder.skipSize)
        offset += try PositionBlock.decode(
          UnsafeRawBufferPointer(rebasing: bytes[min(offset, bytes.count)...]), first: first,
          count: list.count(ofBlock: block), limit: wordCount, into: &positions)
        try body(&positions)
      }
    }
  }

  /// Appends the positions of a list that lie in a range, and possibly some beside it.
  ///
  /// - Complexity: O(log *n* + *k*) for *n* positions of which *k* lie in the range.
  func append(
    _ list: PositionList, near range: Range<UInt32>, to positions: inout [UInt32]
  ) throws {
    if list.blockCount == 1 { return try append(list, to: &positions) }
    var block = try lastBlock(of: list, startingBefore: range.lowerBound)
    while block < list.blockCount {
      let skip = try self.skip(block, of: list)
      if skip.first >= range.upperBound { return }
      let start = list.bytes.lowerBound + list.headSize + skip.offset
      guard start < list.bytes.upperBound else { throw PassageError.corrupt("a list of places") }
      let most = 1 + 4 * PositionListEncoder.blockSize
      let end = min(start + most, list.bytes.upperBound) + PositionBlock.slack
      try withBytes(in: start..<end) { bytes in
        _ = try PositionBlock.decode(
          bytes, first: skip.first, count: list.count(ofBlock: block), limit: wordCount,
          into: &positions)
      }
      block += 1
    }
  }

  /// The last block whose first position is at most a given one; the first block if there is none.
  private func lastBlock(of list: PositionList, startingBefore position: UInt32) throws -> Int {
    var low = 0
    var high = list.blockCount - 1
    while low < high {
      let middle = (low + high + 1) / 2
      if try skip(middle, of: list).first <= position { low = middle } else { high = middle - 1 }
    }
    return low
  }

  private func skip(_ block: Int, of list: PositionList) throws -> (first: UInt32, offset: Int) {
    var entry: (UInt32, Int) = (0, 0)
    let start = list.bytes.lowerBound + block * PositionListEncoder.skipSize
    try withBytes(in: start..<start + PositionListEncoder.skipSize) { bytes in
      entry = (Self.number(bytes, 0), Int(Self.number(bytes, 4)))
    }
    return entry
  }

  @inline(__always)
  private static func number(_ bytes: UnsafeRawBufferPointer, _ offset: Int) -> UInt32 {
    UInt32(littleEndian: bytes.loadUnaligned(fromByteOffset: offset, as: UInt32.self))
  }
}
