extension AlignmentTable {
  /// The cells of a row, from 1 on, that a best chain can go through.
  private struct Cells {
    var first: Int
    var last: Int

    static let none = Cells(first: .max - 8, last: 0)
  }

  /// Fills the table with all chains that can be part of one that scores `bound` or more, and notes
  /// the best.
  mutating func fill(_ a: WordSequence, _ b: WordSequence, reaching bound: Int32) {
    (score, endRow, endColumn) = (ends.contains(.end) ? 2 * Self.impossible : 0, 0, 0)
    let width = columns + 1
    chains.initialize(repeating: Self.impossible, count: 5 * width)
    var (beforeLast, last, row) = (chains, chains + width, chains + 2 * width)
    let (gapsA, longGapsA) = (chains + 3 * width, chains + 4 * width)
    for j in 1...columns { bOpenLongGaps[j] = bWords[j - 1].openLongGap }
    var (cellsBeforeLast, cellsOfLast) = (Cells.none, Cells.none)
    for i in 1...rows {
      let starts = lastStart(i, bound)
      let first = starts > 0 ? 1 : min(cellsOfLast.first, cellsBeforeLast.first + 1)
      guard first <= columns else {
        // No chain goes on from here, and none will start further down.
        if cellsOfLast.last == 0, cellsBeforeLast.last == 0 { return }
        clear(cellsBeforeLast, in: beforeLast)
        (beforeLast, last, row) = (last, row, beforeLast)
        (cellsBeforeLast, cellsOfLast) = (cellsOfLast, .none)
        continue
      }
      let end = max(starts, cellsOfLast.last + 2, cellsBeforeLast.last + 1)
      let cells = fillRow(
        a, b, i, first, end, bound,
        .init(
          beforeLast: beforeLast, last: last, row: row, gapsA: gapsA, longGapsA: longGapsA))
      clear(cellsBeforeLast, in: beforeLast)
      (beforeLast, last, row) = (last, row, beforeLast)
      (cellsBeforeLast, cellsOfLast) = (cellsOfLast, cells)
    }
  }

  /// Makes the memory of a row fit to be used again.
  private func clear(_ cells: Cells, in row: UnsafeMutablePointer<Int32>) {
    guard cells.last > 0 else { return }
    (row + cells.first).update(repeating: Self.impossible, count: cells.last - cells.first + 1)
  }

  /// The last column of a row in which a chain can start that reaches `bound`; 0 when there is none.
  private func lastStart(_ i: Int, _ bound: Int32) -> Int {
    if ends.contains(.start) { return i == 1 ? 1 : 0 }
    // A chain that starts with the first words of both sides gains more, and does so up here.
    let most = 2 * Self.bothEnds - (i <= 2 ? 0 : AlignmentCosts.wholeEnd)
    if aRest[i - 1] + most < bound { return 0 }
    var low = 0
    var high = columns
    while low < high {
      let middle = (low + high) / 2
      if bRest[middle] + most < bound { high = middle } else { low = middle + 1 }
    }
    return low
  }

  /// The memory that a row is filled in. The row before and the one before that are read; gaps of the
  /// first side are those of the row before, until they are this row's.
  private struct RowMemory {
    let beforeLast: UnsafeMutablePointer<Int32>
    let last: UnsafeMutablePointer<Int32>
    let row: UnsafeMutablePointer<Int32>
    let gapsA: UnsafeMutablePointer<Int32>
    let longGapsA: UnsafeMutablePointer<Int32>
  }

  /// Fills a row from one column to another, and on as long as a chain can go.
  private mutating func fillRow(
    _ a: WordSequence, _ b: WordSequence, _ i: Int, _ first: Int, _ end: Int, _ bound: Int32,
    _ memory: RowMemory
  ) -> Cells {
    let last = min(end, columns)
    fillLinks(a, b, i, first, last, memory)
    fillGapsOfA(i, first, last, memory)
    let reached = fillGapsOfB(i, first, last, bound, memory)
    // The next row finds nothing where this one has no cells.
    var cells = Cells(first: first, last: reached)
    while cells.first <= reached, !canReach(bound, i, cells.first, memory) { cells.first += 1 }
    if cells.first > reached { cells = .none }
    while cells.last > 0, !canReach(bound, i, cells.last, memory) { cells.last -= 1 }
    clear(first..<min(reached + 1, cells.first), memory)
    clear(max(first, cells.last + 1)..<max(reached + 1, first, cells.last + 1), memory)
    return cells
  }

