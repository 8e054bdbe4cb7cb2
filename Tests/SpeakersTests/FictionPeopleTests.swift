import Prose
import Testing

@testable import Speakers

/// Who is who in a told conversation.
@Suite struct FictionPeopleTests {
  /// What makes a text a told conversation; nobody is named in it.
  private static let talk = """


    “What is it?” said the old woman, and went to the door as fast as she could on such a day.

    “Who goes there?” cried a voice from the dark of the garden, where nothing was to be seen yet.

    “Come in!” said the old woman, for the rain had begun and the wind was high in the trees.
    """

  /// `⟦NAME|…⟧` stands around each named mention with the name of its entity.
  private func check(_ marked: String, sourceLocation: SourceLocation = #_sourceLocation) {
    let (scene, entities) = analyzed(LabelledText(marked).text + Self.talk)
    #expect(scene.isDialogue, sourceLocation: sourceLocation)
    let names = scene.mentions.filter { !$0.name.isEmpty && $0.entity >= 0 }.map { mention in
      (span: scene.span(mention.tokens), label: entities.entities[mention.entity].display)
    }
    #expect(
      LabelledText.marked(scene.text.bytes, names) == marked + Self.talk,
      sourceLocation: sourceLocation)
  }

  @Test func motherAndDaughterStayApart() {
    check(
      "There sat ⟦Sibyl Dalby|Miss Sibyl Dalby⟧. Later ⟦Mrs. Dalby|Mrs. Dalby⟧ came, and "
        + "⟦Sibyl Dalby|Miss Dalby⟧ rose.")
    check("There sat ⟦Mr. Dalby|Mr. Dalby⟧. Later ⟦Mrs. Dalby|Mrs. Dalby⟧ came.")
  }

  @Test func bareSurnameIsAMans() {
    check(
      "There sat ⟦Caroline Dalby|Caroline Dalby⟧. Later ⟦Dalby|Mr. Dalby⟧ came, and "
        + "⟦Dalby|Dalby⟧ rose; ⟦Caroline Dalby|Miss Dalby⟧ did not.")
    check(
      "There sat ⟦Mr. Dalby|Mr. Dalby⟧. Later ⟦Mrs. Dalby|Mrs. Dalby⟧ came, and "
        + "⟦Mr. Dalby|Dalby⟧ rose; ⟦Mr. Dalby|Dalby⟧ sat down, and ⟦Mr. Dalby|Dalby⟧ rose.")
    check("There sat ⟦Peter Dalby|Peter Dalby⟧. Later ⟦Peter Dalby|Dalby⟧ rose.")
  }

  @Test func nobodyCallsALadyByANickname() {
    check(
      "There sat ⟦Catherine Quorley|Lady Catherine Quorley⟧. Later ⟦Kitty|Kitty⟧ came, and "
        + "⟦Catherine Quorley|Lady Catherine⟧ rose.")
    check("There sat ⟦Catherine Quorley|Catherine Quorley⟧. ⟦Catherine Quorley|Kitty⟧ rose.")
  }

  @Test func wivesBearTheirHusbandsNames() {
    check(
      "There sat ⟦John Dalby|Mr. John Dalby⟧. Later ⟦Mrs. John Dalby|Mrs. John Dalby⟧ came.")
    check("There sat ⟦Warren Tolland|Warren Tolland⟧. Later ⟦Mrs. Warren|Mrs. Warren⟧ came.")
    check("There sat ⟦Quill Tolland|Quill Tolland⟧. Later ⟦Mrs. Tolland|Mrs. Tolland⟧ came.")
  }

  @Test func rankTellsFatherFromSon() {
    check(
      "There sat ⟦Henry Dalby|Mr. Henry Dalby⟧. Later ⟦General Dalby|General Dalby⟧ came, and "
        + "⟦Henry Dalby|Mr. Dalby⟧ rose.")
  }

  @Test func theOnlyManOfASurname() {
    check(
      "There sat ⟦Cyril Quorley|Mr. Quorley⟧. Later ⟦Cyril Quorley|Quorley⟧ rose, and "
        + "⟦Cyril Quorley|Mr. Quorley⟧ was ⟦Cyril Quorley|Cyril Quorley⟧.")
    // John is Mr. Quorley's son, or his brother.
    check(
      "There sat ⟦Mr. Quorley|Mr. Quorley⟧. Later ⟦John Quorley|John⟧ came. ⟦John Quorley|John⟧ was "
        + "⟦John Quorley|John Quorley⟧.")
    check(
      "There sat ⟦Mr. Quorley|Mr. Quorley⟧. Later ⟦John Quorley|Mr. John Quorley⟧ came.")
  }

  @Test func titlesBeforeGivenNames() {
    check("There sat ⟦Henry Quorley|Henry Quorley⟧. Later ⟦Henry Quorley|Lord Henry⟧ came.")
    check("There sat ⟦Henry Quorley|Henry Quorley⟧. Later ⟦Mr. Henry|Mr. Henry⟧ came.")
  }

  @Test func generalsHaveWives() {
    check("There sat ⟦Mrs. Quorley|Mrs. Quorley⟧. Later ⟦General Quorley|General Quorley⟧ came.")
  }

  @Test func adverbsAtTheHeadOfASentenceAreNoNames() {
    check("There sat ⟦Quorley|Quorley⟧. ⟦Quorley|Unluckily Quorley⟧ rose.")
  }

  @Test func headingsDoNotName() {
    check(
      "⟦Lucy|Lucy⟧ slept. There sat ⟦Lucy|Lucy⟧ with a hat.\n\nThe ⟦Reverend Beebe|Reverend Beebe⟧ and "
        + "⟦Lucy Quorley Drive|Lucy Quorley Drive⟧ to sea")
  }

  @Test func oneWomanBearsHerNameWithAndWithoutTitle() {
    check("There sat ⟦Mary Dalby|Mary Dalby⟧. Later ⟦Mary Dalby|Mrs. Dalby⟧ rose.")
  }

  @Test func narratorIsWhomOnlyOthersName() {
    let story = (1...6).map { number in
      """
      “Well, Tolland, what now?” asked my friend, and I saw that he had not slept for \(number) days.

      “I cannot say,” I said, and I took my hat, for I had much to do and little time to do it in.


      """
    }.joined()
    let (scene, entities) = analyzed(story)
    #expect(scene.isDialogue)
    #expect(entities.narrator.map { entities.entities[$0].display } == "Tolland")
  }

  @Test func nobodyNarratesWhereTheNarrationNamesEverybody() {
    let story = (1...6).map { number in
      """
      “Well, Tolland, what now?” asked the old man, and Tolland saw that he was tired of \(number) days.

      “I cannot say,” said Tolland, and he took his hat, for there was much to do in little time.


      """
    }.joined()
    #expect(analyzed(story).entities.narrator == nil)
  }
}
