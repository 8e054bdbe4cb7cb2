/// What words are together: phrases of the language data, and pairs that are expected.
extension SequenceReader {
  mutating func readContext() {
    markExpectedPairs()
    markPhrases()
  }

  /// Notes how little a word tells behind one that makes it expected: *States* behind *United*.
  private mutating func markExpectedPairs() {
    for index in sequence.words.indices.dropFirst()
    where sequence.words[index].traits.contains(.endsPair) {
      let key = WordKey.phrase(sequence.words[index - 1].key, sequence.words[index].key)
      guard sequence.words[index].bits < Self.rareBits, let bits = lexicon.pairBits[key] else {
        continue
      }
      sequence.words[index].bitsInContext = min(bits, sequence.words[index].bits)
    }
  }

  /// Gives the words of phrases what the language data say of the phrase.
  mutating func markPhrases() {
    for index in sequence.words.indices
    where sequence.words[index].traits.contains(.startsPhrase) {
      var key = sequence.words[index].key
      var end = index + 1
      while end < sequence.words.count, end < index + WordingLexicon.longestPhrase {
        key = WordKey.phrase(key, sequence.words[end].key)
        end += 1
        guard let traits = lexicon.phrases[key] else { break }
        if traits.isEmpty { continue }
        mark(index..<end, traits)
        if traits.contains(.stock) { markStock(index..<end) }
      }
    }
  }

  /// Gives the words of a phrase its traits: what it means is carried by its words of content, *least*
  /// in *at least*, where it has any.
  private mutating func mark(_ words: Range<Int>, _ traits: WordTraits) {
    let isWhole = !traits.isDisjoint(with: [.filler, .setOffFiller, .stock, .unit])
    let hasContent = words.contains { !sequence.words[$0].traits.contains(.function) }
    for word in words
    where isWhole || !hasContent || !sequence.words[word].traits.contains(.function) {
      sequence.words[word].traits.formUnion(traits)
    }
  }

  /// Behind the first word of a stock phrase the others tell next to nothing.
  private mutating func markStock(_ words: Range<Int>) {
    for word in words.dropFirst() { sequence.words[word].bitsInContext = 1 }
  }
}
