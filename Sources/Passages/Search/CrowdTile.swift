/// Some cells of a segment side by side, few enough for the processor's cache; see ``Crowds``.
struct CrowdTile {
  static let cellBits = 6
  /// How many cells it decides on; it looks at ``margin`` more on either side.
  static let cellCount = 1 << 14

  /// Sums are in half bits, so that the processor has many in one register.
  private static let unitsPerSum = ChainCosts.unitsPerBit / 2
  /// No sum is greater: that of two is a number yet, and no quotation has as much.
  private static let most: Int16 = 16_000

  /// What the pairs of stretches must have, those of one cell first, then of two, four, and so on.
  private let thresholds: [Int16]
  /// How far from a crowd a place may have words behind an ellipsis, in cells.
  private let dilation: Int
  private let margin: Int
  /// What all pieces of a place must have.
  private let leastOfAll: Int
  private let sums: UnsafeMutablePointer<Int16>
  /// The sums by two, four and more cells.
  private let wide: UnsafeMutablePointer<Int16>
  private let isCrowded: UnsafeMutablePointer<Bool>
  /// The number of cells that it looks at.
  private let width: Int
  /// The first cell that it looks at.
  private var first = 0

  /// - Parameter neededOfPiece: What asked units must add to what is granted, in one piece at least;
  ///   more than a break.
  init(_ bounds: PlaceBounds, neededOfPiece: Int) {
    let skips = bounds.query.skips
    leastOfAll = (bounds.least - bounds.granted - ChainCosts.breakCost) / Self.unitsPerSum
    let cellWords = 1 << Self.cellBits
    var thresholds: [Int16] = []
    var words = cellWords
    while true {
      let drift = thresholds.isEmpty ? 0 : words / 2
      let least = neededOfPiece - ChainCosts.breakCost + drift * ChainCosts.driftCost
      thresholds.append(Int16(min(Int(Self.most), least / Self.unitsPerSum)))
      if words >= bounds.drift { break }
      words *= 2
    }
    self.thresholds = thresholds
    let widest = words / cellWords
    dilation =
      skips == 0
      ? 0 : (skips * ChainCosts.mostSkipped + bounds.drift) / cellWords + 2
    margin = (2 * widest + dilation + widest - 1) / widest * widest
    width = (Self.cellCount + 2 * margin + widest - 1) / widest * widest
    sums = .allocate(capacity: width)
    wide = .allocate(capacity: width)
    isCrowded = .allocate(capacity: width)
  }

  func deallocate() {
    sums.deallocate()
    wide.deallocate()
    isCrowded.deallocate()
  }

  /// Forgets the votes.
  mutating func begin(at cell: Int) {
    first = cell - margin
    sums.update(repeating: 0, count: width)
  }

  /// Adds the votes of a unit that are in the tile.
  ///
  /// - Parameter cursor: The first place that is in the tile before; and then in this one.
  func add(
    _ positions: UnsafeBufferPointer<UInt32>, ofUnit number: Int, from cursor: inout Int,
    _ unit: PlaceBounds.Unit
  ) {
    let shift = PassageQuery.mostWords - unit.word - first << Self.cellBits
    let (sums, width) = (self.sums, self.width)
    var index = cursor
    while index < positions.count, Int(positions[index]) + shift < 0 { index += 1 }
    cursor = index
    let worth = Int16((unit.worth + Self.unitsPerSum - 1) / Self.unitsPerSum)
    while index < positions.count {
      let cell = (Int(positions[index]) + shift) >> Self.cellBits
      if cell >= width { break }
      sums[cell] = min(Self.most, sums[cell] &+ worth)
      index += 1
    }
  }

  /// Calls `body` with the votes of a unit that are in crowds.
  func forEachCrowded(
    _ positions: UnsafeBufferPointer<UInt32>, from cursor: Int, _ unit: PlaceBounds.Unit,
    _ body: (UInt32) -> Void
  ) {
    let shift = PassageQuery.mostWords - unit.word - first << Self.cellBits
    let end = margin + Self.cellCount
    for position in positions[cursor...] {
      let cell = (Int(position) + shift) >> Self.cellBits
      if cell >= end { break }
      if cell >= margin, isCrowded[cell] { body(position) }
    }
  }

  /// Finds the cells in which good places may begin; false if there are none.
  func findCrowds() -> Bool {
    let (sums, wide, width) = (self.sums, self.wide, self.width)
    let cost = Int16(ChainCosts.breakCost / Self.unitsPerSum)
    for cell in 0..<width {
      // The greater of this and 0, so written that the compiler takes many at a time.
      let rest = sums[cell] &- cost
      sums[cell] = rest & ~(rest &>> 15)
    }
    var hasCrowds = false
    var count = width
    var from = sums
    for (level, threshold) in thresholds.enumerated() {
      if level > 0 {
        count /= 2
        // Each sum stands before those that it is made of.
        for pair in 0..<count {
          let first = from + pair &<< 1
          wide[pair] = min(Self.most, first[0] &+ first[1])
        }
        from = wide
      }
      let most = forEachPair(of: from, count: count, atLeast: threshold) { cell in
        if !hasCrowds { isCrowded.update(repeating: false, count: width) }
        hasCrowds = true
        markCells(cell << level..<(cell + 2) << level)
      }
      // A pair of the next stretches is two pairs of these.
      let canBeMore = thresholds.indices.contains { higher in
        higher > level && Int(most) << (higher - level) >= Int(thresholds[higher])
      }
      if !canBeMore { break }
    }
    return hasCrowds
  }

  /// Calls `body` with the first of each two stretches side by side that have enough together.
  ///
  /// - Returns: The most that any two have.
  @inline(__always)
  private func forEachPair(
    of sums: UnsafePointer<Int16>, count: Int, atLeast threshold: Int16, _ body: (Int) -> Void
  ) -> Int16 {
    var most: Int16 = 0
    var start = 0
    while start < count - 1 {
      let end = min(start + 128, count - 1)
      // Many at a time first, since there is seldom one.
      let (first, second) = (sums + start, sums + (start + 1))
      var mostHere: Int16 = 0
      for pair in 0..<end - start { mostHere = max(mostHere, first[pair] &+ second[pair]) }
      if mostHere >= threshold {
        for pair in start..<end where sums[pair] &+ sums[pair + 1] >= threshold { body(pair) }
      }
      most = max(most, mostHere)
      start = end
    }
    return most
  }

  /// Notes that a good place, or its best piece, may begin in some cells.
  private func markCells(_ cells: Range<Int>) {
    let near = (cells.lowerBound - dilation..<cells.upperBound + dilation).clamped(to: 0..<width)
    // Its pieces together have more than the best of them.
    if dilation > 0, near.reduce(0, { $0 + Int(sums[$1]) }) < leastOfAll { return }
    for cell in near { isCrowded[cell] = true }
  }
}
