public import Prose
public import Speakers
public import Wording

/// A quotation with what sources have of it.
///
/// It says whether the wording agrees with a source that was read; never that it is true.
public struct VerifiedQuotation: Sendable {
  /// The article that it stands in; nil for one that was given alone.
  public var article: ArticleReference?
  /// What names it; see ``QuotationIdentifiers``.
  public var id: String
  /// The pieces with their marks; never empty.
  public var pieces: [LocatedText]
  /// Who is to have said it; nil when unknown.
  public var speaker: Speaker?
  public var verdict: Verdict
  /// Where it was found, the best place first.
  public var found: [FoundPassage]
  /// What was read.
  public var read: Read
  /// The cells or keys of the row that it came from, to be handed back.
  public var row: Row?
  /// How many more places may be meant and were not compared, where all were asked for.
  public var placesLeftOut: Int
  /// What else kept it from being looked for everywhere, for people.
  public var warnings: [String]

  public init(
    article: ArticleReference?, id: String, pieces: [LocatedText], speaker: Speaker?,
    verdict: Verdict, found: [FoundPassage], read: Read, row: Row? = nil,
    placesLeftOut: Int = 0, warnings: [String] = []
  ) {
    precondition(!pieces.isEmpty, "a quotation has at least one piece")
    self.article = article
    self.id = id
    self.pieces = pieces
    self.speaker = speaker
    self.verdict = verdict
    self.found = found
    self.read = read
    self.row = row
    self.placesLeftOut = placesLeftOut
    self.warnings = warnings
  }

  /// The greatest severity of the differences at the best place.
  public var severity: Severity { found.first?.pair.severity ?? .identical }

  /// Whether the source of the best place credits somebody else.
  public var hasSpeakerConflict: Bool { found.first?.hasSpeakerConflict ?? false }

  /// The classes of the differences at the best place.
  public var classes: Set<DifferenceClass> {
    Set(found.first?.pair.differences.map(\.differenceClass) ?? [])
  }

  /// How much was read: what `not-found` is limited to.
  public struct Read: Hashable, Sendable {
    public var sources: Int
    public var words: Int

    public init(sources: Int = 0, words: Int = 0) {
      self.sources = sources
      self.words = words
    }
  }

  /// What the user's table says besides.
  public enum Row: Hashable, Sendable {
    case cells([String])
    /// A JSON object, as it was written.
    case json(String)
  }
}

extension LocatedText {
  /// The words of a span of an article with their place.
  ///
  /// - Parameter map: The map of the article's text.
  public init(_ span: TextSpan, in article: Article, _ map: OffsetMap) {
    let start = map.location(of: span.start)
    self.init(
      text: article.text(of: span), utf8: span.range,
      scalar: start.scalar..<map.scalarOffset(of: span.end),
      utf16: start.utf16..<map.utf16Offset(of: span.end), line: start.line, column: start.column)
  }
}
