import Golden
import Prose
import Testing

@testable import Reports

@Suite struct GoldenTextTests {
  @Test func allIsWellInOneLine() {
    #expect(
      goldenReport([GoldenSamples.passed, GoldenSamples.expected], .text)
        == "2 golden cases: 1 passed, 1 failed as expected; 1 moved only.\n")
    #expect(goldenReport([], .text) == "0 golden cases.\n")
  }

  @Test func differencesAreReadable() {
    let text = goldenReport(
      [GoldenSamples.passed, GoldenSamples.failed], .text, paths: ["golden", "my cases/it's"])
    #expect(
      text == """
        failed: golden/articles/bridge.golden
          3f9a01bc  wording changed: “We may sign it before the end of the month,”
                    ⟨may⟩ → ⟨will⟩ · how certain or binding it is (modal)
                    golden/articles/bridge.md:3:1 · golden/articles/bridge.golden:6
          77aa0102  speaker changed: “The river does not wait for us,”
                    Ada Quill → Ben Orr
                    golden/articles/bridge.md:5:1 · golden/articles/bridge.golden:9
                    rejected before: the cue names her
          c0ffee00  quotation added: “Nobody has counted the wells.”
                    now: Ben Orr
                    golden/articles/bridge.md:7:54
          deadbeef  quotation lost: “We were never asked.”
                    accepted: unknown
                    golden/articles/bridge.golden:21

        2 golden cases: 1 passed, 1 failed.
        Differences: 1 quotation added, 1 quotation lost, 1 wording changed, 1 speaker changed, 1 moved.
        Quotations: precision 77.7%, recall 77.7%, F1 77.7% (9 accepted, 9 found, 7 in both).
        Speakers: 85.7% right (6 of 7).
        Accept or reject each difference: verbatim golden review golden 'my cases/it'\\''s'

        """)
  }

  @Test func namesEveryKindButWhatOnlyMoved() {
    let text = goldenReport([GoldenSamples.everyKind], .text)
    for kind in GoldenDifference.Kind.allCases where kind.isFailure {
      #expect(text.contains("  \(kind.rawValue): “Sample"))
    }
    #expect(!text.contains("  moved:"))
    #expect(
      goldenReport([GoldenSamples.everyKind], .text, includesPassed: true).contains("  moved:"))
  }

  @Test func problemsHaveARemedy() {
    let text = goldenReport([GoldenSamples.broken, GoldenSamples.missing], .text)
    #expect(
      text == """
        broken: golden/broken.golden
          unreadable: line 4: there is no fact “speeker”
            write speaker: NAME
          unreferenced golden: there is no file “gone.md” beside it
            remove the golden file, or bring the input back

        failed: new.md
          missing golden: no golden file names it
            record its answer: verbatim golden record
          empty input: it has no words
            fill it or remove it

        2 golden cases: 1 failed, 1 broken.

        """)
  }

  @Test func passedCasesAreNamedOnRequest() {
    let text = goldenReport(
      [GoldenSamples.passed, GoldenSamples.expected], .text, includesPassed: true)
    #expect(text.hasPrefix("passed: golden/articles/calm.golden\n  0a0a0a0a  moved: “Nobody"))
    #expect(
      text.contains(
        """
        failed as expected: golden/articles/irony.golden
          irony is not known yet; # see the notes
          11111111  speech changed: “help”
                    not speech: irony → nothing
        """))
  }

  @Test(arguments: [false, true])
  func nothingDrivesTheTerminal(_ usesColor: Bool) {
    let text = goldenReport(
      GoldenSamples.all, .text, width: 40, usesColor: usesColor, includesPassed: true)
    let isPainted = text.contains("\u{1B}[")
    #expect(isPainted == usesColor)
    var plain = text
    for role in ["0", "1", "2", "32", "33", "36", "1;31"] {
      plain = plain.replacing("\u{1B}[\(role)m", with: "")
    }
    #expect(!plain.unicodeScalars.contains { $0 != "\n" && VisibleText.mustShow($0) })
    #expect(plain.contains("\\u{1B}[31m"))
  }
}

@Suite struct ChangedWordsTests {
  /// Changed words stand in brackets: `We [may] sign` against `We [will] sign`.
  @Test(arguments: [
    ("We [may] sign", "We [will] sign"), ("", ""), ("same", "same"), ("[all]", "[new words]"),
    ("We sign it", "We [do not] sign it"), ("[We may] sign", "sign"), ("[a]", ""),
    ("one [two] three [four]", "one three"), ("[“a] n [b”]", "[‘a] n [b’]"),
    ("the   gap", "the gap"), ("a b [c] a b", "a b a b"), ("[x] é ñ [y]", "[z] é ñ [w]"),
  ])
  func marks(_ before: String, _ after: String) {
    check(before, after)
    check(after, before)
  }

  private func check(_ before: String, _ after: String) {
    let a = String(before.filter { !"[]".contains($0) })
    let b = String(after.filter { !"[]".contains($0) })
    let words = ChangedWords(a, b)
    #expect(bracketed(a, words.beforeSpans.map(\.range)) == before)
    #expect(bracketed(b, words.afterSpans.map(\.range)) == after)
  }

  private func bracketed(_ text: String, _ ranges: [Range<Int>]) -> String {
    var bytes = Array(text.utf8)
    for range in ranges.reversed() {
      bytes.insert(UInt8(ascii: "]"), at: range.upperBound)
      bytes.insert(UInt8(ascii: "["), at: range.lowerBound)
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Every common subsequence is as long as brute force finds it, on all short texts of three words.
  @Test func keepsAsManyWordsAsBruteForce() {
    let texts = (0..<81).map { number in
      [number % 3, number / 3 % 3, number / 9 % 3, number / 27 % 3].map { ["a", "b", "c"][$0] }
    }
    for a in texts.prefix(40) {
      for b in texts {
        let words = ChangedWords(a.joined(separator: " "), b.joined(separator: " "))
        let changed = words.changes.map { $0.before.split(separator: " ").count }.reduce(0, +)
        #expect(a.count - changed == longestCommon(a[...], b[...]))
      }
    }
  }

  private func longestCommon(_ a: ArraySlice<String>, _ b: ArraySlice<String>) -> Int {
    guard let first = a.first, let other = b.first else { return 0 }
    if first == other { return 1 + longestCommon(a.dropFirst(), b.dropFirst()) }
    return max(longestCommon(a.dropFirst(), b), longestCommon(a, b.dropFirst()))
  }

  @Test func longTextsAreNotSetWordByWord() {
    let a = (0..<3_000).map { "a\($0)" }.joined(separator: " ")
    let b = (0..<3_000).map { "b\($0)" }.joined(separator: " ")
    let words = ChangedWords("same \(a) end", "same \(b) end")
    #expect(words.changes == [.init(before: a, after: b)])
  }
}
