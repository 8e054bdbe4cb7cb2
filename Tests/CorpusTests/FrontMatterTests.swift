import Prose
import TestSupport
import Testing

@testable import Corpus

@Suite struct FrontMatterTests {
  /// `|` marks where the body begins; it is no part of the text.
  private func check(
    _ marked: String, _ metadata: Article.Metadata, codes: [String] = [],
    sourceLocation: SourceLocation = #_sourceLocation
  ) {
    let text = marked.replacing("|", with: "", maxReplacements: 1)
    let front = FrontMatter(of: Array(text.utf8))
    let bodyStart = marked.utf8.prefix { $0 != UInt8(ascii: "|") }.count
    #expect(front.bodyStart == bodyStart, sourceLocation: sourceLocation)
    #expect(front.fields.metadata == metadata, sourceLocation: sourceLocation)
    #expect(front.diagnostics.map(\.code) == codes, sourceLocation: sourceLocation)
  }

  @Test func knownKeysAreRead() {
    check(
      """
      ---
      title: A "title": with a colon
      Outlet:  The Post\u{20}
      author: "Ana \\"A.\\" Ruiz"
      date: '2024-05-01'
      language: en
      url: https://a.example/x#y

      # a comment
      ---
      |Body
      """,
      Article.Metadata(
        title: #"A "title": with a colon"#, outlet: "The Post", author: #"Ana "A." Ruiz"#,
        date: "2024-05-01", language: "en", url: "https://a.example/x#y"))
  }

  @Test func unknownKeysAreKept() {
    check(
      """
      ---
      tags:
        - one
        - two
      draft: true
      note: 'it''s'
      ---
      |Body
      """,
      Article.Metadata(extra: [
        Article.ExtraField(key: "tags", json: #""- one\n- two""#),
        Article.ExtraField(key: "draft", json: #""true""#),
        Article.ExtraField(key: "note", json: #""it's""#),
      ]))
  }

  @Test func lineEndsAndMarksMayBeThoseOfWindows() {
    check(
      "\u{FEFF}---\r\ntitle: T\r\n--- \r\n|Body\r\n", Article.Metadata(title: "T"))
    check("\u{FEFF}|Body", Article.Metadata())
    check("---\ntitle: T\n---|", Article.Metadata(title: "T"))
  }

  @Test func aRepeatedKeyIsWarnedOf() {
    check(
      "---\ntitle: A\ntitle: B\nx: 1\nx: 2\n---\n|Body",
      Article.Metadata(title: "B", extra: [Article.ExtraField(key: "x", json: #""2""#)]),
      codes: ["repeated-key", "repeated-key"])
  }

  @Test(arguments: [
    "|---\ntitle: T\nBody without an end",
    "|---\n\nSome words between rules.\n\n---\nMore",
    "|---\n- a list before any key\n---\nMore",
    "|---\nno space:here\n---\nMore",
    "|---\n: no key\n---\nMore",
    "|---\n",
    "|---",
  ])
  func whatIsNoBlockIsText(_ marked: String) {
    check(marked, Article.Metadata(), codes: ["front-matter"])
  }

  @Test(arguments: ["|----\ntitle: T\n---\n", "|\n---\ntitle: T\n---\n", "| ---\n", "|--\n", "|"])
  func withoutAFenceThereIsNoBlock(_ marked: String) {
    check(marked, Article.Metadata())
  }

  @Test func theTextKeepsEveryByte() throws {
    let folder = try TemporaryFolder()
    let text = "\u{FEFF}---\r\ntitle: T\r\n---\r\n“Body”\r\n"
    let read = try #require(onlyArticle(try folder.write("a.md", text)))
    #expect(read.article.bytes == Array(text.utf8))
    #expect(read.article.bodyStart == 23)
    #expect(read.article.metadata.title == "T")
  }
}
