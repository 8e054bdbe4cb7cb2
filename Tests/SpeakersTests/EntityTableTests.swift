import Prose
import Testing

@testable import Speakers

/// Which names are one person or body, and by what name it is reported.
@Suite struct EntityTableTests {
  /// `⟦NAME|…⟧` stands around each mention with the name of its entity.
  private func check(
    _ marked: String, known: [KnownPerson] = [], sourceLocation: SourceLocation = #_sourceLocation
  ) {
    let (scene, entities) = analyzed(LabelledText(marked).text, known: known)
    let names = scene.mentions.filter { $0.entity >= 0 }.map { mention in
      (span: scene.span(mention.tokens), label: entities.entities[mention.entity].display)
    }
    #expect(LabelledText.marked(scene.text.bytes, names) == marked, sourceLocation: sourceLocation)
  }

  @Test func surnamesAndGivenNamesJoinFullNames() {
    check("There was ⟦Ana Ruiz|Ana Ruiz⟧. Then ⟦Ana Ruiz|Ruiz⟧ left. Then ⟦Ana Ruiz|Ana⟧ came.")
    check("There was ⟦Ana Ruiz|Mayor Ruiz⟧. Then ⟦Ana Ruiz|Ana Ruiz⟧ left.")
    check("There was ⟦Peter Tolland|Peter Tolland⟧. Then ⟦Peter Tolland|Mr. Tolland⟧ left.")
  }

  @Test func surnamesThatAreGivenNamesElsewhere() {
    // Penny is a woman's given name, Clinton a man's.
    check("There was ⟦Josiah Penny|Josiah Penny⟧. Then ⟦Josiah Penny|Penny⟧ left.")
    check("There was ⟦Ana Clinton|Ana Clinton⟧. Then ⟦Ana Clinton|President Clinton⟧ left.")
    check(
      "There was ⟦Ana Clinton|Ana Clinton⟧ with ⟦Peter Ruiz|Peter Ruiz⟧. Then "
        + "⟦Ana Clinton|Clinton⟧ left.")
    // What a title shows, a name does not undo.
    check("There was ⟦Ana Clinton|Ana Clinton⟧. Then ⟦Mr. Clinton|Mr. Clinton⟧ left.")
  }

  @Test func namesThatASentenceLeadsTo() {
    check(
      "There was ⟦Mia|a resident⟧ of a quay, who asked to be identified only as ⟦Mia|Mia⟧ here."
    )
    check("There was ⟦Bo|a fan⟧ who gave only his first name, ⟦Bo|Bo⟧, here.")
    check("There was ⟦Big Tony|another⟧, who gave his name as ⟦Big Tony|Big Tony⟧ here.")
    check("No, said ⟦Ana Ruiz|one⟧, ⟦Ana Ruiz|Ana Ruiz⟧, at once.")
    check("⟦Ana Ruiz|The driver⟧ was identified as ⟦Ana Ruiz|Ana Ruiz⟧.")
    check("There was a driver, and he left as ⟦Ana Ruiz|Ana Ruiz⟧ came.")
  }

  @Test func surnamesThatAreBodiesAndPlaces() {
    check("There was ⟦Lena Ford|Lena Ford⟧. Then ⟦Lena Ford|Ford⟧ left.")
    check("There was ⟦Lena Oslo|Lena Oslo⟧ in ⟦Oslo|Oslo⟧. Then ⟦Lena Oslo|Oslo⟧ left.")
    check(
      "There was ⟦Lena Ford|Lena Ford⟧ of ⟦Ford Holdings|Ford Holdings⟧. Then ⟦Ford Holdings|Ford⟧ left."
    )
  }

  @Test func namesOfBirth() {
    check("Born ⟦Ana Ruiz|Doris Mould⟧, ⟦Ana Ruiz|Ana Ruiz⟧ left.")
    check("There was ⟦Ana Ruiz|Ana Ruiz⟧, born ⟦Ana Ruiz|Doris Mould⟧, in red.")
    check("There was ⟦Ana Ruiz|Ana Ruiz⟧ with ⟦Doris Mould|Doris Mould⟧.")
  }

  @Test func fullNamesThatAreSeldomPrinted() {
    let often = String(repeating: " Then ⟦Ana Ruiz|Ruiz⟧ left.", count: 30)
    check("There was ⟦Ana Ruiz|Ana Ruiz⟧." + often)
  }

  @Test func aPlaceIsNotItsPaper() {
    check("There was the ⟦Quorley Herald|Quorley Herald⟧. Then ⟦Quorley|Quorley⟧ slept.")
    check("There was ⟦Quorley Holdings|Quorley Holdings⟧. Then ⟦Quorley Holdings|Quorley⟧ slept.")
  }

  @Test func titlesAreNoPartOfNames() {
    check("There was ⟦Ana Ruiz|Mayor Ana Ruiz⟧. Then ⟦Ana Ruiz|Ms. Ruiz⟧ left.")
    check("There was ⟦Halvard Quorley|Halvard Quorley⟧. Then ⟦Halvard Quorley|Mr Quorley⟧ left.")
    check("There was ⟦Mr. Quorley|Mr. Quorley⟧. Then ⟦Mr. Quorley|Mr. Quorley⟧ left.")
  }

  @Test func variantsOfOneName() {
    check("There was ⟦Robert Tolland|Robert Tolland⟧ and ⟦Robert Tolland|Bob Tolland⟧.")
    check("There was ⟦Peter Q. Tolland|Peter Q. Tolland⟧ and ⟦Peter Q. Tolland|Peter Tolland⟧.")
    check("There was ⟦Peter Tolland|Peter “Pip” Tolland⟧ and ⟦Peter Tolland|Tolland⟧.")
    check(
      "There was ⟦Peter Brenning|Peter Brenning⟧, ⟦Peter Brenning|Brenning⟧ and "
        + "⟦Peter Brenning|Brening⟧.")
  }

