import Prose
import Testing

@testable import Speakers

/// Which words are mentions, how far each reaches, and what is known of it.
@Suite struct MentionTests {
  private func check(_ marked: String, sourceLocation: SourceLocation = #_sourceLocation) {
    let scene = analyzed(LabelledText(marked).text).scene
    let mentions = scene.mentions.filter { !$0.namesNobody }.map { mention in
      (span: scene.span(mention.tokens), label: label(mention))
    }
    #expect(
      LabelledText.marked(scene.text.bytes, mentions) == marked, sourceLocation: sourceLocation)
  }

  private func label(_ mention: MentionRecord) -> String {
    var words = [mention.kind.rawValue]
    if mention.gender != .unknown { words.append(mention.gender == .female ? "f" : "m") }
    if mention.isPlural { words.append("plural") }
    if mention.isPossessive { words.append("possessive") }
    if mention.isDependent { words.append("inside") }
    return words.joined(separator: " ")
  }

  @Test func names() {
    check("Then ⟦name f|Ana Ruiz⟧ spoke.")
    check("Then ⟦name f|Mayor Ana Ruiz⟧ spoke.")
    check("Then ⟦name m|Mr. Tolland⟧ spoke.")
    check("Then ⟦name f|Ana de la Ruiz⟧ spoke.")
    check("Then ⟦name m|John Q. Tolland Jr.⟧ spoke.")
    check("Then ⟦name m|campaign manager Peter Tolland⟧ spoke.")
    check("Yesterday ⟦name|Quorley⟧ spoke.")
  }

  @Test func surnamesThatAreWords() {
    check("Then ⟦name f|Ana Young⟧ spoke. “No,” ⟦name|Young⟧ said.")
    check("Then ⟦name f|Ana Law⟧ spoke. “No,” said ⟦name|Law⟧.")
    check("Then ⟦name f|Ana Baker⟧ spoke. “No,” ⟦name|Baker⟧ said.")
    check("“No,” ⟦pronoun f|she⟧ said. Law said nothing.")
  }

  @Test func givenNamesThatAreNouns() {
    check("“Worse, miss,” said ⟦name m|Finn⟧. ⟦name m|Dane Quorley⟧ laughed.")
    check("Then ⟦description|a Finn⟧ spoke.")
    check("Then ⟦description|the young Finn⟧ spoke.")
    check("Then ⟦name f|Dane Ana Quorley⟧ spoke.")
  }

  @Test func behindATitleStandsASurname() {
    check("Then ⟦name|Captain Moll⟧ spoke.")
    check("Then ⟦name f|Aunt Moll⟧ spoke.")
    check("Then ⟦name f|Captain Moll Ruiz⟧ spoke.")
    check("Then ⟦name f|neighbour Moll⟧ spoke.")
    check("⟦name f|Miss Moll⟧ spoke. Then ⟦name f|Moll⟧ wept.")
    check("Poor ⟦name f|Moll⟧ spoke. Then ⟦name f|Moll⟧ wept.")
    check("⟦name|Captain Moll⟧ spoke. Then ⟦name|Moll⟧ wept.")
    check("⟦name|Captain Moll⟧ met ⟦name f|Moll Ruiz⟧. Then ⟦name f|Moll⟧ wept.")
  }

  @Test func partsOfPlacesAreNoPersons() {
    check("Then ⟦organization|British India⟧ spoke.")
    check("Then ⟦name|British Quorley⟧ spoke.")
  }

  @Test func nicknamesStandInsideNames() {
    check("Then ⟦name m|Peter “Pip” Tolland⟧ spoke.")
    check("Then ⟦name m|Peter \"Pip\" Tolland⟧ spoke.")
    check("⟦pronoun|It⟧ was ⟦name m|Peter⟧ “Hello there” ⟦name|Tolland⟧.")
  }

  @Test func possessives() {
    check("That was ⟦name f possessive|Ana Ruiz’s⟧ garden.")
    check("That was ⟦name f possessive|Ana Ruiz‘s⟧ garden.")
    check("That was ⟦name f possessive inside|Ana Ruiz’s⟧ ⟦description|lawyer⟧.")
    check(
      "⟦name f|Ana Quorley⟧ met ⟦description plural possessive inside|the officials⟧’ ⟦description|lawyer⟧."
    )
  }

  @Test func documentsBelongToTheirOwners() {
    check("Then the ⟦organization|Harbour Board’s statement⟧ appeared.")
    check("⟦pronoun m|He⟧ read ⟦description plural|the inspectors’ letter⟧.")
    check("⟦pronoun m|He⟧ opened ⟦organization|the letter⟧.")
    check("Advertisement\n\nThen ⟦name f|Ana Ruiz⟧ spoke.")
  }

  @Test func headlinesThatGiveEachWordACapital() {
    check("⟦name f|Ana Ruiz⟧ Calls ⟦name|Harbour Plan⟧ a ⟦name|Costly Disgrace⟧")
    check("⟦name|Quorley⟧ Says ⟦organization|Harbour Museum⟧ Will Tell ⟦name|Story⟧")
    check("⟦name f|Ana Ruiz⟧ Slams ⟦name m|Will Quorley⟧ again")
    // In prose a capital tells a name.
    check("Then a certain ⟦name|Quorley Says⟧ spoke of fish and of other things that swim.")
  }

  @Test func wordsThatOnlyTheirPlaceMakesCapitalsAreNoNames() {
    check("Contrary to ⟦pronoun plural|them⟧ ⟦pronoun|it⟧ rained. Partial sun came late.")
    check("Fill in the gaps.")
    // Whoever speaks is somebody, and so is whom the text names in full.
    check("⟦name|Boost⟧ said no more.")
    check("Then ⟦name f|Ana Boost⟧ spoke. ⟦name|Boost⟧ rose.")
  }

  @Test func nobodyInADatelineIsMentioned() {
    check("QUORLEY, Ohio (Reuters) - ⟦description|The mayor⟧ spoke.")
    check("QUORLEY — ⟦name f|Ana Ruiz⟧ spoke.\n\n⟦organization|LONDON⟧ is far.")
  }

  @Test func aRoleOfSeveralWordsIsNotThatOfItsFirst() {
    check("Then ⟦description f|a ministry spokeswoman⟧ spoke.")
    check("Then ⟦description|a police officer⟧ spoke.")
    check("Then ⟦organization|the ministry⟧ spoke.")
    check("Then opposition ⟦name m|MP Peter Tolland⟧ spoke.")
  }

  @Test func prefixesOfRoles() {
    check("Then ⟦description|an ex-mayor⟧ spoke.")
    check("⟦description|Norway ex-mayor⟧ vows to come home.")
    check("In ⟦organization|Norway⟧ ⟦description|an ex-mayor⟧ vows to come home.")
  }

  @Test func affiliationsAreNoNames() {
    check("Then ⟦name f|Senator Ana Ruiz⟧, D-Marl., spoke.")
    check("Then ⟦name f|Senator Ana Ruiz⟧ (R-Marl) spoke.")
  }

  @Test func nounsBeforeOtherNounsAreNoMentions() {
    check("Then conservative talk ⟦name|radio host Quorley⟧ spoke.")
  }

  @Test func verbsBehindNamesAreNoNouns() {
    check("Then the ⟦organization|Harbour Times⟧ reports on fish.")
    check("Then the ⟦organization|Harbour Times⟧ notes that fish fell.")
    check("Then ⟦organization plural|the Harbour Times reports⟧ say nothing of fish.")
    check("Then ⟦organization plural|the reports⟧ on fish appeared.")
  }

  @Test func bodies() {
    check("Then the ⟦organization|Harbour Board⟧ spoke.")
    check("Then the ⟦organization|Bank of Marl⟧ spoke.")
    check("Then ⟦name f|Ana Ruiz⟧ of ⟦organization inside|Marl Holdings⟧ spoke.")
  }

  @Test func rolesWithAPartyOrPlaceNameNobody() {
    check("Then ⟦description|the Republican governor⟧, ⟦pronoun|who⟧ was ill, left.")
    check("Then ⟦description|a Democratic senator⟧ left.")
    check("Then ⟦name f|Republican governor Ana Ruiz⟧ left.")
    check("Then the ⟦name f|Republican governor Ana Ruiz⟧ left.")
  }

  @Test func titlesWithOffices() {
    check("Then ⟦name f|the Duchess of Marl⟧ spoke.")
    check("Then ⟦name f|Minister of Fisheries Ana Ruiz⟧ spoke.")
    check(
      "Then ⟦description|the envoy⟧ of ⟦name inside|Quorley⟧ ⟦name f|Ana Ruiz⟧ spoke.")
  }

  @Test func descriptions() {
    check("Then ⟦description|a senior official⟧ spoke.")
    check("Then two ⟦description plural|officials⟧ spoke.")
    check("Then ⟦description m|a spokesman⟧ for ⟦organization inside|the agency⟧ spoke.")
    check("Then ⟦description m|the father-of-three⟧ spoke.")
    check("Then ⟦description|the 35-year-old⟧ spoke.")
    check("Then the 35-year-old bridge fell.")
    check("Then FURIOUS ⟦organization plural|families⟧ spoke.")
    check("⟦pronoun m|He⟧ said that ⟦description plural|residents⟧ knew.")
    check("⟦pronoun m|He⟧ said that ⟦description|that official⟧ knew.")
  }

  @Test func oneBeforeANounIsADeterminer() {
    check("Then ⟦description|one lawyer⟧ for ⟦organization inside|the agency⟧ spoke.")
    check("“No,” said ⟦pronoun|one⟧.")
  }

  @Test func whatStandsBeforeTheVerbBelongsToItsSubject() {
    check("⟦organization plural|Police⟧ in ⟦name inside|Quorley⟧ said no.")
    check("⟦description plural|Officials⟧ at ⟦organization inside|the agency⟧ said no.")
    check("⟦organization|A letter⟧ from ⟦name|Quorley⟧ said no.")
    // Behind a verb it may be where or when.
    check("⟦name f|Ana Ruiz⟧ told ⟦organization plural|police⟧ in ⟦name|Quorley⟧ so.")
  }

  @Test func whoeverEndsAParticiplesClauseIsNoSubject() {
    check(
      "⟦organization|The letter⟧, seen by the ⟦organization inside|Marl Herald⟧, says no.")
    check(
      "⟦name f|Ana Ruiz⟧, flanked by ⟦name m inside|Peter Tolland⟧, said no.")
    check("⟦name f|Ana Ruiz⟧, ⟦pronoun f|she⟧ said, met ⟦name m|Peter Tolland⟧.")
  }

  @Test func chainsOfNouns() {
    check(
      "Then ⟦description m|a spokesman⟧ for ⟦description possessive inside|the builder’s⟧ "
        + "⟦organization inside|office⟧ spoke.")
    check(
      "Then ⟦description m|a spokesman⟧ for ⟦organization inside|the mayor’s office⟧ spoke.")
  }

  @Test func pronouns() {
    check("⟦pronoun f|She⟧ spoke of ⟦pronoun m|him⟧.")
    check("⟦pronoun plural|They⟧ met ⟦name f|Ana⟧, ⟦pronoun|who⟧ spoke.")
  }

  @Test func capitalsOfSentences() {
    check(
      "Untying ⟦pronoun f|her⟧ bonnet ⟦pronoun f|she⟧ sat. Involuntarily ⟦description m|the boy⟧ spoke."
    )
    check("THE BRIDGE IS SHUT")
    check("⟦name f|Gran-of-six Doris Marl⟧ spoke.")
    check("⟦name|Marl-based lawyer Quorley⟧ spoke.")
  }
}
