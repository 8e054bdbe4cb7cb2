public import Wording

/// What a partial case states of its answer, without pinning the rest.
public struct GoldenExpectation: Hashable, Sendable {
  public var claim: Claim
  /// Why the claim is known not to hold yet; nil if it must hold.
  public var expectedFailure: String?
  /// What people wrote above it, each line with its `#`.
  public var comments: [String]
  /// The line in the golden file, from 1.
  public var line: Int

  public init(
    _ claim: Claim, expectedFailure: String? = nil, comments: [String] = [], line: Int
  ) {
    self.claim = claim
    self.expectedFailure = expectedFailure
    self.comments = comments
    self.line = line
  }

  /// Words stand without their marks; those that are stated need be a part of the quotation only.
  public enum Claim: Hashable, Sendable {
    /// `says: NAME “words”`; the name is `unknown` where nobody can be known.
    case says(name: String, words: String)
    /// `must not say: NAME “words”`; without a name, nobody says the words.
    case mustNotSay(name: String?, words: String)
    /// `verdict of “words”: altered`
    case verdict(words: String, Verdict)
    /// `differs in “words”: negation`
    case differs(words: String, DifferenceClass)
    /// `does not differ in “words”: negation`
    case doesNotDiffer(words: String, DifferenceClass)
  }
}
