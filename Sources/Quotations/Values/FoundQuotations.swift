public import Prose

/// What the finder found in one article.
public struct FoundQuotations: Sendable {
  /// The quotations, by position; what encloses precedes what it holds.
  public var quotations: [Quotation]
  /// The marks that are no quotation marks, by position.
  public var otherMarks: [OtherMark]
  /// The marks that do not pair or were repaired, by position.
  public var diagnostics: [Diagnostic]

  public init(
    quotations: [Quotation] = [], otherMarks: [OtherMark] = [], diagnostics: [Diagnostic] = []
  ) {
    self.quotations = quotations
    self.otherMarks = otherMarks
    self.diagnostics = diagnostics
  }
}

/// A mark that could have been a quotation mark by its shape, and is not.
public struct OtherMark: Hashable, Sendable {
  /// What the mark is instead.
  public enum Use: String, Hashable, Sendable, CaseIterable {
    /// `’tis`, `the dogs’ bowls`, `goin’`.
    case apostrophe
    /// Feet, inches, minutes or seconds: `6'2"`.
    case prime
    /// A mark of an HTML or XML tag.
    case markup
    /// A mark of program text: `print("x")`, `name="x"`.
    case code
    /// A mark that stands alone between spaces and stands for the words above it.
    case ditto
    /// One of two marks with nothing between.
    case empty
    /// A mark that nothing explains; it has a diagnostic.
    case stray
  }

  public var span: TextSpan
  public var use: Use

  public init(span: TextSpan, use: Use) {
    self.span = span
    self.use = use
  }
}
