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
  /// The folded letters of all words, one after the other.
  var letters: [UInt8] = []

  init(text: TokenizedText, pieces: [TextSpan]) {
    self.text = text
    self.pieces = pieces
  }

  /// One word as it is compared.
  public struct Word: Sendable, BitwiseCopyable {
    /// The same for words that are equal once folded and spelled out.
    public var key: UInt64
    /// How much the word tells, in bits: rare words have more. Function words have few.
    public var bits: UInt8
    /// The index of the piece that the word stands in.
    public var piece: Int
    var start: UInt32
    var end: UInt32

    /// The place of the printed word that this word stems from.
    public var span: TextSpan { TextSpan(Int(start), Int(end)) }
  }

  /// The text from the first to the last word of a range, as printed.
  public func span(of range: Range<Int>) -> TextSpan {
    guard let first = range.first, let last = range.last else {
      let offset =
        range.lowerBound < words.count ? words[range.lowerBound].span.start : text.bytes.count
      return TextSpan(offset, offset)
    }
    return TextSpan(words[first].span.start, words[last].span.end)
  }
}
