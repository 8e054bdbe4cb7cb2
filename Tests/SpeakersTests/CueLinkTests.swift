import Prose
import Testing

@testable import Speakers

/// Which cue ties which mention to speech.
@Suite struct CueLinkTests {
  /// `⟦SUBJECT/AFTER|…⟧` stands around each mention: the lemma of the verb whose subject it may be,
  /// and of the cue right before it; `-` for none.
  private func check(_ marked: String, sourceLocation: SourceLocation = #_sourceLocation) {
    let tokens = Tokenizer().tokenize(Array(LabelledText(marked).text.utf8))
    let driver = SpanAttributor(
      text: tokens, quotations: quotations(tokens), lexicon: .english, scorer: LinearModel([:]))
    let scene = driver.scene
    func lemma(_ cue: Int) -> String {
      cue < 0 ? "-" : scene.lexicon.lemma(at: Int(scene.cues[cue].lemma))
    }
    let links = zip(scene.mentions, driver.links).filter { $0.0.canSpeak }.map { mention, link in
      (span: scene.span(mention.tokens), label: "\(lemma(link.subjectOf))/\(lemma(link.afterCue))")
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
}
