#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

extension Evidence {
  /// Whether the evidence shows one utterance.
  ///
  /// A logistic rule: much in common speaks for it, and so does little that differs inside the shared
  /// stretch; going on differently speaks against it, and so does time between the reports; that
  /// neither has more than the other speaks for it. The weights were fitted on hand-labelled pairs of
  /// renderings from news and rounded; `Documentation/ModelCard.md` says on which, and how well.
  func judgement(
    _ relation: Comparison.Relation, isPresumed: Bool = false, daysApart: Int?
  ) -> Comparison.Judgement {
    let score = score(isFull: relation == .full, daysApart: daysApart)
    // Whoever puts two wordings side by side says that they are of one utterance, unless little in
    // them agrees.
    if isPresumed, score > -Self.presumption { return .same }
    if relation == .overlap, isTooLittleForOverlap { return .different }
    let isShort = shorter < Self.leastBits
    if score > 0 { return isShort ? .undecidable : .same }
    return coverage == 1 && divergence == 0 && unmatched == 0 || isShort && coverage > 0.5
      ? .undecidable : .different
  }

  /// How much speaks for one utterance, in log-odds; below zero more speaks against it.
  func score(isFull: Bool, daysApart: Int?) -> Double {
    let days = Double(min(daysApart ?? Self.unknownDaysApart, 365))
    return 1.2 * log2(1 + matched) + 9.2 * purity - 0.72 * log2(1 + divergence)
      + (isFull ? 1.5 : 0) - 0.34 * log2(1 + days) - 13.3
  }

  /// Whether so little is shared that, if it is one utterance, it was retold or translated.
  var isRetelling: Bool { coverage < 0.35 }

  /// Whether what one ends with and the other starts with is no more than any two sentences share.
  var isTooLittleForOverlap: Bool { matched < Self.leastOverlapBits }

  /// Renderings that tell less than this can be of anything, unless they are equal.
  static let leastBits = 24.0

  private static let leastOverlapBits = 32.0

  private static let presumption = 4.0

  /// What is assumed of reports without a date.
  private static let unknownDaysApart = 7
}
