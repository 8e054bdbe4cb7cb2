import Foundation
import Testing
import Wording

@testable import Reports

@Suite struct DiffTextTests {
  @Test func bothWordingsAboveOneAnother() {
    check(
      [
        markedPair(
          ["We {may} sign, {and} soon."], ["We {will} sign, {}soon."], [.modal, .functionWord])
      ],
      """
      p1: meaning-altered, words differ so that the sense may have changed
      full: both cover the same stretch · similarity 0.88

      A  We may  sign, and soon.
      B  We will sign,     soon.
            1^^^       2^^

      1  meaning  ⟨may⟩ → ⟨will⟩ · how certain or binding it is (modal)
      2  minor    − ⟨and⟩ · function word (function-word)

      """)
  }

  /// What breaks no word is marked at the word that it belongs to, on both sides.
  @Test(arguments: [
    (
      "In June{,} we sign.", "In June{} we sign.",
      "A  In June, we sign.\nB  In June  we sign.\n      1^^^^\n"
    ),
    (
      "In June{} we sign.", "In June{,} we sign.",
      "A  In June  we sign.\nB  In June, we sign.\n      1^^^^\n"
    ),
    ("the{ }trams", "the{ “}trams", "A  the trams\nB  the “trams\n       1^^^^^\n"),
    (
      "same{-}sex pairs", "same{ }sex pairs",
      "A  same-sex     pairs\nB  same     sex pairs\n   1^^^^^^^ ^^^\n"
    ),
    ("{}We go.", "{Well, }We go.", "A        We go.\nB  Well, We go.\n   1^^^^\n"),
    ("We go{}", "We go{ now}", "A  We go\nB  We go now\n         1^^\n"),
  ])
  func marksBelongToWords(_ a: String, _ b: String, _ expected: String) {
    let text = report([markedPair([a], [b], [.innerPunctuation])], .text)
    #expect(text.contains("\n\n" + expected + "\n"), "\(text)")
  }

  @Test func linesAreFilledWordByWord() {
    let text = report(
      [
        markedPair(
          ["one two three four {five} six seven eight"],
          ["one two three four {fünf} six seven eight"], [.contentWord])
      ], .text, width: 24)
    #expect(
      text.contains(
        """
        A  one two three four
        B  one two three four

        A  five six seven eight
        B  fünf six seven eight
           1^^^
        """), "\(text)")
  }

  @Test func longStretchesWithoutADifferenceAreLeftOut() {
    let words = (1...60).map { "w\($0)" }.joined(separator: " ")
    let text = report(
      [markedPair(["\(words) {a} \(words)"], ["\(words) {b} \(words)"], [.number])], .text,
      width: 200)
    #expect(text.contains("⋯ 50 words the same ⋯"))
    #expect(text.components(separatedBy: "⋯ 50 words").count == 3)
    #expect(text.contains("A  w51 w52 w53 w54 w55 w56 w57 w58 w59 w60 a w1 w2"))
  }

  @Test func whatOnlyOneSideHasStandsAlone() {
    let text = report(
      [
        markedPair(
          ["We {may} go"], ["He said we {will} go at once"], [.modal], relation: .contained,
          shared: ("We may go", "we will go"))
      ], .text)
    #expect(
      text.contains(
        """
        A          We may  go
        B  He said we will go at once
                      1^^^
        """), "\(text)")
  }

  @Test func wordsOutOfOrderAreMarkedWhereTheyStand() {
    let text = report(
      [
        markedPair(
          ["{In June} we sign it"], ["we sign it {in June}"], [.wordOrder], edits: [.reorder])
      ], .text)
    #expect(
      text.contains(
        """
        A  In June we sign it
        B          we sign it in June
           1^ ^^^^            ^^ ^^^^

        1  minor  ⟨In June⟩ → ⟨in June⟩ · order of words
        """), "\(text)")
  }

  @Test func noColumnsForTwoUtterances() {
    check(
      [
        markedPair(
          ["It rains in June."], ["We sign the treaty at once."], [], id: nil,
          relation: nil, judgement: .different)
      ],
      """
      different, not the same utterance
      similarity 0.88

      A  It rains in June.
      B  We sign the treaty at once.

      """)
  }

  @Test func nothingToShow() {
    let same = markedPair(["We go."], ["We go."], [])
    check(
      [same], "p1: verbatim, the same words\nfull: both cover the same stretch · similarity 0.88\n")
    #expect(
      report([same, same], .text, isBatch: true)
        == "p1: verbatim, the same words\n\np1: verbatim, the same words\n\n2 pairs: 2 verbatim.\n")
    #expect(report([], .text, isBatch: true) == "0 pairs.\n")
  }

  @Test func rulesThatAreBroken() {
    let house = Profile(
      name: "courier", title: "The Courier",
      rulings: [
        .filler: .init(.forbidden, source: "memo 7"), .omission: .init(.allowedIfMarked),
        .modal: .init(.allowed),
      ])
    let text = report(
      [
        markedPair(
          ["We, {um,} {may} {surely} go"], ["We, {} {will} {} go"], [.filler, .modal, .omission],
          profile: house, medium: .spoken)
      ], .text, width: 80)
    #expect(text.contains("· profile courier · spoken\n"))
    #expect(text.contains("           breaks the profile courier: forbidden — memo 7\n"), "\(text)")
    #expect(text.contains("           breaks the profile courier: allowed only if marked\n"))
    #expect(text.components(separatedBy: "breaks the").count == 3)
  }

  /// Columns cannot hold text that runs the other way, and isolates keep it in its place.
  @Test func rightToLeft() {
    let text = report(
      [markedPair(["שלום {היום} כאן"], ["שלום {אתמול} כאן"], [.contentWord])], .text)
    #expect(text.contains("A  \u{2068}שלום ⟨היום⟩ כאן\u{2069}\n"), "\(text)")
    #expect(text.contains("⟨\u{2068}היום\u{2069}⟩ → ⟨\u{2068}אתמול\u{2069}⟩"))
  }

  @Test func wordsWiderThanALine() {
    let long = String(repeating: "x", count: 200)
    let text = report([markedPair(["\(long) {a}"], ["\(long) {b}"], [.name])], .text, width: 40)
    #expect(text.contains("⟨a⟩\n"))
    #expect(text.split(separator: "\n").allSatisfy { DisplayWidth.of($0) <= 80 })
  }

  @Test func nothingDrivesTheTerminal() {
    let text = report(
      [markedPair(["a {\u{1B}[31m\u{202E}} c"], ["a {b} c"], [.name], id: "\u{1B}[1m")], .text)
    #expect(!text.unicodeScalars.contains { $0.value == 0x1B || $0.value == 0x202E })
    #expect(text.contains("\\u{1B}"))
  }

  @Test func colorsFollowSeverity() {
    let pair = markedPair(["{a} {b}"], ["{c} {d}"], [.number, .filler])
    let text = report([pair], .text, usesColor: true)
    #expect(text.contains("\u{1B}[1;31mc\u{1B}[0m"))
    #expect(text.contains("\u{1B}[33md\u{1B}[0m"))
    #expect(!report([pair], .text).contains("\u{1B}"))
  }

  private func check(_ pairs: [CheckedPair], _ expected: String) {
    #expect(report(pairs, .text, width: 80) == expected)
  }
}
