import Prose
import Wording

@testable import Passages

/// The search for a quotation by the model of evidence, worked out plainly: every equal word of every
/// document.
struct PlainSearch {
  let query: PassageQuery
  let documents: [(id: Int64, words: [UInt64])]

  struct Place: Hashable, CustomStringConvertible {
    var document: Int64
    var words: Range<Int>
    var evidence: Double

    var description: String { "\(document) \(words) \(evidence)" }
  }

  /// The words of a text, form by form, as keys of the index.
  static func words(of text: String) -> [UInt64] {
    let bytes = Array(text.utf8)
    let forms = WordForms()
    var words: [UInt64] = []
    bytes.withUnsafeBufferPointer { buffer in
      WordSegmenter().forEachWord(of: buffer) { start, end in
        let form = buffer[start..<end].map { $0 &- 0x41 < 26 ? $0 | 0x20 : $0 }
        words += forms.words(of: form).map { PassageKey.word($0.key) }
      }
    }
    return words
  }

  func places(_ options: PassageSearcher.Options) -> [Place] {
    var all: [(evidence: Int, document: Int, words: Range<Int>)] = []
    for (number, document) in documents.enumerated() {
      all += chains(document.words).map { ($0.evidence, number, $0.words) }
    }
    all.sort {
      if $0.evidence != $1.evidence { return $0.evidence > $1.evidence }
      if $0.document != $1.document { return $0.document < $1.document }
      return $0.words.lowerBound < $1.words.lowerBound
    }
    let least = max(
      1, options.minimumCoverage * Double(query.worth),
      options.minimumShareOfBest * Double(all.first?.evidence ?? 0))
    return all.prefix(options.limit).filter { Double($0.evidence) >= least }.map {
      Place(
        document: documents[$0.document].id, words: $0.words,
        evidence: Double($0.evidence) / Double(ChainCosts.unitsPerBit))
    }
  }

  /// All chains that do not overlap a better one.
  private func chains(_ document: [UInt64]) -> [(evidence: Int, words: Range<Int>)] {
    func isEqual(_ word: Int, _ position: Int) -> Bool {
      query.words.indices.contains(word) && document.indices.contains(position)
        && query.words[word].term.map { query.terms[$0] } == document[position]
    }
    var matches: [(word: Int, position: Int, evidence: Int, start: Int)] = []
    for position in document.indices {
      for word in query.words.indices where isEqual(word, position) {
        let isAlone = !isEqual(word - 1, position - 1) && !isEqual(word + 1, position + 1)
        if query.words[word].isCommon && isAlone { continue }
        var best = 0
        var start = position
        for before in matches.suffix(ChainSearch.mostPredecessors).reversed()
        where before.word < word && before.position < position {
          let isSkip = query.words[word].skipsBefore > query.words[before.word].skipsBefore
          let drift = (position - before.position) - (word - before.word)
          var cost = 0
          if position - before.position > 1 || word - before.word > 1 {
            cost = ChainCosts.breakCost
            if isSkip, drift > 0 {
              if drift > ChainCosts.mostSkipped { continue }
            } else {
              if abs(drift) > ChainCosts.mostDrift { continue }
              cost += abs(drift) * ChainCosts.driftCost
            }
          }
          if before.evidence - cost > best {
            best = before.evidence - cost
            start = before.start
          }
        }
        matches.append((word, position, best + query.words[word].worth, start))
      }
    }
    matches.sort {
      if $0.evidence != $1.evidence { return $0.evidence > $1.evidence }
      return $0.position != $1.position ? $0.position < $1.position : $0.start > $1.start
    }
    var kept: [(evidence: Int, words: Range<Int>)] = []
    for match in matches {
      let words = match.start..<match.position + 1
      if !kept.contains(where: { $0.words.overlaps(words) }) {
        kept.append((match.evidence, words))
      }
    }
    return kept
  }
}
