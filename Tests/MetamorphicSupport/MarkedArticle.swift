public import Prose
public import Quotations
public import Speakers

/// An article with its quotations, and the marks that they stand in.
public struct MarkedArticle: Sendable {
  /// A quotation mark.
  public struct Mark: Hashable, Sendable {
    public var span: TextSpan
    public var opens: Bool
    /// How deep its quotation stands; in an article that prints speech in double marks, outermost
    /// single marks stand on the inner level, and the other way round.
    public var level: Int
    /// The index of its paragraph.
    public var paragraph: Int
    /// Whether all marks of its quotation are there.
    public var isPaired: Bool
  }

  /// A quotation as it is compared: its pieces without marks, at the places of the original.
  public struct Record: Hashable, Sendable {
    public var pieces: [TextSpan]
    public var isSpeech: Bool
    public var speaker: String?
    /// Whether all marks of its pieces are there.
    public var isPaired: Bool
  }

  public let text: TokenizedText
  public let found: FoundQuotations
  public let attributed: AttributedArticle
  public let marks: [Mark]

  /// The name of the article.
  public var id: String { attributed.article.id }

  public init(_ article: Article) {
    text = Tokenizer().tokenize(article.bytes)
    found = QuotationFinder().quotations(in: text)
    attributed = Self.attributor.attribute(
      article, text: text, quotations: found.quotations, diagnostics: found.diagnostics)
    marks = Self.marks(of: found, text)
  }

  private static let attributor = SpeakerAttributor()

  /// Every quotation in marks; `edit` takes its places back to those of the original.
  public func records(_ edit: EditedText) -> [Record] {
    zip(attributed.quotations, attributed.attributions).compactMap { quotation, attribution in
      guard quotation.style != .none, quotation.style != .dash else { return nil }
      return Record(
        pieces: quotation.pieces.map { edit.original($0.content) },
        isSpeech: quotation.speech == .speech,
        speaker: attribution.speaker.map { Self.plain(attributed.speakers[$0].name) },
        isPaired: Self.isPaired(quotation, text))
    }
  }

  /// The contents of all pieces that the finder found, at the places of the original.
  public func contents(_ edit: EditedText) -> [TextSpan] {
    found.quotations.flatMap(\.pieces).map { edit.original($0.content) }.sorted()
  }

  /// The index of the paragraph that holds an offset, or follows it.
  public func paragraph(at offset: Int) -> Int { Self.paragraph(at: offset, text) }

  private static func paragraph(at offset: Int, _ text: TokenizedText) -> Int {
    var low = 0
    var high = text.paragraphs.count
    while low < high {
      let middle = (low + high) / 2
      if text.paragraphs[middle].span.end <= offset { low = middle + 1 } else { high = middle }
    }
    return low
  }

  private static func marks(of found: FoundQuotations, _ text: TokenizedText) -> [Mark] {
    // A headline has single marks whatever the article has.
    let outermost = found.quotations.filter {
      $0.parent == nil && $0.style != .dash && paragraph(at: $0.span.start, text) > 0
    }
    let singles = outermost.count { $0.style.isSingle }
    let printsSingles = singles >= 2 && 2 * singles > outermost.count
    var levels: [Int] = []
    var marks: [Mark] = []
    for quotation in found.quotations {
      let level =
        quotation.parent.map { levels[$0] + 1 }
        ?? (quotation.style.isSingle == printsSingles ? 0 : 1)
      levels.append(level)
      guard quotation.style != .dash else { continue }
      let isPaired = isPaired(quotation, text)
      for piece in quotation.pieces {
        for (span, opens) in [(piece.opening, true), (piece.closing, false)] {
          guard let span else { continue }
          marks.append(
            Mark(
              span: span, opens: opens, level: level, paragraph: paragraph(at: span.start, text),
              isPaired: isPaired))
        }
      }
    }
    return marks.sorted { $0.span < $1.span }
  }

  /// Whether all marks are there that print demands: the last piece of a paragraph may go on in the
  /// next one.
  private static func isPaired(_ quotation: Quotation, _ text: TokenizedText) -> Bool {
    let pieces = quotation.pieces
    return pieces.indices.allSatisfy { index in
      guard pieces[index].opening != nil else { return false }
      if pieces[index].closing != nil { return true }
      return index + 1 < pieces.count
        && paragraph(at: pieces[index].span.start, text)
          < paragraph(at: pieces[index + 1].span.start, text)
    }
  }

  /// A name without the marks around a nickname.
  private static func plain(_ name: String) -> String {
    let marks = "“”\"‘’'`«»‹›„‚ "
    return String(name.filter { !marks.contains($0) })
  }
}

extension MarkedArticle {
  /// The article with its marks printed otherwise; what is no quotation mark stays as it is.
  public func rewritten(_ typography: Typography) -> EditedText {
    EditedText(
      text.bytes,
      replacing: marks.map {
        EditedText.Replacement($0.span, typography.mark(level: $0.level, opens: $0.opens))
      })
  }

  /// The article as it is printed.
  public var unedited: EditedText { EditedText(text.bytes, replacing: []) }
}