  /// Whether a chain that goes through a cell can score `bound`.
  @inline(__always)
  private func canReach(_ bound: Int32, _ i: Int, _ j: Int, _ memory: RowMemory) -> Bool {
    memory.row[j] &+ Self.bothEnds &+ min(aRest[i], bRest[j]) >= bound
  }

  private func clear(_ cells: Range<Int>, _ memory: RowMemory) {
    for cell in cells {
      memory.row[cell] = Self.impossible
      memory.gapsA[cell] = Self.impossible
      memory.longGapsA[cell] = Self.impossible
    }
  }

  /// Fills a row with the chains that end with a link of its word to each word of the other side, and
  /// notes the best that ends there.
  @inline(__always)
  private mutating func fillLinks(
    _ a: WordSequence, _ b: WordSequence, _ i: Int, _ first: Int, _ end: Int, _ memory: RowMemory
  ) {
    let (beforeLast, last, row) = (memory.beforeLast, memory.last, memory.row)
    let x = aWords[i - 1]
    let words = bWords.baseAddress!
    let traces = trace + (i - 1) * columns
    let startsAtOnce: Int32 = ends.contains(.start) ? Self.impossible : 0
    let hasGivenEnd = ends.contains(.end)
    var score = score
    var j = first
    while j <= end {
      let y = words + (j &- 1)
      var cell = State.link
      var gain: Int32
      if x.key == y.pointee.key {
        gain = min(x.match, y.pointee.match)
      } else {
        gain =
          AlignmentWord.unequalGain(x, y.pointee)
          ?? affinity.unequalGain(a, aStart + i - 1, b, bStart + j - 1)
      }
      var link = last[j &- 1]
      let start = i > 1 && j > 1 ? startsAtOnce : start(i == 1, j == 1, gain)
      if link <= start {
        link = start
        cell |= Trace.starts
      }
      link &+= gain
      if x.joinedKey == y.pointee.key, i > 1 {
        let start = self.start(i == 2, j == 1, AlignmentCosts.contentMatch)
        let joined = max(start, beforeLast[j - 1]) + AlignmentCosts.contentMatch
        if joined > link {
          (link, gain) = (joined, AlignmentCosts.contentMatch)
          cell = State.link | Trace.twoOfA | (beforeLast[j - 1] <= start ? Trace.starts : 0)
        }
      }
      if y.pointee.joinedKey == x.key, j > 1 {
        let start = self.start(i == 1, j == 2, AlignmentCosts.contentMatch)
        let joined = max(start, last[j - 2]) + AlignmentCosts.contentMatch
        if joined > link {
          (link, gain) = (joined, AlignmentCosts.contentMatch)
          cell = State.link | Trace.twoOfB | (last[j - 2] <= start ? Trace.starts : 0)
        }
      }
      row[j] = link
      traces[j &- 1] = cell
      if link &+ Self.bothEnds > score, !hasGivenEnd {
        let total = link + Self.wholeEnds(i == rows, j == columns, gain)
        if total > score { (score, endRow, endColumn) = (total, i, j) }
      }
      j &+= 1
    }
    self.score = score
    if hasGivenEnd, i == rows, end == columns {
      (self.score, endRow, endColumn) = (row[columns], i, columns)
    }
  }

