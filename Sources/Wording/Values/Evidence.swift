/// How much an alignment tells, in bits of the words that it links: the ground on which two
/// renderings are judged to be of one utterance or not.
public struct Evidence: Hashable, Sendable {
  /// The bits of the equal words.
  public var matched = 0.0
  /// The bits of the longest run of equal words without a break.
  public var longestRun = 0.0
  /// The bits of the words inside the shared stretch that are not equal, those left out where the
  /// print shows it apart; of the side that has fewer.
  public var unmatched = 0.0
  /// The bits of all words of the side that has fewer.
  public var shorter = 0.0
  /// How far the two go apart before and behind the shared stretch: the bits of the words that both
  /// go on with, differently, of the side that has fewer. Renderings of one utterance end somewhere;
  /// different utterances with words in common go on.
  public var divergence = 0.0
  /// The number of equal words that carry content.
  public var contentWords = 0

  private static let passageBits = 20.0

  /// The share of the shorter side that is matched.
  public var coverage: Double { shorter > 0 ? min(1, matched / shorter) : 0 }
  /// The share of the shared stretch that is matched.
  public var purity: Double { matched > 0 ? matched / (matched + unmatched) : 0 }

  /// The evidence with that of a moved block; nil when the two are no more than runs of words that
  /// both renderings happen to have, because most of the shorter one is in neither.
  func joined(with moved: Evidence) -> Evidence? {
    var both = self
    both.matched += moved.matched
    both.unmatched += moved.unmatched
    both.contentWords += moved.contentWords
    both.longestRun = max(longestRun, moved.longestRun)
    both.divergence = 0
    return both.coverage >= 0.75 ? both : nil
  }

  /// No evidence.
  public init() {}

  init(
    _ alignment: borrowing Alignment, _ a: borrowing WordSequence, _ aWords: Range<Int>,
    _ b: borrowing WordSequence, _ bWords: Range<Int>
  ) {
    var run = 0.0
    var last: Alignment.Link?
    var aOnly = 0.0
    var bOnly = 0.0
    // What only one side has counts half, and a passage no more than a phrase: to leave words out is
    // not to say others.
    func closeZone() {
      unmatched += min(aOnly, bOnly) + min(abs(aOnly - bOnly) / 2, Self.passageBits)
      (aOnly, bOnly) = (0, 0)
    }
    for link in alignment.links {
      let isNext = last.map { $0.aEnd == link.a && $0.bEnd == link.b && $0.isEqual } ?? false
      let bits = a.bits(link.a..<link.aEnd, follows: isNext)
      if let last {
        let aIsShown = last.bEnd == link.b && b.words[link.b].traits.contains(.afterSkip)
        let bIsShown = last.aEnd == link.a && a.words[link.a].traits.contains(.afterSkip)
        if !aIsShown { aOnly += a.bits(last.aEnd..<link.a) }
        if !bIsShown { bOnly += b.bits(last.bEnd..<link.b) }
      }
      if link.isEqual {
        closeZone()
        run = isNext ? run + bits : bits
        longestRun = max(longestRun, run)
        matched += bits
        if !a.words[link.a].traits.contains(.function) { contentWords += 1 }
      } else {
        aOnly += bits
        bOnly += b.bits(link.b..<link.bEnd)
      }
      last = link
    }
    if let first = alignment.links.first, let last {
      divergence =
        min(a.bits(before: first.a, in: aWords), b.bits(before: first.b, in: bWords))
        + min(a.bits(from: last.aEnd, in: aWords), b.bits(from: last.bEnd, in: bWords))
    }
    closeZone()
    shorter = min(a.bits(aWords), b.bits(bWords))
  }
}

extension WordSequence {
  /// The sum of the bits of words.
  ///
  /// - Parameter follows: Whether the first word counts as what it tells behind the word before it.
  func bits(_ range: Range<Int>, follows: Bool = false) -> Double {
    guard let first = range.first else { return 0 }
    let start = Double(follows ? words[first].bitsInContext : words[first].bits)
    return words[range].dropFirst().reduce(start) { $0 + Double($1.bitsInContext) }
  }

  /// The bits of the words before one, as far as no ellipsis and no new piece parts them from it.
  fileprivate func bits(before word: Int, in range: Range<Int>) -> Double {
    var start = word
    while start > range.lowerBound, !words[start].traits.contains(.afterSkip) { start -= 1 }
    return bits(start..<word)
  }

  /// The bits of the words from one on, as far as no ellipsis and no new piece parts them from those
  /// before.
  fileprivate func bits(from word: Int, in range: Range<Int>) -> Double {
    var end = word
    while end < range.upperBound, !words[end].traits.contains(.afterSkip) { end += 1 }
    return bits(word..<end)
  }
}
