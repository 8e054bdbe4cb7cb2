/// Finds the pairs of words that can gain something when they are linked: a few of all pairs, since a
/// link gains only where keys or letters are alike. All chains start with one of these, and what they
/// gain bounds what a chain can still gain behind a place.
///
/// Of each word of the second side is noted under what others could find it; a word of the first side
/// then finds all that it may be alike in a few unions, of which those are kept that do gain. A set may
/// hold words that gain nothing, never lack one that gains.
struct AlignmentCandidates {
  /// The sets, one behind the other, by what their words have in common.
  private enum Family {
    /// A part of the key, and of the key of the word read on from the one before it.
    static let keys = 0
    static let joinedKeys = 64
    /// Forms of irregular words, by the bits of their signature.
    static let signatures = 128
    /// Content words, by first and by last letter.
    static let firstLetters = 192
    static let lastLetters = 224
    /// Masked words, which can be like any other.
    static let masked = 256
    /// Ambiguous endings, and what they can stand for.
    static let clitics = 257
    static let cliticMeanings = 258
    static let count = 259
  }

  private let sets: UnsafeMutablePointer<UInt64>
  private let wordCount: Int
  private let columns: Int

  /// How many words of memory the sets of a side take.
  static func capacity(columns: Int) -> Int { Family.count * BitSet.wordCount(for: columns) }

  /// Notes the words of the second side.
  ///
  /// - Parameter sets: Room for ``capacity(columns:)`` words.
  init(_ words: UnsafeBufferPointer<AlignmentWord>, sets: UnsafeMutablePointer<UInt64>) {
    self.sets = sets
    columns = words.count
    wordCount = BitSet.wordCount(for: columns)
    sets.initialize(repeating: 0, count: Family.count * wordCount)
    for column in 0..<columns {
      let word = words[column]
      set(Family.keys + Self.part(of: word.key)).insert(column)
      if word.joinedKey != 0 {
        set(Family.joinedKeys + Self.part(of: word.joinedKey)).insert(column)
      }
      if word.isMasked { set(Family.masked).insert(column) }
      if word.isClitic { set(Family.clitics).insert(column) }
      if word.isCliticMeaning { set(Family.cliticMeanings).insert(column) }
      if word.isIrregular {
        Self.forEachBit(of: word.signature) { set(Family.signatures + $0).insert(column) }
      }
      if word.canBeNear {
        set(Family.firstLetters + Int(word.firstLetter & 31)).insert(column)
        set(Family.lastLetters + Int(word.lastLetter & 31)).insert(column)
      }
    }
  }

  /// Adds the words to a set that a word of the first side may gain something with.
  func add(for word: AlignmentWord, to row: BitSet) {
    if word.isMasked { return row.insertAll(below: columns) }
    row.formUnion(set(Family.masked))
    if word.isClitic { row.formUnion(set(Family.cliticMeanings)) }
    if word.isCliticMeaning { row.formUnion(set(Family.clitics)) }
    row.formUnion(set(Family.keys + Self.part(of: word.key)))
    row.formUnion(set(Family.joinedKeys + Self.part(of: word.key)))
    if word.joinedKey != 0 { row.formUnion(set(Family.keys + Self.part(of: word.joinedKey))) }
    if word.isIrregular {
      Self.forEachBit(of: word.signature) { row.formUnion(set(Family.signatures + $0)) }
    }
    if word.canBeNear {
      row.formUnion(set(Family.firstLetters + Int(word.firstLetter & 31)))
      row.formUnion(set(Family.lastLetters + Int(word.lastLetter & 31)))
    }
  }

  @inline(__always)
  private func set(_ number: Int) -> BitSet {
    BitSet(words: sets + number * wordCount, wordCount: wordCount)
  }

  @inline(__always)
  private static func part(of key: UInt64) -> Int {
    Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> 58)
  }

  @inline(__always)
  private static func forEachBit(of signature: UInt64, _ body: (Int) -> Void) {
    var rest = signature
    while rest != 0 {
      body(rest.trailingZeroBitCount)
      rest &= rest &- 1
    }
  }
}

extension AlignmentTable {
  /// Finds the candidates of all rows, and fills in, for both sides, what the words from each place on
  /// can gain at most.
  func findCandidates(
    _ a: WordSequence, _ b: WordSequence, _ sets: UnsafeMutablePointer<UInt64>
  ) {
    let finder = AlignmentCandidates(bWords, sets: sets)
    aRest.initialize(repeating: 0, count: rows + 1)
    bRest.initialize(repeating: 0, count: columns + 1)
    for i in 0..<rows {
      let row = candidates(of: i)
      row.removeAll()
      let x = aWords[i]
      finder.add(for: x, to: row)
      row.forEachNumber { j in
        let y = bWords[j]
        var gain =
          x.key == y.key
          ? min(x.match, y.match)
          : AlignmentWord.unequalGain(x, y)
            ?? affinity.unequalGain(a, aStart + i, b, bStart + j)
        // The gain of two words read as one may be that of either.
        if x.joinedKey == y.key {
          gain = AlignmentCosts.contentMatch
          aRest[i - 1] = gain
        }
        if y.joinedKey == x.key {
          gain = AlignmentCosts.contentMatch
          bRest[j - 1] = gain
        }
        if gain <= 0 {
          row.remove(j)
          return
        }
        aRest[i] = max(aRest[i], gain)
        bRest[j] = max(bRest[j], gain)
      }
    }
    for i in stride(from: rows - 1, through: 0, by: -1) { aRest[i] += aRest[i + 1] }
    for j in stride(from: columns - 1, through: 0, by: -1) { bRest[j] += bRest[j + 1] }
    // The outermost words of both sides gain by being so, even when they are unlike.
    candidates(of: 0).insert(0)
    candidates(of: rows - 1).insert(columns - 1)
  }
}
