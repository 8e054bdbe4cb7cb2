import Prose
import Testing

@Suite struct TokenizerTests {
  @Test func contractionsAreWholeAndLeadingMarksApart() {
    check("Don’t, can't y’all", "Don’t ,:, can't y’all")
    check("’tis ’90s 'em", "m:’ tis m:’ n:90s m:' em")
    check("rock ’n’ roll, rock’n’roll", "rock m:’ n m:’ roll ,:, rock’n’roll")
    check("the dogs' bowls", "the dogs m:' bowls")
    check("Smith’s O’Neill's", "Smith’s O’Neill's")
    check("don´t won`t 1990’s U.S.’s", "don´t won`t n:1990’s U.S.’s")
  }

  @Test func marksAreSingle() {
    check("“a” \"b\" ‘c’ «d»", "m:“ a m:” m:\" b m:\" m:‘ c m:’ m:« d m:»")
    check("‹e› „f‟ ‚g‛ h`", "m:‹ e m:› m:„ f m:‟ m:‚ g m:‛ h m:`")
    check("``a'' ''b''", "m:`` a m:'' m:'' b m:''")
    check("'''No,' he said''", "m:'' m:' No ,:, m:' he said m:''")
    check("“It’s a ‘no.’”", "m:“ It’s a m:‘ no .:. m:’ m:”")
    check("'\"a\"'", "m:' m:\" a m:\" m:'")
    check("''he said 'no'''", "m:'' he said m:' no m:' m:''")
    check("「甲」『乙』〝丙〞〟", "m:「 甲 m:」 m:『 乙 m:』 m:〝 丙 m:〞 m:〟")
    check("5′ 11″ ＂x＂", "n:5 m:′ n:11 m:″ m:＂ x m:＂")
  }

  /// To ICU a narrow no-break space is a part of words.
  @Test func narrowSpaces() {
    check("«\u{202F}oui\u{202F}» dit\u{202F}: x", "m:« oui m:» dit ::: x")
    check("a\u{202F}b \u{202F}c", "a b c")
    check("\"\u{202F}l 12\u{202F}000\u{202F}kg", "m:\" l n:12\u{202F}000 kg")
  }

  @Test func ellipsesInEveryForm() {
    check("a… b... c . . . d", "a e:… b e:... c e:.␣.␣. d")
    check("a. . . . b", "a e:.␣.␣.␣. b")
    check("a.... b…. c", "a e:.... b e:…. c")
    check("a.\u{A0}.\u{A0}. b", "a e:.\u{A0}.\u{A0}. b")
    check("a\u{2009}.\u{2009}.\u{2009}. b", "a e:.\u{2009}.\u{2009}. b")
    check("It ended. ... It began", "It ended .:. e:... It began")
    check("the U.S. ... and", "the U.S. e:... and")
    check("the U.S. . . . and", "the U.S. e:.␣.␣. and")
    check("U.S. . .", "U.S e:.␣.␣.")
    check("a.. b", "a .:. .:. b")
  }

  @Test func dashesInEveryForm() {
    check("a—b a -- b a---b", "a d:— b a d:-- b a d:--- b")
    check("a - b a –b", "a d:- b a d:– b")
    check("- Yes", "d:- Yes")
    check("pre- and post-war -5", "pre s:- and post-war s:- n:5")
    check("（Reuters)-U.S.", "(:（ Reuters ):) s:- U.S.")
    check("hotel--Geneva", "hotel d:-- Geneva")
  }

  @Test func abbreviationsKeepTheirFullStop() {
    check("Mr. Low and Sen. Park of the U.S.", "Mr. Low and Sen. Park of the U.S.")
    check("J. K. Moe, J.K. Moe, J.R.R. Moe", "J. K. Moe ,:, J.K. Moe ,:, J.R.R. Moe")
    check("at 5 p.m. on Jan. 5", "at n:5 p.m. on Jan. n:5")
    check("So do I.", "So do I .:.")
    check("É. Zola, Plan B.", "É. Zola ,:, Plan B.")
    check("George I. Moe", "George I. Moe")
    check("No. No. 10", "No .:. No. n:10")
    check("A U.S.-led, ex-leader self-made Jean-Luc", "A U.S.-led ,:, ex-leader self-made Jean-Luc")
    check("in Salem, Ore., on", "in Salem ,:, Ore. ,:, on")
    check("It was a mess.", "It was a mess .:.")
    check("He said.The end", "He said .:. The end")
    check("the PAC.Then Mr.Low", "the PAC .:. Then Mr. Low")
    check("Ph.D. M.Phil. U.S.Senate J.Moore", "Ph.D. M.Phil .:. U.S. Senate J. Moore")
    check("Node.js", "Node.js")
    check("MR. LOW AND SEN. PARK", "MR. LOW AND SEN. PARK")
    check("an Irish M.P.’s wife, D.C.", "an Irish M.P.’s wife ,:, D.C.")
  }

