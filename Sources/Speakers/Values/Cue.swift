public import Prose

/// The words that report speech: `said`, `told`, `according to`, `in a statement`.
public struct Cue: Hashable, Sendable {
  public var span: TextSpan
  /// The cue's dictionary form: `say`, `according to`.
  public var lemma: String

  public init(span: TextSpan, lemma: String) {
    self.span = span
    self.lemma = lemma
  }
}
