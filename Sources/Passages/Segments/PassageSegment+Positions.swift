extension PassageSegment {
  /// Appends all positions of a list.
  func append(_ list: PositionList, to positions: inout [UInt32]) throws {
    // A damaged dictionary may promise more positions than there are bytes.
    positions.reserveCapacity(positions.count + min(list.count, 16 * list.bytes.count + 1))
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
    if list.blockCount == 1 {
      let bytes = list.bytes.lowerBound..<list.bytes.upperBound + PositionBlock.slack
      return try withBytes(in: bytes) { bytes in
        _ = try PositionBlock.decode(
          UnsafeRawBufferPointer(rebasing: bytes[list.headSize...]),
          first: Self.number(bytes, 0), count: list.count, limit: wordCount, into: &positions)
        try body(&positions)
      }
    }
    var block = 0
    while block < list.blockCount {
      let end = min(block + Self.blocksAtOnce, list.blockCount)
      // The one behind tells where the last of them ends.
      try skips(block..<min(end + 1, list.blockCount), of: list) { skips in
        let data = list.bytes.lowerBound + list.headSize
        let start = data + skips[0].offset
        let dataEnd =
          end == list.blockCount ? list.bytes.upperBound : data + skips[end - block].offset
        guard start < dataEnd, dataEnd <= list.bytes.upperBound else {
          throw PassageError.corrupt("a list of places")
        }
        try withBytes(in: start..<dataEnd + PositionBlock.slack) { bytes in
          var offset = 0
          for number in block..<end {
            offset += try PositionBlock.decode(
              UnsafeRawBufferPointer(rebasing: bytes[min(offset, bytes.count)...]),
              first: skips[number - block].first, count: list.count(ofBlock: number),
              limit: wordCount, into: &positions)
            try body(&positions)
          }
        }
      }
      block = end
    }
  }

  /// Appends the positions of a list that lie in a range, and possibly some beside it.
  ///
  /// - Complexity: O(log *n* + *k*) for *n* positions of which *k* lie in the range.
  func append(
    _ list: PositionList, near range: Range<UInt32>, to positions: inout [UInt32]
  ) throws {
    if list.blockCount == 1 { return try append(list, to: &positions) }
    var (block, skip) = try lastBlock(of: list, startingBefore: range.lowerBound)
    while skip.first < range.upperBound {
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
      if block == list.blockCount { return }
      skip = try skips(block..<block + 1, of: list) { $0[0] }
    }
  }

  /// What a long list says of a block: its first position, and where it begins behind the head.
  private typealias Skip = (first: UInt32, offset: Int)

  /// The last block whose first position is at most a given one; the first block if there is none.
  ///
  /// Positions are spread about evenly, so it is looked for first where it would stand then.
  ///
  /// - Complexity: O(log *n*) in the number of blocks, of which many are read at once.
  private func lastBlock(
    of list: PositionList, startingBefore position: UInt32
  ) throws -> (block: Int, skip: Skip) {
    var low = 0
    var high = list.blockCount - 1
    var middle = Int(position) * list.blockCount / max(1, wordCount)
    while true {
      let first = max(low, min(middle, high) - Self.blocksAtOnce / 2)
      let window = first..<min(high + 1, first + Self.blocksAtOnce)
      let found = try skips(window, of: list) { skips -> (block: Int, skip: Skip)? in
        if skips[0].first > position, window.lowerBound > low {
          high = window.lowerBound - 1
          return nil
        }
        if skips[skips.count - 1].first <= position, window.upperBound <= high {
          low = window.upperBound - 1
          return nil
        }
        var (inside, end) = (0, skips.count - 1)
        while inside < end {
          let middle = (inside + end + 1) / 2
          if skips[middle].first <= position { inside = middle } else { end = middle - 1 }
        }
        return (window.lowerBound + inside, skips[inside])
      }
      if let found { return found }
      middle = (low + high + 1) / 2
    }
  }

  /// So many blocks are read of at a time: as cheap as one.
  private static let blocksAtOnce = 32

  /// Calls `body` with what a list says of some blocks.
  private func skips<Result>(
    _ blocks: Range<Int>, of list: PositionList, _ body: (SkipTable) throws -> Result
  ) throws -> Result {
    var result: Result?
    let start = list.bytes.lowerBound
    let size = PositionListEncoder.skipSize
    try withBytes(in: start + blocks.lowerBound * size..<start + blocks.upperBound * size) {
      result = try body(SkipTable(bytes: $0))
    }
    guard let result else { throw PassageError.corrupt("a list of places") }
    return result
  }

  /// What a long list says of some blocks that follow each other.
  private struct SkipTable {
    let bytes: UnsafeRawBufferPointer

    var count: Int { bytes.count / PositionListEncoder.skipSize }

    subscript(_ index: Int) -> Skip {
      let offset = index * PositionListEncoder.skipSize
      return (
        PassageSegment.number(bytes, offset), Int(PassageSegment.number(bytes, offset + 4))
      )
    }
  }

  @inline(__always)
  private static func number(_ bytes: UnsafeRawBufferPointer, _ offset: Int) -> UInt32 {
    UInt32(littleEndian: bytes.loadUnaligned(fromByteOffset: offset, as: UInt32.self))
  }
}
