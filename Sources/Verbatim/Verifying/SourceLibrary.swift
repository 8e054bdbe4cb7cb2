public import Reports
public import Wording

/// Sources too many to be looked through for each quotation.
public protocol SourceLibrary: Sendable {
  /// How much there is.
  var read: VerifiedQuotation.Read { get }

  /// The sources that a quotation may stand in.
  ///
  /// To be asked from any thread.
  ///
  /// - Parameter wantsAll: Whether all of them matter, and not only those that fit best.
  func answer(for quotation: WordSequence, wantsAll: Bool) -> SourceAnswer
}

/// What a library has for a quotation.
public struct SourceAnswer: Sendable {
  public var sources: [VerificationSource]
  /// What kept it from looking everywhere, for people.
  public var warnings: [String]

  public init(sources: [VerificationSource] = [], warnings: [String] = []) {
    self.sources = sources
    self.warnings = warnings
  }
}
