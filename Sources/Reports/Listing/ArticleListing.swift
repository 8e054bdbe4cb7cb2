internal import Prose
internal import Quotations
public import Speakers

/// What one article adds to a list: its quotations, as far as a filter lets them pass.
public struct ArticleListing: Hashable, Sendable {
  public var article: ArticleReference
  /// The quotations that passed, in the order of the text.
  public var quotations: [ListedQuotation]
  /// How many quotations did not pass, by reason.
  public var omissions: [QuotationFilter.Omission: Int]
  /// All who speak in the article, listed or not: who else speaks helps to tell who is who.
  public var speakers: [Speaker]

  /// - Parameter speakers: All who speak; nil for the speakers of the quotations.
  public init(
    article: ArticleReference, quotations: [ListedQuotation],
    omissions: [QuotationFilter.Omission: Int] = [:], speakers: [Speaker]? = nil
  ) {
    self.article = article
    self.quotations = quotations
    self.omissions = omissions
    self.speakers = speakers ?? Self.speakers(of: quotations)
  }

  private static func speakers(of quotations: [ListedQuotation]) -> [Speaker] {
    var seen: Set<Speaker> = []
    return quotations.compactMap(\.speaker).filter { seen.insert($0).inserted }
  }

  /// Lists the quotations of an article.
  ///
  /// - Complexity: O(*n*) in the length of the text.
  public init(_ attributed: AttributedArticle, filter: QuotationFilter = QuotationFilter()) {
    let reference = ArticleReference(attributed.article)
    let places = Places(attributed.article)
    let reading = attributed.article.reading
    let identifiers = QuotationIdentifiers.identifiers(
      of: attributed.quotations, in: attributed.article)
    self.init(article: reference, quotations: [], speakers: attributed.speakers)
    for (index, quotation) in attributed.quotations.enumerated() {
      let attribution = attributed.attributions[index]
      let speaker = attribution.speaker.flatMap {
        attributed.speakers.indices.contains($0) ? attributed.speakers[$0] : nil
      }
      let words = quotation.pieces.reduce(0) {
        $0 + WordCount.count(reading[$1.content.range])
      }
      if let omission = filter.omission(of: quotation, by: speaker, wordCount: words) {
        omissions[omission, default: 0] += 1
        continue
      }
      quotations.append(
        ListedQuotation(
          article: reference, id: identifiers[index], kind: quotation.kind,
          speech: quotation.speech,
          pieces: quotation.pieces.map { places.locate($0.span) },
          // A paragraph that another one continues has no closing mark.
          isInterrupted: quotation.pieces.dropLast().map { $0.closing != nil },
          speaker: speaker,
          mention: attribution.mention.map { places.locate($0.span) },
          cue: attribution.cue.map { places.locate($0.span) },
          cueLemma: attribution.cue?.lemma,
          confidence: attribution.confidence,
          evidence: Self.evidence(of: quotation, attribution),
          wordCount: words))
    }
  }

  private static func evidence(of quotation: Quotation, _ attribution: Attribution) -> [String] {
    var names = attribution.evidence.map(\.name)
    if case .notSpeech(let reason) = quotation.speech {
      names.insert("not-speech-\(reason.rawValue)", at: 0)
    }
    return names
  }
}
