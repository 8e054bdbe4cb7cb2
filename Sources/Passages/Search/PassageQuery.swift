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
  static let mostWords = 128
  /// Of a word that a quotation has more often, the first so many count. Else a quotation that says the
  /// same without end would be at home everywhere.
  static let mostRepeats = 16

  /// A word of the quotation.
  struct Word {
    /// The word's number among the distinct ones; nil when it does not count.
    var term: Int?
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
    /// Where it stands, by segment.
    var lists: [PositionList?]
    /// How often it stands in the corpus.
    var count: Int
    /// Its units, by their numbers.
    var units = 0..<0
  }

  private(set) var words: [Word] = []
  /// The distinct words' keys.
  private(set) var terms: [UInt64] = []
  /// Where each distinct word stands, by segment.
  private(set) var lists: [[PositionList?]] = []
  /// Where each distinct word stands in the quotation.
  private(set) var places: [[Int]] = []
  /// Sorted by how often they stand in the corpus, the rarest first.
  private(set) var features: [Feature] = []
  /// The features at each of their places in the quotation, in the order of the features.
  private(set) var units: [Unit] = []
  /// For every word the last of the features that lead to it, itself or a neighbour that it is found
  /// beside; -1 when none does that stands anywhere.
  private(set) var lastFeature: [Int] = []

  /// The worth of all words.
  private(set) var worth = 0
  /// The number of ellipses.
  var skips: Int { words.last?.skipsBefore ?? 0 }

  /// A feature at one of its places in the quotation.
  struct Unit {
    var feature: Int
    /// Its first word.
    var word: Int
    /// Its words, and common words beside them, which may be shared along with it.
    var start: Int
    var end: Int
  }

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
        lists.append(try segments.map { try $0.list(of: key) })
        let count = Self.count(lists[term])
        worths.append(Self.worth(of: entry.word, count: count, corpusSize: corpusSize))
      }
      if entry.isAfterSkip { skips += 1 }
      guard places[term].count < Self.mostRepeats else {
        words.append(Word(term: nil, isCommon: false, worth: 0, skipsBefore: skips))
        continue
      }
      places[term].append(index)
      words.append(
        Word(
          term: term, isCommon: entry.word.isCommon, worth: worths[term], skipsBefore: skips))
    }
    worth = words.reduce(0) { $0 + $1.worth }
    try findFeatures(quoted.map(\.word.key), segments)
    findUnits()
  }

  private mutating func findUnits() {
    lastFeature = [Int](repeating: -1, count: words.count)
    for (number, feature) in features.enumerated() {
      features[number].units = units.count..<units.count + feature.words.count
      for word in feature.words {
        // Two common words and a third beside them are two features, and so they have no need of it.
        let isWord = feature.width == 1
        let last = word + feature.width
        let unit = Unit(
          feature: number, word: word,
          start: isWord && word > 0 && words[word - 1].isCommon ? word - 1 : word,
          end: isWord && last < words.count && words[last].isCommon ? last + 1 : last)
        units.append(unit)
        if feature.count == 0 { continue }
        for index in unit.start..<unit.end {
          lastFeature[index] = max(lastFeature[index], number)
        }
      }
    }
  }

  /// The worth of the words that other features than the first `asked` lead to.
  func granted(asked: Int) -> Int {
    words.indices.reduce(0) { $0 + (lastFeature[$1] >= asked ? words[$1].worth : 0) }
  }

  /// The fewest features to ask so that every place with at least `least` evidence has one of them.
  func featuresToAsk(least: Int) -> Int {
    var worthOfFeature = [Int](repeating: 0, count: features.count)
    for (word, feature) in lastFeature.enumerated() where feature >= 0 {
      worthOfFeature[feature] += words[word].worth
    }
    var granted = 0
    var asked = features.count
    while asked > 0, granted + worthOfFeature[asked - 1] < least {
      asked -= 1
      granted += worthOfFeature[asked]
    }
    return asked
  }

  private mutating func findFeatures(_ keys: [UInt64], _ segments: [PassageSegment]) throws {
    var numbers: [UInt64: Int] = [:]
    func add(
      _ key: UInt64, at word: Int, width: Int, _ lists: () throws -> [PositionList?]
    ) rethrows {
      let number = numbers[key] ?? features.count
      if number == features.count {
        numbers[key] = number
        let lists = try lists()
        features.append(
          Feature(key: key, words: [], width: width, lists: lists, count: Self.count(lists)))
      }
      features[number].words.append(word)
    }
    for index in words.indices {
      guard let term = words[index].term else { continue }
      if !words[index].isCommon {
        add(terms[term], at: index, width: 1) { lists[term] }
      } else if index + 1 < words.count, words[index + 1].isCommon {
        let key = PassageKey.pair(keys[index], keys[index + 1])
        try add(key, at: index, width: 2) { try segments.map { try $0.list(of: key) } }
      }
    }
    features.sort {
      $0.votes != $1.votes ? $0.votes < $1.votes : $0.words[0] < $1.words[0]
    }
  }

  private static func count(_ lists: [PositionList?]) -> Int {
    lists.reduce(0) { $0 + ($1?.count ?? 0) }
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
