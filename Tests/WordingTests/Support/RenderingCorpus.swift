import TestSupport

/// Invented renderings of invented utterances, with which belongs where.
struct RenderingCorpus {
  var utterances: Int
  var renderings: Int

  private static let words = """
    harbour lantern council rust ferry trumpet survey pier baker glacier parrot memo ledger orchard \
    tunnel violin clerk copper meadow strike candle window ladder receipt winter saddle cabbage \
    anchor thunder parade kettle magnet ribbon velvet canyon scholar timber whistle penguin marble \
    lawyer carpet feather compass goat budget chimney puzzle turnip satellite the of a and to in \
    that we they will was not for on with is are had from by at
    """.split(separator: " ").map(String.init)

  struct Given {
    var utterance: Int
    var text: String
  }

  /// All renderings in random order: words are replaced, left out and put in, and ends cut off.
  func renderings(_ random: inout SeededGenerator) -> [Given] {
    var all: [Given] = []
    for utterance in 0..<utterances {
      let original = (0..<Int.random(in: 12...30, using: &random)).map { _ in word(&random) }
      for _ in 0..<renderings {
        all.append(Given(utterance: utterance, text: edited(original, &random)))
      }
    }
    return all.shuffled(using: &random)
  }

  private func word(_ random: inout SeededGenerator) -> String {
    Self.words.randomElement(using: &random) ?? "rust"
  }

  private func edited(_ original: [String], _ random: inout SeededGenerator) -> String {
    let rate = Int.random(in: 0...15, using: &random)
    var words: [String] = []
    for word in original {
      guard Int.random(in: 0..<100, using: &random) < rate else {
        words.append(word)
        continue
      }
      switch Int.random(in: 0..<3, using: &random) {
      case 0: words.append(self.word(&random))
      case 1: words += [word, self.word(&random)]
      default: break
      }
    }
    let cut = Int.random(in: 0...2, using: &random)
    return words.dropFirst(cut).joined(separator: " ")
  }
}
