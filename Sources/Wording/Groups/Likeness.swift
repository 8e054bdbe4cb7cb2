/// How alike two wordings are: what a ``Comparison`` says of them, without the differences.
struct Likeness: Sendable {
  var evidence: Evidence
  /// What of each the other covers too, as indices of words.
  var a: Range<Int>
  var b: Range<Int>
  /// Whether both cover the same stretch.
  var isFull: Bool
  /// Whether all of one of them is in the other.
  var isWhole: Bool
}

extension WordingComparer {
  /// How alike two renderings are; nil when they share nothing.
  ///
  /// Very many pairs are looked at to find those of one utterance, and only these have differences
  /// worth naming.
  func likeness(_ a: WordSequence, _ b: WordSequence) -> Likeness? {
    let (aWords, bWords) = (a.words.indices, b.words.indices)
    let aligner = Aligner(affinity: WordAffinity(shared: shared))
    let alignment = aligner.align(a, aWords, b, bWords)
    guard let first = alignment.links.first, let last = alignment.links.last else { return nil }
    let (aShared, bShared) = (first.a..<last.aEnd, first.b..<last.bEnd)
    return Likeness(
      evidence: Evidence(alignment, a, aWords, b, bWords), a: aShared, b: bShared,
      isFull: aShared == aWords && bShared == bWords,
      isWhole: aShared == aWords || bShared == bWords)
  }
}
