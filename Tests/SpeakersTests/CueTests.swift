import Prose
import Testing

@testable import Speakers

/// Which words are cues, and of which class.
@Suite struct CueTests {
  private func check(_ marked: String, sourceLocation: SourceLocation = #_sourceLocation) {
    let scene = analyzed(LabelledText(marked).text).scene
    let cues = scene.cues.map { cue in
      (
        span: scene.span(cue.tokens),
        label: "\(cue.cueClass)\(cue.isParticiple ? " participle" : "")"
      )
    }
    #expect(LabelledText.marked(scene.text.bytes, cues) == marked, sourceLocation: sourceLocation)
  }

  @Test(arguments: [
    "“Yes,” ⟦say|said⟧ Ana Ruiz.",
    "“Yes,” Ana Ruiz ⟦tell|told⟧ the court.",
    "⟦according|According to⟧ Ana Ruiz, “yes.”",
    "There was Ana Ruiz, ⟦say participle|adding⟧: “Yes.”",
    "“He said yes,” Ana Ruiz ⟦ask|asked⟧.",
    "“Yes,” Ana Ruiz ⟦say|cut in⟧.",
    "There was Ana Ruiz, ⟦say participle|hitting back⟧: “Yes.”",
    "There came Tiffany Say.",
  ])
  func cues(_ marked: String) { check(marked) }
}
