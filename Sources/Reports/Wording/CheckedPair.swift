internal import Prose
public import Wording

/// Two wordings with what a comparison and a house style say of them.
public struct CheckedPair: Sendable {
  /// What names the pair; nil for a pair that was given alone.
  public var id: String?
  public var verdict: Verdict
  public var relation: Comparison.Relation?
  /// From 0 to 1, as ``Comparison/similarity``.
  public var similarity: Double
  /// The differences with their places, in the order of the first wording.
  public var differences: [LocatedDifference]
  /// Which of the differences break which rule of the profile.
  public var breaches: [Profile.Breach]
  /// The profile that the verdict follows.
  public var profile: Profile
  public var medium: Profile.Medium?
  /// What was not compared, and what to do: a sentence for each stretch.
  public var warnings: [String]
  /// The wordings as they were compared.
  let a: Rendering
  let b: Rendering
  let comparison: Comparison

  /// - Parameters:
  ///   - aIsPieced: Whether places in `a` are those of its pieces, not of its text.
  ///   - bIsPieced: Whether places in `b` are those of its pieces, not of its text.
  public init(
    id: String?, a: Rendering, aIsPieced: Bool = false, b: Rendering, bIsPieced: Bool = false,
    comparison: Comparison, profile: Profile, medium: Profile.Medium?, verdict: Verdict,
    breaches: [Profile.Breach]
  ) {
    self.id = id
    self.a = a
    self.b = b
    self.comparison = comparison
    self.verdict = verdict
    self.breaches = breaches
    self.profile = profile
    self.medium = medium
    relation = comparison.relation
    similarity = comparison.similarity
    warnings = Self.warnings(of: comparison, a, b)
    guard !comparison.differences.isEmpty else {
      differences = []
      return
    }
    let aPlaces = aIsPieced ? WordingPlaces(piecesOf: a) : WordingPlaces(a.text.bytes)
    let bPlaces = bIsPieced ? WordingPlaces(piecesOf: b) : WordingPlaces(b.text.bytes)
    differences = comparison.differences.map { LocatedDifference($0, a: aPlaces, b: bPlaces) }
  }

  /// What a comparison left out, and what to do about it.
  static func warnings(of comparison: Comparison, _ a: Rendering, _ b: Rendering) -> [String] {
    comparison.unpaired.map { warning(of: $0, a, b) }
  }

  private static func warning(
    of stretch: Comparison.SharedStretch, _ a: Rendering, _ b: Rendering
  ) -> String {
    func words(_ span: TextSpan, of side: Rendering) -> String {
      let count = side.text.tokens[side.text.tokens(in: span)].count {
        $0.kind == .word || $0.kind == .number
      }
      let (line, column) = WordingPlaces(side.text.bytes).lineAndColumn(of: span.start)
      return "\(ListWords.counted(count, "word")) from \(line):\(column)"
    }
    return
      "\(words(stretch.a, of: a)) and \(words(stretch.b, of: b)) are too many to be paired with "
      + "each other, and count as different. Compare shorter parts, or raise --max-paired."
  }

  /// The greatest severity of the differences.
  public var severity: Severity { comparison.severity }
}
