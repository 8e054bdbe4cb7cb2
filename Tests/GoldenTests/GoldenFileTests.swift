import Corpus
import Golden
import TestSupport
import Testing

/// Reading and writing golden files.
struct GoldenFileTests {
  @Test(arguments: [
    // A whole answer.
    """
    # Checked by the desk.
    verbatim golden 1
    job: list
    input: a.txt sha256:\(String(repeating: "0a", count: 32))
    redact: evidence, confidence
    tool: verbatim 0.1.0

    # The headline.
    > “One,”
    > “two.”
    speaker: Ada Quill
    kind: direct
    place: 1:1–1:7, 1:20–1:26

    ! unclosed-mark
    place: 3:1–3:2

    """,
    // Nothing is an answer.
    "verbatim golden 1\njob: list\ninput: a.txt\n\nnothing\n",
    // A header only.
    """
    verbatim golden 1
    job: verify
    input: a.md
    against: s.srt
    against: t.txt
    people: people.csv
    profile: ap
    medium: spoken
    single quotes: on
    marks: fr-CH
    outlet: The Echo
    date: 2026-02-01
    xfail: a pun

    """,
    """
    verbatim golden 1
    job: diff
    input: pairs.jsonl

    a> We may.
    b> We will.
    name: p1
    verdict: meaning-altered
    difference: modal (substitution): “may” → “will”

    """,
    """
    verbatim golden 1
    job: list
    input: a.txt

    says: Ada Quill “the \\\\ bridge \\u{200B} is”
    # Sadly.
    xfail: a misprint
    must not say: Bo “no”
    must not say: “yes”
    verdict of “yes”: altered
    differs in “yes”: cut-condition
    does not differ in “yes”: negation

    """,
  ])
  func writesWhatItRead(_ text: String) throws {
    #expect(try GoldenFile(bytes: Array(text.utf8), path: "a.golden").text() == text)
  }

  /// Line ends, blank lines, a byte order mark, and straight marks are as good.
  @Test func readsWhatEditorsMakeOfIt() throws {
    let file = try read(
      "\u{FEFF}verbatim golden 1\r\njob:list\r\ninput:   a.txt\r\n\r\n\r\nsays: Ada \"no\"\r\n")
    #expect(
      file.body
        == .expectations([GoldenExpectation(.says(name: "Ada", words: "no"), line: 6)]))
  }

  @Test(arguments: [
    ("", 1, "is no golden file"),
    ("hello", 1, "is no golden file"),
    ("verbatim golden 2", 1, "has the format “2”"),
    ("verbatim golden 1\njob: list", 2, "the header names no input"),
    ("verbatim golden 1\ninput: a.txt", 2, "the header names no job"),
    ("verbatim golden 1\njob: lisst\ninput: a.txt", 2, "“lisst” is no job"),
    ("verbatim golden 1\njob: list\ninputs: a.txt", 3, "“inputs” is no line of a header"),
    ("verbatim golden 1\njob: verify\ninput: a.txt", 3, "the header names no source"),
    ("verbatim golden 1\njob: list\ninput: a.txt sha256:12", 3, "the hash is not"),
    (
      "verbatim golden 1\njob: list\ninput: a.txt\nredact: place, spaeker", 4,
      "“spaeker” is no fact"
    ),
    ("\(head)> “a”\nspeaker Ada", 6, "“speaker Ada” has no colon"),
    ("\(head)> “a”\nspeeker: Ada", 6, "“speeker” is no fact"),
    ("\(head)> “a”\nspeaker: Ada\n> “b”", 7, "stands below facts"),
    ("\(head)> “a\\q”", 5, "has a backslash"),
    ("\(head)<<<<<<< HEAD\n> “a”", 5, "is no claim"),
    ("\(head)> “a”\n<<<<<<< HEAD", 6, "is a merge conflict"),
    ("\(head)nothing\n> “a”", 6, "stands after “nothing”"),
    ("\(head)says: “a”", 5, "“says” names nobody"),
    ("\(head)says: Ada", 5, "no words stand between marks"),
    ("\(head)says: Ada “…”", 5, "no words stand between marks"),
    ("\(head)verdict of “a”: alterd", 5, "“alterd” is no verdict"),
    ("\(head)differs in “a”: negaton", 5, "“negaton” is no class of difference"),
    ("\(head)xfail: why\n", 6, "nothing follows the last “xfail”"),
  ])
  func saysWhatIsWrong(_ text: String, _ line: Int, _ what: String) {
    #expect {
      try read(text)
    } throws: { error in
      let failure = error as! InputFailure
      return failure.line == line && failure.what.contains(what) && !failure.remedy.isEmpty
    }
  }

  private static let head = "verbatim golden 1\njob: list\ninput: a.txt\n\n"

  /// Random answers, with everything in their words that could break a line.
  @Test func anyAnswerSurvives() throws {
    var random = SeededGenerator(seed: 4)
    let scalars: [Unicode.Scalar] = [
      "a", "“", "”", " ", "\n", "\r", "\t", "\\", "#", ">", ":", "\u{200B}", "\u{202E}", "\u{85}",
      "\u{2028}", "é", "\u{301}", "\u{903}", "🏽", "字", "\u{A0}", "n", "u", "{", "}",
    ]
    func text() -> String {
      var text = ""
      for _ in 0..<Int.random(in: 1...8, using: &random) {
        text.unicodeScalars.append(scalars.randomElement(using: &random)!)
      }
      return text
    }
    for _ in 0..<500 {
      var file = GoldenFile(
        header: GoldenHeader(job: .list, inputs: [.init(path: "a b.txt")]),
        body: .answer(
          (0..<Int.random(in: 1...3, using: &random)).map { _ in
            GoldenEntry(
              content: [.init(.piece, text()), .init(.doubt, text())],
              facts: [GoldenFact(.speaker, text()), GoldenFact(.difference, text())])
          }))
      file.header.outlet = text()
      let written = file.text()
      let again = try read(written)
      #expect(again.text() == written)
      guard case .answer(let old) = file.body, case .answer(let new) = again.body else {
        Issue.record("no answer")
        return
      }
      #expect(new.map(\.content) == old.map(\.content))
      #expect(new.map(\.facts) == old.map(\.facts))
      #expect(again.header == file.header)
    }
  }

  @discardableResult
  private func read(_ text: String) throws -> GoldenFile {
    try GoldenFile(bytes: Array(text.utf8), path: "a.golden")
  }
}
