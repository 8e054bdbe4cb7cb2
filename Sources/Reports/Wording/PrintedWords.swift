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

  /// The words that a span touches; for an empty span the place between two words.
  ///
  /// - Parameters:
  ///   - reachesLeft: An empty span at the end of a word means that word.
  ///   - reachesRight: An empty span at the start of a word means that word.
  /// - Complexity: O(log *n*).
  func range(
    of span: TextSpan, reachesLeft: Bool = false, reachesRight: Bool = false
  ) -> Range<Int> {
    // The first word that ends after the span's start.
    var low = firstIndex { $0.end > span.start }
    if !span.isEmpty { return low..<max(low, firstIndex { $0.start >= span.end }) }
    var end = low
    if low < words.count, words[low].span.start < span.start { end = low + 1 }
    if reachesLeft, end == low, low > 0, words[low - 1].span.end == span.start { low -= 1 }
    if reachesRight, end < words.count, words[end].span.start == span.start { end += 1 }
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
