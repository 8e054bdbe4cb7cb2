import Prose
import Testing

@testable import Speakers

/// Whom the words of a quotation address without a name.
@Suite struct AddressReaderTests {
  /// Checks who is addressed in the only quotation of a text.
  private func check(
    _ quotation: String, _ expected: ConversationTurn.Addressee,
    sourceLocation: SourceLocation = #_sourceLocation
  ) {
    let (scene, _) = analyzed("“\(quotation)” said the clerk.")
    let found = AddressReader(scene: scene).addressee(in: scene.spans[0].tokens)
    #expect(found == expected, "\(quotation)", sourceLocation: sourceLocation)
  }

  @Test func nounsBetweenMarks() {
    check("Yes, sir,", .man)
    check("Indeed, madam, I saw nothing,", .woman)
    check("My dear aunt, come in!", .woman)
    check("You are late, father.", .man)
    check("Sir, the lady; madam, the gentleman!", [.man, .woman])
  }

  @Test func partsOfTheSentence() {
    check("I told my father,", [])
    check("She was with the lady,", [])
    check("Come in, gentlemen,", [])
    check("Ask your mother,", [])
    check("Sir John came,", [])
    check("Nothing,", [])
  }

  @Test func whomItFits() {
    #expect(ConversationTurn.Addressee.man.match(.male) == 1)
    #expect(ConversationTurn.Addressee.man.match(.female) == 2)
    #expect(ConversationTurn.Addressee.man.match(.unknown) == 3)
    #expect(ConversationTurn.Addressee([]).match(.male) == 0)
  }
}
