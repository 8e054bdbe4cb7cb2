/// A part of the program that takes whatever bytes it is given, with what must hold then.
///
/// The bytes stand for an input in a form of the subject's own, so that a fuzzer can make them up:
/// see the file of each subject.
public enum Subject: String, CaseIterable, Sendable {
  /// Files of every kind: see ``ReadingInvariants``.
  case reading
  /// Words and their boundaries: see ``TokenInvariants``.
  case tokens
  /// Marks and their pairs: see ``QuotationInvariants``.
  case quotations
  /// Who said what: see ``SpeakerInvariants``.
  case speakers
  /// Two wordings: see ``AlignmentInvariants``.
  case alignment
  /// House styles: see ``ProfileInvariants``.
  case profiles
  /// Golden files: see ``GoldenInvariants``.
  case golden
  /// Questions to a store: see ``SearchInvariants``.
  case search
  /// A store's damaged file: see ``StoreInvariants``.
  case store
  /// A passage index's damaged segment: see ``PassageInvariants``.
  case passages
  /// Every report: see ``ReportInvariants``.
  case reports

  /// Works on an input and checks the result.
  ///
  /// - Throws: ``BrokenInvariant`` when something does not hold; other errors when the scratch
  ///   folder cannot be written.
  public func check(_ bytes: [UInt8]) throws {
    switch self {
    case .reading: try ReadingInvariants.check(bytes)
    case .tokens: try TokenInvariants.check(bytes)
    case .quotations: try QuotationInvariants.check(bytes)
    case .speakers: try SpeakerInvariants.check(bytes)
    case .alignment: try AlignmentInvariants.check(bytes)
    case .profiles: try ProfileInvariants.check(bytes)
    case .golden: try GoldenInvariants.check(bytes)
    case .search: try SearchInvariants.check(bytes)
    case .store: try StoreInvariants.check(bytes)
    case .passages: try PassageInvariants.check(bytes)
    case .reports: try ReportInvariants.check(bytes)
    }
  }
}
