internal import Wording

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A quotation as it is looked up: its words with their worth, and the features that lead to places.
struct PassageQuery {
  /// Longer quotations are looked for by so many of their first words.
  static let mostWords = 512

  /// A word of the quotation.
  struct Word {
    /// The word's number among the distinct ones.
    var term: Int
    var isCommon: Bool
    /// In units of ``ChainCosts/unitsPerBit``; what is left out of the corpus has worth too.
    var worth: Int
    /// How many ellipses stand before the word.
    var skipsBefore: Int
  }

  /// What is looked up: a word that is not common, or two common words side by side.
  struct Feature: Hashable {
    var key: UInt64
    /// Where the feature begins in the quotation.
    var words: [Int]
    /// The number of its words.
    var width: Int
    /// How often it stands in the corpus.
    var count = 0
  }

  var words: [Word] = []
  /// The distinct words' keys.
  var terms: [UInt64] = []
  /// Where each distinct word stands in the quotation.
  var places: [[Int]] = []
  /// Sorted by how often they stand in the corpus, the rarest first.
  var features: [Feature] = []

  /// The worth of all words.
  var worth: Int { words.reduce(0) { $0 + $1.worth } }
  /// The number of ellipses.
  var skips: Int { words.last?.skipsBefore ?? 0 }

  init(_ quotation: WordSequence, _ segments: [PassageSegment]) throws {
    let quoted = WordForms().words(of: quotation).prefix(Self.mostWords)
    let corpusSize = segments.reduce(0) { $0 + $1.wordCount }
    var numbers: [UInt64: Int] = [:]
    var worths: [Int] = []
    var skips = 0
    for (index, entry) in quoted.enumerated() {
      let key = PassageKey.word(entry.word.key)
      let term = numbers[key] ?? terms.count
      if term == terms.count {
        numbers[key] = term
        terms.append(key)
        places.append([])
        let count = try segments.reduce(0) { try $0 + ($1.list(of: key)?.count ?? 0) }
        worths.append(Self.worth(of: entry.word, count: count, corpusSize: corpusSize))
      }
      places[term].append(index)
      if entry.isAfterSkip { skips += 1 }
      words.append(
        Word(
          term: term, isCommon: entry.word.isCommon, worth: worths[term], skipsBefore: skips))
    }
    try findFeatures(quoted.map(\.word.key), segments)
  }

  private mutating func findFeatures(_ keys: [UInt64], _ segments: [PassageSegment]) throws {
    var numbers: [UInt64: Int] = [:]
    func add(_ key: UInt64, at word: Int, width: Int) {
      let number = numbers[key] ?? features.count
      if number == features.count {
        numbers[key] = number
        features.append(Feature(key: key, words: [], width: width))
      }
      features[number].words.append(word)
    }
    for index in words.indices {
      if !words[index].isCommon {
        add(terms[words[index].term], at: index, width: 1)
      } else if index + 1 < words.count, words[index + 1].isCommon {
        add(PassageKey.pair(keys[index], keys[index + 1]), at: index, width: 2)
      }
    }
    for index in features.indices {
      let key = features[index].key
      features[index].count = try segments.reduce(0) {
        try $0 + ($1.list(of: key)?.count ?? 0)
      }
    }
    features.sort {
      $0.votes != $1.votes ? $0.votes < $1.votes : $0.words[0] < $1.words[0]
    }
  }

  /// What a word is worth: the negative binary logarithm of its share in the corpus. The language data
  /// count as so many words more, which matter while the corpus is small.
  private static func worth(of word: WordForms.Word, count: Int, corpusSize: Int) -> Int {
    let share =
      (Double(count) + exp2(Self.priorBits - Double(word.bits)))
      / (Double(corpusSize) + exp2(Self.priorBits))
    let most = word.isCommon ? ChainCosts.breakCost : ChainCosts.mostBits * ChainCosts.unitsPerBit
    return max(1, min(most, Int(-log2(share) * Double(ChainCosts.unitsPerBit))))
  }

  private static let priorBits = 17.0
}

extension PassageQuery.Feature {
  /// How many places of the corpus it leads to, for each of its places in the quotation.
  var votes: Int { count * words.count }
}
