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
