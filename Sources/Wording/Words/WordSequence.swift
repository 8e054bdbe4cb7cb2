public import Prose

/// The words of a rendering as they are compared: folded, spelled out, and each with its place.
///
/// `don’t` is two words, *do* and *not*, which share a place; `2.6million` and `2.6 million` are one
/// and the same number. Words that are equal have equal keys, so that whole texts can be searched
/// and aligned by number.
public struct WordSequence: Sendable {
  /// The text that the words stand in.
  public let text: TokenizedText
  /// The pieces of the text that were read.
  public let pieces: [TextSpan]
  /// The words, in the order of the text.
  public internal(set) var words: [Word] = []
  /// The folded letters of all words.
  var letters: [UInt8] = []
  /// The printed words, in the order of the text.
  var prints: [Print] = []

  init(text: TokenizedText, pieces: [TextSpan]) {
    self.text = text
    self.pieces = pieces
  }

  /// One word as it is compared.
  public struct Word: Sendable, BitwiseCopyable {
    /// The same for words that are equal once folded and spelled out.
    public var key: UInt64
    var traits: WordTraits
    /// The index of the printed word that this one stems from.
    var print: Int32
    var lettersStart: UInt32
    var lettersCount: UInt16
    /// How much the word tells, in bits: rare words have more. Function words have few.
    public var bits: UInt8
    /// How much the word tells behind the one before it, in bits.
    public var bitsInContext: UInt8
    /// A set of the letters, for a quick look at how alike two words can be.
    var letterSet: UInt32
    /// See ``WordEntry/signature``.
    var signature: UInt64
    var start: UInt32
    var end: UInt32
    /// The index of the piece that the word stands in.
    public var piece: Int32

    /// The place of the printed word that this word stems from.
    public var span: TextSpan { TextSpan(Int(start), Int(end)) }
    /// Whether the word carries grammar rather than content.
    public var isFunctionWord: Bool { traits.contains(.function) }
    /// Whether the word was printed with a capital that no start of a sentence explains.
    public var isNameLike: Bool { traits.isNameLike }
  }

  /// One printed word: what stands between spaces and marks.
  struct Print: Sendable, BitwiseCopyable {
    var start: UInt32
    var end: UInt32
    /// The indices of its first token and of the token after its last.
    var firstToken: Int32
    var endToken: Int32
    /// The index of its first compared word, and how many it has.
    var firstWord: Int32
    var wordCount: Int32

    var span: TextSpan { TextSpan(Int(start), Int(end)) }
    var words: Range<Int> { Int(firstWord)..<Int(firstWord + wordCount) }
  }

  /// The text from the first to the last word of a range, as printed; for an empty range, the place
  /// before the word that it lies before.
  public func span(of range: Range<Int>) -> TextSpan {
    if range.isEmpty {
      let offset =
        range.lowerBound < words.count
        ? words[range.lowerBound].span.start : words.last?.span.end ?? 0
      return TextSpan(offset, offset)
    }
    return TextSpan(
      words[range.lowerBound].span.start,
      max(words[range.lowerBound].span.start, words[range.upperBound - 1].span.end))
  }

  /// The folded letters of a word.
  func letters(of word: Int) -> ArraySlice<UInt8> {
    let word = words[word]
    return letters[Int(word.lettersStart)..<Int(word.lettersStart) + Int(word.lettersCount)]
  }

  /// The printed bytes of a printed word.
  func printed(_ index: Int) -> ArraySlice<UInt8> { text.bytes[prints[index].span.range] }
}
