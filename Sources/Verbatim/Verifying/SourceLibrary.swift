public import Reports
public import Wording

/// Sources too many to be looked through for each quotation.
public protocol SourceLibrary: Sendable {
  /// How much there is.
  var read: VerifiedQuotation.Read { get }

  /// The sources that a quotation may stand in.
  ///
  /// To be asked from any thread.
  func sources(for quotation: WordSequence) -> [VerificationSource]
}
