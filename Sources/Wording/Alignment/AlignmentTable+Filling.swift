extension AlignmentTable {
  /// Fills the table with all chains that can be part of the best, and notes that one.
  mutating func fill(_ a: WordSequence, _ b: WordSequence) {
    // A chain that gains nothing is none, unless both its ends are given.
    if ends.contains(.end) { score = 2 * Self.impossible }
    let bound = max(score + 1, scoreOfRuns())
    let width = columns + 1
    chains.initialize(repeating: Self.impossible, count: 5 * width)
    var memory = RowMemory(
      beforeLast: chains, last: chains + width, row: chains + 2 * width,
      gapsA: chains + 3 * width, longGapsA: chains + 4 * width, alive: candidates(of: rows))
    memory.alive.removeAll()
    let firstStarts = startColumns(isFirst: true, bound)
    let laterStarts = startColumns(isFirst: false, bound)
    for i in 1...rows {
      let isFirst = i <= 2
      let starts =
        aRest[i - 1] + mostByEnds(isFirst) < bound ? 0 : isFirst ? firstStarts : laterStarts
      fillRow(a, b, i, starts, bound, memory)
      (memory.beforeLast, memory.last, memory.row) = (memory.last, memory.row, memory.beforeLast)
      memory.row.update(repeating: Self.impossible, count: width)
    }
  }

  /// The memory that a row is filled in. The row before and the one before that are read; gaps of the
  /// first side are those of the row before, until they are this row's.
  private struct RowMemory {
    var beforeLast: UnsafeMutablePointer<Int32>
    var last: UnsafeMutablePointer<Int32>
    var row: UnsafeMutablePointer<Int32>
    let gapsA: UnsafeMutablePointer<Int32>
    let longGapsA: UnsafeMutablePointer<Int32>
    /// The columns of the row before where a chain goes on, until they are this row's.
    let alive: BitSet
  }

  /// The first columns of a row, as many as a chain can start in that reaches `bound`.
  private func startColumns(isFirst: Bool, _ bound: Int32) -> Int {
    UnsafeBufferPointer(start: bRest, count: columns).partitioningIndex {
      $0 + mostByEnds(isFirst) < bound
    }
  }

  /// What a chain can gain at most by where it starts and ends. Only one that starts with the first
  /// words, read as one with the second perhaps, starts with those of both sides.
  private func mostByEnds(_ isFirst: Bool) -> Int32 {
    2 * Self.bothEnds - (isFirst ? 0 : AlignmentCosts.wholeEnd)
  }

  /// Fills the cells of a row that a chain can start in or go on to.
  private mutating func fillRow(
    _ a: WordSequence, _ b: WordSequence, _ i: Int, _ starts: Int, _ bound: Int32,
    _ memory: RowMemory
  ) {
    let candidates = candidates(of: i - 1)
    // Chains go on to the column below and the one behind it, and along the row.
    var goesOn: UInt64 = 0
    var gaps = RowGaps.none
    for word in 0..<candidates.wordCount {
      let first = word << 6
      let above = memory.alive.words[word]
      var rest = above | above << 1 | goesOn
      goesOn = above >> 63
      rest |= candidates.words[word] & Self.lowBits(starts - first)
      let columnsHere = Self.lowBits(columns - first)
      rest &= columnsHere
      var alive: UInt64 = 0
      while rest != 0 {
        let bit = rest & (0 &- rest)
        rest ^= bit
        let j = first + bit.trailingZeroBitCount + 1
        if gaps.column != j - 1 { gaps = .none }
        fillCell(a, b, i, j, memory, &gaps)
        guard canReach(bound, i, j, memory) else {
          gaps = .none
          memory.row[j] = Self.impossible
          memory.gapsA[j] = Self.impossible
          memory.longGapsA[j] = Self.impossible
          continue
        }
        alive |= bit
        rest |= bit << 1 & columnsHere
        if bit == 1 << 63 { goesOn = 1 }
      }
      memory.alive.words[word] = alive
    }
  }

  /// So many bits, from the lowest on.
  @inline(__always)
  private static func lowBits(_ count: Int) -> UInt64 {
    count >= 64 ? ~0 : count <= 0 ? 0 : ~(~0 << UInt64(count))
  }

  /// Whether a chain goes on from a cell: it has gained something, and can still score `bound`, and
  /// more than the best so far.
  @inline(__always)
  private func canReach(_ bound: Int32, _ i: Int, _ j: Int, _ memory: RowMemory) -> Bool {
    let chain = memory.row[j]
    let most = chain &+ Self.bothEnds &+ min(aRest[i], bRest[j])
    return chain > floor && most >= bound && most > score
  }

  /// No best chain goes on from a cell that gains no more than this: what is behind gains as much when
  /// it starts a chain of its own. Where the start is given there is no other chain.
  private var floor: Int32 { ends.contains(.start) ? Self.impossible / 2 : 0 }

  /// The gaps of the second side that a row has at the column that was filled last.
  private struct RowGaps {
    var column: Int
    var gap: Int32
    var longGap: Int32

    static let none = RowGaps(
      column: -1, gap: AlignmentTable.impossible, longGap: AlignmentTable.impossible)
  }

  /// Fills a cell with the best chain that ends there.
  @inline(__always)
  private mutating func fillCell(
    _ a: WordSequence, _ b: WordSequence, _ i: Int, _ j: Int, _ memory: RowMemory,
    _ gaps: inout RowGaps
  ) {
    var (best, cell) = link(a, b, i, j, memory)
    let (x, y) = (aWords[i - 1], bWords[j - 1])
    var state = State.link
    // A gap of the first side's word.
    let above = memory.last[j]
    if above > floor {
      let opened = above &- x.openGap
      let extended = memory.gapsA[j] &- x.extendGap
      let gap = max(extended, opened)
      memory.gapsA[j] = gap
      let openedLong = above &- y.openLongGap
      let extendedLong = memory.longGapsA[j]
      let longGap = max(extendedLong, openedLong)
      memory.longGapsA[j] = longGap
      if extended >= opened { cell |= Trace.extendsA }
      if extendedLong >= openedLong { cell |= Trace.extendsLongA }
      if gap > best { (best, state) = (gap, State.gapA) }
      if longGap > best { (best, state) = (longGap, State.longGapA) }
    }
    // A gap of the second side's word.
    if gaps.column > 0 {
      let before = memory.row[j - 1]
      let opened = before &- y.openGap
      let extended = gaps.gap &- y.extendGap
      gaps.gap = max(extended, opened)
      let openedLong = before &- x.openLongGap
      if extended >= opened { cell |= Trace.extendsB }
      if gaps.longGap >= openedLong { cell |= Trace.extendsLongB }
      gaps.longGap = max(gaps.longGap, openedLong)
      if gaps.gap > best { (best, state) = (gaps.gap, State.gapB) }
      if gaps.longGap > best { (best, state) = (gaps.longGap, State.longGapB) }
    }
    gaps.column = j
    memory.row[j] = best
    trace[(i - 1) * columns + j - 1] = cell | state
  }

  /// The best chain that ends with a link of the two words at a cell, and what it remembers. Notes the
  /// best of all.
  @inline(__always)
  private mutating func link(
    _ a: WordSequence, _ b: WordSequence, _ i: Int, _ j: Int, _ memory: RowMemory
  ) -> (chain: Int32, cell: UInt16) {
    let (x, y) = (aWords[i - 1], bWords[j - 1])
    var cell: UInt16 = 0
    var gain =
      x.key == y.key
      ? min(x.match, y.match)
      : AlignmentWord.unequalGain(x, y)
        ?? affinity.unequalGain(a, aStart + i - 1, b, bStart + j - 1)
    var link = memory.last[j - 1]
    let start = start(i == 1, j == 1, gain)
    if link <= start {
      link = start
      cell |= Trace.starts
    }
    link &+= gain
    if x.joinedKey == y.key, i > 1 {
      let start = self.start(i == 2, j == 1, AlignmentCosts.contentMatch)
      let joined = max(start, memory.beforeLast[j - 1]) + AlignmentCosts.contentMatch
      if joined > link {
        (link, gain) = (joined, AlignmentCosts.contentMatch)
        cell = Trace.twoOfA | (memory.beforeLast[j - 1] <= start ? Trace.starts : 0)
      }
    }
    if y.joinedKey == x.key, j > 1 {
      let start = self.start(i == 1, j == 2, AlignmentCosts.contentMatch)
      let joined = max(start, memory.last[j - 2]) + AlignmentCosts.contentMatch
      if joined > link {
        (link, gain) = (joined, AlignmentCosts.contentMatch)
        cell = Trace.twoOfB | (memory.last[j - 2] <= start ? Trace.starts : 0)
      }
    }
    if ends.contains(.end) {
      if i == rows, j == columns { (score, endRow, endColumn) = (link, i, j) }
    } else if link &+ Self.bothEnds > score {
      let total = link + Self.wholeEnds(i == rows, j == columns, gain)
      if total > score { (score, endRow, endColumn) = (total, i, j) }
    }
    return (link, cell)
  }

  /// What a chain has gained that starts with a link.
  @inline(__always)
  func start(_ isStartOfA: Bool, _ isStartOfB: Bool, _ gain: Int32) -> Int32 {
    if ends.contains(.start) { return isStartOfA && isStartOfB ? 0 : Self.impossible }
    return Self.wholeEnds(isStartOfA, isStartOfB, gain)
  }

  /// What reaching the ends of the sides with a link of that gain adds.
  @inline(__always)
  static func wholeEnds(_ isEndOfA: Bool, _ isEndOfB: Bool, _ gain: Int32) -> Int32 {
    if gain <= 0 { return isEndOfA && isEndOfB ? 2 * AlignmentCosts.wholeEnd : 0 }
    return (isEndOfA ? AlignmentCosts.wholeEnd : 0) + (isEndOfB ? AlignmentCosts.wholeEnd : 0)
  }
}
