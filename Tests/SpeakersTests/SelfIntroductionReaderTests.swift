import Prose
import Testing

@testable import Speakers

/// Who says the own name.
@Suite struct SelfIntroductionReaderTests {
  /// Checks which names inside the only quotation of a text are the speaker's own.
  private func check(
    _ quotation: String, _ expected: [String], sourceLocation: SourceLocation = #_sourceLocation
  ) {
    let (scene, _) = analyzed("“\(quotation)” said the clerk.")
    let reader = SelfIntroductionReader(scene: scene)
    let names = scene.mentions.filter { reader.isOwnName($0, in: scene.spans[0].tokens) }
    #expect(
      names.map { scene.text.text(of: scene.span($0.tokens)) } == expected, "\(quotation)",
      sourceLocation: sourceLocation)
  }

  @Test func ownNames() {
    check("I am Ana Ruiz,", ["Ana Ruiz"])
    check("No, I’m Ana Ruiz,", ["Ana Ruiz"])
    check("No, I'm Ana Ruiz,", ["Ana Ruiz"])
    check("No, I’m Miss Ruiz,", ["Miss Ruiz"])
    check("My name’s Tolland, and this is Ana Ruiz,", ["Tolland"])
    check("My name is Peter Tolland.", ["Peter Tolland"])
    check("They call me Ana.", ["Ana"])
  }

  @Test func othersNames() {
    check("I am Ana’s friend,", [])
    check("I am sorry, Ana,", [])
    check("You are Ana Ruiz,", [])
    check("This is Ana Ruiz,", [])
    check("Ana Ruiz,", [])
  }
}
