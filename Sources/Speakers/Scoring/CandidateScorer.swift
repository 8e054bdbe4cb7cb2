/// Judges features: the one place where attribution weighs anything.
///
/// Candidates and features stay the same whoever judges them, so a scorer can be exchanged for a
/// better one.
package protocol CandidateScorer: Sendable {
  /// What one feature adds to a candidate's score, in log-odds.
  func weight(of feature: Feature) -> Float
  /// What features add together, summed in their order.
  func score(_ features: [Feature]) -> Float
  /// The same for each of several lists.
  func scores(_ lists: FeatureLists) -> [Float]
}
