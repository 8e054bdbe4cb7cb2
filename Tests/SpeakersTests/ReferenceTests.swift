import Prose
import Testing

@testable import Speakers

/// Whom pronouns and descriptions mean. A scorer without weights takes the nearest that agrees.
@Suite struct ReferenceTests {
  /// `⟦NAME|…⟧` stands around each pronoun and description with the name of its entity.
  private func check(_ marked: String, sourceLocation: SourceLocation = #_sourceLocation) {
    var (scene, entities) = analyzed(LabelledText(marked).text)
    let links = [CueLink](
      repeating: CueLink(
        scene, mention: scene.mentions[0],
        cueAtToken: [Int32](repeating: -1, count: scene.text.tokens.count),
        mentionAtToken: [Int32](repeating: -1, count: scene.text.tokens.count)),
      count: scene.mentions.count)
    ReferenceResolver(scorer: LinearModel([:])).resolve(
      mentions: scene.mentions.indices, scene: &scene, entities: &entities,
      facts: ReferenceFacts.all(scene, links),
      history: AttributionHistory(entityCount: entities.entities.count), observe: nil)
    let names = scene.mentions.filter { $0.name.isEmpty && $0.entity >= 0 }.map { mention in
      (span: scene.span(mention.tokens), label: entities.entities[mention.entity].display)
    }
    #expect(LabelledText.marked(scene.text.bytes, names) == marked, sourceLocation: sourceLocation)
  }

  @Test func pronounsAgree() {
    check("Ana Ruiz met Peter Tolland. ⟦Ana Ruiz|She⟧ left, and ⟦Peter Tolland|he⟧ stayed.")
    check("Ana Ruiz met ⟦the agency|the agency⟧. ⟦the agency|It⟧ agreed.")
    check("Ana Ruiz met two ⟦officials|officials⟧. ⟦officials|They⟧ agreed.")
    check("Peter Tolland left. She stayed.")
  }

  /// The subject of a participle is that of its clause, and not who does it.
  @Test func whoAsksIsNotWhoAnswers() {
    check("Peter Tolland rose. Asked by Carl Holt if so, ⟦Peter Tolland|he⟧ left.")
    check("Peter Tolland rose. Asked more than once by Carl Holt, ⟦Peter Tolland|he⟧ left.")
    check("Peter Tolland rose. Then Carl Holt asked, and ⟦Carl Holt|he⟧ left.")
  }

  @Test func narratorsAreNobodyElse() {
    check("Peter Tolland rose. Then ⟦the narrator|I⟧ rose. Then ⟦Peter Tolland|he⟧ left.")
  }

  @Test func bodiesAreNoPersons() {
    check(
      "Peter Tolland rose. ⟦the harbour authority|The harbour authority⟧ met. ⟦Peter Tolland|He⟧ left."
    )
  }

  @Test func indefinitePronounsAreNobodyKnown() {
    check("⟦the agency|The agency⟧ met. ⟦someone|Someone⟧ shouted. ⟦another|Another⟧ yelled.")
    check(
      "⟦the agency|The agency⟧ met. Yes, said ⟦one|one⟧. No, said ⟦the others|the others⟧ at once.")
    check(
      "⟦Officials|Officials⟧ met. ⟦everyone|Everyone⟧ said yes, and said one thing of ⟦Officials|them⟧."
    )
  }

  @Test func ordinalsAreOneMoreOfSeveral() {
    check("Peter Tolland rose. A ⟦a second|second⟧, ⟦a second|who⟧ left, said so.")
    check("Peter Tolland rose. ⟦the third|The third⟧ said so.")
    check("Peter Tolland rose. Second, ⟦Peter Tolland|he⟧ left.")
    check("⟦the second mayor|The second mayor⟧ left.")
  }

  @Test func headlinesSpeakOfRoles() {
    let story = "Quorley head coach Ana Ruiz left. ⟦Ana Ruiz|She⟧ was tired."
    check("Quorley ⟦Ana Ruiz|coach⟧ hits back\n\n\(story)")
    check("⟦Ana Ruiz|Coach⟧ hits back\n\n\(story)")
    check("Marl ⟦coach|coach⟧ hits back\n\n\(story)")
    check("⟦a coach|A coach⟧ hits back\n\n\(story)")
    check("Quorley ⟦coach|coach⟧ hits back.\n\n\(story)")
  }

  @Test func somebodysPeople() {
    check("⟦Ana Ruiz|Her lawyer⟧, Ana Ruiz, left. Olga Quorley and ⟦Ana Ruiz|her lawyer⟧ wept.")
    check("⟦Ana Ruiz|Her lawyer⟧ left. Then ⟦Ana Ruiz|her lawyer⟧, Ana Ruiz, wept.")
    check("⟦Ivo Ruiz|Her brother⟧, Ivo Ruiz, left. ⟦his brother|His brother⟧ wept.")
    check("⟦her lawyer|Her lawyer⟧ left. Olga Quorley and ⟦her lawyer|her lawyer⟧ wept.")
    check("Olga Quorley’s ⟦Ana Ruiz|lawyer⟧, Ana Ruiz, left. Then ⟦Ana Ruiz|her lawyer⟧ wept.")
    check("⟦Olga Ruiz|Her mother⟧, Olga Ruiz, left. Olga Ruiz met ⟦her mother|her mother⟧.")
  }