  @Test func numbersWithSeparatorsAndUnits() {
    check("1,250.5 90s 2.6million 1st", "n:1,250.5 n:90s n:2.6million n:1st")
    check("$5 5% 10:30 9/11 2½ 5-4", "s:$ n:5 n:5 s:% n:10:30 n:9/11 n:2½ n:5-4")
    check("a 60-year-old", "a 60-year-old")
    check("3. 4", "n:3 .:. n:4")
    check("at 11:00p.m. on", "at n:11:00p.m. on")
  }

  @Test func references() {
    check("see www.example.com.", "see r:www.example.com .:.")
    check("https://example.com/a_b?c=d#e, and", "r:https://example.com/a_b?c=d#e ,:, and")
    check("(http://a.org/b)", "(:( r:http://a.org/b ):)")
    check("“http://a.org/b”", "m:“ r:http://a.org/b m:”")
    check("to ann.lee-roy@mail.example.org now", "to r:ann.lee-roy@mail.example.org now")
    check("@ann_lee: #TopicOne #1", "r:@ann_lee ::: r:#TopicOne s:# n:1")
    check("@ann’s example.com's", "r:@ann’s r:example.com's")
    check("Example.com/path, said", "r:Example.com/path ,:, said")
    check("10 @ 5", "n:10 s:@ n:5")
    check("mailto:", "mailto :::")
    check("http://", "http ::: s:/ s:/")
  }

  @Test func otherPunctuation() {
    check("Well; what?! [sic] {a}", "Well ;:; what ?:? !:! (:[ sic ):] (:{ a ):}")
    check("_Lusitania_ snake_case", "s:_ Lusitania s:_ snake_case")
    check("a\u{AD}b \u{200B}c\u{FEFF} \u{202A}d\u{202C}", "a\u{AD}b c\u{FEFF} d\u{202C}")
    check("", "")
    check(" \u{A0}\n\t\u{200B}", "")
  }

  @Test func traits() {
    let text = tokenize("NATO’s U.S. said McNeil. “Yes\n\nÉmile A")
    func traits(_ word: String) -> Token.Traits {
      text.tokens.first { text.text(of: $0.span) == word }?.traits ?? []
    }
    #expect(
      traits("NATO’s")
        == [.paragraphStart, .spaceBefore, .capitalized, .allCapitals, .apostrophe])
    #expect(traits("U.S.") == [.spaceBefore, .capitalized, .allCapitals, .abbreviation])
    #expect(traits("said") == .spaceBefore)
    #expect(traits("McNeil") == [.spaceBefore, .capitalized])
    #expect(traits("Yes") == .capitalized)
    #expect(traits("Émile") == [.paragraphStart, .spaceBefore, .capitalized])
    #expect(traits("A") == [.spaceBefore, .capitalized])
  }

  /// Compares tokens with a line of them: words as they are, other kinds behind a sign and a colon.
  private func check(
    _ input: String, _ expected: String, sourceLocation: SourceLocation = #_sourceLocation
  ) {
    let text = tokenize(input)
    let shown = text.tokens.map { token in
      let word = text.text(of: token.span).replacing(" ", with: "␣")
      return token.kind == .word ? word : sign(token.kind) + ":" + word
    }
    #expect(shown.joined(separator: " ") == expected, sourceLocation: sourceLocation)
  }

  private func tokenize(_ text: String) -> TokenizedText { Tokenizer().tokenize(Array(text.utf8)) }

  private func sign(_ kind: Token.Kind) -> String {
    switch kind {
    case .word: "w"
    case .number: "n"
    case .ellipsis: "e"
    case .dash: "d"
    case .openBracket: "("
    case .closeBracket: ")"
    case .mark: "m"
    case .fullStop: "."
    case .comma: ","
    case .colon: ":"
    case .semicolon: ";"
    case .questionMark: "?"
    case .exclamationMark: "!"
    case .reference: "r"
    case .symbol: "s"
    }
  }
}
