internal import Passages
internal import Wording

extension PassageSearcher {
  /// The longest quotation, in words, that an index is asked for with all its words.
  static var longestQuotation: Int { 128 }

  /// What to say of a search in a store that may have missed something.
  ///
  /// - Parameter wantsAll: Whether places matter that fit less well than the best. If not, none can
  ///   have been missed that fits better than one which has most of the words.
  static func warnings(
    on result: PassageResult, of quotation: WordSequence, wantsAll: Bool = true
  ) -> [String] {
    var warnings: [String] = []
    let count = quotation.words.count
    if count > longestQuotation {
      warnings.append(
        "of its \(count) words the store was searched for the first \(longestQuotation). "
          + "Search for the rest by itself.")
    }
    if !result.isExact, wantsAll || (result.places.first?.coverage ?? 0) < 0.5 {
      warnings.append(
        "so many places of the store have words of it that only the most promising were looked at. "
          + "Give more words.")
    }
    return warnings
  }
}
