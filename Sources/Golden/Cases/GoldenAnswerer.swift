public import Corpus

/// Answers golden cases as the program does today.
///
/// One answerer serves all threads, and an answer depends on the case only.
public protocol GoldenAnswerer: Sendable {
  /// The version that golden files name as their writer's.
  var version: String { get }

  /// Does the job of a case.
  ///
  /// - Parameters:
  ///   - header: The case.
  ///   - folder: The folder that its paths start from.
  ///   - keepsTexts: Whether the texts of the articles are wanted.
  func answer(to header: GoldenHeader, in folder: String, keepsTexts: Bool) -> GoldenAnswer

  /// What tells whether an input is as it was, if that is not its bytes; nil for all others.
  func digest(of path: String) throws(InputFailure) -> InputDigest?
}

extension GoldenAnswerer {
  public func digest(of path: String) throws(InputFailure) -> InputDigest? { nil }
}

/// A hash of what an input says.
public struct InputDigest: Hashable, Sendable {
  /// A SHA-256, in hexadecimal.
  public var digest: String
  /// Whether it says nothing.
  public var isBlank: Bool

  public init(digest: String, isBlank: Bool) {
    self.digest = digest
    self.isBlank = isBlank
  }
}

/// What the program says to a case.
public struct GoldenAnswer: Sendable {
  /// In the order of the input.
  public var entries: [GoldenEntry]
  /// What could not be read, and inputs without a word.
  public var problems: [CaseProblem]
  public var texts: [CaseResult.InputText]

  public init(
    entries: [GoldenEntry] = [], problems: [CaseProblem] = [], texts: [CaseResult.InputText] = []
  ) {
    self.entries = entries
    self.problems = problems
    self.texts = texts
  }
}