  @Test func peopleWithOneSurnameStayApart() {
    check("There was ⟦Ana Ruiz|Ana Ruiz⟧ and ⟦Peter Ruiz|Peter Ruiz⟧.")
    check(
      "There was ⟦Ana Ruiz|Ana Ruiz⟧ and ⟦Peter Ruiz|Peter Ruiz⟧. Then ⟦Peter Ruiz|Mr. Ruiz⟧ "
        + "and ⟦Ana Ruiz|Ms. Ruiz⟧ left.")
  }

  @Test func fatherAndSonStayApart() {
    check(
      "There was ⟦John Tolland Jr.|John Tolland Jr.⟧ with ⟦John Tolland Sr.|John Tolland Sr.⟧ "
        + "today.")
    check(
      "There was ⟦John Q. Tolland Jr.|John Q. Tolland Jr.⟧, "
        + "⟦John Q. Tolland Jr.|John Tolland Jr.⟧ and ⟦John Tolland Sr.|John Tolland Sr.⟧ there.")
    check(
      "There was ⟦John Tolland Jr.|John Tolland Jr.⟧ again. ⟦John Tolland Jr.|John Tolland⟧ left.")
    check(
      "There was ⟦John Tolland III|John Tolland III⟧ with ⟦John Tolland Jr.|John Tolland Jr.⟧ "
        + "again.")
    check("There was ⟦John Tolland Jr.|John Tolland⟧ and ⟦John Tolland Jr.|John Tolland Jr.⟧ too.")
  }

  @Test func titleShowsAnotherPersonOfTheFamily() {
    check("There was ⟦Peter Ruiz|Peter Ruiz⟧. Then ⟦Mrs. Ruiz|Mrs. Ruiz⟧ left.")
    check(
      "There was ⟦Peter Ruiz|Peter Ruiz⟧ with ⟦Frances Ruiz|his daughter⟧, "
        + "⟦Frances Ruiz|Frances⟧. Then ⟦Frances Ruiz|Ms. Ruiz⟧ left.")
  }

  @Test func appositions() {
    check("There was ⟦Ana Ruiz|Ana Ruiz⟧, ⟦Ana Ruiz|a lawyer⟧. She left.")
    check("There was ⟦Quorley|Quorley⟧, 58, ⟦Quorley|a lawyer⟧.")
    check("There was ⟦Ana Ruiz|the chairwoman⟧, ⟦Ana Ruiz|Ana Ruiz⟧. She left.")
    check(
      "There was ⟦Ana Ruiz|Ana Ruiz⟧, ⟦Ana Ruiz|the founder⟧ and ⟦Ana Ruiz|chief executive⟧, too.")
    check("Then ⟦Ana Ruiz|Ana Ruiz⟧, the official said, left.")
    check("By ⟦Marl Rovers|Marl Rovers⟧ (⟦Marl Rovers|@marlrovers⟧)")
  }

  @Test func whoIsIntroducedByName() {
    check("There was ⟦Ana Ruiz|a tall lawyer⟧ called ⟦Ana Ruiz|Ana Ruiz⟧. She left.")
    check("Then ⟦Peter Tolland|a man⟧ named ⟦Peter Tolland|Peter Tolland⟧ was there.")
    check("Then a lawyer called ⟦Ana Ruiz|Ana Ruiz⟧ a liar.")
    check("Then the lawyer called ⟦Ana Ruiz|Ana Ruiz⟧.")
  }

  @Test func bodiesHaveShortForms() {
    check(
      "The ⟦Harbour Oversight Agency|Harbour Oversight Agency⟧ met. The "
        + "⟦Harbour Oversight Agency|Agency⟧ and ⟦Harbour Oversight Agency|HOA⟧ met.")
    check("In ⟦Marl Rovers|Marl Rovers⟧ we trust. Then ⟦Marl Rovers|Marl⟧ won.")
    check("Near ⟦Port Quorley|Port Quorley⟧, ⟦Port Quorley|a town⟧ of fishers.")
  }

  @Test func commonWordsAreNoNames() {
    check("Mudlarking is hard. We like mudlarking, ⟦Ana Ruiz|Ana Ruiz⟧ and us.")
    check("⟦Jock|Saw Jock⟧ there. Then ⟦Jock|Jock⟧ left.")
  }

  @Test func listedPeopleWin() {
    let list = [
      KnownPerson(name: "Anna Ruiz", aliases: ["Ana Ruiz", "A. R."], identifier: "Q1"),
      KnownPerson(name: "Peter Tolland", gender: .male),
    ]
    check("There was ⟦Anna Ruiz|Ana Ruiz⟧. Then ⟦Anna Ruiz|Ruiz⟧ left.", known: list)
    check("There was ⟦Peter Tolland|Mr. Tolland⟧.", known: list)
    let entities = analyzed("There was Ana Ruiz.", known: list).entities.entities
    #expect(entities.first { $0.display == "Anna Ruiz" }?.identifier == "Q1")
    #expect(entities.first { $0.display == "Peter Tolland" }?.identifier == "Peter Tolland")
  }

  @Test(arguments: ["", " ", "Dr.", "\u{A0}"])
  func oddListsDoNoHarm(_ name: String) {
    let known = [KnownPerson(name: name, aliases: [name, ""])]
    #expect(!analyzed("There was Ana Ruiz.", known: known).entities.entities.isEmpty)
  }
}
