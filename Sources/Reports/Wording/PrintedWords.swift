internal import Prose
internal import Wording

/// The words of one rendering as they stand in print, cut at white space, marks and all.
///
/// What is compared is finer; what people read is this.
struct PrintedWords {
  struct Word {
    var span: TextSpan
    /// Whether the word begins a piece, the first one apart.
    var opensPiece: Bool
  }

  let bytes: [UInt8]
  private(set) var words: [Word] = []

  /// - Complexity: O(*n*).
  init(_ rendering: Rendering) {
    bytes = rendering.text.bytes
    for (index, piece) in rendering.pieces.enumerated() {
      var start: Int?
      var offset = piece.start
      var opensPiece = index > 0
      func close(_ words: inout [Word]) {
        guard let wordStart = start else { return }
        words.append(Word(span: TextSpan(wordStart, offset), opensPiece: opensPiece))
        start = nil
        opensPiece = false
      }
      for scalar in String(decoding: bytes[piece.range], as: UTF8.self).unicodeScalars {
        if VisibleText.isBreakingSpace(scalar) {
          close(&words)
        } else if start == nil {
          start = offset
        }
        offset += scalar.utf8.count
      }
      close(&words)
    }
  }

  /// A word, fit for a terminal or a line of a report.
  func text(_ index: Int) -> String {
    VisibleText.oneLine(String(decoding: bytes[words[index].span.range], as: UTF8.self))
  }

  /// The words that a span touches; for one that holds no more than white space, the place between
  /// two words.
  ///
  /// - Parameters:
  ///   - reachesLeft: Where the span holds no word, the word that ends at its start is meant.
  ///   - reachesRight: Where the span holds no word, the word that starts at its end is meant.
  /// - Complexity: O(log *n*).
  func range(
    of span: TextSpan, reachesLeft: Bool = false, reachesRight: Bool = false
  ) -> Range<Int> {
    // The first word that ends after the span's start.
    var low = firstIndex { $0.end > span.start }
    var end = max(low, firstIndex { $0.start >= span.end })
    if span.isEmpty, low < words.count, words[low].span.start < span.start { end = low + 1 }
    guard low == end else { return low..<end }
    if reachesLeft, low > 0, words[low - 1].span.end == span.start { low -= 1 }
    if reachesRight, end < words.count, words[end].span.start == span.end { end += 1 }
    return low..<end
  }

  /// Whether a span starts inside a word.
  func startsInsideWord(_ span: TextSpan, _ range: Range<Int>) -> Bool {
    !span.isEmpty && !range.isEmpty && words[range.lowerBound].span.start < span.start
  }

  /// Whether a span ends inside a word.
  func endsInsideWord(_ span: TextSpan, _ range: Range<Int>) -> Bool {
    !span.isEmpty && !range.isEmpty && words[range.upperBound - 1].span.end > span.end
  }

  private func firstIndex(where isReached: (TextSpan) -> Bool) -> Int {
    var low = 0
    var high = words.count
    while low < high {
      let middle = (low + high) / 2
      if isReached(words[middle].span) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
