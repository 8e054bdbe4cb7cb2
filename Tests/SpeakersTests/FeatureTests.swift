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
      Feature(.reportAuxiliary, word: word, 4).ofMarkedWords, Feature(.turnBelief, 3, 14, 2),
    ] {
      #expect(read(feature.words(.english)) == feature)
    }
  }

  @Test("marked and plain words have features of their own")
  func marked() {
    let plain = Feature(.reportBoth, 1, 2, 3)
    #expect(plain.ofMarkedWords != plain)
    #expect(plain.ofMarkedWords.template == .reportBoth)
    // No kind of fact has the number of another's about marked words.
    for template in Feature.Template.allCases where template.name.hasPrefix("report") {
      #expect(template.rawValue < 0x80)
      #expect(Feature.Template(rawValue: template.rawValue | 0x80) == nil)
    }
    #expect(!Feature(.cuesBetween, 1).isOfMarkedWords)
    #expect(Feature(.cuesBetween, 1).template == .cuesBetween)
  }
}
