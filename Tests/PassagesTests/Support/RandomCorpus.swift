import TestSupport

/// Small corpora in which a few words stand again and again, so that chances abound.
struct RandomCorpus {
  var texts: [String] = []
  private let vocabulary: [String]

  private static let common = ["the", "of", "and", "to", "in", "a", "that", "is", "it", "was"]
  private static let rare = [
    "lantern", "barley", "copper", "meadow", "ribbon", "don't", "colour", "twenty", "harbour",
    "O’Neill", "café", "wagon", "treaty", "signal", "orchard", "3.5", "Sen", "winter", "pebble",
    "thunder", "walnut", "cinder", "velvet", "marble", "falcon", "ember", "saddle", "tunnel",
  ]

  init(
    documents: Int, words: Range<Int>, vocabulary size: Int, using generator: inout SeededGenerator
  ) {
    vocabulary = Array(Self.common.prefix(size) + Self.rare.prefix(size))
    for _ in 0..<documents {
      let count = Int.random(in: words, using: &generator)
      texts.append(sentence(count, using: &generator))
    }
  }

  /// Words at random, with a mark here and there.
  func sentence(_ count: Int, using generator: inout SeededGenerator) -> String {
    var text = ""
    for _ in 0..<count {
      text += vocabulary[Int.random(in: 0..<vocabulary.count, using: &generator)]
      text += [" ", " ", " ", " ", ", ", ". ", "\n\n"][Int.random(in: 0..<7, using: &generator)]
    }
    return text
  }

  /// Some words of a text, changed a little, or words at random.
  func quotation(using generator: inout SeededGenerator) -> String {
    let source = texts.randomElement(using: &generator) ?? ""
    var words = source.split(whereSeparator: \.isWhitespace).map(String.init)
    guard words.count > 3, Int.random(in: 0..<8, using: &generator) > 0 else {
      return sentence(Int.random(in: 1...9, using: &generator), using: &generator)
    }
    let length = min(words.count, Int.random(in: 2...14, using: &generator))
    let start = Int.random(in: 0...words.count - length, using: &generator)
    words = Array(words[start..<start + length])
    for _ in 0..<Int.random(in: 0...3, using: &generator) where words.count > 1 {
      let place = Int.random(in: 0..<words.count, using: &generator)
      switch Int.random(in: 0..<4, using: &generator) {
      case 0: words.remove(at: place)
      case 1: words.insert(vocabulary.randomElement(using: &generator) ?? "", at: place)
      case 2: words[place] = vocabulary.randomElement(using: &generator) ?? ""
      default: words.insert("…", at: place)
      }
    }
    return words.joined(separator: " ")
  }
}
