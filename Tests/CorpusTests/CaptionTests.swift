import Foundation
import Prose
import TestSupport
import Testing

@testable import Corpus

@Suite struct CaptionTests {
  /// Reads captions and says what is spoken when, by whom, and what was doubtful on which line.
  private func check(
    _ file: String, _ cues: [String], turns: [String]? = nil, doubts: [String] = [],
    _ place: SourceLocation = #_sourceLocation
  ) throws {
    let bytes = Array(file.utf8)
    let (article, diagnostics) = try readCaptionArticle(
      bytes, id: "a.srt", path: nil, options: .init())
    let track = try #require(article.captions)
    #expect(article.bytes == bytes, sourceLocation: place)
    #expect(track.reading.count == bytes.count, sourceLocation: place)
    #expect(
      track.timeCodes.map { cue in
        "\(cue.start)-\(cue.end.map { String($0) } ?? "?") \(article.text(of: cue.span))"
      } == cues, sourceLocation: place)
    if let turns {
      #expect(
        track.turns.map { "\($0.name ?? "?"): \(article.text(of: $0.span))" } == turns,
        sourceLocation: place)
    }
    let map = OffsetMap(article)
    #expect(
      diagnostics.map { diagnostic in
        "\(diagnostic.span.map { map.location(of: $0.start).line } ?? 0) \(diagnostic.code)"
      } == doubts, sourceLocation: place)
    // Every word stands where the file has it.
    for token in Tokenizer().tokenize(track.reading).tokens where token.kind == .word {
      let read = String(decoding: track.reading[token.span.range], as: UTF8.self)
      if read.contains("\u{AD}") { continue }
      #expect(article.bytes[token.span.range] == track.reading[token.span.range], "\(read)")
    }
  }

  @Test func subRip() throws {
    try check(
      """
      1
      00:00:01,000 --> 00:00:02,500
      We meet
      again.

      2
      00:01:02,345 --> 01:00:00,000
      In 1984, twice.

      """, ["1000-2500 We meet again.", "62345-3600000 In 1984, twice."],
      turns: ["?: We meet again. In 1984, twice."])
  }

  @Test func webVTT() throws {
    try check(
      """
      WEBVTT - a title
      Kind: captions

      NOTE
      What nobody says.

      STYLE
      ::cue { color: red }

      intro
      00:01.000 --> 00:02.000 align:start position:0%
      <v.loud Ana Ruiz>We <i>meet</i> <c.yellow>again</c>.</v>

      01:00:00.000 --> 01:00:01.000
      <v Ben Cole>Fish &amp; chips</v>

      NOTE the end
      """, ["1000-2000 We meet again.", "3600000-3601000 Fish & chips"],
      turns: ["Ana Ruiz: We meet again.", "Ben Cole: Fish & chips"])
  }

  @Test func aVoiceInEachCaptionIsOneTurn() throws {
    try check(
      """
      WEBVTT

      00:01.000 --> 00:02.000
      <v Ana>One

      00:02.000 --> 00:03.000
      <v Ana>two.

      00:03.000 --> 00:04.000
      <v Ben>Three.
      """, ["1000-2000 One", "2000-3000 two.", "3000-4000 Three."],
      turns: ["Ana: One two.", "Ben: Three."])
  }

  @Test(arguments: ["\r\n", "\r", "\n"])
  func lineEndsAndByteOrderMark(_ end: String) throws {
    let lines = ["1", "00:00:01,000 --> 00:00:02,000", "Né à", "Brûlons.", "", ""]
    try check("\u{FEFF}" + lines.joined(separator: end), ["1000-2000 Né à Brûlons."])
  }

  @Test func missingBlankLine() throws {
    try check(
      """
      1
      00:00:01,000 --> 00:00:02,000
      One.
      2
      00:00:02,000 --> 00:00:03,000
      Two.
      00:00:03,000 --> 00:00:04,000
      Three.
      """, ["1000-2000 One.", "2000-3000 Two.", "3000-4000 Three."],
      doubts: ["5 caption-break", "7 caption-break"])
  }

  @Test func brokenTimes() throws {
    try check(
      """
      1
      00:00:xx,000 --> 00:00:02,000
      One.

      2
      00:00:02.5 -> 00:00:03
      Two.

      3
      0:0:4,1 –> oops
      Three.

      4
      00: 00:05,000 --> 00:00:06,000
      Four: 5 --> 6.
      """, ["2500-3000 Two.", "4100-? Three.", "5000-6000 Four: 5 --> 6."],
      turns: ["?: One. Two. Three. Four: 5 --> 6."], doubts: ["2 time-code", "10 time-code"])
  }

  @Test func numbersThatAreSaidAreText() throws {
    try check(
      """
      1
      00:00:01,000 --> 00:00:02,000
      It was in

      1984

      2
      00:00:02,000 --> 00:00:03,000
      42
      is the answer.

      3

      00:00:03,000 --> 00:00:04,000
      Yes.
      """, ["1000-2000 It was in 1984", "2000-3000 42 is the answer.", "3000-4000 Yes."])
  }

  @Test func textBeforeTheFirstTime() throws {
    try check(
      "Translated by nobody.\n\n1\n00:00:01,000 --> 00:00:02,000\nYes.\n", ["1000-2000 Yes."],
      doubts: ["1 caption-text"])
  }

  @Test func markup() throws {
    try check(
      """
      1
      00:00:01,000 --> 00:00:02,000
      {\\an8}<font color="#fff">I <b>do</b></font> [sighs] don&#39;t
      know if 3 < 4 {really}.
      """, ["1000-2000 I do don’\u{AD}t know if 3 < 4 {really}."])
  }

  @Test func labels() throws {
    try check(
      """
      1
      00:00:01,000 --> 00:00:02,000
      ANA RUIZ: Yes, at 10:30.
      Remember: never.

      2
      00:00:02,000 --> 00:00:03,000
      and so on.
      >> BEN COLE: No.

      3
      00:00:03,000 --> 00:00:04,000
      >> Who is that?

      4
      00:00:04,000 --> 00:00:05,000
      Mayor Hale: I am.

      5
      00:00:05,000 --> 00:00:06,000
      ANA RUIZ:
      Oh.
      Mayor Hale: Ah.
      """,
      [
        "1000-2000 ANA RUIZ: Yes, at 10:30. Remember: never.",
        "2000-3000 and so on. BEN COLE: No.", "3000-4000 Who is that?",
        "4000-5000 Mayor Hale: I am.", "5000-6000 ANA RUIZ: Oh. Mayor Hale: Ah.",
      ],
      turns: [
        "ANA RUIZ: Yes, at 10:30. Remember: never. and so on.", "BEN COLE: No.",
        "?: Who is that?", "Mayor Hale: I am.", "ANA RUIZ: Oh.", "Mayor Hale: Ah.",
      ])
  }

  @Test func dialogueDashes() throws {
    try check(
      """
      1
      00:00:01,000 --> 00:00:02,000
      - Will you sign?
      - Never.

      2
      00:00:02,000 --> 00:00:03,000
      - well, perhaps.
      """, ["1000-2000 Will you sign? Never.", "2000-3000 - well, perhaps."],
      turns: ["?: Will you sign?", "?: Never. - well, perhaps."])
  }

  @Test func captionsThatRollUp() throws {
    let lines = ["so I went", "to the port", "and I saw", "the ships", "and the gulls", "there"]
    var file = "WEBVTT\n"
    for index in lines.indices {
      file += "\n00:0\(index).000 --> 00:0\(index + 1).000\n"
      if index > 0 { file += lines[index - 1] + "\n" }
      file += lines[index] + "\n"
    }
    try check(
      file, lines.enumerated().map { "\($0 * 1000)-\(($0 + 1) * 1000) \($1)" },
      turns: ["?: \(lines.joined(separator: " "))"])
  }

  @Test func someEqualCaptionsAreNoRollUp() throws {
    try check(
      "1\n00:00:01,000 --> 00:00:02,000\nNo.\n\n2\n00:00:02,000 --> 00:00:03,000\nNo.\n",
      ["1000-2000 No.", "2000-3000 No."])
  }

  @Test func timeOfAPlace() throws {
    let file = "1\n00:00:01,000 --> 00:00:02,000\nYes.\n\n2\n00:00:02,000 --> 00:00:03,000\nNo.\n"
    let track = CaptionReader(Array(file.utf8), from: 0).track
    #expect(track.timeCode(at: 0) == nil)
    #expect(track.timeCode(at: file.utf8.count) == nil)
    let no = try #require(file.range(of: "No"))
    let offset = file.utf8.distance(from: file.startIndex, to: no.lowerBound)
    #expect(track.timeCode(at: offset)?.start == 2000)
  }

  @Test(arguments: ["WEBVTT\n\n", "1\n2\n3\n", "00:00:01,000 --> 00:00:02,000\n\n"])
  func nothingSpoken(_ file: String) {
    #expect(throws: TextFault.self) {
      _ = try readCaptionArticle(Array(file.utf8), id: "a", path: nil, options: .init())
    }
  }

  @Test func anyBytesDoNoHarm() {
    var generator = SeededGenerator(seed: 3)
    let parts = [
      "1\n", "\n", "00:00:01,000 --> 00:00:02,000\n", "-->", "<v ", "<i>", ">", "{\\", "}", "[",
      "]", "&amp;", ">> ", "ANA: ", "- ", "word ", "é", "WEBVTT", "NOTE", "\r", "99999999:",
    ]
    for _ in 0..<2000 {
      let file = (0..<Int.random(in: 1...30, using: &generator)).map { _ in
        parts.randomElement(using: &generator) ?? ""
      }.joined()
      let track = CaptionReader(Array(file.utf8), from: 0).track
      #expect(track.reading.count == file.utf8.count)
      for turn in track.turns { #expect(turn.span.end <= file.utf8.count) }
    }
  }

  @Test func sourcesTakeThem() throws {
    let folder = try TemporaryFolder()
    let file = "1\n00:00:01,000 --> 00:00:02,000\nYes.\n"
    try folder.write("a.srt", file)
    try folder.write("b.VTT", "WEBVTT\n\n00:01.000 --> 00:02.000\nNo.\n")
    try folder.write("c.txt", file)
    var source = ArticleSource(paths: [folder.path])
    var read: [String] = []
    while case .article(let article, _) = source.next() {
      read.append("\(article.id) \(article.captions?.timeCodes.count ?? 0)")
    }
    #expect(read == ["a.srt 1", "b.VTT 1", "c.txt 0"])
  }
}
