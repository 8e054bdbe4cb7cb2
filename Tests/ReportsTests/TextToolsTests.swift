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
    ("pass\u{200B}word", "pass\\u{200B}word"), ("a\u{2060}b", "a\\u{2060}b"),
    ("pass\u{200D}word", "pass\\u{200D}word"), ("می\u{200C}خواهم", "می\u{200C}خواهم"),
    ("a\u{3164}b", "a\\u{3164}b"), ("\u{200C}a", "\\u{200C}a"),
  ])
  func makesVisible(_ text: String, _ expected: String) {
    #expect(VisibleText.oneLine(text) == expected)
  }

  @Test(arguments: [
    ("a  b", "a  b"), ("a\nb\r\tc", "a\\nb\\r\\tc"), ("\u{1B}[0m\u{2028}", "\\u{1B}[0m\\u{2028}"),
  ])
  func staysExact(_ text: String, _ expected: String) {
    #expect(VisibleText.exact(text) == expected)
  }

  @Test(arguments: [
    ("a\n  b", "a\n  b"), ("a\r\nb", "a\\u{D}\nb"), ("\u{1B}[0m\u{2028}", "\\u{1B}[0m\\u{2028}"),
  ])
  func keepsLines(_ text: String, _ expected: String) {
    #expect(VisibleText.lines(text) == expected)
  }

  @Test(arguments: [
    ("<b>&\"'", "&lt;b&gt;&amp;&quot;&#39;"), ("a\u{2028}b", "a\nb"),
    ("a\u{202E}b", "a\\u{202E}b"), ("a\u{200D}b", "a\\u{200D}b"), ("a\tb", "a\tb"),
  ])
  func escapesHTML(_ text: String, _ expected: String) {
    #expect(Array(HTML.escaped(text).utf8) == Array(expected.utf8))
  }

  @Test(arguments: [
    ("=1", "'=1"), ("+1", "'+1"), ("-1", "'-1"), ("@a", "'@a"), ("\tx", "'\tx"), ("＝1", "'＝1"),
    ("\rx", "\"'\rx\""), ("\nx", "\"'\nx\""), ("a=1", "a=1"), ("", ""), ("“=1”", "“=1”"),
  ])
  func keepsFormulasFromSpreadsheets(_ text: String, _ expected: String) {
    func row(isSafe: Bool) -> String {
      var buffer = ByteBuffer()
      CSVWriter(isSafe: isSafe).row([text], &buffer)
      return String(decoding: buffer.bytes, as: UTF8.self)
    }
    #expect(Array(row(isSafe: true).utf8) == Array((expected + "\r\n").utf8))
    #expect(!row(isSafe: false).contains("'"))
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
