import Prose
import Quotations
import Reports
import Speakers
import Testing

@Suite struct CSVFormatTests {
  @Test func rowsFollowTheRFC() {
    let attributed = attributedArticle(
      metadata: Article.Metadata(outlet: "Courier, Daily"), [SampleQuotation(text: "“A \"b\"\nc”")])
    let id = QuotationIdentifiers.identifiers(
      of: attributed.quotations, in: attributed.article)[0]
    #expect(
      report([ArticleListing(attributed)], ListOptions(format: .csv)) == [
        "article,path,title,outlet,date,id,kind,speech,text,speaker,speaker_kind,mention,cue,"
          + "confidence,words,line,column,utf8,scalar,utf16,evidence",
        "a.txt,news/a.txt,,\"Courier, Daily\",,\(id),direct,true,\"“A \"\"b\"\"\nc”\",Ana Ruiz,"
          + "person,Ana Ruiz,said,0.90,3,1,1,0..13,0..9,0..9,cue-follows-quotation", "",
      ].joined(separator: "\r\n"))
  }

  @Test func headerStandsAloneWhenThereIsNothing() {
    let text = report([ArticleListing](), ListOptions(format: .csv))
    #expect(text.hasSuffix("evidence\r\n"))
    #expect(text.utf8.count { $0 == 0x0A } == 1)
  }

  @Test(arguments: [
    "=SUM(A1)", "+1", "-1", "@cmd", "\tx",
  ])
  func safeModeDisarmsFormulas(_ text: String) {
    let quotations = [listed(text)]
    #expect(report(quotations, ListOptions(format: .csv)).contains(",\(text),"))
    #expect(
      report(quotations, ListOptions(format: .csv, usesSafeCSV: true)).contains(",'\(text),"))
  }

  @Test func safeModeDisarmsCarriageReturns() {
    #expect(
      report([listed("\r=1")], ListOptions(format: .csv, usesSafeCSV: true))
        .contains(",\"'\r=1\","))
  }
}

@Suite struct MarkdownFormatTests {
  @Test func groupsByPerson() {
    let courier = ArticleReference(id: "b.txt", path: "n/b.txt", outlet: "Courier", date: "2024")
    #expect(
      report(
        [listed("“*Never* again.”", by: "Bo", in: courier), listed(by: "Ana")],
        ListOptions(format: .markdown)) == """
        # Quotations

        ## Ana (1)

        > “Yes.”
        >
        > — a.txt:1:1 · 0.50

        ## Bo (1)

        > “\\*Never\\* again.”
        >
        > — Courier, 2024 · n/b.txt:1:1 · 0.50

        2 quotations from 2 articles.

        """)
  }
}

@Suite struct TextFormatTests {
  @Test func marksHangAndLinesFit() {
    let attributed = attributedArticle(
      metadata: Article.Metadata(outlet: "Courier", date: "2024-03-01"),
      [
        SampleQuotation(text: "“We will build it, and it will stand here when we are gone.”"),
        SampleQuotation(text: "“x”", speaker: nil, speech: .notSpeech(.term)),
      ])
    let options = ListOptions(style: TerminalStyle(width: 40))
    #expect(
      report([ArticleListing(attributed)], options) == """
        Ana Ruiz · 1 quotation
        also: Ruiz

          “We will build it, and it will stand
           here when we are gone.”
            Courier, 2024-03-01 · news/a.txt:1:1
            · said · 0.90

        1 quotation from 1 article.
        Not listed: 1 not speech. See them with
        --all.

        """)
  }

  @Test func controlsAreVisibleAndColorIsOnlyOnRequest() {
    let hostile = listed("“\u{1B}[2J\u{202E}x”", by: "E\u{7}ve")
    let plain = report([hostile], ListOptions())
    #expect(!plain.contains("\u{1B}"))
    #expect(plain.contains("\\u{1B}[2J\\u{202E}x"))
    #expect(plain.contains("E\\u{7}ve"))
    let colored = report([hostile], ListOptions(style: TerminalStyle(usesColor: true)))
    #expect(colored.contains("\u{1B}[1mE\\u{7}ve\u{1B}[0m"))
    #expect(!colored.contains("\u{1B}[2J"))
  }

  @Test func piecesShowWhatStandsBetweenThem() {
    var interrupted = listed("“One,”")
    interrupted.pieces.append(listed("“two.”").pieces[0])
    interrupted.isInterrupted = [true]
    #expect(report([interrupted], ListOptions()).contains("  “One,” … “two.”\n"))
    interrupted.isInterrupted = [false]
    #expect(report([interrupted], ListOptions()).contains("  “One,”\n  “two.”\n"))
  }

  @Test func nothingFoundIsSaid() {
    #expect(report([ArticleListing](), ListOptions()) == "No quotations listed from 0 articles.\n")
  }
}
