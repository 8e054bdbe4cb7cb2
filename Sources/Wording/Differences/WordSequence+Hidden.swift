extension WordSequence {
  /// An ellipsis over more words than these joins what was said far apart.
  static let farApart = 100

  /// How words that were left out turn the sense of those around them; nil when they do not.
  ///
  /// What belongs to the sentence before the gap, or to that behind it, can turn it; whole sentences in
  /// between cannot.
  func turn(hiddenIn words: Range<Int>) -> DifferenceClass? {
    var traits = WordTraits()
    for index in words.prefix(Self.farApart) {
      if self.words[index].traits.contains(.sentenceStart) { break }
      traits.formUnion(self.words[index].traits)
    }
    let continues =
      words.upperBound < self.words.count
      && !self.words[words.upperBound].traits.contains(.sentenceStart)
    if continues {
      for index in words.suffix(Self.farApart).reversed() {
        traits.formUnion(self.words[index].traits)
        if self.words[index].traits.contains(.sentenceStart) { break }
      }
    }
    if traits.contains(.negation) { return .hiddenNegation }
    return traits.contains(.condition) ? .hiddenCondition : nil
  }
}
