import Prose
import Testing

@testable import Speakers

/// Who stands after a cue in told conversations, whether the lexicon has the noun or not.
@Suite struct InvertedDescriptionTests {
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
  }

  @Test func theOther() {
    check("“Wait!” said the other, looking up.", ["other"])
    check("“Wait!” said the other.", ["other"])
    check("“Wait!” said the other lampwright.", [])
  }
}