  @Test func nobodyIsNobody() {
    check("Ana Ruiz rose. ⟦nobody|Nobody⟧ said so. ⟦Ana Ruiz|She⟧ left.")
  }

  @Test func namesAndPlacesTellDescriptionsApart() {
    check(
      "⟦the Quist campaign|The Quist campaign⟧ met. ⟦the Finch campaign|The Finch campaign⟧ met. "
        + "⟦the Quist campaign|The Quist campaign⟧ left.")
    check(
      "⟦the Quist campaign|The Quist campaign⟧ met. ⟦the Quist campaign|The campaign⟧ left.")
    check(
      "⟦the police in Marl|The police⟧ in Marl said no. ⟦the police in Oslo|The police⟧ in Oslo said "
        + "no. ⟦the police in Oslo|The police⟧ left.")
    check("Mayor Ana Ruiz rose. ⟦Ana Ruiz|The Norway mayor⟧ left.")
  }

  @Test func epithetsMeanWhoWasNamedLast() {
    check("Peter Tolland rose. ⟦Peter Tolland|The former captain⟧ left. Captain Carl Holt came.")
    check("⟦Carl Holt|The captain⟧ left. Captain Carl Holt came.")
  }

  @Test func theCompanyIsTheFirmOfTheArticle() {
    check("Marl Plc rose. Marl Plc fell. ⟦Marl Plc|The company⟧ left.")
    check("Marl Plc rose. Larn Plc fell. ⟦the company|The company⟧ left.")
    check("⟦the company|The company⟧ left. Marl Plc rose.")
    check("Marl Plc rose. ⟦the insurance company|The insurance company⟧ left.")
  }

  @Test func secondDescriptionsTellTheGender() {
    check(
      "Peter Tolland rose. ⟦a witness|A witness⟧, ⟦a witness|a woman⟧ in red, left. ⟦a witness|She⟧ wept."
    )
  }

  @Test func relativesTakeUpWhatStandsBefore() {
    check("Then Ana Ruiz, ⟦Ana Ruiz|who⟧ left, spoke.")
    check("Then Ana Ruiz of the Harbour Board, ⟦Ana Ruiz|who⟧ left, spoke.")
    check("Then ⟦Ana Ruiz|the lawyer⟧, Ana Ruiz, ⟦Ana Ruiz|who⟧ left, spoke.")
  }

  @Test func definiteDescriptionsMeanSomebodyKnown() {
    check("Then Mayor Ana Ruiz rose. Then ⟦Ana Ruiz|the mayor⟧ left.")
    check(
      "Then ⟦a senior agency official|a senior agency official⟧ rose. Then "
        + "⟦a senior agency official|the official⟧ left.")
    check("Then the Harbour Oversight Agency met. Then ⟦Harbour Oversight Agency|the agency⟧ met.")
    check("Then Peter Tolland rose. Then ⟦Peter Tolland|the father-of-three⟧ left.")
    check("Then Ana Ruiz rose. Then ⟦the father-of-three|the father-of-three⟧ left.")
    check("Then Mayor Ana Ruiz rose. Then ⟦a mayor|a mayor⟧ left.")
  }

  @Test func abbreviatedTitlesAreRolesToo() {
    check("Then Gov. Ana Ruiz rose. Then ⟦Ana Ruiz|the Republican governor⟧ left.")
    check("Then Sgt. Ana Ruiz rose. Then ⟦Ana Ruiz|the sergeant⟧ left.")
    check("⟦Ana Ruiz|The senator⟧ left.\n\nThen Sen. Ana Ruiz rose.")
  }

  @Test func reportsSpeakOfARoleBeforeTheyNameItsHolder() {
    check("⟦Ana Ruiz|The mayor⟧ of Marl left.\n\nThen Mayor Ana Ruiz rose.")
    check("⟦Ana Ruiz|Mayor⟧ said no\n\nThen Mayor Ana Ruiz rose.")
    // Nobody’s title, a title of two, somebody else’s, one of several, a name far below.
    check("⟦the mayor|The mayor⟧ left.\n\nThen Ana Ruiz rose.")
    check("⟦the mayor|The mayor⟧ left.\n\nThen Mayor Ana Ruiz and Mayor Peter Tolland rose.")
    check("⟦the mayor|The mayor⟧ left.\n\nThen Deputy Mayor Ana Ruiz rose.")
    check("⟦a mayor|A mayor⟧ left.\n\nThen Mayor Ana Ruiz rose.")
    check(
      "⟦the mayor|The mayor⟧ left." + String(repeating: "\n\nIt rained.", count: 7)
        + "\n\nThen Mayor Ana Ruiz rose.")
  }

  @Test func descriptionsAreNamedInFull() {
    check("Then ⟦a source in the delegation|a source⟧ in ⟦the delegation|the delegation⟧ left.")
    check("Then ⟦a person close to the buyers|a person⟧ close to ⟦the buyers|the buyers⟧ left.")
    check(
      "Then ⟦a spokesman for the Marl club|a spokesman⟧ for ⟦the Marl club|the Marl club⟧, too.")
    check("Then ⟦an analyst at Larn & Co.|an analyst⟧ at Larn & Co. left.")
    check("Then Ana Ruiz’s ⟦Ana Ruiz’s lawyer|lawyer⟧ left.")
    check("⟦an official|An official⟧ on Tuesday left.")
    check("⟦my father|My father⟧ used to sing.")
    check("“Yes,” said ⟦THE mayor|THE mayor⟧.")
  }
}
