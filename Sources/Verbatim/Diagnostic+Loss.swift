public import Prose

extension Diagnostic {
  /// Whether the diagnostic tells of quotations that were left out, or of something that was not done
  /// as it was asked for. Such a diagnostic is said wherever the article is worked on; those of single
  /// damaged marks, of which a text can have many, only where somebody asks for them.
  public var tellsOfLoss: Bool {
    severity == .error || code == "nested-too-deeply" || code == "unreadable-locale"
  }
}
