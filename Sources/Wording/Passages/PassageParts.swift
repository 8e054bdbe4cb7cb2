/// Finds the stretches of a source that a quotation is made of.
///
/// Most quotations have one. One with an ellipsis, or in pieces, may have several that lie apart, and
/// so may one that was spliced without a sign.
struct PassageParts {
  let finder: PassageFinder
  let quotation: WordSequence
  let index: PassageIndex

  /// The most stretches that a quotation is taken apart into.
  private static let maximumParts = 8
  /// The fewest words, and bits, that are looked for on their own.
  private static let fewestWords = 3
  private static let fewestBits = 14
  /// The fewest bits of a stretch beside others, and of words that may be found with some missing.
  private static let tellingBits = 24
  /// How many more words of the source than of the quotation may lie between two shared words of one
  /// stretch.
  private static let longestBreak = 15
  /// How many words of the quotation one stretch may pass over: beyond, a common word that happens to
  /// stand there would hide that the rest is elsewhere.
  private static let longestMiss = 5
  /// What of a part must be found where the rest is not.
  private static let minimumCoverage = 0.75

  /// The parts in the order of the quotation, beginning from a place of the source.
  func parts(at place: Range<Int>, searchesElsewhere: Bool = true) -> [Passage.Part] {
    let words = quotation.words.indices
    let slack = words.count / 4 + 8
    let reach =
      max(
        0, place.lowerBound - slack)..<min(
        index.sequence.words.count, place.upperBound + slack)
    var parts = stretches(words, reach)
    guard searchesElsewhere, !parts.isEmpty else { return parts }
    var tried: Set<Range<Int>> = []
    while parts.count < Self.maximumParts,
      let rest = Self.uncovered(parts, of: quotation).first(where: {
        Self.isTelling($0, of: quotation) && !tried.contains($0)
      })
    {
      tried.insert(rest)
      parts += elsewhere(rest, parts)
      parts.sort { $0.quotation.lowerBound < $1.quotation.lowerBound }
    }
    return parts
  }

  /// Whether parts leave words of a quotation uncovered that are looked for elsewhere.
  static func lacksPart(_ parts: [Passage.Part], of quotation: WordSequence) -> Bool {
    uncovered(parts, of: quotation).contains { isTelling($0, of: quotation) }
  }

  /// The stretches of the source that share words with words of the quotation, without jumps.
  private func stretches(_ words: Range<Int>, _ reach: Range<Int>) -> [Passage.Part] {
    let chain = WordMatches(QuotationWords(quotation, words), index.sequence, reach).chain
    var parts: [Passage.Part] = []
    var start = 0
    for next in 1...max(1, chain.count) where next <= chain.count {
      if next < chain.count {
        let skipped = chain[next].source - chain[next - 1].source
        let passed = chain[next].quotation - chain[next - 1].quotation
        let isShown = (chain[next - 1].quotation + 1...chain[next].quotation).contains {
          quotation.words[$0].traits.contains(.afterSkip)
        }
        if !isShown, skipped - passed <= Self.longestBreak, passed <= Self.longestMiss { continue }
      }
      let run = chain[start..<next]
      start = next
      guard let first = run.first, let last = run.last else { continue }
      let bits = run.reduce(0) { $0 + finder.weight(quotation.words[$1.quotation]) }
      guard bits >= Self.tellingBits || run.count == chain.count else { continue }
      parts.append(
        .init(
          quotation: first.quotation..<(last.quotation + 1),
          source: first.source..<(last.source + 1)))
    }
    if parts.isEmpty, let first = chain.first, let last = chain.last {
      parts = [
        .init(
          quotation: first.quotation..<(last.quotation + 1),
          source: first.source..<(last.source + 1))
      ]
    }
    return parts
  }

  /// The runs of the quotation's words that no part covers, the longest first, cut where an ellipsis
  /// or the end of a piece stands.
  private static func uncovered(
    _ parts: [Passage.Part], of quotation: WordSequence
  ) -> [Range<Int>] {
    var runs: [Range<Int>] = []
    var start = 0
    func add(_ run: Range<Int>) {
      var first = run.lowerBound
      for word in run where word > first && quotation.words[word].traits.contains(.afterSkip) {
        runs.append(first..<word)
        first = word
      }
      if first < run.upperBound { runs.append(first..<run.upperBound) }
    }
    for part in parts {
      if start < part.quotation.lowerBound { add(start..<part.quotation.lowerBound) }
      start = max(start, part.quotation.upperBound)
    }
    if start < quotation.words.count { add(start..<quotation.words.count) }
    return runs.sorted {
      $0.count != $1.count ? $0.count > $1.count : $0.lowerBound < $1.lowerBound
    }
  }

  private static func isTelling(_ run: Range<Int>, of quotation: WordSequence) -> Bool {
    // A few common words stand somewhere in any source, unless the quotation sets them apart.
    run.count >= fewestWords
      && bits(run, of: quotation) >= (isSetApart(run, in: quotation) ? fewestBits : tellingBits)
  }

  /// Whether a run is all that stands between two marks of something left out.
  private static func isSetApart(_ run: Range<Int>, in quotation: WordSequence) -> Bool {
    func isMark(_ word: Int) -> Bool {
      word == 0 || word >= quotation.words.count
        || quotation.words[word].traits.contains(.afterSkip)
    }
    return isMark(run.lowerBound) && isMark(run.upperBound)
  }

  private static func bits(_ run: Range<Int>, of quotation: WordSequence) -> Int {
    run.reduce(0) { $0 + PassageFinder.weight(quotation.words[$1]) }
  }

  /// Where words stand that are not where the rest of the quotation is: the nearest place behind the
  /// part before them if there are several.
  private func elsewhere(_ run: Range<Int>, _ parts: [Passage.Part]) -> [Passage.Part] {
    // Of a few common words not one may be missing.
    let least = Self.bits(run, of: quotation) < Self.tellingBits ? 0.95 : Self.minimumCoverage
    let places = finder.candidates(for: quotation, run, in: index, limit: 4).filter { place in
      place.coverage >= least
        && !parts.contains { $0.source.overlaps(place.stretch) }
    }
    let end = parts.last { $0.quotation.upperBound <= run.lowerBound }?.source.upperBound ?? 0
    func distance(_ place: PassageFinder.Candidate) -> Int {
      place.stretch.lowerBound >= end
        ? place.stretch.lowerBound - end : index.sequence.words.count + end
    }
    guard let best = places.map(\.coverage).max(),
      let place = places.filter({ $0.coverage >= best - 0.05 }).min(by: {
        distance($0) < distance($1)
      })
    else { return [] }
    return stretches(run, place.stretch)
  }
}
