/// The pairing of two renderings word by word.
struct Alignment {
  /// The linked words, in the order of both sides.
  var links: [Link]
  /// What the alignment gains under ``AlignmentCosts``.
  var score: Int32
  /// The stretches of both sides that are too long to be paired word by word.
  var unpaired: [Unpaired] = []

  /// A stretch of each side that the other may answer in ways nobody looked for.
  struct Unpaired: Hashable {
    var a: Range<Int>
    var b: Range<Int>
  }

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
      }, score: score, unpaired: unpaired.map { Unpaired(a: $0.b, b: $0.a) })
  }
}
