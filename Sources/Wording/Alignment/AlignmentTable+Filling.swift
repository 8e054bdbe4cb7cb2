extension AlignmentTable {
  /// The cells of a row, from 1 on, that a best chain can go through.
  private struct Cells {
    var first: Int
    var last: Int

    static let none = Cells(first: .max - 8, last: 0)
  }

  /// Fills the table with all chains that can be part of one that scores `bound` or more, and notes
  /// the best.
  mutating func fill(reaching bound: Int32) {
    (score, endRow, endColumn) = (ends.contains(.end) ? 2 * Self.impossible : 0, 0, 0)
    let width = columns + 1
    chains.initialize(repeating: Self.impossible, count: 5 * width)
    var (beforeLast, last, row) = (chains, chains + width, chains + 2 * width)
    let (gapsA, longGapsA) = (chains + 3 * width, chains + 4 * width)
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
        i, first, end, bound, .init(beforeLast: beforeLast, last: last, row: row, gapsA, longGapsA))
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

  /// The memory that a row is filled in.
  private struct RowMemory {
    let beforeLast: UnsafeMutablePointer<Int32>
    let last: UnsafeMutablePointer<Int32>
    let row: UnsafeMutablePointer<Int32>
    let gapsA: UnsafeMutablePointer<Int32>
    let longGapsA: UnsafeMutablePointer<Int32>

    init(
      beforeLast: UnsafeMutablePointer<Int32>, last: UnsafeMutablePointer<Int32>,
      row: UnsafeMutablePointer<Int32>, _ gapsA: UnsafeMutablePointer<Int32>,
      _ longGapsA: UnsafeMutablePointer<Int32>
    ) {
      self.beforeLast = beforeLast
      self.last = last
      self.row = row
      self.gapsA = gapsA
      self.longGapsA = longGapsA
    }
  }

  /// Fills a row from one column to another, and on as long as a chain can.
  @inline(__always)
  private mutating func fillRow(
    _ i: Int, _ first: Int, _ end: Int, _ bound: Int32, _ memory: RowMemory
  ) -> Cells {
    let (beforeLast, last, row) = (memory.beforeLast, memory.last, memory.row)
    let x = aWords[i - 1]
    let words = bWords.baseAddress!
    let cellsOfTrace = trace + (i - 1) * columns
    let openLongB = x.openLongGap
    let rest = aRest[i]
    let isLastRow = i == rows
    let hasGivenEnd = ends.contains(.end)
    var cells = Cells.none
    var gapB = Self.impossible
    var longGapB = Self.impossible
    var bestBefore = Self.impossible
    var diagonal = last[first - 1]
    var j = first
    while j <= columns {
      let y = words + (j - 1)
      var cell: UInt16 = 0
      // A link of the two words, or of three.
      var gain: Int32
      if x.key == y.pointee.key {
        gain = x.match
      } else {
        gain =
          AlignmentWord.unequalGain(x, y.pointee)
          ?? affinity.unequalGain(a, aStart + i - 1, b, bStart + j - 1)
      }
      var link = diagonal
      let start = start(i == 1, j == 1, gain)
      if link <= start {
        link = start
        cell = Trace.starts
      }
      link += gain
      if x.joinedKey == y.pointee.key, i > 1 {
        let start = self.start(i == 2, j == 1, AlignmentCosts.contentMatch)
        let joined = max(start, beforeLast[j - 1]) + AlignmentCosts.contentMatch
        if joined > link {
          (link, gain) = (joined, AlignmentCosts.contentMatch)
          cell = Trace.twoOfA | (beforeLast[j - 1] <= start ? Trace.starts : 0)
        }
      }
      if y.pointee.joinedKey == x.key, j > 1 {
        let start = self.start(i == 1, j == 2, AlignmentCosts.contentMatch)
        let joined = max(start, last[j - 2]) + AlignmentCosts.contentMatch
        if joined > link {
          (link, gain) = (joined, AlignmentCosts.contentMatch)
          cell = Trace.twoOfB | (last[j - 2] <= start ? Trace.starts : 0)
        }
      }
      var best = link
      var state = State.link
      // A word of the first side alone.
      let above = last[j]
      diagonal = above
      let openedA = above - x.openGap
      var gapA = memory.gapsA[j] - x.extendGap
      if gapA >= openedA { cell |= Trace.extendsA } else { gapA = openedA }
      memory.gapsA[j] = gapA
      if gapA > best { (best, state) = (gapA, State.gapA) }
      let openedLongA = above - y.pointee.openLongGap
      var longGapA = memory.longGapsA[j]
      if longGapA >= openedLongA { cell |= Trace.extendsLongA } else { longGapA = openedLongA }
      memory.longGapsA[j] = longGapA
      if longGapA > best { (best, state) = (longGapA, State.longGapA) }
      // A word of the second side alone.
      let openedB = bestBefore - y.pointee.openGap
      gapB -= y.pointee.extendGap
      if gapB >= openedB { cell |= Trace.extendsB } else { gapB = openedB }
      if gapB > best { (best, state) = (gapB, State.gapB) }
      let openedLongB = bestBefore - openLongB
      if longGapB >= openedLongB { cell |= Trace.extendsLongB } else { longGapB = openedLongB }
      if longGapB > best { (best, state) = (longGapB, State.longGapB) }
      row[j] = best
      bestBefore = best
      cellsOfTrace[j - 1] = cell | state
      if hasGivenEnd {
        if isLastRow, j == columns { (score, endRow, endColumn) = (link, i, j) }
      } else if link + Self.bothEnds > score {
        let total = link + Self.wholeEnds(isLastRow, j == columns, gain)
        if total > score { (score, endRow, endColumn) = (total, i, j) }
      }
      if best + Self.bothEnds + min(rest, bRest[j]) >= bound {
        cells.first = min(cells.first, j)
        cells.last = j
      } else if j >= end {
        j += 1
        break
      }
      j += 1
    }
    // The next row finds nothing where this one has no cells.
    clear(first..<min(j, cells.first), memory)
    clear(max(first, cells.last + 1)..<max(j, cells.last + 1, first), memory)
    return cells
  }

  @inline(__always)
  private func clear(_ cells: Range<Int>, _ memory: RowMemory) {
    for cell in cells {
      memory.row[cell] = Self.impossible
      memory.gapsA[cell] = Self.impossible
      memory.longGapsA[cell] = Self.impossible
    }
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
