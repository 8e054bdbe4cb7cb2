import Invariants
import TestSupport
import Testing

/// What holds for every input, on inputs that are made up from parts that matter and then damaged.
///
/// A fuzzer goes further (`make fuzz`); this is what every run of the tests looks at.
@Suite struct MutationTests {
  private static let parts: [Subject: [String]] = [
    .reading: [
      "t", "m", "j", "s", "v", "p", "q", "d", "{\"text\":\"“No,” said Ann.\"}\n", "{\"a\":\"x\",",
      "\"b\":[\"y\",\"z\"]}\n", "title: A\n", "---\n", "\n\n", "WEBVTT\n", "1\n",
      "00:00:01,000 --> 00:00:02,000\n", "RUIZ: ", "<v Ann>", "name,aliases\n", "\"", ",", "\\u",
      "\u{FEFF}", "words ",
    ],
    .golden: [
      "verbatim golden 1\n", "job: list\n", "input: a.txt\n", "\n", "> “No.”\n", "> ",
      "speaker: Ann\n",
      "says: Ann “No.”\n", "must not say: Ann “x”\n", "xfail: because\n", "# note\n", "nothing\n",
      "place: 1:1–1:4\n", "! x: y\n",
    ],
    .profiles: [
      "{", "}", "\"name\":\"a\"", "\"title\":\"A\"", ",", "\"rules\":{", "\"minor\":",
      "\"allowed\"",
      "[", "]", "1", "\"style\":{\"rule\":\"review\"}",
    ],
  ]

  private static let prose = [
    "“", "”", "\"", "‘", "’", "'", "''", "``", "«", "»", "„", "—", "--", "…", ". . .", "Ann Ruiz",
    "Mr. Bo", "said", "told", "she", "not", "8", "60 million", "U.S.", "[sic]", "(", ")", ".", ",",
    "?", ":", "\n", "\n\n", "\u{2028}", "\u{301}", "\u{202E}", "\u{200B}", "🙂", "漢字", "<b>", "\0",
    "According to", "the mayor", "who", "Q:", "@a", "http://a.org",
  ]

  @Test(arguments: Subject.allCases)
  func anyInputKeepsTheInvariants(_ subject: Subject) throws {
    let isSlow = [.reports, .store, .search].contains(subject)
    for seed in 0..<(isSlow ? 20 : 150) {
      var random = SeededGenerator(seed: UInt64(seed) &* 31 &+ 5)
      let input = Self.input(for: subject, using: &random)
      do {
        try subject.check(input)
      } catch {
        Issue.record("\(subject.rawValue): \(error)\n\(String(decoding: input, as: UTF8.self))")
      }
    }
  }

  private static func input(
    for subject: Subject, using random: inout SeededGenerator
  ) -> [UInt8] {
    if subject == .store || subject == .passages {
      return (0..<4 * Int.random(in: 0...6, using: &random) + 1).map { _ in
        UInt8.random(in: 0...255, using: &random)
      }
    }
    let parts = parts[subject] ?? prose
    var text = ""
    for _ in 0..<Int.random(in: 0...60, using: &random) {
      text += (parts + prose.prefix(4)).randomElement(using: &random) ?? ""
      if Bool.random(using: &random), self.parts[subject] == nil { text += " " }
    }
    var bytes = Array(text.utf8)
    for _ in 0..<Int.random(in: 0...3, using: &random) where !bytes.isEmpty {
      bytes[Int.random(in: 0..<bytes.count, using: &random)] = UInt8.random(
        in: 0...255, using: &random)
    }
    return bytes
  }
}
