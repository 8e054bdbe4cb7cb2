/// The table of an exact alignment: for each pair of places the best chain that ends there.
struct AlignmentTable {
  /// How a chain ends at a cell.
  private enum State {
    static let none: UInt16 = 0
    /// With a link of the two words before the cell.
    static let link: UInt16 = 1
    /// With a word that only the first side has, in a short or a long gap.
    static let gapA: UInt16 = 2
    static let longGapA: UInt16 = 3
    static let gapB: UInt16 = 4
    static let longGapB: UInt16 = 5
    static let mask: UInt16 = 7
  }

  /// What a cell remembers for the way back, besides the state of its best chain.
  private enum Trace {
    /// The link starts the chain.
    static let starts: UInt16 = 1 << 3
    /// The link takes two words of the first, or of the second side.
    static let twoOfA: UInt16 = 1 << 4
    static let twoOfB: UInt16 = 1 << 5
    /// A gap of that state goes on, rather than opens.
    static let extendsA: UInt16 = 1 << 6
    static let extendsLongA: UInt16 = 1 << 7
    static let extendsB: UInt16 = 1 << 8
    static let extendsLongB: UInt16 = 1 << 9
  }

  private static let impossible: Int32 = -1 << 28

  private let affinity: WordAffinity
  private let a: WordSequence
  private let b: WordSequence
  private let aStart: Int
  private let bStart: Int
  private let rows: Int
  private let columns: Int
  private var trace: [UInt16]
  private var endRow = 0
  private var endColumn = 0
  private var score: Int32 = 0

  init(
    _ affinity: WordAffinity, _ a: WordSequence, _ aWords: Range<Int>, _ b: WordSequence,
    _ bWords: Range<Int>, ends: Aligner.Ends
  ) {
    self.affinity = affinity
    self.a = a
    self.b = b
    aStart = aWords.lowerBound
    bStart = bWords.lowerBound
    rows = aWords.count
    columns = bWords.count
    trace = [UInt16](repeating: 0, count: (rows + 1) * (columns + 1))
    if rows > 0, columns > 0 { fill(ends) }
  }

  /// The best chain of each state at the cells of one row.
  private struct Row {
    var best: [Int32]
    var gapA: [Int32]
    var longGapA: [Int32]

    init(_ count: Int) {
      best = [Int32](repeating: impossible, count: count)
      gapA = best
      longGapA = best
    }
  }

  private mutating func fill(_ ends: Aligner.Ends) {
    let width = columns + 1
    var beforeLast = Row(width)
    var last = Row(width)
    var row = Row(width)
    let isAnchored = ends.contains(.start)
    let joinedA = Self.joinedKeys(a, aStart, rows)
    let joinedB = Self.joinedKeys(b, bStart, columns)
    let longOpenB = (0...columns).map { Self.longOpen(b, bStart + $0, $0 == columns) }
    for i in 1...rows {
      let word = a.words[aStart + i - 1]
      let (openA, extendA) = Self.gapCosts(word)
      let longOpenA = Self.longOpen(a, aStart + i, i == rows)
      row.best[0] = Self.impossible
      row.gapA[0] = Self.impossible
      row.longGapA[0] = Self.impossible
      var gapB = Self.impossible
      var longGapB = Self.impossible
      for j in 1...columns {
        let other = b.words[bStart + j - 1]
        var cell: UInt16 = 0
        // A link of the two words, or of three.
        var gain = affinity.gain(a, aStart + i - 1, b, bStart + j - 1)
        var link = last.best[j - 1]
        var start = start(i == 1, j == 1, gain, isAnchored)
        if link <= start {
          link = start
          cell = Trace.starts
        }
        link += gain
        if i > 1, joinedA[i - 1] == other.key {
          start = self.start(i == 2, j == 1, AlignmentCosts.contentMatch, isAnchored)
          let joined = max(start, beforeLast.best[j - 1]) + AlignmentCosts.contentMatch
          if joined > link {
            (link, gain) = (joined, AlignmentCosts.contentMatch)
            cell = Trace.twoOfA | (beforeLast.best[j - 1] <= start ? Trace.starts : 0)
          }
        }
        if j > 1, joinedB[j - 1] == word.key {
          start = self.start(i == 1, j == 2, AlignmentCosts.contentMatch, isAnchored)
          let joined = max(start, last.best[j - 2]) + AlignmentCosts.contentMatch
          if joined > link {
            (link, gain) = (joined, AlignmentCosts.contentMatch)
            cell = Trace.twoOfB | (last.best[j - 2] <= start ? Trace.starts : 0)
          }
        }
        var best = link
        var state = State.link
        // A word of the first side alone.
        let openedA = last.best[j] - openA - extendA
        let extendedA = last.gapA[j] - extendA
        let gapA = max(openedA, extendedA)
        if extendedA >= openedA { cell |= Trace.extendsA }
        row.gapA[j] = gapA
        if gapA > best { (best, state) = (gapA, State.gapA) }
        let openedLongA = last.best[j] - longOpenB[j]
        let longGapA = max(openedLongA, last.longGapA[j])
        if last.longGapA[j] >= openedLongA { cell |= Trace.extendsLongA }
        row.longGapA[j] = longGapA
        if longGapA > best { (best, state) = (longGapA, State.longGapA) }
        // A word of the second side alone.
        let (openB, extendB) = Self.gapCosts(other)
        let openedB = row.best[j - 1] - openB - extendB
        let extendedB = gapB - extendB
        gapB = max(openedB, extendedB)
        if extendedB >= openedB { cell |= Trace.extendsB }
        if gapB > best { (best, state) = (gapB, State.gapB) }
        let openedLongB = row.best[j - 1] - longOpenA
        if longGapB >= openedLongB { cell |= Trace.extendsLongB }
        longGapB = max(openedLongB, longGapB)
        if longGapB > best { (best, state) = (longGapB, State.longGapB) }
        row.best[j] = best
        trace[i * width + j] = cell | state
        if ends.contains(.end) {
          if i == rows, j == columns { (score, endRow, endColumn) = (link, i, j) }
        } else {
          let total = link + Self.wholeEnds(i == rows, j == columns, gain)
          if total > score { (score, endRow, endColumn) = (total, i, j) }
        }
      }
      (beforeLast, last, row) = (last, row, beforeLast)
    }
  }

