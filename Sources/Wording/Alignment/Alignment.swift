/// The pairing of two renderings word by word.
struct Alignment {
  /// The linked words, in the order of both sides.
  var links: [Link]
  /// What the alignment gains under ``AlignmentCosts``.
  var score: Int32

  /// Words of one side that answer words of the other.
  struct Link: Hashable {
    /// The index of the first word in the first rendering, and how many words are linked.
    var a: Int
    var aCount = 1
    var b: Int
    var bCount = 1
    /// Whether the words are the same.
    var isEqual: Bool

    var aEnd: Int { a + aCount }
    var bEnd: Int { b + bCount }
  }

  /// The alignment with the sides exchanged.
  var mirrored: Alignment {
    Alignment(
      links: links.map {
        Link(a: $0.b, aCount: $0.bCount, b: $0.a, bCount: $0.aCount, isEqual: $0.isEqual)
      }, score: score)
  }
}
