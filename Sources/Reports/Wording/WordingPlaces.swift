public import Prose
public import Wording

/// Places of one rendering's text in every unit.
///
/// Build it once per text, however many places are asked for.
public struct WordingPlaces: Sendable {
  private let bytes: [UInt8]
  private let map: OffsetMap
  /// The pieces that offsets are counted in; empty where they are those of the whole text.
  private let pieces: [TextSpan]
  /// The captions that the text is read from, where it is.
  private let captions: Article?

  /// Places in a text as a whole, such as an article's.
  ///
  /// - Complexity: O(*n*) in the length of the text.
  public init(_ bytes: [UInt8]) {
    self.bytes = bytes
    map = OffsetMap(bytes)
    pieces = []
    captions = nil
  }

  /// Places in an article; of captions the text is that of the words alone.
  ///
  /// - Complexity: O(*n*) in the length of the text.
  public init(_ article: Article) {
    bytes = article.reading
    map = OffsetMap(article)
    pieces = []
    captions = article.captions == nil ? nil : article
  }

  /// Places inside the pieces of a rendering that was given as several texts.
  ///
  /// - Complexity: O(*n*) in the length of the text.
  public init(piecesOf rendering: Rendering) {
    bytes = rendering.text.bytes
    map = OffsetMap(bytes)
    pieces = rendering.pieces
    captions = nil
  }

  /// The words of a span with their place.
  ///
  /// What runs from one piece into the next belongs to the piece in which it starts, up to that
  /// piece's end, so that the text is always what stands at the offsets.
  ///
  /// - Complexity: O(log *n*) in the number of pieces, and linear in the span.
  public func place(of span: TextSpan) -> WordingPlace {
    guard !pieces.isEmpty else { return place(of: span, after: 0, piece: nil) }
    let index = pieceIndex(of: span.start)
    let piece = pieces[index]
    // Between two pieces there is nothing to point at but the end of the former.
    let start = min(span.start, piece.end)
    let clipped = TextSpan(start, max(start, min(span.end, piece.end)))
    return place(of: clipped, after: piece.start, piece: index)
  }

  private func place(of span: TextSpan, after origin: Int, piece: Int?) -> WordingPlace {
    let scalarOrigin = map.scalarOffset(of: origin)
    let unitOrigin = map.utf16Offset(of: origin)
    return WordingPlace(
      text: text(of: span),
      utf8: (span.start - origin)..<(span.end - origin),
      scalar: (map.scalarOffset(of: span.start) - scalarOrigin)..<(map.scalarOffset(of: span.end)
        - scalarOrigin),
      utf16: (map.utf16Offset(of: span.start) - unitOrigin)..<(map.utf16Offset(of: span.end)
        - unitOrigin),
      piece: piece)
  }

  private func text(of span: TextSpan) -> String {
    captions?.text(of: span) ?? String(decoding: bytes[span.range], as: UTF8.self)
  }

  /// The line and column, both from 1, of a byte offset of the whole text.
  ///
  /// - Complexity: O(log *n*) in the number of lines.
  public func lineAndColumn(of offset: Int) -> (line: Int, column: Int) {
    let location = map.location(of: offset)
    return (location.line, location.column)
  }

  /// The index of the last piece that starts at or before an offset.
  private func pieceIndex(of offset: Int) -> Int {
    var low = 0
    var high = pieces.count
    while low < high {
      let middle = (low + high) / 2
      if pieces[middle].start <= offset { low = middle + 1 } else { high = middle }
    }
    return max(0, low - 1)
  }
}
