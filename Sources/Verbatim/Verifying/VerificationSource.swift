public import Prose
internal import Quotations
internal import Reports
public import Speakers
internal import Wording

/// A text that quotations are looked for in, read and indexed once.
public struct VerificationSource: Sendable {
  public let article: Article
  /// The people and bodies that speak in it.
  public let speakers: [Speaker]
  /// The number of its words.
  public let wordCount: Int
  let index: PassageIndex
  let places: WordingPlaces
  /// What is said in it, in the order of the text.
  let speech: SourceSpeech
  /// Whether all of the text is looked through, not only stretches of it.
  let isWhole: Bool

  /// Reads and indexes a source.
  ///
  /// - Complexity: O(*n* log *n*) in its words.
  public init(_ attributed: AttributedArticle) {
    article = attributed.article
    isWhole = true
    let text = Tokenizer().tokenize(bodyOf: article)
    wordCount = text.wordCount(of: article)
    index = PassageIndex(
      WordingComparer().read(Rendering(text: text, pieces: article.searchedPieces)))
    places = WordingPlaces(article)
    speech = SourceSpeech(attributed)
    speakers = speech.speakers
  }

  /// Reads and indexes some stretches of a source, and of the rest no more than it takes to tell places.
  ///
  /// - Parameter stretches: In the order of the text, inside of its body, none overlapping another; each
  ///   is read as if it stood alone, so none should begin or end near the words that matter.
  /// - Complexity: O(*n* log *n*) in the words of the stretches, and O(*m*) in the length of the text.
  init(_ attributed: AttributedArticle, stretches: [TextSpan], comparer: WordingComparer) {
    article = attributed.article
    isWhole = false
    let text = Tokenizer().tokenize(stretches, of: article.reading)
    wordCount = text.tokens.count { $0.kind == .word || $0.kind == .number }
    index = PassageIndex(comparer.read(Rendering(text: text, pieces: stretches)))
    places = WordingPlaces(article)
    speech = SourceSpeech(attributed)
    speakers = speech.speakers
  }

  /// Whether the source is an article itself.
  func isSame(as other: Article) -> Bool { article.bytes == other.bytes }
}

extension Article {
  /// The stretches in which quotations are looked for: of captions the turns, otherwise the body.
  var searchedPieces: [TextSpan] {
    captions?.turns.map(\.span) ?? [TextSpan(min(bodyStart, bytes.count), bytes.count)]
  }
}

extension TokenizedText {
  /// The number of words in which quotations of an article are looked for.
  func wordCount(of article: Article) -> Int {
    article.searchedPieces.reduce(0) { count, piece in
      count + tokens[tokens(in: piece)].count { $0.kind == .word || $0.kind == .number }
    }
  }
}
