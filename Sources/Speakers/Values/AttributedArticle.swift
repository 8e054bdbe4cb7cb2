public import Prose
public import Quotations

/// An article with its quotations, each with its attribution.
public struct AttributedArticle: Sendable {
  public var article: Article
  /// The quotations in the order of the text, with what is not speech among them.
  public var quotations: [Quotation]
  /// One attribution for each quotation, in the same order.
  public var attributions: [Attribution]
  /// All candidates of each quotation, best first; empty unless asked for.
  public var candidates: [[Candidate]]
  /// The people and bodies of this article that speak.
  public var speakers: [Speaker]
  /// What was doubtful, in the order of the text.
  public var diagnostics: [Diagnostic]

  public init(
    article: Article, quotations: [Quotation], attributions: [Attribution],
    candidates: [[Candidate]] = [], speakers: [Speaker], diagnostics: [Diagnostic]
  ) {
    precondition(quotations.count == attributions.count)
    self.article = article
    self.quotations = quotations
    self.attributions = attributions
    self.candidates = candidates
    self.speakers = speakers
    self.diagnostics = diagnostics
  }
}
