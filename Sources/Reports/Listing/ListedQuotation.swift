public import Quotations
public import Speakers

/// A quotation as a report shows it, independent of the article's text.
public struct ListedQuotation: Hashable, Sendable {
  public var article: ArticleReference
  /// The identifier, keyed by content; see ``QuotationIdentifiers``.
  public var id: String
  public var kind: Quotation.Kind
  public var speech: Quotation.Speech
  /// The pieces with their marks; never empty.
  public var pieces: [LocatedText]
  /// Whether each piece but the first stands in the same paragraph as the one before, so that
  /// words which are not quoted stand between them.
  public var isInterrupted: [Bool]
  /// Who said it; nil when unknown.
  public var speaker: Speaker?
  /// The words that name the speaker.
  public var mention: LocatedText?
  /// The reporting words.
  public var cue: LocatedText?
  /// The cue's dictionary form.
  public var cueLemma: String?
  /// The probability that speaker and mention are right, from 0 to 1.
  public var confidence: Double
  /// The names of the reasons, the weightiest first.
  public var evidence: [String]
  /// The number of words between the marks.
  public var wordCount: Int

  public init(
    article: ArticleReference, id: String, kind: Quotation.Kind = .direct,
    speech: Quotation.Speech = .speech, pieces: [LocatedText], isInterrupted: [Bool] = [],
    speaker: Speaker? = nil, mention: LocatedText? = nil, cue: LocatedText? = nil,
    cueLemma: String? = nil, confidence: Double = 0, evidence: [String] = [], wordCount: Int
  ) {
    precondition(!pieces.isEmpty, "a quotation has at least one piece")
    self.article = article
    self.id = id
    self.kind = kind
    self.speech = speech
    self.pieces = pieces
    self.isInterrupted = isInterrupted
    self.speaker = speaker
    self.mention = mention
    self.cue = cue
    self.cueLemma = cueLemma
    self.confidence = confidence
    self.evidence = evidence
    self.wordCount = wordCount
  }

  /// Whether somebody said it.
  public var isSpeech: Bool { speech == .speech }

  /// The quotation as paragraphs of one line each. Where other words interrupt it, an ellipsis
  /// stands outside the marks; control characters are visible.
  var paragraphs: [String] {
    var paragraphs: [String] = []
    for (index, piece) in pieces.enumerated() {
      let text = VisibleText.oneLine(piece.text)
      if index > 0, isInterrupted.indices.contains(index - 1), isInterrupted[index - 1] {
        paragraphs[paragraphs.count - 1] += " … " + text
      } else {
        paragraphs.append(text)
      }
    }
    return paragraphs
  }
}
