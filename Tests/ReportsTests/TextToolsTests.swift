import Speakers
import Testing

@testable import Reports

@Suite struct TextToolsTests {
  @Test(arguments: [
    ("", 0), ("“Don’t go.”", 2), ("a well-known fact", 3), ("yes—no", 2), ("yes--no", 2),
    ("wait . . . what", 2), ("wait… what", 2), ("wait...what", 2), ("— – “”", 0),
    ("3.5 per cent", 3),
    ("two\u{A0}words", 2), ("год 2024", 2), ("one\ntwo", 2),
  ])
  func counts(_ text: String, _ expected: Int) {
    #expect(WordCount.count(Array(text.utf8)[...]) == expected)
  }

  @Test(arguments: [
    ("  a \n\t b  ", "a b"), ("\u{1B}[31mred", "\\u{1B}[31mred"),
    ("safe\u{202E}cod", "safe\\u{202E}cod"), ("a\u{A0}b", "a\u{A0}b"), ("a\u{2028}b", "a b"),
    ("nul\0", "nul\\u{0}"), ("👩\u{200D}🚀", "👩\u{200D}🚀"),
  ])
  func makesVisible(_ text: String, _ expected: String) {
    #expect(VisibleText.oneLine(text) == expected)
  }

  @Test(arguments: [
    ("one two three", 10, ["one two", "three"]),
    ("abcdefghijklm no", 10, ["abcdefghij", "klm no"]),
    ("日本語日本語日本", 10, ["日本語日本", "語日本"]),
    (
      "e\u{301}e\u{301}e\u{301}e\u{301}e\u{301}e\u{301}e\u{301}e\u{301}e\u{301}e\u{301}", 10,
      ["e\u{301}e\u{301}e\u{301}e\u{301}e\u{301}e\u{301}e\u{301}e\u{301}e\u{301}e\u{301}"]
    ),
    ("", 10, []),
  ])
  func wraps(_ text: String, _ width: Int, _ expected: [String]) {
    #expect(LineWrapper.lines(text, width: width) == expected)
  }

  @Test(arguments: [
    ("one two three", 20, "one two three"),
    ("one two three four five six seven", 22, "one two ⋯ seven"),
    ("one two three four five sixes", 22, "one two ⋯ sixes"),
    ("abcdefghijklmnopqrstuvwxyz", 20, "abcdefghij ⋯ tuvwxyz"),
  ])
  func shortens(_ text: String, _ limit: Int, _ expected: String) {
    #expect(WordingWords.shortened(text, limit) == expected)
  }

  @Test(arguments: [
    ("plain", "plain"), ("a*b_c", "a\\*b\\_c"), ("1. first", "1\\. first"), ("- item", "\\- item"),
    ("a - b. c", "a - b. c"), ("# no", "\\# no"), ("<b>&amp;", "\\<b\\>\\&amp;"),
    ("[a](b)", "\\[a\\](b)"), ("line\n# two", "line # two"), ("12) x", "12\\) x"),
  ])
  func escapesMarkdown(_ text: String, _ expected: String) {
    #expect(Markdown.escaped(text) == expected)
  }

  @Test(arguments: [
    ("kitten", "kitten", 0, true), ("kitten", "kittne", 1, true), ("kitten", "sitting", 2, false),
    ("kitten", "sitting", 3, true), ("", "ab", 1, false), ("", "", 0, true),
  ])
  func measuresDistance(_ a: String, _ b: String, _ limit: Int, _ expected: Bool) {
    #expect(EditDistance.between(Array(a), Array(b), isAtMost: limit) == expected)
    #expect(EditDistance.between(Array(b), Array(a), isAtMost: limit) == expected)
  }
}
