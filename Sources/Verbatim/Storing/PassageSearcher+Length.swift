internal import Passages
internal import Wording

extension PassageSearcher {
  /// The longest quotation, in words, that an index is asked for with all its words.
  static var longestQuotation: Int { 128 }

  /// What to say of a quotation of which only the first words are looked for in a store; nil if all are.
  static func lengthWarning(for quotation: WordSequence) -> String? {
    let count = quotation.words.count
    guard count > longestQuotation else { return nil }
    return "of its \(count) words the store was searched for the first \(longestQuotation). "
      + "Search for the rest by itself."
  }
}
