internal import Prose

extension Profile {
  /// What the differences of a pair amount to in this house.
  ///
  /// Wordings that are not of one utterance are ``Verdict/different``, those too short or too common
  /// to tell ``Verdict/cannotEstablish``. Otherwise the worst difference decides:
  ///
  /// | difference | under `review`, and so under ``neutral`` | `allowed` | `forbidden` |
  /// |---|---|---|---|
  /// | style of marks and capitals | verbatim | verbatim | altered |
  /// | style of words | styled | styled | altered |
  /// | marked | marked-edit | marked-edit | altered |
  /// | minor | altered | styled | altered |
  /// | meaning | meaning-altered | altered | meaning-altered |
  ///
  /// `allowed-if-marked` is `review` for a marked difference, and for one inside a marked edit;
  /// otherwise it is `forbidden`. No rule makes a difference that may change the sense better than
  /// ``Verdict/altered``: whether it did, no house style knows.
  public func verdict(of comparison: Comparison, medium: Medium? = nil) -> Verdict {
    switch comparison.judgement {
    case .different: return .different
    case .undecidable: return .cannotEstablish
    case .same: break
    }
    let edits = MarkedEdits(of: comparison.differences)
    return comparison.differences.reduce(.verbatim) { worst, difference in
      max(worst, verdict(of: difference, among: edits, medium: medium))
    }
  }

  /// The differences that break a rule of this house, in their order.
  ///
  /// - Complexity: O(*n* log *n*) in the number of differences.
  public func breaches(in comparison: Comparison, medium: Medium? = nil) -> [Breach] {
    let edits = MarkedEdits(of: comparison.differences)
    return comparison.differences.indices.compactMap { index in
      let difference = comparison.differences[index]
      let ruling = ruling(for: difference.differenceClass, medium: medium)
      guard isBroken(ruling.rule, by: difference, among: edits) else { return nil }
      return Breach(difference: index, ruling: ruling)
    }
  }

  /// A difference that breaks a rule.
  public struct Breach: Hashable, Sendable {
    /// The index of the difference in the comparison.
    public var difference: Int
    /// The rule: ``Rule/forbidden``, or ``Rule/allowedIfMarked`` where nothing marks the edit.
    public var ruling: Ruling

    public init(difference: Int, ruling: Ruling) {
      self.difference = difference
      self.ruling = ruling
    }
  }
}

extension Profile {
  private func verdict(
    of difference: Difference, among edits: MarkedEdits, medium: Medium?
  ) -> Verdict {
    let plain = difference.neutralVerdict
    let rule = rule(for: difference.differenceClass, medium: medium)
    if isBroken(rule, by: difference, among: edits) { return max(plain, .altered) }
    guard rule == .allowed else { return plain }
    switch difference.severity {
    case .minor: return .styled
    case .meaning: return .altered
    case .identical, .style, .marked: return plain
    }
  }

  private func isBroken(
    _ rule: Rule, by difference: Difference, among edits: MarkedEdits
  ) -> Bool {
    switch rule {
    case .forbidden: true
    case .allowedIfMarked: difference.severity != .marked && !edits.contain(difference)
    case .allowed, .review: false
    }
  }
}

extension Difference {
  /// What the difference amounts to where no house style speaks.
  fileprivate var neutralVerdict: Verdict {
    switch severity {
    case .identical: .verbatim
    case .style: differenceClass.isStyleOfWords ? .styled : .verbatim
    case .marked: .markedEdit
    case .minor: .altered
    case .meaning: .meaningAltered
    }
  }
}
