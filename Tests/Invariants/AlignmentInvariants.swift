public import Verbatim

/// Two wordings: the bytes are two texts with a NUL between them; without one the second text is
/// the first half of the first.
///
/// Exchanging the sides mirrors the result, every place lies in its text, an omission has words, and
/// a text does not differ from itself.
public enum AlignmentInvariants {
  private static let tokenizer = Tokenizer()
  private static let comparer = WordingComparer()

  static func check(_ bytes: [UInt8]) throws {
    let cut = bytes.firstIndex(of: 0)
    let a = read(bytes[..<(cut ?? bytes.count)])
    let b = read(cut.map { bytes[($0 + 1)...] } ?? bytes[..<(bytes.count / 2)])
    try check(a, b)
    let itself = comparer.compare(a, a)
    try require(itself.differences.isEmpty, "a text differs from itself: \(itself.differences)")
    if !a.words.isEmpty {
      try requireEqual(itself.judgement, .same, "a text and itself")
      try requireEqual(itself.similarity, 1, "the similarity of a text and itself")
    }
    let verdict = Profile.neutral.verdict(of: itself, medium: nil)
    try require(
      verdict == .verbatim || a.words.isEmpty, "a text and itself are \(verdict.rawValue)")
  }

  private static func read(_ bytes: ArraySlice<UInt8>) -> WordSequence {
    comparer.read(Rendering(text: tokenizer.tokenize(DecodedText(Array(bytes)).bytes)))
  }

  /// Checks the comparison of two word sequences.
  public static func check(_ a: WordSequence, _ b: WordSequence) throws(BrokenInvariant) {
    let found = comparer.compare(a, b)
    let mirrored = comparer.compare(b, a)
    try requireEqual(mirrored.judgement, found.judgement, "the mirrored judgement")
    try requireEqual(mirrored.relation, found.relation, "the mirrored relation")
    try requireEqual(mirrored.similarity, found.similarity, "the mirrored similarity")
    try requireEqual(mirrored.shared?.a, found.shared?.b, "the mirrored stretch of b")
    try requireEqual(mirrored.shared?.b, found.shared?.a, "the mirrored stretch of a")
    let summaries = found.differences.map(summary).sorted()
    try requireEqual(
      mirrored.differences.map { summary($0.mirrored) }.sorted(), summaries,
      "the mirrored differences")
    try require((0...1).contains(found.similarity), "a similarity of \(found.similarity)")
    let aPlaces = TextInvariants(a.text.bytes)
    let bPlaces = TextInvariants(b.text.bytes)
    for difference in found.differences {
      try aPlaces.check(difference.a.span, difference.differenceClass.rawValue)
      try bPlaces.check(difference.b.span, difference.differenceClass.rawValue)
      guard difference.differenceClass != .interruptingCue else { continue }
      let isEmpty =
        difference.edit == .omission && difference.a.span.isEmpty
        || difference.edit == .insertion && difference.b.span.isEmpty
      try require(!isEmpty, "nothing is left out: \(summary(difference))")
    }
  }

  private static func summary(_ difference: Difference) -> String {
    "\(difference.differenceClass.rawValue) \(difference.edit.rawValue) \(difference.a.span) "
      + "\(difference.b.span)"
  }
}
