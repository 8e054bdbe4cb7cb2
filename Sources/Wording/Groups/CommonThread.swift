/// The equal words of two wordings that stand in one order, and what they tell.
///
/// Of all chains of equal words it is the one that tells the most. A word that follows on the word
/// before it in both wordings tells what it tells behind that one. Any other could have been found at
/// a number of places, and tells so much less: the words that two texts happen to share add up to next
/// to nothing, while those add up that are left of an utterance which two hands have edited.
struct CommonThread: Sendable {
  /// What the chain tells, in bits.
  var bits: Int32 = 0
  /// What the run of neighbouring words tells that tells the most.
  var longestRun: Int32 = 0
  /// The bits of the chain's words, wherever they were found.
  var matched: Int32 = 0
  /// The number of words that stand between those of the chain, of the side that has more there, and
  /// that both wordings have before or behind it, of the side that has fewer: to stop is not to say
  /// other words.
  var unmatched: Int32 = 0
  /// From the first to the last word of the chain in each wording, as indices of words.
  var a = 0..<0
  var b = 0..<0

  /// What the chain tells without its longest run: a phrase that two utterances have in common is one
  /// run.
  var scattered: Int32 { bits - longestRun }

  /// What speaks for one utterance that was edited, in bits, less what speaks against it: an editor
  /// leaves most words alone, and of two utterances most differ.
  var balance: Int32 { scattered - 2 * unmatched }
}

/// Finds common threads. It keeps the memory that it works in, and what it knows of one wording while
/// others are compared with it.
struct ThreadFinder {
  /// A word that both wordings have.
  private struct Point {
    var i: Int32
    var j: Int32
    /// What the word tells in a chain.
    var weight: Int32
    /// The same without regard to where it was found.
    var bits: Int32
    /// Whether the words before are equal, too.
    var isNext: Bool
    /// What the best chain tells that ends here, and its last point but this one.
    var sum: Int32 = 0
    var previous: Int32 = -1
  }

  private var a: [WordDigest.Word] = []
  /// The words of `a` by key: for each slot the first place, and behind each place the next.
  private var heads: [Int32] = []
  private var nexts: [Int32] = []
  private var points: [Point] = []
  /// A binary indexed tree over the places of `b`: the points at which the best chains end.
  private var best: [Int32] = []

  /// Sets the wording that others are compared with.
  mutating func set(_ words: [WordDigest.Word]) {
    a = words
    var size = 16
    while size < 2 * a.count { size *= 2 }
    heads.removeAll(keepingCapacity: true)
    heads.append(contentsOf: repeatElement(-1, count: size))
    nexts.removeAll(keepingCapacity: true)
    nexts.append(contentsOf: repeatElement(-1, count: a.count))
    for place in a.indices.reversed() {
      let slot = Int(a[place].key) & (size - 1)
      nexts[place] = heads[slot]
      heads[slot] = Int32(place)
    }
  }

  /// The common thread of the wording that was set and another.
  ///
  /// - Complexity: O(*n* log *n*) in the words.
  mutating func thread(with b: [WordDigest.Word]) -> CommonThread {
    collectPoints(b)
    guard !points.isEmpty else { return CommonThread() }
    best.removeAll(keepingCapacity: true)
    best.append(contentsOf: repeatElement(-1, count: b.count + 1))
    var start = 0
    while start < points.count {
      var end = start
      // Points of one word of `a` do not follow on each other.
      while end < points.count, points[end].i == points[start].i {
        let before = bestPoint(before: Int(points[end].j))
        points[end].previous = before
        points[end].sum = points[end].weight + (before >= 0 ? points[Int(before)].sum : 0)
        end += 1
      }
      for number in start..<end { enter(number) }
      start = end
    }
    return chain(endingAt: Int(bestPoint(before: b.count)), b.count)
  }

  private mutating func collectPoints(_ b: [WordDigest.Word]) {
    points.removeAll(keepingCapacity: true)
    let mask = heads.count - 1
    for (j, word) in b.enumerated() {
      let first = points.count
      var place = heads[Int(word.key) & mask]
      while place >= 0 {
        let i = Int(place)
        place = nexts[i]
        guard a[i].key == word.key else { continue }
        let isNext = i > 0 && j > 0 && a[i - 1].key == b[j - 1].key
        let bits = Int32(isNext ? min(a[i].bitsInContext, word.bitsInContext) : word.bits)
        let inCorpus = min(bits, Int32(word.bitsInCorpus))
        points.append(
          Point(
            i: Int32(i), j: Int32(j),
            weight: isNext ? inCorpus : max(0, inCorpus - Self.bitsOfPlace), bits: bits,
            isNext: isNext))
      }
      if points.count - first > Self.mostPlaces { points.removeSubrange(first...) }
    }
    points.sort { $0.i != $1.i ? $0.i < $1.i : $0.j < $1.j }
  }

  /// The point at which the best chain ends among those before a place of `b`; -1 when there is none.
  private func bestPoint(before j: Int) -> Int32 {
    var found: Int32 = -1
    var place = j
    while place > 0 {
      let point = best[place]
      if point >= 0, found < 0 || points[Int(point)].sum > points[Int(found)].sum { found = point }
      place &= place - 1
    }
    return found
  }

  private mutating func enter(_ number: Int) {
    let point = points[number]
    var place = Int(point.j) + 1
    while place < best.count {
      if best[place] < 0 || points[Int(best[place])].sum < point.sum {
        best[place] = Int32(number)
      }
      place += place & -place
    }
  }

  private func chain(endingAt last: Int, _ bCount: Int) -> CommonThread {
    let end = points[last]
    var thread = CommonThread(bits: end.sum)
    thread.unmatched = min(Int32(a.count) - end.i, Int32(bCount) - end.j) - 1
    var run: Int32 = 0
    var point = end
    while true {
      thread.matched += point.bits
      run += point.weight
      guard point.previous >= 0 else { break }
      let before = points[Int(point.previous)]
      if !point.isNext || before.i != point.i - 1 || before.j != point.j - 1 {
        let (aOnly, bOnly) = (point.i - before.i - 1, point.j - before.j - 1)
        thread.unmatched += max(aOnly, bOnly)
        thread.longestRun = max(thread.longestRun, run)
        run = 0
      }
      point = before
    }
    thread.longestRun = max(thread.longestRun, run)
    thread.unmatched += min(point.i, point.j)
    thread.a = Int(point.i)..<Int(end.i) + 1
    thread.b = Int(point.j)..<Int(end.j) + 1
    return thread
  }

  /// How many bits it takes to say at which of some thirty places an equal word was found.
  private static let bitsOfPlace: Int32 = 5
  /// A word that stands at more places of the other wording is left out: in a long text that is a word
  /// which tells nothing.
  private static let mostPlaces = 8
}
