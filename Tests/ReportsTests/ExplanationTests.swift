import Prose
import Quotations
import Reports
import Speakers
import Testing

@Suite struct ExplanationTests {
  @Test func showsMarksMentionsCandidatesAndReasons() {
    var attributed = attributedArticle([
      SampleQuotation(text: "“Yes.”"), SampleQuotation(text: "“No”", speaker: nil),
    ])
    let mention = Mention(span: TextSpan(16, 24), kind: .name, gender: .female)
    attributed.candidates = [
      [
        Candidate(
          mention: mention, cue: Cue(span: TextSpan(11, 15), lemma: "say"), name: "Ana Ruiz",
          probability: 0.9, evidence: [Evidence(name: "far", weight: -0.25)])
      ], [],
    ]
    attributed.diagnostics = [
      Diagnostic(
        code: "unclosed-mark", severity: .warning, message: "It never closes.",
        span: TextSpan(0, 3))
    ]
    let ids = QuotationIdentifiers.identifiers(of: attributed.quotations, in: attributed.article)
    let text = String(decoding: ExplanationReport.bytes(for: attributed), as: UTF8.self)
    #expect(
      text == """
        news/a.txt
        2 quotations.
        Speakers:
          Ana Ruiz (person) also: Ruiz

        1:1 \(ids[0]) direct, speech
          “Yes.”
            marks       curly; opens with “ at 1:1, closes with ” at 1:6
            speaker     Ana Ruiz (person) also: Ruiz, confidence 0.90
            mention     Ana Ruiz at 1:13, name
            cue         said at 1:8 (say)
            evidence    +2.13 cue-follows-quotation
            candidates  1 mention
              0.90 Ana Ruiz at 1:13, name, female, is Ana Ruiz; cue said at 1:8
                   (say)
                    -0.25 far

        2:1 \(ids[1]) direct, speech
          “No”
            marks       curly; opens with “ at 2:1, closes with ” at 2:4
            speaker     unknown
            candidates  none

        Doubtful places
          1:1 warning unclosed-mark: It never closes.

        """)
  }
}
