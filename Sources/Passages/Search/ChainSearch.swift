/// Finds the chains of shared words with most evidence in a stretch of one document.
struct ChainSearch {
  /// A chain, by the first and the last word that it has in the document.
  struct Chain: Hashable {
    var words: Range<Int>
    var evidence: Int
  }

  /// A word of the quotation and an equal one of the document; and the best chain that ends with it.
  private struct Match {
    var word: Int
    var position: Int
    var evidence: Int
    /// Where that chain begins in the document.
    var start: Int
    /// The most that a chain which ends here or before would have left, if each word since had cost as
    /// much as one of drift.
    var decayed = 0
  }

  private let query: PassageQuery
  private var matches: [Match] = []

  /// Among so many equal words before it, each word's predecessor in a chain is looked for. There are
  /// more only where a text repeats itself without end.
  static let mostPredecessors = 1024

  init(_ query: PassageQuery) { self.query = query }

  /// The chains with at least `least` evidence, the best first; none overlaps another.
  ///
  /// - Parameter terms: For every word of the stretch the number of the query's word that it equals,
  ///   or -1.
  /// - Complexity: O(*h* *w*) for *h* equal words of which *w* are near each other.
  mutating func chains(_ terms: ArraySlice<Int32>, least: Int) -> [Chain] {
    findMatches(terms)
    linkMatches()
    let ends = matches.filter { $0.evidence >= least }.sorted {
      $0.evidence != $1.evidence
        ? $0.evidence > $1.evidence
        : $0.position != $1.position ? $0.position < $1.position : $0.start > $1.start
    }
    var chains: [Chain] = []
    for end in ends {
      let words = end.start..<end.position + 1
      if !chains.contains(where: { $0.words.overlaps(words) }) {
        chains.append(Chain(words: words, evidence: end.evidence))
      }
    }
    return chains
  }

  /// Finds the equal words. Common words that stand alone are worth no more than the break before
  /// them costs, so they are left out.
  private mutating func findMatches(_ terms: ArraySlice<Int32>) {
    matches.removeAll(keepingCapacity: true)
    let last = query.words.count - 1
    for position in terms.indices where terms[position] >= 0 {
      for word in query.places[Int(terms[position])] {
        if query.words[word].isCommon {
          let follows =
            word > 0 && position > terms.startIndex
            && Int(terms[position - 1]) == query.words[word - 1].term
          let isFollowed =
            word < last && position + 1 < terms.endIndex
            && Int(terms[position + 1]) == query.words[word + 1].term
          if !follows, !isFollowed { continue }
        }
        matches.append(Match(word: word, position: position, evidence: 0, start: position))
      }
    }
  }

  private mutating func linkMatches() {
    let reach =
      query.words.count + (query.skips > 0 ? ChainCosts.mostSkipped : ChainCosts.mostDrift)
    let words = query.words
    let hasSkips = query.skips > 0
    matches.withUnsafeMutableBufferPointer { matches in
      for index in matches.indices {
        let match = matches[index]
        var best = 0
        var start = match.position
        var other = index - 1
        let last = max(0, index - Self.mostPredecessors)
        while other >= last {
          let before = matches[other]
          let distance = match.position - before.position
          if distance > reach { break }
          // So far back, the words between cost more than any chain has.
          if !hasSkips, distance > match.word,
            before.decayed - (distance - match.word) * ChainCosts.driftCost - ChainCosts.breakCost
              <= best
          {
            break
          }
          other -= 1
          guard distance > 0, before.word < match.word, before.evidence > best else { continue }
          let isSkip = words[match.word].skipsBefore > words[before.word].skipsBefore
          guard
            let cost = ChainCosts.cost(
              quotation: match.word - before.word, document: distance, isSkip: isSkip)
          else { continue }
          if before.evidence - cost > best {
            best = before.evidence - cost
            start = before.start
          }
        }
        matches[index].evidence = best + words[match.word].worth
        matches[index].start = start
        matches[index].decayed = matches[index].evidence
        if index > 0 {
          let before = matches[index - 1]
          let rest = before.decayed - (match.position - before.position) * ChainCosts.driftCost
          matches[index].decayed = max(matches[index].evidence, rest)
        }
      }
    }
  }
}
