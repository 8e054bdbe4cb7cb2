public import Prose
public import Quotations
public import Speakers

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
    /// Which marks are quotation marks.
    public var marks: QuotationFinder.Options
    /// Whom the user knows, and how sure an answer must be.
    public var speakers: SpeakerAttributor.Options

    public init(
      marks: QuotationFinder.Options = .init(), speakers: SpeakerAttributor.Options = .init()
    ) {
      self.marks = marks
      self.speakers = speakers
    }
  }

  public let options: Options
  private let tokenizer = Tokenizer()
  private let finder: QuotationFinder
  private let attributor: SpeakerAttributor

  public init(options: Options = Options()) {
    self.options = options
    finder = QuotationFinder(options: options.marks)
    attributor = SpeakerAttributor(options: options.speakers)
  }

  /// Finds and attributes the quotations of one article.
  ///
  /// - Complexity: O(*n*) in the length of the text, O(*m* log *m*) in the quotation marks.
  public func analyze(_ article: Article) -> AttributedArticle {
    analyze(article, tokenizer.tokenize(bodyOf: article))
  }

  /// Finds and attributes the quotations of an article whose body was tokenized.
  func analyze(_ article: Article, _ text: TokenizedText) -> AttributedArticle {
    let found = finder.quotations(in: text)
    return attributor.attribute(
      article, text: text, quotations: found.quotations, diagnostics: found.diagnostics)
  }
}
