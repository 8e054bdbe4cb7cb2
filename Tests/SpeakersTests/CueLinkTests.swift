import Prose
import Testing

@testable import Speakers

/// Which cue ties which mention to speech.
@Suite struct CueLinkTests {
  /// `⟦SUBJECT/AFTER|…⟧` stands around each mention: the lemma of the verb whose subject it may be,
  /// and of the cue right before it; `-` for none; then the passives of which it is the patient or
  /// the agent.
  private func check(_ marked: String, sourceLocation: SourceLocation = #_sourceLocation) {
    let tokens = Tokenizer().tokenize(Array(LabelledText(marked).text.utf8))
    let driver = SpanAttributor(
      text: tokens, quotations: quotations(tokens), lexicon: .english, scorer: LinearModel([:]))
    let scene = driver.scene
    func lemma(_ cue: Int) -> String {
      cue < 0 ? "-" : scene.lexicon.lemma(at: Int(scene.cues[cue].lemma))
    }
    let links = zip(scene.mentions, driver.links).filter { $0.0.canSpeak }.map {
      (mention, link) -> (span: TextSpan, label: String) in
      var label = "\(lemma(link.subjectOf))/\(lemma(link.afterCue))"
      if link.patientOf >= 0 { label += " patient of \(lemma(link.patientOf))" }
      if link.agentOf >= 0 { label += " agent of \(lemma(link.agentOf))" }
      return (span: scene.span(mention.tokens), label: label)
    }
    #expect(LabelledText.marked(scene.text.bytes, links) == marked, sourceLocation: sourceLocation)
  }

  @Test(arguments: [
    "“Yes,” ⟦say/-|Ana Ruiz⟧ said.",
    "“Yes,” said ⟦-/say|Ana Ruiz⟧.",
    "“Yes,” said quietly ⟦-/say|Ana Ruiz⟧.",
    "According to ⟦-/according to|Ana Ruiz⟧, “yes.”",
    "“Yes,” ⟦tell/-|Ana Ruiz⟧ told ⟦-/tell|Tolland⟧.",
    "“Yes,” ⟦say/-|Ana Ruiz⟧, ⟦say/-|a lawyer⟧, said.",
    "“Yes,” ⟦say/-|Ana Ruiz⟧, ⟦say/-|who⟧ left early, said.",
    "⟦say/-|The inspectors’ letter⟧, which said “yes.”",
    "⟦-/-|Ana Ruiz⟧ left: “Yes.”",
    "⟦-/-|Ana Ruiz⟧ left. ⟦say/-|Tolland⟧ said, “Yes.”",
    "“Yes,” ⟦say/-|a spokesman⟧ for the agency said.",
    "⟦say/-|Ana Ruiz⟧ (⟦talk/-|a lawyer⟧ ⟦talk/-|who⟧ never talks) said “yes.”",
  ])
  func links(_ marked: String) { check(marked) }

  @Test(arguments: [
    "⟦-/- patient of accuse|Ana Ruiz⟧ has been accused of “greed.”",
    "⟦-/- patient of describe|Ana Ruiz⟧ was widely described as “a menace” by ⟦-/- agent of describe|Tolland⟧.",
    "⟦-/- patient of tell|Ana Ruiz⟧ was told by ⟦-/- agent of tell|Tolland⟧ to “go.”",
    "⟦say/- patient of quote|Ana Ruiz⟧ was quoted as saying “yes.”",
    "⟦worry/-|Ana Ruiz⟧ was worried: “Yes.”",
    "⟦say/- patient of ask|Ana Ruiz⟧ was asked and then said “yes.”",
    "⟦tell/- patient of report|Ana Ruiz⟧ is reported to have told ⟦-/tell|Tolland⟧ “yes.”",
    "⟦say/-|Ana Ruiz⟧, ⟦-/- patient of praise|who⟧ left and was praised, said “yes.”",
    "⟦-/- patient of brand|The dean⟧, ⟦-/- patient of brand|Ana Ruiz⟧, has been branded “a liar.”",
    "⟦-/- patient of tell|Ana Ruiz⟧ was told that ⟦say/-|Tolland⟧ said “yes.”",
    "⟦say/-|Ana Ruiz⟧ was saying “yes.”",
    "⟦describe/-|Ana Ruiz⟧ described the hole of ⟦-/-|Tolland⟧ as “mad.”",
    "The hole described by ⟦-/- agent of describe|Tolland⟧ as “mad” failed.",
  ])
  func passives(_ marked: String) { check(marked) }
}
