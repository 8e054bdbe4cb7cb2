public import Prose

/// What two renderings have in common and where they differ: facts, without a verdict.
public struct Comparison: Hashable, Sendable {
  /// Whether the two are renderings of one utterance.
  public var judgement: Judgement
  /// How the stretches that they render lie to each other; nil when they share nothing.
  public var relation: Relation?
  /// How alike the wordings are, from 0 (no word in common) to 1 (every word of the stretch that
  /// both cover is the same), words weighed by how rare they are.
  public var similarity: Double
  /// The differences inside the stretch that both cover, in the order of the first rendering.
  public var differences: [Difference]
  /// The stretch of each rendering that the other covers too, from its first word to its last; nil
  /// when they share nothing.
  public var shared: SharedStretch?
  /// What the judgement rests on.
  public var evidence: Evidence
  /// The stretches that are too long to be paired word by word, and that share no words by which they
  /// could be cut: whatever they have in common counts as different.
  public var unpaired: [SharedStretch]

  public init(
    judgement: Judgement, relation: Relation?, similarity: Double, differences: [Difference],
    shared: SharedStretch?, evidence: Evidence = Evidence(), unpaired: [SharedStretch] = []
  ) {
    self.evidence = evidence
    self.unpaired = unpaired
    self.judgement = judgement
    self.relation = relation
    self.similarity = similarity
    self.differences = differences
    self.shared = shared
  }

  /// The greatest severity of the differences.
  public var severity: Severity { differences.map(\.severity).max() ?? .identical }

  /// The comparison with the renderings exchanged.
  public var mirrored: Comparison {
    Comparison(
      judgement: judgement, relation: relation, similarity: similarity,
      differences: differences.map(\.mirrored).sorted { $0.isBefore($1) },
      shared: shared.map { SharedStretch(a: $0.b, b: $0.a) }, evidence: evidence,
      unpaired: unpaired.map { SharedStretch(a: $0.b, b: $0.a) })
  }

  /// Whether two renderings are of one utterance.
  public enum Judgement: String, Hashable, Sendable {
    case same
    case different
    /// Too short or too common to tell.
    case undecidable
  }

  /// How the stretches of speech that two renderings cover lie to each other.
  public enum Relation: String, CaseIterable, Hashable, Sendable {
    /// Both cover the same stretch.
    case full
    /// One lies inside the other.
    case contained
    /// Each has something that the other has not.
    case overlap
  }

  /// The part of each rendering that the other covers too.
  public struct SharedStretch: Hashable, Sendable {
    public var a: TextSpan
    public var b: TextSpan

    public init(a: TextSpan, b: TextSpan) {
      self.a = a
      self.b = b
    }
  }
}
