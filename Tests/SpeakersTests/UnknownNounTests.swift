import Prose
import Testing

@testable import Speakers

/// Who stands where a speaker must stand, whether the lexicon has the noun or not.
@Suite struct UnknownNounTests {
  /// What makes a text a told conversation.
  private static let talk = String(
    repeating: """


      “What was that?” cried a voice from the dark of the garden, where nothing was to be seen yet.
      """, count: 4)

  /// The words of the mentions in the first paragraph that may be a speaker’s.
  private func check(
    _ paragraph: String, _ expected: [String], sourceLocation: SourceLocation = #_sourceLocation
  ) {
    let scene = analyzed(paragraph + Self.talk).scene
    #expect(scene.isDialogue, sourceLocation: sourceLocation)
    let mentions = scene.mentions.filter { $0.paragraph == 0 && $0.canSpeak }.map { mention in
      mention.tokens.map { scene.text.text(ofToken: $0) }.joined(separator: " ")
    }
    #expect(mentions == expected, sourceLocation: sourceLocation)
  }

  @Test func unknownNouns() {
    check("“Wait!” said the lamp-trimmer, looking up.", ["the lamp-trimmer"])
    check("“Wait!” said a grinning lampwright in the door.", ["a grinning lampwright"])
    check("“Wait!” said the lampwright.", ["the lampwright"])
  }

  @Test func knownNounsAsEver() {
    check("“Wait!” said the old doctor, looking up.", ["the old doctor"])
  }

  @Test func noSpeakers() {
    // No cue of a quotation, or no noun.
    check("They said the lampwrights would come.", ["They"])
    check("“Wait!” said the lampwright’s bell.", [])
    check("“Wait!” said the lampwrights’ bell.", [])
  }

  @Test func subjects() {
    check("“Wait!” the lampwright said.", ["the lampwright"])
    check("There a lean lampwright reportedly told them.", ["them"])
    check(
      "It rained, and a lean lampwright reportedly told her, “Wait!”",
      ["It", "a lean lampwright", "her"])
    check("The lampwright has said, “Wait!”", ["The lampwright"])
    check("“Wait!” the case notes said.", ["the case notes"])
  }

  @Test func beforeWho() {
    check("Yesterday the lampwright who warned them resigned.", ["the lampwright", "who", "them"])
    check("A harbour hand, who did not give a name, resigned.", ["A harbour hand", "who"])
    check("He saw the owner of the lamp, who resigned.", ["He", "the owner", "who"])
    check("A man in the agency who shouted resigned.", ["A man", "who"])
    check("Yesterday the lamp which warned them went out.", ["them"])
  }

  @Test func noSubjects() {
    check("The lampshop in the lane said, “Wait!”", [])
    check("The lampshop stood open.", [])
    check("A yarn told by sailors, “Wait!”", ["sailors"])
  }

  @Test func theOther() {
    check("“Wait!” said the other, looking up.", ["other"])
    check("“Wait!” said the other.", ["other"])
    check("“Wait!” said the other lampwright.", [])
  }
}
