/// The table of an exact alignment: for each pair of places the best chain that ends there.
///
/// Only few cells are filled. A chain starts where two words gain something (``AlignmentCandidates``),
/// and goes on only from a cell where it has gained something in all: what comes behind a chain that
/// has not gains as much without it. And cells are left out whose best chain, with all that it can
/// still gain, falls short of a score that is known to be reached: at first that of the runs of equal
/// words, then that of the best chain found so far.
struct AlignmentTable {
  /// How a chain ends at a cell.
  enum State {
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
  enum Trace {
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

  static let impossible: Int32 = -1 << 28
  /// What a chain can gain at most by where it ends, and by where it starts.
  static let bothEnds: Int32 = 2 * AlignmentCosts.wholeEnd

  let affinity: WordAffinity
  let aStart: Int
  let bStart: Int
  let rows: Int
  let columns: Int
  let ends: Aligner.Ends
  /// The words of both sides, counted from the start of what is aligned.
  let aWords: UnsafeBufferPointer<AlignmentWord>
  let bWords: UnsafeBufferPointer<AlignmentWord>
  /// What the words from each place on can gain at most.
  let aRest: UnsafeMutablePointer<Int32>
  let bRest: UnsafeMutablePointer<Int32>
  /// Three rows of the best chains, and one of each kind of gap, each with a place before the first.
  let chains: UnsafeMutablePointer<Int32>
  /// For each row the columns where a chain may start, behind them those where the row before goes on.
  let columnSets: UnsafeMutablePointer<UInt64>
  /// One place for each pair of words.
  let trace: UnsafeMutablePointer<UInt16>

  var endRow = 0
  var endColumn = 0
  var score: Int32 = 0

  /// The best alignment.
  static func align(
    _ affinity: WordAffinity, _ a: WordSequence, _ aWords: Range<Int>, _ b: WordSequence,
    _ bWords: Range<Int>, ends: Aligner.Ends
  ) -> Alignment {
    let (rows, columns) = (aWords.count, bWords.count)
    guard rows > 0, columns > 0 else { return Alignment(links: [], score: 0) }
    return withUnsafeTemporaryAllocation(
      of: AlignmentWord.self, capacity: rows + columns
    ) { words in
      AlignmentWord.layOut(a, aWords, at: words.baseAddress!)
      AlignmentWord.layOut(b, bWords, at: words.baseAddress! + rows)
      return withUnsafeTemporaryAllocation(
        of: Int32.self, capacity: rows + 1 + 6 * (columns + 1)
      ) { numbers in
        withUnsafeTemporaryAllocation(of: UInt16.self, capacity: rows * columns) { trace in
          let setWords = (rows + 1) * BitSet.wordCount(for: columns)
          return withUnsafeTemporaryAllocation(
            of: UInt64.self, capacity: setWords + AlignmentCandidates.capacity(columns: columns)
          ) { sets in
            let numbers = numbers.baseAddress!
            var table = AlignmentTable(
              affinity: affinity, aStart: aWords.lowerBound, bStart: bWords.lowerBound,
              rows: rows, columns: columns, ends: ends,
              aWords: UnsafeBufferPointer(rebasing: words[..<rows]),
              bWords: UnsafeBufferPointer(rebasing: words[rows...]),
              aRest: numbers, bRest: numbers + (rows + 1),
              chains: numbers + (rows + 1 + columns + 1), columnSets: sets.baseAddress!,
              trace: trace.baseAddress!)
            table.findCandidates(a, b, sets.baseAddress! + setWords)
            table.fill(a, b)
            return table.alignment(a, b)
          }
        }
      }
    }
  }

  /// The columns of a row where a chain may start; behind the last row, those where the row before
  /// goes on.
  @inline(__always)
  func candidates(of row: Int) -> BitSet {
    let count = BitSet.wordCount(for: columns)
    return BitSet(words: columnSets + row * count, wordCount: count)
  }

  /// The links of the best chain. The last of them ends it, whatever gap may be better at its cell.
  private func alignment(_ a: WordSequence, _ b: WordSequence) -> Alignment {
    var links: [Alignment.Link] = []
    var i = endRow
    var j = endColumn
    guard i > 0 else { return Alignment(links: [], score: 0) }
    links.reserveCapacity(min(rows, columns))
    var state = State.link
    // Nothing but damage could lead out of the table.
    while i > 0, j > 0 {
      let cell = trace[(i - 1) * columns + j - 1]
      // The state of the cell before is that of its best chain, unless a gap goes on.
      var goesOn = false
      switch state {
      case State.link:
        let aCount = cell & Trace.twoOfA != 0 ? 2 : 1
        let bCount = cell & Trace.twoOfB != 0 ? 2 : 1
        i -= aCount
        j -= bCount
        let (x, y) = (aStart + i, bStart + j)
        links.append(
          Alignment.Link(
            a: x, aCount: aCount, b: y, bCount: bCount,
            isEqual: aCount + bCount > 2 || a.words[x].key == b.words[y].key
              || affinity.means(a.words[x], b.words[y])))
        if cell & Trace.starts != 0 { i = 0 }
      case State.gapA, State.longGapA:
        goesOn = cell & (state == State.gapA ? Trace.extendsA : Trace.extendsLongA) != 0
        i -= 1
      default:
        goesOn = cell & (state == State.gapB ? Trace.extendsB : Trace.extendsLongB) != 0
        j -= 1
      }
      if !goesOn, i > 0, j > 0 { state = trace[(i - 1) * columns + j - 1] & State.mask }
    }
    return Alignment(links: links.reversed(), score: score)
  }
}
