import LanguageData
import Testing

@testable import Speakers

@Suite struct FeatureTests {
  private func read(_ words: String) -> Feature? {
    var templates = ByteStringTable(capacity: 256)
    for template in Feature.Template.allCases {
      var name = template.name
      _ = name.withUTF8 { templates.insert($0) }
    }
    var words = words
    return words.withUTF8 { Feature(words: $0, templates: templates, lexicon: .english) }
  }

  @Test("a feature can be read back from its words")
  func words() throws {
    let word = Int32(try #require(Lexicon.english.index(of: "would")))
    for feature in [
      Feature(.reportBoth, 1, 2, 3), Feature(.reportBoth, 1, 2, 3).ofMarkedWords,
      Feature(.reportAuxiliary, word: word, 4),
      Feature(.reportAuxiliary, word: word, 4).ofMarkedWords,
    ] {
      #expect(read(feature.words(.english)) == feature)
    }
  }

  @Test("marked and plain words have features of their own")
  func marked() {
    let plain = Feature(.reportBoth, 1, 2, 3)
    #expect(plain.ofMarkedWords != plain)
    #expect(plain.ofMarkedWords.template == .reportBoth)
    #expect(Feature.Template.allCases.allSatisfy { $0.rawValue < 0x80 })
  }
}
