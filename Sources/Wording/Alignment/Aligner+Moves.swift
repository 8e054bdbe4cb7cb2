extension Aligner {
  /// A block of words that stands before the shared stretch on one side, and behind it on the other.
  struct MovedBlock {
    var a: Range<Int>
    var b: Range<Int>
    var alignment: Alignment
  }

  /// How many words of content a block must share, so as not to be words that any speech has.
  private static let leastContent = 2

  /// The block that was moved over the shared stretch; nil when there is none.
  ///
  /// - Complexity: as ``align(_:_:_:_:)`` on what lies outside the shared stretch.
  func movedBlock(
    _ a: WordSequence, _ aWords: Range<Int>, _ aShared: Range<Int>, _ b: WordSequence,
    _ bWords: Range<Int>, _ bShared: Range<Int>
  ) -> MovedBlock? {
    let corners = [
      (aWords.lowerBound..<aShared.lowerBound, bShared.upperBound..<bWords.upperBound),
      (aShared.upperBound..<aWords.upperBound, bWords.lowerBound..<bShared.lowerBound),
    ]
    var best: MovedBlock?
    for (x, y) in corners where x.count >= 3 && y.count >= 3 {
      let alignment = align(a, x, b, y)
      let content = alignment.links.filter {
        $0.isEqual && !a.words[$0.a].traits.contains(.function)
      }
      if content.count >= Self.leastContent, alignment.score > best?.alignment.score ?? 0 {
        best = MovedBlock(a: x, b: y, alignment: alignment)
      }
    }
    return best
  }
}
