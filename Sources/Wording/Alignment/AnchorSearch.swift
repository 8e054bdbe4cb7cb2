/// Finds runs of words that two long sides surely share, to cut an alignment into small ones.
///
/// The method is that of patience sorting (Cohen's patience diff): runs that stand exactly once on
/// either side, in the longest chain that both sides have in one order.
struct AnchorSearch {
  /// The lengths of runs that are tried, one after the other.
  static let runLengths = [6, 3, 1]

  /// The first words of runs that stand exactly once on both sides, in a chain.
  ///
  /// - Complexity: O(*n* log *n*).
  static func anchors(
    _ a: WordSequence, _ aWords: Range<Int>, _ b: WordSequence, _ bWords: Range<Int>,
    runLength: Int
  ) -> [(a: Int, b: Int)] {
    let first = uniqueRuns(a, aWords, runLength)
    let second = uniqueRuns(b, bWords, runLength)
    var pairs: [(a: Int, b: Int)] = []
    for (key, place) in first {
      if place >= 0, let other = second[key], other >= 0 { pairs.append((place, other)) }
    }
    pairs.sort { $0.a < $1.a }
    return longestChain(pairs)
  }

  /// The place of each run; -1 where it stands more than once.
  private static func uniqueRuns(
    _ words: WordSequence, _ range: Range<Int>, _ length: Int
  ) -> [UInt64: Int] {
    var places: [UInt64: Int] = [:]
    guard range.count >= length else { return places }
    places.reserveCapacity(range.count)
    for start in range.lowerBound...range.upperBound - length {
      var key: UInt64 = 0
      for word in words.words[start..<start + length] { key = WordKey.phrase(key, word.key) }
      if places.updateValue(start, forKey: key) != nil { places[key] = -1 }
    }
    return places
  }

  /// The longest chain of pairs that rises on both sides.
  private static func longestChain(_ pairs: [(a: Int, b: Int)]) -> [(a: Int, b: Int)] {
    var tails: [Int] = []
    var previous = [Int](repeating: -1, count: pairs.count)
    for (index, pair) in pairs.enumerated() {
      var low = 0
      var high = tails.count
      while low < high {
        let middle = (low + high) / 2
        if pairs[tails[middle]].b < pair.b { low = middle + 1 } else { high = middle }
      }
      if low > 0 { previous[index] = tails[low - 1] }
      if low == tails.count { tails.append(index) } else { tails[low] = index }
    }
    var chain: [(a: Int, b: Int)] = []
    var index = tails.last ?? -1
    while index >= 0 {
      chain.append(pairs[index])
      index = previous[index]
    }
    return chain.reversed()
  }
}

extension Aligner {
  /// Aligns sides whose table would be too large: cuts them at anchors and aligns what lies between.
  ///
  /// The result is an alignment, not always the best one. What lies between two anchors and is still
  /// too large, with nothing unique in common, stays unlinked and is noted as ``Alignment/unpaired``.
  func alignLong(
    _ a: WordSequence, _ aWords: Range<Int>, _ b: WordSequence, _ bWords: Range<Int>
  ) -> Alignment {
    var result = Alignment(links: [], score: 0)
    link(a, aWords, b, bWords, ends: [], runLengths: AnchorSearch.runLengths[...], &result)
    result.score = score(of: result.links, a, aWords, b, bWords)
    return result
  }

  /// What a chain scores under the cost model. Where both sides have words between two links, those of
  /// one are taken to stand before those of the other, whichever costs less.
  private func score(
    of links: [Alignment.Link], _ a: WordSequence, _ aWords: Range<Int>, _ b: WordSequence,
    _ bWords: Range<Int>
  ) -> Int32 {
    guard let first = links.first, let last = links.last else { return 0 }
    var score =
      AlignmentTable.wholeEnds(
        first.a == aWords.lowerBound, first.b == bWords.lowerBound, gain(of: first, a, b))
      + AlignmentTable.wholeEnds(
        last.aEnd == aWords.upperBound, last.bEnd == bWords.upperBound, gain(of: last, a, b))
    for link in links { score += gain(of: link, a, b) }
    for (link, next) in zip(links, links.dropFirst()) {
      let (x, y) = (link.aEnd..<next.a, link.bEnd..<next.b)
      score -= min(
        AlignmentCosts.gap(a, x, before: b, y.lowerBound)
          + AlignmentCosts.gap(b, y, before: a, x.upperBound),
        AlignmentCosts.gap(b, y, before: a, x.lowerBound)
          + AlignmentCosts.gap(a, x, before: b, y.upperBound))
    }
    return score
  }

  private func gain(of link: Alignment.Link, _ a: WordSequence, _ b: WordSequence) -> Int32 {
    link.aCount + link.bCount > 2
      ? AlignmentCosts.contentMatch : affinity.gain(a, link.a, b, link.b)
  }

  private func link(
    _ a: WordSequence, _ aWords: Range<Int>, _ b: WordSequence, _ bWords: Range<Int>, ends: Ends,
    runLengths: ArraySlice<Int>, _ result: inout Alignment
  ) {
    guard !aWords.isEmpty, !bWords.isEmpty else { return }
    if aWords.count * bWords.count <= maximumCells {
      let part = AlignmentTable.align(affinity, a, aWords, b, bWords, ends: ends)
      // The word of an anchor ends one part and starts the next.
      let isRepeated =
        ends.contains(.start) && result.links.last.map { $0.a } == part.links.first?.a
      result.links.append(contentsOf: isRepeated ? part.links.dropFirst() : part.links[...])
      return
    }
    guard let runLength = runLengths.first else {
      result.unpaired.append(.init(a: aWords, b: bWords))
      for corner in [
        ends.contains(.start) ? (aWords.lowerBound, bWords.lowerBound) : nil,
        ends.contains(.end) ? (aWords.upperBound - 1, bWords.upperBound - 1) : nil,
      ] {
        if let (i, j) = corner, result.links.last.map({ $0.a < i }) ?? true {
          result.links.append(.init(a: i, b: j, isEqual: a.words[i].key == b.words[j].key))
        }
      }
      return
    }
    let anchors = AnchorSearch.anchors(a, aWords, b, bWords, runLength: runLength)
    var (aStart, bStart) = (aWords.lowerBound, bWords.lowerBound)
    var start = ends.intersection(.start)
    for anchor in anchors where anchor.a >= aStart && anchor.b >= bStart {
      link(
        a, aStart..<anchor.a + 1, b, bStart..<anchor.b + 1, ends: start.union(.end),
        runLengths: runLengths.dropFirst(), &result)
      (aStart, bStart) = (anchor.a, anchor.b)
      start = .start
    }
    link(
      a, aStart..<aWords.upperBound, b, bStart..<bWords.upperBound,
      ends: start.union(ends.intersection(.end)), runLengths: runLengths.dropFirst(), &result)
  }
}