  /// What a chain has gained that starts with a link.
  @inline(__always)
  private func start(
    _ isStartOfA: Bool, _ isStartOfB: Bool, _ gain: Int32, _ isAnchored: Bool
  ) -> Int32 {
    if isAnchored { return isStartOfA && isStartOfB ? 0 : Self.impossible }
    return Self.wholeEnds(isStartOfA, isStartOfB, gain)
  }

  /// What reaching the ends of the sides with a link of that gain adds.
  @inline(__always)
  private static func wholeEnds(_ isEndOfA: Bool, _ isEndOfB: Bool, _ gain: Int32) -> Int32 {
    if gain <= 0 { return isEndOfA && isEndOfB ? 2 * AlignmentCosts.wholeEnd : 0 }
    return (isEndOfA ? AlignmentCosts.wholeEnd : 0) + (isEndOfB ? AlignmentCosts.wholeEnd : 0)
  }

  /// The key of each word read on from the word before it; 0 where they are not neighbours.
  private static func joinedKeys(_ words: WordSequence, _ start: Int, _ count: Int) -> [UInt64] {
    (0..<count).map { index in
      guard index > 0, words.words[start + index - 1].piece == words.words[start + index].piece
      else {
        return 0
      }
      return words.letters(of: start + index).reduce(
        words.words[start + index - 1].key, WordKey.extend)
    }
  }

  /// What opening a gap with a word costs, and what each word of it costs.
  @inline(__always)
  private static func gapCosts(_ word: WordSequence.Word) -> (Int32, Int32) {
    word.traits.contains(.bracketed)
      ? (AlignmentCosts.shownGap, 0) : (AlignmentCosts.gap, AlignmentCosts.gapWord)
  }

  /// What it costs to skip any number of the other side's words before a word.
  @inline(__always)
  private static func longOpen(_ words: WordSequence, _ index: Int, _ isEnd: Bool) -> Int32 {
    !isEnd && words.words[index].traits.contains(.afterSkip)
      ? AlignmentCosts.shownGap : AlignmentCosts.longGap
  }

  /// The links of the best chain. The last of them ends it, whatever gap may be better at its cell.
  func alignment() -> Alignment {
    var links: [Alignment.Link] = []
    var i = endRow
    var j = endColumn
    guard i > 0 else { return Alignment(links: [], score: 0) }
    let width = columns + 1
    var state = State.link
    while true {
      let cell = trace[i * width + j]
      switch state {
      case State.link:
        let aCount = cell & Trace.twoOfA != 0 ? 2 : 1
        let bCount = cell & Trace.twoOfB != 0 ? 2 : 1
        let (x, y) = (aStart + i - aCount, bStart + j - bCount)
        links.append(
          Alignment.Link(
            a: x, aCount: aCount, b: y, bCount: bCount,
            isEqual: aCount + bCount > 2 || a.words[x].key == b.words[y].key
              || affinity.means(a.words[x], b.words[y])))
        if cell & Trace.starts != 0 {
          return Alignment(links: links.reversed(), score: score)
        }
        i -= aCount
        j -= bCount
        state = trace[i * width + j] & State.mask
      case State.gapA, State.longGapA:
        let extends = state == State.gapA ? Trace.extendsA : Trace.extendsLongA
        i -= 1
        if cell & extends == 0 { state = trace[i * width + j] & State.mask }
      default:
        let extends = state == State.gapB ? Trace.extendsB : Trace.extendsLongB
        j -= 1
        if cell & extends == 0 { state = trace[i * width + j] & State.mask }
      }
      // Nothing but damage could lead out of the table.
      guard i > 0, j > 0 else { return Alignment(links: links.reversed(), score: score) }
    }
  }
}
