#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

extension Evidence {
  /// Whether the evidence shows one utterance.
  ///
  /// A logistic rule: much in common speaks for it, and so does little that differs inside the shared
  /// stretch; going on differently speaks against it, and so does time between the reports. The
  /// weights were fitted on pairs of renderings from news of ten years and rounded.
  func judgement(daysApart: Int?) -> Comparison.Judgement {
    let days = Double(min(daysApart ?? Self.unknownDaysApart, 365))
    let score =
      1.3 * log2(1 + matched) + 8.4 * purity - 0.74 * log2(1 + divergence)
      - 0.35 * log2(1 + days) - 13
    if score > 0 { return .same }
    return coverage == 1 && divergence == 0 && unmatched == 0 ? .undecidable : .different
  }

  /// What is assumed of reports without a date.
  private static let unknownDaysApart = 7
}