  /// Puts chains into a row that end with a gap of its word, where they are better.
  @inline(__always)
  private func fillGapsOfA(_ i: Int, _ first: Int, _ end: Int, _ memory: RowMemory) {
    let (last, row) = (memory.last, memory.row)
    let (gapsA, longGapsA) = (memory.gapsA, memory.longGapsA)
    let (openGap, extendGap) = (aWords[i - 1].openGap, aWords[i - 1].extendGap)
    let openLongGaps = bOpenLongGaps
    let traces = trace + (i - 1) * columns
    let floor = floor
    var j = first - 1
    while j < end {
      j &+= 1
      if last[j] <= floor { continue }
      var best = row[j]
      let opened = last[j] &- openGap
      let extended = gapsA[j] &- extendGap
      let gap = max(extended, opened)
      gapsA[j] = gap
      let openedLong = last[j] &- openLongGaps[j]
      let extendedLong = longGapsA[j]
      let longGap = max(extendedLong, openedLong)
      longGapsA[j] = longGap
      var cell = traces[j &- 1]
      cell |= extended >= opened ? Trace.extendsA : 0
      cell |= extendedLong >= openedLong ? Trace.extendsLongA : 0
      var state = State.link
      state = gap > best ? State.gapA : state
      best = max(best, gap)
      state = longGap > best ? State.longGapA : state
      row[j] = max(best, longGap)
      traces[j &- 1] = cell & ~State.mask | state
    }
  }

  /// No best chain has a gap behind a chain that gains no more than this: the links behind the gap
  /// gain more when they start a chain of their own.
  private var floor: Int32 { ends.contains(.start) ? .min : 0 }

  /// Puts chains into a row that end with a gap of the other side's word, where they are better, and
  /// returns the last column that one goes to.
  @inline(__always)
  private func fillGapsOfB(
    _ i: Int, _ first: Int, _ end: Int, _ bound: Int32, _ memory: RowMemory
  ) -> Int {
    let row = memory.row
    let openLongGap = aWords[i - 1].openLongGap
    let words = bWords.baseAddress!
    let traces = trace + (i - 1) * columns
    var gap = Self.impossible
    var longGap = Self.impossible
    var best = Self.impossible
    let floor = floor
    var j = first
    while j <= columns {
      let isNew = j > end
      if best <= floor {
        if isNew { return j - 1 }
        (gap, longGap) = (Self.impossible, Self.impossible)
        best = row[j]
        j &+= 1
        continue
      }
      let opened = best &- words[j &- 1].openGap
      let extended = gap &- words[j &- 1].extendGap
      gap = max(extended, opened)
      let openedLong = best &- openLongGap
      let extendedLong = longGap
      longGap = max(extendedLong, openedLong)
      var cell = isNew ? State.link : traces[j &- 1]
      best = isNew ? Self.impossible : row[j]
      if max(gap, longGap) > best {
        var state = cell & State.mask
        if gap > best { (best, state) = (gap, State.gapB) }
        if longGap > best { (best, state) = (longGap, State.longGapB) }
        cell = cell & ~State.mask | state
        row[j] = best
      }
      cell |= extended >= opened ? Trace.extendsB : 0
      cell |= extendedLong >= openedLong ? Trace.extendsLongB : 0
      traces[j &- 1] = cell
      // Behind the given columns chains come from nowhere else.
      if isNew, !canReach(bound, i, j, memory) { return j }
      j &+= 1
    }
    return columns
  }

  /// What a chain has gained that starts with a link.
  @inline(__always)
  private func start(_ isStartOfA: Bool, _ isStartOfB: Bool, _ gain: Int32) -> Int32 {
    if ends.contains(.start) { return isStartOfA && isStartOfB ? 0 : Self.impossible }
    return Self.wholeEnds(isStartOfA, isStartOfB, gain)
  }

  /// What reaching the ends of the sides with a link of that gain adds.
  @inline(__always)
  private static func wholeEnds(_ isEndOfA: Bool, _ isEndOfB: Bool, _ gain: Int32) -> Int32 {
    if gain <= 0 { return isEndOfA && isEndOfB ? 2 * AlignmentCosts.wholeEnd : 0 }
    return (isEndOfA ? AlignmentCosts.wholeEnd : 0) + (isEndOfB ? AlignmentCosts.wholeEnd : 0)
  }
}
