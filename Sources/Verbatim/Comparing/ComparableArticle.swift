internal import Prose
internal import Reports
public import Speakers
public import Wording

/// What an article adds to a comparison: its quotations' words and places, without its text.
public struct ComparableArticle: Sendable {
  var article: ArticleReference
  /// All who speak in the article, quoted or not: who else speaks helps to tell who is who.
  var speakers: [Speaker]
  var quotations: [ComparableQuotation]
  /// What is compared, in the order of the quotations.
  var passages: [QuotedPassage]

  /// How many quotations there are to compare.
  public var quotationCount: Int { quotations.count }

  /// Keeps the quotations that somebody said; one that stands inside another is part of that one.
  ///
  /// - Complexity: O(*n*) in the length of the text.
  public init(_ attributed: AttributedArticle, comparer: WordingComparer) {
    let listing = ArticleListing(
      attributed, filter: QuotationFilter(includesUnattributed: true))
    let tokenizer = Tokenizer()
    article = listing.article
    speakers = listing.speakers
    let headline = Self.headline(of: attributed.article)
    quotations = listing.quotations.map { listed in
      ComparableQuotation(
        id: listed.id, pieces: listed.pieces, isInterrupted: listed.isInterrupted,
        speaker: listed.speaker.flatMap { listing.speakers.firstIndex(of: $0) })
    }
    passages = quotations.enumerated().flatMap { number, quotation in
      quotation.passages.map { pieces in
        let texts = quotation.pieces[pieces].map(\.text)
        return QuotedPassage(
          quotation: number, pieces: pieces,
          isHeadline: headline.contains(quotation.pieces[pieces.lowerBound].utf8.lowerBound),
          words: WordDigest(comparer.read(Rendering(pieces: texts, tokenizer: tokenizer))))
      }
    }
  }

  /// The first line of the text, if it does not end as a sentence does.
  private static func headline(of article: Article) -> Range<Int> {
    let isSpace = { (byte: UInt8) in byte == 0x20 || (0x09...0x0D).contains(byte) }
    let body = article.bytes[min(max(0, article.bodyStart), article.bytes.count)...]
    let text = body.drop(while: isSpace)
    let line = text.prefix { $0 != 0x0A && $0 != 0x0D }
    let isSentence = line.last { !isSpace($0) } == UInt8(ascii: ".")
    return isSentence ? line.startIndex..<line.startIndex : line.indices
  }
}

/// One quotation of an article as a comparison needs it.
struct ComparableQuotation: Sendable {
  var id: String
  var pieces: [LocatedText]
  var isInterrupted: [Bool]
  /// The index of the speaker among those of the article.
  var speaker: Int?

  /// The pieces that make one sentence or more without a break, as ranges.
  ///
  /// In `“We knew,” she said. “We did nothing.”` are two passages, which another article may print
  /// far from each other, or only one of them; in `“We knew,” she said, “and did nothing”` is one.
  var passages: [Range<Int>] {
    var passages: [Range<Int>] = []
    for number in pieces.indices {
      if let last = passages.last, !startsAnew(number) {
        passages[passages.count - 1] = last.lowerBound..<number + 1
      } else {
        passages.append(number..<number + 1)
      }
    }
    return passages
  }

  /// Whether a piece begins a sentence, and other words than quoted ones stand before it.
  private func startsAnew(_ number: Int) -> Bool {
    guard number > 0, isInterrupted.indices.contains(number - 1), isInterrupted[number - 1] else {
      return false
    }
    let first = pieces[number].text.unicodeScalars.first { $0.properties.isAlphabetic }
    return first?.properties.isUppercase ?? false
  }
}

/// Pieces of a quotation that are compared as one.
struct QuotedPassage: Sendable {
  /// The index of the quotation in its article.
  var quotation: Int
  /// The pieces.
  var pieces: Range<Int>
  /// Whether it stands in the article's headline.
  var isHeadline: Bool
  var words: WordDigest
}
