/// A run of words that is looked for in a longer one.
struct WordRun {
  private let words: ArraySlice<WordSequence.Word>

  init(_ words: ArraySlice<WordSequence.Word>) { self.words = words }

  /// Whether the run stands at a place of other words.
  func stands(at start: Int, of others: ArraySlice<WordSequence.Word>) -> Bool {
    start >= others.startIndex && start + words.count <= others.endIndex
      && words.indices.allSatisfy {
        words[$0].key == others[start + $0 - words.startIndex].key
      }
  }

  /// The first place where the run stands in other words; nil when it stands nowhere.
  ///
  /// The method is Knuth, Morris and Pratt's, since speakers do say one word many times.
  ///
  /// - Complexity: O(*n* + *m*).
  func firstPlace(in others: ArraySlice<WordSequence.Word>) -> Int? {
    guard let first = words.first, words.count <= others.count else { return nil }
    let start = words.startIndex
    // The length of the longest start of the run that ends, as its own end, with each word.
    var borders: [Int] = []
    var count = 0
    for (index, word) in others.enumerated() {
      if count == 0, word.key != first.key { continue }
      if borders.isEmpty { borders = self.borders() }
      while count > 0, words[start + count].key != word.key { count = borders[count - 1] }
      if words[start + count].key == word.key { count += 1 }
      if count == words.count { return others.startIndex + index + 1 - count }
    }
    return nil
  }

  private func borders() -> [Int] {
    let start = words.startIndex
    var borders = [Int](repeating: 0, count: words.count)
    var count = 0
    for index in 1..<max(1, words.count) {
      while count > 0, words[start + count].key != words[start + index].key {
        count = borders[count - 1]
      }
      if words[start + count].key == words[start + index].key { count += 1 }
      borders[index] = count
    }
    return borders
  }
}
